// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusline.h"

#include "aiven/channel.h"
#include "app/waitnotice.h"
#include "core/format.h"
#include "widgets/card.h"
#include "widgets/elidedlabel.h"
#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/statelabel.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QPainter>

namespace App {

using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace {

class TopEdge final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Widgets::color(Widgets::Token::Window));
        painter.fillRect(QRect(0, 0, width(), 1), Widgets::color(Widgets::Token::Border));
    }
};

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    //: Status bar: no account is open
    , m_connection(new Widgets::StateLabel(Widgets::State::Off, tr("Not connected")))
    //: Status bar: nothing happened yet
    , m_result(new Widgets::ElidedLabel(tr("Ready")))
    , m_waits(new WaitNotice)
    , m_zone(new Text(TextRole::Small, QDateTime::currentDateTime().timeZoneAbbreviation()))
    , m_zoom(new Text(TextRole::Small))
    , m_calls(new Text(TextRole::Small))
{
    setSizeGripEnabled(false);
    auto *inside = new TopEdge;
    inside->setMinimumHeight(H(1.6));
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(H(0.75), 1, H(0.6), 0);
    row->setSpacing(H(0.5));
    row->addWidget(m_connection);
    row->addWidget(new Widgets::Hairline(Qt::Vertical));
    row->addWidget(m_result, 1);
    row->addWidget(m_waits);
    row->addWidget(m_zone);
    row->addSpacing(H(0.3));
    row->addWidget(m_zoom);
    row->addSpacing(H(0.3));
    row->addWidget(m_calls);
    setContentsMargins(0, 0, 0, 0);
    addWidget(inside, 1);
    m_connection->setFont(Widgets::smallFont());
    m_result->setFont(Widgets::smallFont());
    setZoom(100);
}

void StatusLine::setConnection(Widgets::State state, const QString &text)
{
    m_connection->setState(state, text);
}

void StatusLine::setResult(const QString &text)
{
    m_result->setText(Core::displayText(text, 300));
}

void StatusLine::setZoom(int percent)
{
    //: Zoom in the status bar
    m_zoom->setText(tr("%1 %").arg(QString::number(percent)));
}

void StatusLine::addWait(const Aiven::CallWait &wait)
{
    m_waits->add(wait);
}

void StatusLine::addCall(const Aiven::CallRecord &call)
{
    ++m_count;
    m_lastTime = call.elapsed;
    const QString time = QString::number(m_lastTime);
    //: Status bar: number of requests so far and how long the last one took
    m_calls->setText(tr("%n request(s), %1 ms", nullptr, m_count).arg(time));
    //: Tooltip in the status bar: the last request, the number of its answer, and how long it took
    m_calls->setToolTip(tr("%1: %2, %3 ms").arg(call.request, QString::number(call.httpStatus), time));
}

} // namespace App
