// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pageheader.h"

#include "core/format.h"
#include "widgets/metrics.h"
#include "widgets/pill.h"
#include "widgets/text.h"
#include "widgets/tile.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QPainter>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

PageHeader::PageHeader(const QString &iconName, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_state(new Widgets::Pill)
    , m_facts(new Text(TextRole::Body))
    , m_age(new Text(TextRole::Small))
    , m_actions(new QHBoxLayout)
    , m_tabs(new QTabBar)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(H(0.75), H(0.85), H(0.75), 1); // a tab's text begins 0.75 inside it
    column->setSpacing(H(0.3));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(H(0.75), 0, 0, 0);
    row->setSpacing(H(0.8));
    row->addWidget(new Widgets::Tile(iconName, 2.6));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->setSpacing(H(0.6));
    first->addWidget((new Text(TextRole::Title, Core::displayText(name)))->selectable());
    first->addWidget(m_state);
    first->addStretch();
    texts->addLayout(first);
    m_facts->dim();
    texts->addWidget(m_facts);
    row->addLayout(texts, 1);
    m_actions->setSpacing(H(0.35));
    row->addLayout(m_actions);
    column->addLayout(row);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(0, 0, H(0.75), 0);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    //: Accessible name of the tabs of a page
    m_tabs->setAccessibleName(tr("Page"));
    bottom->addWidget(m_tabs);
    bottom->addStretch();
    bottom->addWidget(m_age);
    column->addLayout(bottom);
    m_state->hide();
    m_tick.setInterval(5000);
    connect(&m_tick, &QTimer::timeout, this, &PageHeader::showAge);
}

void PageHeader::setState(Widgets::State state, const QString &word)
{
    m_state->setState(state, word);
    m_state->show();
}

void PageHeader::setFacts(const QStringList &facts)
{
    m_facts->setText(Core::displayText(facts.join(u"  ·  "_s), 400));
}

void PageHeader::addAction(QWidget *widget)
{
    m_actions->addWidget(widget);
}

void PageHeader::setReading()
{
    m_tick.stop();
    //: Page header: the page is being read
    m_age->setText(tr("Reading…"));
}

void PageHeader::setRead()
{
    m_readAt = QDateTime::currentMSecsSinceEpoch();
    m_tick.start();
    showAge();
}

void PageHeader::setStale()
{
    m_tick.stop();
    //: Page header: when the page was read the last time, because it cannot be read now
    m_age->setText(m_readAt == 0 ? QString() : tr("Not read since %1").arg(readAt().toString(u"HH:mm"_s)));
}

QDateTime PageHeader::readAt() const
{
    return QDateTime::fromMSecsSinceEpoch(m_readAt);
}

void PageHeader::showAge()
{
    const qint64 seconds = (QDateTime::currentMSecsSinceEpoch() - m_readAt) / 1000;
    if (seconds < 5)
        //: Page header: age of what is shown
        m_age->setText(tr("Read just now"));
    else if (seconds < 60)
        //: Page header: age of what is shown
        m_age->setText(tr("Read %1 s ago").arg(QString::number(seconds / 5 * 5)));
    else
        //: Page header: when what is shown was read
        m_age->setText(tr("Read at %1").arg(readAt().toString(u"HH:mm"_s)));
}

void PageHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Widgets::color(Widgets::Token::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Widgets::color(Widgets::Token::Border));
}

} // namespace App
