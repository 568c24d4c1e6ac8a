// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/serviceplan.h"

#include "aiven/types/reading.h"

namespace Aiven {

namespace {

PlanRegion regionOf(const Core::Json &json)
{
    // The price is a text; a number is taken, too, because the newer pricing call sends one.
    const Core::Json &price = Core::memberAt(json, "price_usd");
    PlanRegion region;
    region.pricePerHour = price.is_number() ? QString::fromUtf8(Core::toText(price)) : Core::textAt(json, "price_usd");
    region.cpuCount = smallIntegerAt(json, "node_cpu_count");
    region.memoryMb = smallIntegerAt(json, "node_memory_mb");
    region.diskMb = Core::integerAt(json, "disk_space_mb");
    return region;
}

} // namespace

Core::Expected<ServicePlan, QString> ServicePlan::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"service_plan"}))
        return Core::Unexpected{*missing};
    ServicePlan plan;
    plan.name = Core::textAt(json, "service_plan");
    plan.nodeCount = smallIntegerAt(json, "node_count");
    const Core::Json &regions = Core::memberAt(json, "regions");
    if (regions.is_object()) {
        for (const auto &[cloud, region] : regions.items())
            plan.regions.insert(Core::toQString(cloud), regionOf(region));
    }
    return plan;
}

Core::Expected<QList<ServiceType>, QString> ServiceType::listFromJson(const Core::Json &reply)
{
    const Core::Json &types = Core::memberAt(reply, "service_types");
    if (!types.is_object())
        return Core::Unexpected{QStringLiteral("the object \"service_types\" is missing")};
    QList<ServiceType> list;
    for (const auto &[name, type] : types.items())
        list.append({Core::toQString(name), Core::textAt(type, "description")});
    return list;
}

Core::Expected<Cloud, QString> Cloud::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"cloud_name"}))
        return Core::Unexpected{*missing};
    return Cloud{Core::textAt(json, "cloud_name"), Core::textAt(json, "cloud_description")};
}

Core::Expected<ServiceDatabase, QString> ServiceDatabase::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"database_name"}))
        return Core::Unexpected{*missing};
    return ServiceDatabase{Core::textAt(json, "database_name")};
}

Core::Json NewService::toJson() const
{
    return {{"service_name", Core::toStdString(name)},
            {"service_type", Core::toStdString(type)},
            {"plan", Core::toStdString(plan)},
            {"cloud", cloud.isEmpty() ? Core::Json() : Core::Json(Core::toStdString(cloud))},
            {"user_config", userConfig}};
}

Core::Json ServiceChange::toJson() const
{
    Core::Json body = Core::Json::object();
    if (powered)
        body["powered"] = *powered;
    if (!plan.isEmpty())
        body["plan"] = Core::toStdString(plan);
    if (!cloud.isEmpty())
        body["cloud"] = Core::toStdString(cloud);
    return body;
}

} // namespace Aiven
