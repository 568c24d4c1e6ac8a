// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts.h"

#include "app/secretstore.h"
#include "app/settings.h"
#include "core/webaddress.h"

namespace App {

namespace {

QString keyOf(const QUrl &baseUrl)
{
    return QStringLiteral("token ") + baseUrl.toString();
}

} // namespace

Accounts::Accounts(QNetworkAccessManager &network, Settings &settings, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_settings(settings)
    , m_secrets(secrets)
{}

void Accounts::restore()
{
    const QStringList urls = m_settings.accounts.get();
    for (const QString &text : urls) {
        const QUrl baseUrl(text);
        if (Core::addressProblem(baseUrl) != Core::AddressProblem::None)
            continue;
        m_secrets.read(keyOf(baseUrl), this, [this, baseUrl](Core::Expected<Core::Secret, QString> secret) {
            if (!secret)
                emit notRestored(baseUrl, secret.error());
            else if (secret->isEmpty())
                emit notRestored(baseUrl, {});
            else
                add({baseUrl, *secret, Core::hostAndPort(baseUrl)}, Keep::ThisSession); // it is kept already
        });
    }
}

Session *Accounts::add(const Aiven::Account &account, Keep keepIt, const QString &iconName)
{
    auto *session = new Session(m_network, account, iconName, this);
    m_sessions.append(session);
    emit added(session);
    if (keepIt == Keep::Always)
        keep(session);
    return session;
}

void Accounts::keep(Session *session)
{
    const QUrl baseUrl = session->baseUrl();
    m_secrets.write(keyOf(baseUrl), session->account().token, session, [this, session, baseUrl](const auto &outcome) {
        if (!outcome) {
            emit notKept(session, outcome.error());
            return;
        }
        QStringList urls = m_settings.accounts.get();
        if (!urls.contains(baseUrl.toString()))
            m_settings.accounts.set(urls << baseUrl.toString());
    });
}

void Accounts::remove(Session *session)
{
    const QUrl baseUrl = session->baseUrl();
    QStringList urls = m_settings.accounts.get();
    if (urls.removeAll(baseUrl.toString()) > 0) {
        m_settings.accounts.set(urls);
        m_secrets.remove(keyOf(baseUrl));
    }
    m_sessions.removeOne(session);
    emit removed(session);
    session->deleteLater();
}

} // namespace App
