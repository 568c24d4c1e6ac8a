// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts.h"

#include "app/secretstore.h"
#include "app/settings.h"
#include "core/webaddress.h"

#include <algorithm>

namespace App {

namespace {

/// What is remembered of an account: its address, and as the fragment, which no address of an API has, its user.
QString idOf(const QUrl &baseUrl, const QString &user)
{
    QUrl id = baseUrl;
    if (!user.isEmpty())
        id.setFragment(user, QUrl::DecodedMode);
    return id.toString(QUrl::FullyEncoded);
}

QString idOf(const Session &session)
{
    return idOf(session.baseUrl(), session.user());
}

QString keyOf(const QString &id)
{
    return QStringLiteral("token ") + id;
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
    const QStringList ids = m_settings.accounts.get();
    for (const QString &id : ids) {
        QUrl baseUrl(id);
        const QString user = baseUrl.fragment(QUrl::FullyDecoded);
        baseUrl.setFragment({});
        if (Core::addressProblem(baseUrl) != Core::AddressProblem::None)
            continue;
        m_secrets.read(keyOf(id), this, [this, baseUrl, user](Core::Expected<Core::Secret, QString> secret) {
            if (!secret)
                emit notRestored(baseUrl, secret.error());
            else if (secret->isEmpty())
                emit notRestored(baseUrl, {});
            else
                add({baseUrl, *secret, Core::hostAndPort(baseUrl), user}, Keep::ThisSession); // it is kept already
        });
    }
}

Session *Accounts::find(const Aiven::Account &account) const
{
    for (Session *session : m_sessions) {
        if (session->baseUrl() == account.baseUrl && (session->user() == account.user || session->user().isEmpty()))
            return session;
    }
    return nullptr;
}

QString Accounts::labelFor(const Aiven::Account &account) const
{
    const bool taken = std::any_of(m_sessions.cbegin(), m_sessions.cend(),
                                   [&account](const Session *session) { return session->label() == account.label; });
    return taken && !account.user.isEmpty() ? QStringLiteral("%1 · %2").arg(account.label, account.user)
                                            : account.label;
}

Session *Accounts::add(const Aiven::Account &account, Keep keepIt, const QString &iconName)
{
    if (Session *known = find(account)) {
        renew(known, account, keepIt);
        return known;
    }
    Aiven::Account named = account;
    named.label = labelFor(account);
    auto *session = new Session(m_network, named, iconName, this);
    m_sessions.append(session);
    emit added(session);
    if (keepIt == Keep::Always)
        keep(session);
    return session;
}

void Accounts::renew(Session *session, const Aiven::Account &account, Keep keepIt)
{
    const QString before = idOf(*session);
    session->renew(account.token, account.user);
    if (before != idOf(*session))
        forget(before);
    if (keepIt == Keep::Always)
        keep(session);
}

void Accounts::keep(Session *session)
{
    const QString id = idOf(*session);
    m_secrets.write(keyOf(id), session->account().token, session, [this, session, id](const auto &outcome) {
        if (!outcome) {
            emit notKept(session, outcome.error());
            return;
        }
        QStringList ids = m_settings.accounts.get();
        if (!ids.contains(id))
            m_settings.accounts.set(ids << id);
    });
}

void Accounts::remove(Session *session)
{
    forget(idOf(*session));
    m_sessions.removeOne(session);
    emit removed(session);
    session->deleteLater();
}

void Accounts::forget(const QString &id)
{
    QStringList ids = m_settings.accounts.get();
    if (ids.removeAll(id) == 0)
        return;
    m_settings.accounts.set(ids);
    m_secrets.remove(keyOf(id));
}

} // namespace App
