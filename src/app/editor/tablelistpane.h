// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QMenu;
class QSortFilterProxyModel;
class QToolButton;

namespace Widgets {
class Text;
}

namespace App {

/// The tables of the draft: choose, add, and everything that concerns a table as a whole.
class TableListPane final : public QWidget
{
    Q_OBJECT

public:
    explicit TableListPane(Document::Draft &draft, QWidget *parent = nullptr);

    /// The row in the draft, or -1.
    [[nodiscard]] int currentTable() const;
    void setCurrentTable(int row);
    [[nodiscard]] QListView *view() const { return m_view; }

signals:
    void currentTableChanged(int row);
    void addRequested();
    void renameRequested();

private:
    void buildHead();
    void buildMenu();
    void updateState();
    void onCurrentChanged();
    void move(int step);
    void remove();
    bool eventFilter(QObject *watched, QEvent *event) override;

    Document::Draft &m_draft;
    QSortFilterProxyModel *m_proxy;
    QListView *m_view;
    Widgets::Text *m_count;
    QLineEdit *m_filter;
    QMenu *m_menu;
    QToolButton *m_add;
    QToolButton *m_more;
    int m_current = -1;
};

} // namespace App
