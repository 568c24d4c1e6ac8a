// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/integration.h"

#include "aiven/types/reading.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace Aiven {

namespace {

IntegrationSide sideOf(const Core::Json &json, const std::string &prefix)
{
    const auto text = [&json, &prefix](const char *key) { return Core::textAt(json, (prefix + key).c_str()); };
    return {text("_project"), text("_service"), text("_service_type"), text("_endpoint_id"), text("_endpoint")};
}

Core::Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Core::Json() : Core::Json(Core::toStdString(text));
}

/// The prefix of everything that an integration makes in ClickHouse.
QString nameOfSource(const IntegrationSide &source)
{
    return source.isEndpoint() ? "endpoint_"_L1 + source.endpoint : "service_"_L1 + source.service;
}

QStringList errorTexts(const Core::Json &state)
{
    QStringList texts;
    const Core::Json &errors = Core::memberAt(state, "errors");
    if (!errors.is_array())
        return texts;
    for (const Core::Json &error : errors) {
        const QString text =
            error.is_string() ? Core::toQString(error.get_ref<const std::string &>()) : Core::textAt(error, "message");
        texts.append(text.isEmpty() ? QString::fromUtf8(Core::toText(error)) : text);
    }
    return texts;
}

} // namespace

IntegrationStatus IntegrationStatus::fromJson(const Core::Json &json)
{
    static const QMap<QString, State> states{{u"starting"_s, State::Starting},
                                             {u"running"_s, State::Running},
                                             {u"inactive"_s, State::Inactive},
                                             {u"failed"_s, State::Failed}};
    const Core::Json &state = Core::memberAt(json, "state");
    IntegrationStatus status;
    status.state = states.value(Core::textAt(state, "status"), State::Unknown);
    status.description = Core::textAt(json, "status_user_desc");
    status.errors = errorTexts(state);
    const QString cause = Core::textAt(state, "likely_error_cause");
    status.likelyCause = cause == "null"_L1 ? QString() : cause; // the API's description lists the text "null"
    return status;
}

bool Integration::makesDatabases() const
{
    return type.startsWith("clickhouse_"_L1) && type != "clickhouse_credentials"_L1;
}

QStringList Integration::databaseNames() const
{
    if (!makesDatabases())
        return {};
    const QString name = nameOfSource(source);
    const Core::Json &pairs = Core::memberAt(userConfig, "databases");
    if (type != "clickhouse_postgresql"_L1)
        return {name};
    if (!pairs.is_array())
        return {name + u"_defaultdb_public"_s}; // the schema's default
    QStringList names;
    for (const Core::Json &pair : pairs) {
        names.append(u"%1_%2_%3"_s.arg(name, Core::textAt(pair, "database", u"defaultdb"_s),
                                       Core::textAt(pair, "schema", u"public"_s)));
    }
    return names;
}

QString Integration::databaseName() const
{
    return databaseNames().value(0);
}

QString Integration::collectionName() const
{
    return type == "clickhouse_credentials"_L1 ? nameOfSource(source) : QString();
}

Core::Expected<Integration, QString> Integration::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"integration_type"}))
        return Core::Unexpected{*missing};
    Integration integration;
    integration.id = Core::textAt(json, "service_integration_id");
    integration.type = Core::textAt(json, "integration_type");
    integration.description = Core::textAt(json, "description");
    integration.enabled = Core::boolAt(json, "enabled");
    integration.active = Core::boolAt(json, "active");
    integration.source = sideOf(json, "source");
    integration.dest = sideOf(json, "dest");
    const Core::Json &config = Core::memberAt(json, "user_config");
    integration.userConfig = config.is_object() ? config : Core::Json::object();
    integration.status = IntegrationStatus::fromJson(Core::memberAt(json, "integration_status"));
    return integration;
}

Integration NewIntegration::preview(const QString &endpointName) const
{
    Integration integration;
    integration.type = type;
    integration.source.service = sourceService;
    integration.source.endpointId = sourceEndpointId;
    integration.dest.service = destService;
    integration.dest.endpointId = destEndpointId;
    (sourceService.isEmpty() ? integration.source : integration.dest).endpoint = endpointName;
    integration.userConfig = userConfig;
    return integration;
}

Core::Json NewIntegration::toJson() const
{
    // Null for the unused sides, as Aiven's own command line sends it.
    return {{"integration_type", Core::toStdString(type)},        {"source_service", textOrNull(sourceService)},
            {"source_endpoint_id", textOrNull(sourceEndpointId)}, {"dest_service", textOrNull(destService)},
            {"dest_endpoint_id", textOrNull(destEndpointId)},     {"user_config", userConfig}};
}

} // namespace Aiven
