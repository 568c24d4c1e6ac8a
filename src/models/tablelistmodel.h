// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"

#include <QAbstractListModel>

namespace Models {

/// The tables of a draft, one row each, with the facts that the list shows beside the name.
class TableListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TopicCountRole = Qt::UserRole,
        CanWriteRole, ///< exactly one topic
        HasViewRole,
        ErrorCountRole,
        WarningCountRole,
    };

    explicit TableListModel(Document::Draft &draft, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Facts
    {
        QString name;
        int topics = 0;
        bool hasView = false;
        int errors = 0;
        int warnings = 0;

        friend bool operator==(const Facts &, const Facts &) = default;
    };

    [[nodiscard]] Facts factsOf(int row) const;
    void insert(int first, int count);
    void remove(int first, int count);
    void refresh();
    void reload();

    Document::Draft &m_draft;
    QList<Facts> m_rows; ///< a copy, because the draft has already changed when it tells
};

} // namespace Models
