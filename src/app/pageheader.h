// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state.h"

#include <QTabBar>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;

namespace Widgets {
class Pill;
class Text;
class Tile;
} // namespace Widgets

namespace App {

/// Tile, name and state; the facts on one line; page actions at the right; tabs, and how old the page is.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &iconName, const QString &name, QWidget *parent = nullptr);

    void setState(Widgets::State state, const QString &word);
    void setFacts(const QStringList &facts);
    void addAction(QWidget *widget);
    using QWidget::addAction;
    [[nodiscard]] QTabBar &tabs() { return *m_tabs; }

    void setReading();
    /// The page was read now; the age is kept up to date from here on.
    void setRead();
    /// It could not be read again: "Not read since 13:40".
    void setStale();
    [[nodiscard]] QDateTime readAt() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showAge();

    Widgets::Pill *m_state;
    Widgets::Text *m_facts;
    Widgets::Text *m_age;
    QHBoxLayout *m_actions;
    QTabBar *m_tabs;
    QTimer m_tick;
    qint64 m_readAt = 0; ///< milliseconds since the epoch, 0: never
};

} // namespace App
