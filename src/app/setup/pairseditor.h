// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QStringList>
#include <QWidget>

class QCompleter;
class QLineEdit;
class QPushButton;
class QStringListModel;
class QToolButton;
class QVBoxLayout;

namespace Widgets {
class Text;
}

namespace App {

/// The database and schema pairs of a PostgreSQL integration, at most ten; each becomes one ClickHouse database.
class PairsEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit PairsEditor(QWidget *parent = nullptr);

    /// Offered while typing.
    void setKnownDatabases(const QStringList &names);
    /// {"databases": [{"database": …, "schema": …}]}
    /// Marks the field that a refusal names ("/databases/0/schema"), or its row.
    void showError(const QString &pointer, const QString &message);
    [[nodiscard]] Core::Json config() const;
    /// Why the pairs cannot be sent; empty when they can.
    [[nodiscard]] QString problem() const;

signals:
    void changed();

private:
    struct Pair
    {
        QWidget *row;
        QLineEdit *database;
        QLineEdit *schema;
        QToolButton *remove;
    };

    void addPair(const QString &database, const QString &schema);
    void removePair(const QWidget *row);
    void nameFields();
    void onEdited();
    void mark(QWidget *field, bool bad);

    QList<Pair> m_pairs;
    QStringListModel *m_known;
    QVBoxLayout *m_rows;
    QPushButton *m_add;
    Widgets::Text *m_error;
};

} // namespace App
