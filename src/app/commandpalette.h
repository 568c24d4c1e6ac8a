// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place.h"

#include <QDialog>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

class QAction;
class QLineEdit;
class QListView;

namespace App {

/// The button in the corner of the menu bar that looks like a field and opens the palette.
class CommandBox final : public QPushButton
{
    Q_OBJECT
public:
    explicit CommandBox(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Every command of the menus and every service that was read, found by typing a part of the name.
class CommandPalette final : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(const QList<QAction *> &actions, const QList<Place> &services, QWidget *parent);

signals:
    void serviceChosen(const App::Place &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addActions(const QList<QAction *> &actions);
    void addServices(const QList<Place> &services);
    void onFilter(const QString &text);
    void run(const QModelIndex &index);

    QStandardItemModel m_model;
    QSortFilterProxyModel m_proxy;
    QList<Place> m_services;
    QLineEdit *m_filter;
    QListView *m_list;
};

} // namespace App
