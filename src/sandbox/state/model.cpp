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

template <typename List, typename Key>
auto *find(List &list, Key key, const std::string &value)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto &item) { return item.*key == value; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const Service *State::service(const std::string &name) const
{
    return find(services, &Service::name, name);
}

Service *State::service(const std::string &name)
{
    return find(services, &Service::name, name);
}

const Endpoint *State::endpoint(const std::string &id) const
{
    return find(endpoints, &Endpoint::id, id);
}

Endpoint *State::endpoint(const std::string &id)
{
    return find(endpoints, &Endpoint::id, id);
}

const Integration *State::integration(const std::string &id) const
{
    return find(integrations, &Integration::id, id);
}

Integration *State::integration(const std::string &id)
{
    return find(integrations, &Integration::id, id);
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
