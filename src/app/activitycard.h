// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place.h"

#include <QWidget>

class QGridLayout;

namespace App {
class ActivityLog;

/// "Recent activity": what this session did with the service, newest first.
class ActivityCard final : public QWidget
{
    Q_OBJECT
public:
    ActivityCard(ActivityLog &log, Place place, QWidget *parent = nullptr);

private:
    void fill();

    ActivityLog &m_log;
    const Place m_place;
    QGridLayout *m_grid;
};

} // namespace App
