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
    /// The pairs of an integration that exists, in place of the API's default. Keys that are not edited here are kept.
    void setConfig(const Core::Json &userConfig);
    /// {"databases": [{"database": …, "schema": …}]}
    [[nodiscard]] Core::Json config() const;
    /// One more pair, and the focus in it.
    void addEmptyPair();
    /// Shows a refusal by the service at its row ("/databases/0/schema"). False when there is no such row.
    bool showError(const QString &pointer, const QString &message);
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
        Widgets::Text *error;
        Core::Json original; ///< with keys that are not edited here
    };

    void addPair(const Core::Json &original);
    void removePair(const QWidget *row);
    void nameFields();
    void onEdited();
    /// What is wrong with a row and in which of its two fields.
    struct Problem
    {
        QString text = {};
        bool inDatabase = false;
        bool inSchema = false;
    };
    [[nodiscard]] Problem problemOf(qsizetype row) const;
    static void mark(const Pair &pair, const Problem &problem);

    QList<Pair> m_pairs;
    Core::Json m_original = Core::Json::object();
    QStringListModel *m_known;
    QVBoxLayout *m_rows;
    QPushButton *m_add;
};

} // namespace App
