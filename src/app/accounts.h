// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"

#include <QList>

class QNetworkAccessManager;

namespace App {
class SecretStore;
class Settings;

/// The signed-in accounts, and those whose token is in the keychain from an earlier run.
class Accounts final : public QObject
{
    Q_OBJECT
public:
    enum class Keep { Always, ThisSession };

    Accounts(QNetworkAccessManager &network, Settings &settings, SecretStore &secrets, QObject *parent = nullptr);

    [[nodiscard]] const QList<Session *> &sessions() const { return m_sessions; }
    [[nodiscard]] QNetworkAccessManager &network() { return m_network; }

    /// Reads the kept tokens, one after the other as the keychain answers.
    void restore();
    /// The same user of the same address is one account: a session that is there gets the new token.
    Session *add(const Aiven::Account &account, Keep keep, const QString &iconName = QStringLiteral("cloud"));
    /// A session goes on with another token. Nothing that is open is lost.
    void renew(Session *session, const Aiven::Account &account, Keep keep);
    /// Signs out; the token leaves the keychain.
    void remove(Session *session);

signals:
    void added(Session *session);
    void removed(Session *session);
    /// A kept account could not be opened: the keychain is locked or has lost the entry.
    void notRestored(const QUrl &baseUrl, const QString &reason);
    /// The token works, but only for this session.
    void notKept(Session *session, const QString &reason);

private:
    void keep(Session *session);
    void forget(const QString &id);
    [[nodiscard]] Session *find(const Aiven::Account &account) const;
    /// Tells two accounts of one host apart.
    [[nodiscard]] QString labelFor(const Aiven::Account &account) const;

    QNetworkAccessManager &m_network;
    Settings &m_settings;
    SecretStore &m_secrets;
    QList<Session *> m_sessions;
};

} // namespace App
