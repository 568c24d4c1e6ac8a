// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/channel.h"

#include <QHash>
#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace Aiven {
class Client;
}

namespace ClickHouse {
class Authority;
}

namespace App {

/// One signed-in account: its client, its name, and what its requests cost so far.
class Session final : public QObject
{
    Q_OBJECT
public:
    /// The icon stands beside the label in the navigator.
    Session(QNetworkAccessManager &network, Aiven::Account account, QString iconName, QObject *parent);

    ~Session() override;

    [[nodiscard]] Aiven::Client &client() { return *m_client; }
    [[nodiscard]] const Aiven::Account &account() const;
    [[nodiscard]] QString label() const { return account().label; }
    [[nodiscard]] QUrl baseUrl() const { return account().baseUrl; }
    [[nodiscard]] QString host() const;
    [[nodiscard]] QString iconName() const { return m_iconName; }
    /// Whose token it is; empty when that was not asked.
    [[nodiscard]] QString user() const { return m_user; }
    /// The certificate authority of one of the account's projects; lives as long as the session.
    [[nodiscard]] ClickHouse::Authority *authority(const QString &project);
    /// Another token for the same account, after the old one was refused: calls are sent again from now on.
    void renew(Core::Secret token, const QString &user);

signals:
    void callFinished(const Aiven::CallRecord &record);
    void callPaused(const Aiven::CallWait &wait);
    /// The server refused the token; nothing more is sent until there is a new one.
    void tokenRefused();
    /// What could not be read for want of a token can be read now.
    void tokenRenewed();

private:
    const std::unique_ptr<Aiven::Client> m_client;
    const QString m_iconName;
    QString m_user;
    QHash<QString, ClickHouse::Authority *> m_authorities; ///< by project
};

} // namespace App
