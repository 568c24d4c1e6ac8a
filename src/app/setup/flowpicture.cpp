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

namespace {

/// "reads" over an arrow to the right, "writes" below one to the left.
class Arrows final : public QWidget
{
public:
    Arrows()
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(H(1.2));
        //: above an arrow from the Apache Kafka service to the ClickHouse database
        column->addWidget(new Widgets::Text(Widgets::TextRole::Small, FlowPicture::tr("reads")), 0,
                          Qt::AlignHCenter | Qt::AlignBottom);
        //: below an arrow from the ClickHouse database to the Apache Kafka service
        column->addWidget(new Widgets::Text(Widgets::TextRole::Small, FlowPicture::tr("writes")), 0,
                          Qt::AlignHCenter | Qt::AlignTop);
        setFixedWidth(H(6));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Widgets::color(Widgets::Token::Accent), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const double middle = height() / 2.0;
        paintArrow(painter, middle - H(0.28), true);
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
};

QWidget *box(const QString &iconName, Widgets::ElidedLabel *name, Widgets::ElidedLabel *facts)
{
    auto *card = new Widgets::Card;
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(H(0.75), H(0.3), H(0.75), H(0.3));
    row->setSpacing(H(0.65));
    row->addWidget(new Glyph(iconName));
    auto *lines = new QVBoxLayout;
    lines->setSpacing(0);
    facts->setFont(Widgets::smallFont());
    facts->setForegroundRole(QPalette::PlaceholderText);
    lines->addWidget(name);
    lines->addWidget(facts);
    row->addLayout(lines, 1);
    return card;
}

} // namespace

FlowPicture::FlowPicture(QWidget *parent)
    : QWidget(parent)
    , m_source(new Widgets::ElidedLabel)
    , m_sourceFacts(new Widgets::ElidedLabel)
    , m_database(new Widgets::ElidedLabel)
    , m_databaseFacts(new Widgets::ElidedLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(H(0.5), H(0.5), H(0.5), H(0.5));
    row->setSpacing(H(0.5));
    m_source->setFont(Widgets::labelFont());
    m_database->setFont(Widgets::fixedFont());
    row->addWidget(box(u"kafka"_s, m_source, m_sourceFacts), 1);
    row->addWidget(new Arrows);
    row->addWidget(box(u"db"_s, m_database, m_databaseFacts), 1);
}

void FlowPicture::setSource(const QString &name, const QString &facts)
{
    m_source->setText(name);
    m_sourceFacts->setText(facts);
}

void FlowPicture::setDatabase(const QString &name, const QString &facts)
{
    m_database->setText(name);
    m_databaseFacts->setText(facts);
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
