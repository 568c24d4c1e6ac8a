// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/taborder.h"

#include <QGridLayout>
#include <QHash>
#include <QWidget>

#include <algorithm>

namespace Widgets {

namespace {

/// A grid gives its items in the order of their making.
QList<QLayoutItem *> itemsOf(const QLayout &layout)
{
    QList<QLayoutItem *> items;
    QHash<QLayoutItem *, std::pair<int, int>> places;
    const auto *const grid = qobject_cast<const QGridLayout *>(&layout);
    for (int i = 0; i < layout.count(); ++i) {
        items.append(layout.itemAt(i));
        int row = 0, column = 0, rows = 0, columns = 0;
        if (grid)
            grid->getItemPosition(i, &row, &column, &rows, &columns);
        places.insert(items.last(), {row, column});
    }
    std::stable_sort(items.begin(), items.end(),
                     [&places](QLayoutItem *one, QLayoutItem *other) { return places[one] < places[other]; });
    return items;
}

/// What no layout holds, such as the panes of splitters, row by row as it stands now. What begins above the middle of
/// the first in a row is beside it.
QWidgetList inRows(QWidgetList widgets)
{
    std::stable_sort(widgets.begin(), widgets.end(),
                     [](const QWidget *one, const QWidget *other) { return one->y() < other->y(); });
    for (qsizetype begin = 0; begin < widgets.size();) {
        const int middle = widgets.at(begin)->geometry().center().y();
        const auto end = std::find_if(widgets.begin() + begin + 1, widgets.end(),
                                      [middle](const QWidget *one) { return one->y() > middle; });
        std::stable_sort(widgets.begin() + begin, end,
                         [](const QWidget *one, const QWidget *other) { return one->x() < other->x(); });
        begin = end - widgets.begin();
    }
    return widgets;
}

/// All widgets below one, in reading order.
class Reading
{
public:
    explicit Reading(const QWidget &area) { addChildren(area); }

    QWidgetList widgets;

private:
    void addChildren(const QWidget &parent)
    {
        const qsizetype first = widgets.size();
        if (const QLayout *const layout = parent.layout()) {
            if (QWidget *const menuBar = layout->menuBar())
                add(menuBar);
            addLayout(*layout);
        }
        QWidgetList others;
        for (QWidget *const child : parent.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (!child->isWindow() && std::find(widgets.cbegin() + first, widgets.cend(), child) == widgets.cend())
                others.append(child);
        }
        for (QWidget *const child : inRows(others))
            add(child);
    }
    void addLayout(const QLayout &layout)
    {
        for (QLayoutItem *const item : itemsOf(layout)) {
            if (QWidget *const widget = item->widget())
                add(widget);
            else if (const QLayout *const inner = item->layout())
                addLayout(*inner);
        }
    }
    void add(QWidget *widget)
    {
        widgets.append(widget);
        addChildren(*widget);
    }
};

bool isStop(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy() && widget.isVisible() && widget.isEnabled();
}

} // namespace

QWidgetList tabStops(const QWidget &area)
{
    QWidgetList stops = Reading(area).widgets;
    stops.prepend(const_cast<QWidget *>(&area));
    stops.removeIf([](const QWidget *widget) { return !isStop(*widget); });
    return stops;
}

bool moveFocus(QWidget &window, bool next)
{
    const QWidgetList all = Reading(window).widgets;
    const QWidget *const focus = window.focusWidget();
    const qsizetype count = all.size();
    const qsizetype at = all.indexOf(focus);
    // What was hidden or switched off hands the focus to a neighbour: after the last widget to the one before.
    const bool isLost = at >= 0 && !isStop(*focus);
    for (qsizetype step = 1; step < count + (at < 0 ? 1 : 0); ++step) {
        qsizetype to = at < 0 && !next ? count - step : next ? at + step : at - step;
        if (isLost && to >= count)
            to = at - (to - count + 1);
        QWidget *const widget = all.at((to + count) % count);
        if (isStop(*widget)) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace Widgets
