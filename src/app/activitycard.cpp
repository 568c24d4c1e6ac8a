// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activitycard.h"

#include "app/activitylog.h"
#include "core/format.h"
#include "widgets/card.h"
#include "widgets/elidedlabel.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QGridLayout>
#include <QPainter>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace {

/// The mark of one line; the line itself says what happened.
class Mark final : public QWidget
{
public:
    explicit Mark(Widgets::State state) : m_state(state) { setFixedSize(H(1), H(1.5)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const double side = H(0.5);
        Widgets::paintStateMark(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_state);
    }

private:
    Widgets::State m_state;
};

} // namespace

ActivityCard::ActivityCard(ActivityLog &log, Place place, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_place(std::move(place))
    , m_grid(new QGridLayout)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Widgets::Card;
    outer->addWidget(card);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(H(1), H(0.9), H(1), H(0.75));
    column->setSpacing(H(0.4));
    //: Heading of a card
    column->addWidget(new Text(TextRole::Label, tr("Recent activity")));
    m_grid->setVerticalSpacing(0);
    m_grid->setHorizontalSpacing(H(0.35));
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    column->addStretch();
    connect(&log, &ActivityLog::added, this, [this](const Place &changed) {
        if (changed == m_place)
            fill();
    });
    fill();
}

void ActivityCard::fill()
{
    constexpr int kShown = 4;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QList<ActivityLog::Entry> entries = m_log.of(m_place, kShown);
    if (entries.isEmpty()) {
        //: Card "Recent activity" without entries
        m_grid->addWidget(
            (new Text(TextRole::Body, tr("Nothing yet in this session. What you set up, apply or disconnect "
                                         "is listed here.")))
                ->dim()
                ->wrapped(),
            0, 0, 1, 3);
        return;
    }
    int row = 0;
    for (const ActivityLog::Entry &entry : entries) {
        m_grid->addWidget(new Mark(entry.state), row, 0);
        m_grid->addWidget(new Widgets::ElidedLabel(Core::displayText(entry.text, 300)), row, 1);
        m_grid->addWidget(new Text(TextRole::Small, entry.when.toString(u"HH:mm:ss"_s)), row, 2);
        ++row;
    }
}

} // namespace App
