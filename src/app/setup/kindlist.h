// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/kinds.h"

#include <QStandardItemModel>
#include <QWidget>

class QLineEdit;
class QListView;

namespace App {

/// The left side: a filter and the kinds in their groups.
class KindList final : public QWidget
{
    Q_OBJECT

public:
    explicit KindList(QWidget *parent = nullptr);

    void setKinds(const QList<Kind> &kinds);
    /// Null when none is chosen.
    [[nodiscard]] const Kind *currentKind() const;
    void focusList();

signals:
    void currentChanged();

private:
    void fill();
    [[nodiscard]] QString currentKey() const;
    [[nodiscard]] static QString titleOf(Kind::Group group);
    void addRow(const Kind &kind);

    QList<Kind> m_kinds;
    QStandardItemModel m_model;
    QLineEdit *m_filter;
    QListView *m_view;
};

} // namespace App
