// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/database.h"
#include "app/databases/databasesource.h"

#include <QWidget>

class QPushButton;

namespace Widgets {
class Text;
}

namespace App {

/// One database: what it is, where it comes from, and what can be done with it.
class DatabasePane final : public QWidget
{
    Q_OBJECT
public:
    explicit DatabasePane(QWidget *parent = nullptr);

    void show(const Aiven::Database &database, const std::optional<DatabaseSource> &source);

signals:
    void editTablesRequested(const QString &integrationId);
    void disconnectRequested(const QString &integrationId);
    void deleteRequested(const QString &database);
    void addPairRequested(const QString &integrationId);
    void removePairRequested(const QString &integrationId, const QString &database);

private:
    [[nodiscard]] QString facts(const Aiven::Database &database) const;
    [[nodiscard]] QString explanation(const Aiven::Database &database) const;
    /// Why it cannot be deleted here, or how it goes otherwise; empty when it can be deleted.
    [[nodiscard]] QString reasonAgainstDeleting(const Aiven::Database &database) const;

    QString m_database;
    std::optional<DatabaseSource> m_source;
    Widgets::Text *m_name;
    Widgets::Text *m_facts;
    Widgets::Text *m_text;
    QPushButton *m_edit;
    QPushButton *m_add;
    QPushButton *m_disconnect;
    QPushButton *m_delete;
    Widgets::Text *m_reason;
};

} // namespace App
