// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/waitnotice.h"

#include "aiven/channel.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace App {

using Widgets::H;

WaitNotice::WaitNotice(QWidget *parent) : QWidget(parent), m_text(new Widgets::Text(Widgets::TextRole::Small))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(H(0.25));
    row->addWidget(m_text);
    //: Button in the status bar: requests that wait are given up
    QPushButton *cancel = Widgets::makeButton(tr("Cancel"), "quiet");
    //: Accessible name of that button
    cancel->setAccessibleName(tr("Cancel the waiting requests"));
    row->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, &WaitNotice::cancel);
    m_tick.setInterval(1'000);
    connect(&m_tick, &QTimer::timeout, this, &WaitNotice::refresh);
    hide();
}

void WaitNotice::add(const Aiven::CallWait &wait)
{
    m_waits.append({wait.call, wait.request, QDeadlineTimer(std::chrono::seconds(wait.seconds))});
    connect(wait.call, &QObject::destroyed, this, &WaitNotice::refresh);
    m_tick.start();
    refresh();
}

void WaitNotice::refresh()
{
    m_waits.removeIf([](const Wait &wait) { return !wait.call || wait.until.hasExpired(); });
    setVisible(!m_waits.isEmpty());
    if (m_waits.isEmpty())
        return m_tick.stop();
    const auto next = std::min_element(m_waits.cbegin(), m_waits.cend(),
                                       [](const Wait &one, const Wait &other) { return one.until < other.until; });
    const QString seconds = QString::number((next->until.remainingTime() + 999) / 1000);
    //: Status bar: the server wanted a pause; %1 are seconds, %n requests wait for it
    m_text->setText(tr("%n request(s) waiting %1 s, then asking again", nullptr, int(m_waits.size())).arg(seconds));
    m_text->setToolTip(next->request.toHtmlEscaped());
}

void WaitNotice::cancel()
{
    const QList<Wait> given = std::exchange(m_waits, {});
    for (const Wait &wait : given) {
        if (wait.call)
            wait.call->giveUp();
    }
    refresh();
}

} // namespace App
