// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state.h"

#include <QStatusBar>

class QLabel;

namespace Aiven {
struct CallRecord;
struct CallWait;
} // namespace Aiven
namespace Widgets {
class StateLabel;
}

namespace App {
class WaitNotice;

/// The bar at the bottom: connection · last result · zone, zoom, requests.
class StatusLine final : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setConnection(Widgets::State state, const QString &text);
    void setResult(const QString &text);
    void setZoom(int percent);
    void addCall(const Aiven::CallRecord &call);
    void addWait(const Aiven::CallWait &wait);

private:
    Widgets::StateLabel *m_connection;
    QLabel *m_result;
    WaitNotice *m_waits;
    QLabel *m_zone;
    QLabel *m_zoom;
    QLabel *m_calls;
    int m_count = 0;
    qint64 m_lastTime = 0;
};

} // namespace App
