// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/state/model.h"

#include <QByteArray>
#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <array>

namespace Sandbox {

namespace {

template <typename List>
auto *byName(List &services, const std::string &name)
{
    const auto found = std::find_if(services.begin(), services.end(),
                                    [&name](const Service &service) { return service.name == name; });
    return found == services.end() ? nullptr : &*found;
}

template <typename List>
auto *byId(List &integrations, const std::string &id)
{
    const auto found = std::find_if(integrations.begin(), integrations.end(),
                                    [&id](const Integration &integration) { return integration.id == id; });
    return found == integrations.end() ? nullptr : &*found;
}

} // namespace

const Core::Json &Integration::wantedTables() const
{
    static const Core::Json none = Core::Json::array();
    const Core::Json &tables = Core::memberAt(userConfig, "tables");
    return tables.is_array() ? tables : none;
}

const Service *State::service(const std::string &name) const
{
    return byName(services, name);
}

Service *State::service(const std::string &name)
{
    return byName(services, name);
}

const Integration *State::integration(const std::string &id) const
{
    return byId(integrations, id);
}

Integration *State::integration(const std::string &id)
{
    return byId(integrations, id);
}

std::string currentTime()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
}

std::string newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

std::string newSecret()
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), qsizetype(sizeof(random)));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

} // namespace Sandbox
