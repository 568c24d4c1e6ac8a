// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/menus.h"

#include <QAbstractItemView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace Widgets {

namespace {

QMenu *menuOf(QAbstractItemView &view, const QList<QPushButton *> &buttons)
{
    auto *const menu = new QMenu(&view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(view.accessibleName());
    menu->setToolTipsVisible(true); // why an action is off
    for (QPushButton *const button : buttons) {
        if (!button->isVisible())
            continue;
        QAction *const action = menu->addAction(button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
        action->setToolTip(button->toolTip());
    }
    return menu;
}

} // namespace

void offerRowMenu(QAbstractItemView &view, const std::function<QMenu *()> &menu)
{
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(&view, &QWidget::customContextMenuRequested, &view, [&view, menu](const QPoint &point) {
        const QRect row = view.visualRect(view.currentIndex());
        QMenu *const shown = row.isValid() ? menu() : nullptr;
        if (!shown)
            return;
        // The key asks in the middle of the view, wherever the row is.
        const bool isInRow = point.y() >= row.top() && point.y() <= row.bottom();
        shown->popup(view.viewport()->mapToGlobal(isInRow ? point : row.bottomLeft()));
    });
}

void offerRowMenu(QAbstractItemView &view, const std::function<QList<QPushButton *>()> &buttons)
{
    offerRowMenu(view, std::function<QMenu *()>([&view, buttons] { return menuOf(view, buttons()); }));
}

void offerMenu(QToolButton &button, QMenu &menu)
{
    QObject::connect(&button, &QToolButton::clicked, &menu, [&button, &menu] {
        button.setDown(true);
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()));
    });
    QObject::connect(&menu, &QMenu::aboutToHide, &button, [&button] { button.setDown(false); });
}

} // namespace Widgets
