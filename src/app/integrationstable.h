// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/integrationmodel.h"

#include <QTableView>

namespace App {

/// The table of enabled integrations, as high as its rows.
class IntegrationsTable final : public QTableView
{
    Q_OBJECT
public:
    explicit IntegrationsTable(IntegrationModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }
    /// The integration of the current row, or null.
    [[nodiscard]] const Aiven::Integration *current() const;

signals:
    void editTablesRequested(const QString &integrationId);
    /// Pairs of a PostgreSQL integration, or the form of another kind.
    void settingsRequested(const QString &integrationId);
    void errorRequested(const QString &integrationId);
    /// Of managed credentials: their SQL and the test of the connection.
    void credentialsRequested(const QString &integrationId);
    void disconnectRequested(const QString &integrationId);
    void idCopied(const QString &integrationId);
    void currentIntegrationChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuildActions();
    QWidget *makeActions(const Aiven::Integration &integration, const QString &name, const QString &other);
    [[nodiscard]] QString verbFor(const Aiven::Integration &integration) const;
    void run(const Aiven::Integration &integration);
    void layoutColumns();

    IntegrationModel &m_model;
    QStringList m_shownVerbs;
};

} // namespace App
