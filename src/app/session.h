// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/channel.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace Aiven {
class Client;
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

signals:
    void callFinished(const Aiven::CallRecord &record);
    /// The server refused the token; nothing more is sent until there is a new one.
    void tokenRefused();

private:
    const std::unique_ptr<Aiven::Client> m_client;
    const QString m_iconName;
};

} // namespace App
