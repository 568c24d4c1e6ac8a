// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "app/place.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;
class QStackedWidget;

namespace Widgets {
class ErrorState;
class LoadingState;
class MessageBar;
} // namespace Widgets

namespace App {
class ActivityLog;
class ConnectionCard;
class DatabasesPage;
class IntegrationsSection;
class PageHeader;
class ServiceReader;
class TopicsSection;

/// One service. What stands on the page depends on its type; every type has its state, facts and connection.
class ServicePage final : public QWidget
{
    Q_OBJECT
public:
    enum class State {
        Loading, ///< nothing was read yet
        Ready,
        Stale, ///< shown as it was; it could not be read again
        Failed ///< nothing to show
    };

    ServicePage(Place place, ActivityLog &log, QWidget *parent = nullptr);

    [[nodiscard]] const Place &place() const { return m_place; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Aiven::Service &service() const { return m_service; }
    [[nodiscard]] bool isClickHouse() const;
    [[nodiscard]] bool canSetUp() const;
    /// The integration whose row is current, or null.
    [[nodiscard]] const Aiven::Integration *currentIntegration() const;
    [[nodiscard]] QList<Aiven::Integration> integrations() const;
    [[nodiscard]] bool hasTables(const QString &integrationId) const;
    void refresh();
    /// Brings the tab Databases to the front.
    void showDatabases();
    void disconnectCurrent();
    void copyCurrentId();

signals:
    void setUpRequested();
    void openSqlRequested(const QString &sql);
    void editTablesRequested(const QString &integrationId);
    void changed();                         ///< state, service or current integration
    void happened(const QString &sentence); ///< for the status bar
    void gone();                            ///< the service was deleted, here or elsewhere
    void disconnected(const QString &name); ///< an integration of this service is gone

private:
    void buildHeader();
    void buildContent();
    void buildClickHouse(QBoxLayout &column);
    void addCards(QBoxLayout &column);
    void buildDatabases();
    void connectReader();
    /// Shows the messages behind a Kafka table, without consuming them.
    void peek(const QString &database, const QString &table);
    void onFailed(const Aiven::ApiError &error);
    void showService();
    void onReadAll();
    void copyPassword();
    void setState(State state);

    const Place m_place;
    ActivityLog &m_log;
    State m_state = State::Loading;
    Aiven::Service m_service;
    ServiceReader *m_reader;
    PageHeader *m_header;
    QStackedWidget *m_stack;
    Widgets::LoadingState *m_loading;
    Widgets::ErrorState *m_error;
    QStackedWidget *m_tabs;
    Widgets::MessageBar *m_messages;
    IntegrationsSection *m_integrations = nullptr;
    TopicsSection *m_topics = nullptr;
    ConnectionCard *m_connection = nullptr;
    DatabasesPage *m_databases = nullptr;
    QPushButton *m_openSql = nullptr;
};

} // namespace App
