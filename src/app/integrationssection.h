// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "app/endpoints/projectfacts.h"
#include "app/integrationmodel.h"

#include <QPointer>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Widgets {
class Card;
class EmptyState;
class MessageBar;
class SectionHeading;
class Text;
} // namespace Widgets

namespace App {
class IntegrationsTable;
class SettingsDialog;

/// "Service integrations": what is enabled, and the way to set up more.
class IntegrationsSection final : public QWidget
{
    Q_OBJECT
public:
    IntegrationsSection(Aiven::Client &client, QString project, QString service, QWidget *parent = nullptr);

    void setService(const Aiven::Service &service);
    /// The user's in this project, for what is not allowed.
    void setRoles(const QStringList &roles);
    void setIntegrations(const QList<Aiven::Integration> &all);
    void setDatabases(const QList<Aiven::Database> &databases) { m_model.setDatabases(databases); }
    [[nodiscard]] const IntegrationModel &model() const { return m_model; }
    [[nodiscard]] const Aiven::Integration *current() const;
    [[nodiscard]] bool canSetUp() const { return m_blocked.isEmpty(); }
    /// Why nothing can be set up; empty when it can.
    [[nodiscard]] const QString &blocked() const { return m_blocked; }
    void disconnectIntegration(const QString &integrationId);
    void editSettings(const QString &integrationId);
    /// The same dialog, which begins with one more database or without that one.
    void addDatabase(const QString &integrationId);
    void removeDatabase(const QString &integrationId, const QString &database);

signals:
    void setUpRequested();
    void editTablesRequested(const QString &integrationId);
    /// SQL to go on with in the SQL pane.
    void queryRequested(const QString &sql);
    void currentIntegrationChanged();
    void disconnected(const QString &name);
    void settingsApplied(const QString &name);
    void happened(const QString &sentence);

private:
    void buildEmptyState(int sources);
    void showBlocked();
    void remove(const Aiven::Integration &integration);
    [[nodiscard]] SettingsDialog *openSettings(const QString &integrationId);
    void showCredentials(const QString &integrationId);
    [[nodiscard]] QString likelyCause(const Aiven::Integration &integration) const;
    void showErrors(const QString &integrationId);
    [[nodiscard]] const Aiven::Integration *find(const QString &integrationId) const;

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    IntegrationModel m_model;
    ProjectFacts m_facts;
    QList<Aiven::Integration> m_all; ///< with candidates
    QString m_blocked;               ///< why nothing can be set up; empty when it can
    Widgets::SectionHeading *m_heading;
    QPushButton *m_setUp;
    Widgets::Text *m_reason;
    Widgets::MessageBar *m_messages;
    Widgets::Card *m_card;
    IntegrationsTable *m_table;
    QPointer<Widgets::EmptyState> m_empty;
    QVBoxLayout *m_column;
};

} // namespace App
