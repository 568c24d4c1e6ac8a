// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apicall.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace Aiven {
struct CallWait;
}
namespace Widgets {
class Text;
}

namespace App {

/// Requests that wait because a server asked for a pause, counted down, with Cancel. Hidden while none does.
class WaitNotice final : public QWidget
{
    Q_OBJECT
public:
    explicit WaitNotice(QWidget *parent = nullptr);

    void add(const Aiven::CallWait &wait);

private:
    struct Wait
    {
        QPointer<Aiven::ApiCall> call;
        QString request;
        QDeadlineTimer until;
    };

    void refresh();
    /// The requests answer with the error that made them wait.
    void cancel();

    QList<Wait> m_waits;
    QTimer m_tick;
    Widgets::Text *m_text;
};

} // namespace App
