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
        const auto found = std::find_if(areas.cbegin(), areas.cend(),
                                        [stop](const QWidget *area) { return area == stop || area->isAncestorOf(stop); });
        return found == areas.cend() ? nullptr : *found;
    };
    const auto keepsTab = [](const QWidget *stop) { return stop->property("keepsTab").toBool(); };
    QWidgetList starts;
    const QWidget *before = nullptr;
    for (QWidget *const stop : stops) {
        const QWidget *const area = areaOf(stop);
        const bool isFirst = area && (!before || area != areaOf(before));
        if (isFirst || keepsTab(stop) || (before && keepsTab(before)))
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
