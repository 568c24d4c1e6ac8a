// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activitylog.h"

namespace App {

void ActivityLog::add(const Place &place, Widgets::State state, const QString &text)
{
    constexpr qsizetype kMost = 500;
    m_entries.prepend({place, QDateTime::currentDateTime(), state, text});
    if (m_entries.size() > kMost)
        m_entries.removeLast();
    emit added(place);
}

QList<ActivityLog::Entry> ActivityLog::of(const Place &place, int most) const
{
    QList<Entry> found;
    for (const Entry &entry : m_entries) {
        if (entry.place == place && found.size() < most)
            found.append(entry);
    }
    return found;
}

} // namespace App
