// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "aiven/client.h"
#include "core/webaddress.h"
#include "workflow/projectauthority.h"

namespace App {

Session::Session(QNetworkAccessManager &network, Aiven::Account account, QString iconName, QObject *parent)
    : QObject(parent)
    , m_client(std::make_unique<Aiven::Client>(network, std::move(account)))
    , m_iconName(std::move(iconName))
    , m_user(m_client->account().user)
{
    m_client->setCallObserver([this](const Aiven::CallRecord &record) { emit callFinished(record); });
    m_client->setWaitObserver([this](const Aiven::CallWait &wait) { emit callPaused(wait); });
    m_client->setTokenRefusedHandler([this] { emit tokenRefused(); });
}

Session::~Session() = default;

const Aiven::Account &Session::account() const
{
    return m_client->account();
}

ClickHouse::Authority *Session::authority(const QString &project)
{
    ClickHouse::Authority *&authority = m_authorities[project];
    if (!authority)
        authority = new Workflow::ProjectAuthority(*m_client, project, this);
    return authority;
}

void Session::renew(Core::Secret token, const QString &user)
{
    m_user = user;
    m_client->setToken(std::move(token));
    emit tokenRenewed();
}

QString Session::host() const
{
    return Core::hostAndPort(baseUrl());
}

} // namespace App
