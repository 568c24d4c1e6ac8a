// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/database.h"
#include "aiven/types/integration.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHash>

namespace App {

/// The enabled integrations of one ClickHouse service, with the words of the table on the service page.
class IntegrationModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        SourceColumn,
        DirectionColumn,
        AppearsColumn,
        StateColumn,
        ProblemsColumn,
        ActionColumn,
        ColumnCount
    };

    explicit IntegrationModel(QString service, QObject *parent = nullptr);

    void setIntegrations(const QList<Aiven::Integration> &integrations);
    void setDatabases(const QList<Aiven::Database> &databases);
    /// In a narrow window the direction stands in the second line of the source.
    void setDirectionFolded(bool folded);
    [[nodiscard]] const Aiven::Integration &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] const QList<Aiven::Integration> &integrations() const { return m_rows; }
    [[nodiscard]] const QList<Aiven::Database> &databases() const { return m_databases; }

    /// Whether this integration has tables that the console edits.
    [[nodiscard]] static bool hasTables(const Aiven::Integration &integration);
    [[nodiscard]] static int tableCount(const Aiven::Integration &integration);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const Aiven::IntegrationSide &otherSide(const Aiven::Integration &integration) const;
    [[nodiscard]] QVariant source(const Aiven::Integration &integration, int role) const;
    [[nodiscard]] QVariant direction(const Aiven::Integration &integration, int role) const;
    [[nodiscard]] QVariant appears(const Aiven::Integration &integration, int role) const;
    [[nodiscard]] QVariant state(const Aiven::Integration &integration, int role) const;
    [[nodiscard]] QVariant problems(const Aiven::Integration &integration, int role) const;
    [[nodiscard]] static QString shownName(const Aiven::Integration &integration);
    [[nodiscard]] QString tablesSentence(const Aiven::Integration &integration) const;

    QString m_service;
    QList<Aiven::Integration> m_rows;
    QList<Aiven::Database> m_databases;
    bool m_directionFolded = false;
    QHash<QString, QElapsedTimer> m_startingSince; ///< by integration id
};

} // namespace App
