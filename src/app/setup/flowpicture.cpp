// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/flowpicture.h"

#include "widgets/card.h"
#include "widgets/elidedlabel.h"
#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

/// "reads" over an arrow to the right, "writes" below one to the left; or one arrow with its word.
class FlowArrows final : public QWidget
{
public:
    FlowArrows()
        : m_upper(new Widgets::Text(Widgets::TextRole::Small))
        //: below an arrow from the ClickHouse database to the Apache Kafka service
        , m_lower(new Widgets::Text(Widgets::TextRole::Small, FlowPicture::tr("writes")))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(H(1.2));
        column->addWidget(m_upper, 0, Qt::AlignHCenter | Qt::AlignBottom);
        column->addWidget(m_lower, 0, Qt::AlignHCenter | Qt::AlignTop);
        setFixedWidth(H(6));
    }

    void setFlow(FlowPicture::Flow flow)
    {
        m_isBoth = flow == FlowPicture::Flow::ReadsAndWrites;
        //: above an arrow: ClickHouse reads from the source
        m_upper->setText(flow == FlowPicture::Flow::Sends ? FlowPicture::tr("sends") : FlowPicture::tr("reads"));
        // Invisible, but with its room: the picture stays as high.
        m_lower->setText(m_isBoth ? FlowPicture::tr("writes") : QString());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Widgets::color(Widgets::Token::Accent), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const double middle = height() / 2.0;
        paintArrow(painter, middle - H(0.28), true);
        if (m_isBoth)
            paintArrow(painter, middle + H(0.28), false);
    }

private:
    void paintArrow(QPainter &painter, double y, bool toRight) const
    {
        const double tip = toRight ? width() - 1.0 : 1.0;
        const double back = H(0.4) * (toRight ? -1.0 : 1.0);
        painter.drawLine(QPointF(1, y), QPointF(width() - 1.0, y));
        painter.drawPolyline(QPolygonF({{tip + back, y - H(0.25)}, {tip, y}, {tip + back, y + H(0.25)}}));
    }

    Widgets::Text *m_upper;
    Widgets::Text *m_lower;
    bool m_isBoth = true;
};

QWidget *FlowPicture::box(const Side &side)
{
    auto *card = new Widgets::Card;
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(H(0.75), H(0.3), H(0.75), H(0.3));
    row->setSpacing(H(0.65));
    row->addWidget(side.glyph);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(0);
    side.facts->setFont(Widgets::smallFont());
    side.facts->setForegroundRole(QPalette::PlaceholderText);
    lines->addWidget(side.name);
    lines->addWidget(side.facts);
    row->addLayout(lines, 1);
    return card;
}

FlowPicture::FlowPicture(QWidget *parent)
    : QWidget(parent)
    , m_source{new Glyph(u"kafka"_s), new Widgets::ElidedLabel, new Widgets::ElidedLabel}
    , m_target{new Glyph(u"db"_s), new Widgets::ElidedLabel, new Widgets::ElidedLabel}
    , m_arrows(new FlowArrows)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(H(0.5), H(0.5), H(0.5), H(0.5));
    row->setSpacing(H(0.5));
    m_source.name->setFont(Widgets::labelFont());
    m_target.name->setFont(Widgets::fixedFont());
    row->addWidget(box(m_source), 1);
    row->addWidget(m_arrows);
    row->addWidget(box(m_target), 1);
    setFlow(Flow::ReadsAndWrites);
}

void FlowPicture::setFlow(Flow flow)
{
    m_arrows->setFlow(flow);
}

void FlowPicture::setSource(const QString &iconName, const QString &name, const QString &facts)
{
    m_source.glyph->setGlyph(iconName, {});
    m_source.name->setText(name);
    m_source.facts->setText(facts);
}

void FlowPicture::setTarget(const QString &iconName, const QString &name, const QString &facts)
{
    m_target.glyph->setGlyph(iconName, {});
    m_target.name->setText(name);
    m_target.facts->setText(facts);
}

void FlowPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().alternateBase());
    painter.drawRoundedRect(rect(), 6, 6);
}

Glyph::Glyph(const QString &iconName, QWidget *parent) : QWidget(parent), m_iconName(iconName)
{
    setFixedSize(H(1), H(1));
}

void Glyph::setGlyph(const QString &iconName, const QColor &ink)
{
    m_iconName = iconName;
    m_ink = ink;
    update();
}

void Glyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    Widgets::paintGlyph(painter, rect(), m_iconName, m_ink.isValid() ? m_ink : Widgets::color(Widgets::Token::Accent));
}

} // namespace App
