// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace Widgets {

/// Keeps a window from being without focus: when the widget that had it is destroyed, or a page without anything to
/// stop at came in its place, the nearest part of the window that is still there takes it. Without focus the keyboard
/// would lead nowhere, and a screen reader would fall silent.
class FocusKeeper final : public QObject
{
    Q_OBJECT

public:
    explicit FocusKeeper(QWidget &window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onFocusChanged(QWidget *old, QWidget *now);
    void mendLater();
    void mend();

    QWidget &m_window;
    QList<QPointer<QWidget>> m_way; ///< from what had the focus last up to the window
};

} // namespace Widgets
