// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include <algorithm>

namespace TestSupport {

/// The visible button with that caption or accessible name, or null.
[[nodiscard]] inline QPushButton *buttonIn(const QWidget *window, const QString &caption)
{
    for (auto *button : window->findChildren<QPushButton *>()) {
        if (button->isVisible() && (button->text() == caption || button->accessibleName() == caption))
            return button;
    }
    return nullptr;
}

/// The input whose label has that caption, or null.
template <typename T>
[[nodiscard]] T *fieldIn(const QWidget *window, const QString &caption)
{
    for (auto *label : window->findChildren<QLabel *>()) {
        auto *const found = qobject_cast<T *>(label->buddy());
        if (label->isVisible() && label->text() == caption && found)
            return found;
    }
    return nullptr;
}

[[nodiscard]] inline QListView *listIn(const QWidget *window, const QString &name)
{
    for (auto *view : window->findChildren<QListView *>()) {
        if (view->isVisible() && view->accessibleName() == name)
            return view;
    }
    return nullptr;
}

/// Whether a visible label contains the text.
[[nodiscard]] inline bool showsText(const QWidget *window, const QString &text)
{
    const auto labels = window->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
                       [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

/// Selects the row that begins with the text; false when there is none that can be chosen.
[[nodiscard]] inline bool choose(QListView *view, const QString &text)
{
    for (int row = 0; view && row < view->model()->rowCount(); ++row) {
        const QModelIndex at = view->model()->index(row, 0);
        if (at.data().toString().startsWith(text) && at.flags().testFlag(Qt::ItemIsEnabled) &&
            at.flags().testFlag(Qt::ItemIsSelectable)) {
            view->setCurrentIndex(at);
            return true;
        }
    }
    return false;
}

} // namespace TestSupport
