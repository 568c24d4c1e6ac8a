// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/focus.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace App {

QWidgetList areaStarts(const QWidgetList &stops, const QWidgetList &areas)
{
    const auto areaOf = [&areas](const QWidget *stop) {
        const auto found = std::find_if(areas.cbegin(), areas.cend(), [stop](const QWidget *area) {
            return area == stop || area->isAncestorOf(stop);
        });
        return found == areas.cend() ? nullptr : *found;
    };
    // Where an area has something to choose from, that is what one goes there for, and not the buttons above it.
    const auto startOf = [&stops, &areaOf](qsizetype first) {
        const QWidget *const area = areaOf(stops.at(first));
        for (qsizetype i = first; i < stops.size() && areaOf(stops.at(i)) == area; ++i) {
            if (stops.at(i)->property("startsArea").toBool())
                return stops.at(i);
        }
        return stops.at(first);
    };
    const auto keepsTab = [](const QWidget *stop) { return stop->property("keepsTab").toBool(); };
    QWidgetList starts;
    const QWidget *before = nullptr;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        QWidget *const stop = stops.at(i);
        const QWidget *const area = areaOf(stop);
        if (area && (!before || area != areaOf(before)))
            starts.append(startOf(i));
        else if (keepsTab(stop) || (before && keepsTab(before)))
            starts.append(stop);
        before = stop;
    }
    return starts;
}

void callOnFocusWidget(const char *slot)
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && focus->metaObject()->indexOfMethod((QByteArray(slot) + "()").constData()) >= 0)
        QMetaObject::invokeMethod(focus, slot);
}

} // namespace App
