// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/database.h"

#include <QStandardItemModel>
#include <QWidget>

class QTreeView;

namespace Widgets {
class MessageBar;
}

namespace App {

/// The databases of a ClickHouse service and their tables; a double click or Return opens a query on the table.
class DatabasesView final : public QWidget
{
    Q_OBJECT
public:
    explicit DatabasesView(QWidget *parent = nullptr);

    void setDatabases(const QList<Aiven::Database> &databases);
    void setError(const QString &sentence);

signals:
    void queryRequested(const QString &sql);

private:
    QStandardItemModel m_model;
    QTreeView *m_tree;
    Widgets::MessageBar *m_messages;
    QStringList m_shown;
};

} // namespace App
