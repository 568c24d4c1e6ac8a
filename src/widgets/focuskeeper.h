// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace Widgets {

/// Keeps a window from being without focus: when the widget that had it is destroyed, or a page without anything to
/// stop at came in its place, the nearest part of the window that is still there takes it. Without focus the keyboard
/// would lead nowhere, and a screen reader would fall silent. What lost the focus by being switched off, as a form is while
/// it is sent, gets it back when it is switched on again, unless somebody moved on: else Return would press Cancel next.
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
    /// Whether the one that had the focus was switched off, and who has it instead.
    void noteStandIn(QWidget *old, QWidget *now);

    QWidget &m_window;
    QList<QPointer<QWidget>> m_way; ///< from what had the focus last up to the window
    QPointer<QWidget> m_off;
    QPointer<QWidget> m_standIn;
};

} // namespace Widgets
