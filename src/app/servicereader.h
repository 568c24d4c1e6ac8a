// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "app/place.h"

#include <QTimer>

#include <memory>

namespace App {

/// Reads what a service page shows: the service, then for ClickHouse its integrations and databases. What is
/// starting, the service or an integration, is read again until it runs.
class ServiceReader final : public QObject
{
    Q_OBJECT
public:
    explicit ServiceReader(Place place, QObject *parent = nullptr);
    ~ServiceReader() override;

    /// Ends a reading that is under way.
    void read();
    void cancel();

signals:
    /// Of the user in this project; once.
    void rolesRead(const QStringList &roles);
    void serviceRead(const Aiven::Service &service);
    void integrationsRead(const QList<Aiven::Integration> &integrations);
    /// Service and integrations are there. Databases follow by themselves, because they take longer.
    void done();
    void failed(const Aiven::ApiError &error);
    void databasesRead(const QList<Aiven::Database> &databases);
    void databasesFailed(const Aiven::ApiError &error);
    /// The server asked to wait so many seconds.
    void paused(int seconds);

private:
    void readIntegrations();
    void readDatabases();
    void readAgain();
    void readRoles();
    template <typename Reply, typename Handler>
    void send(Reply *call, Handler handler);

    const Place m_place;
    std::unique_ptr<QObject> m_calls; ///< owner of the running calls
    QTimer m_poll;
    bool m_serviceStarts = false;
    bool m_knowsRoles = false;
};

} // namespace App
