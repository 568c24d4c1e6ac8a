// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/integrationmodel.h"

#include <QTableView>
#include <QWidgetList>

class QMenu;

namespace App {

/// The table of enabled integrations, as high as its rows. The buttons of a row are not index widgets: Qt's accessible
/// table has cells only, and a screen reader would not find them. They are children of what holds the table, above its
/// last column.
class IntegrationsTable final : public QTableView
{
    Q_OBJECT
public:
    IntegrationsTable(IntegrationModel &model, QWidget &holder);

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
    void updateEditorGeometries() override;

private:
    void rebuildActions();
    [[nodiscard]] QMenu *menuOfCurrent() const;
    /// The source tells the row from the others.
    QWidget *makeActions(const Aiven::Integration &integration, const QString &source);
    [[nodiscard]] QString verbFor(const Aiven::Integration &integration) const;
    void run(const Aiven::Integration &integration);
    void layoutColumns();

    IntegrationModel &m_model;
    QStringList m_shownVerbs;
    QWidgetList m_actions; ///< by row; children of the holder
};

} // namespace App
