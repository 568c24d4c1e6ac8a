// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place.h"
#include "widgets/state.h"

#include <QDateTime>
#include <QList>
#include <QObject>

namespace App {

/// What happened to the services in this session, newest first; shown as "Recent activity".
class ActivityLog final : public QObject
{
    Q_OBJECT
public:
    struct Entry
    {
        Place place;
        QDateTime when;
        Widgets::State state = Widgets::State::Ok;
        QString text;
    };

    using QObject::QObject;

    void add(const Place &place, Widgets::State state, const QString &text);
    [[nodiscard]] QList<Entry> of(const Place &place, int most) const;

signals:
    void added(const App::Place &place);

private:
    QList<Entry> m_entries;
};

} // namespace App
