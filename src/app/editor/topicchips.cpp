// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/topicchips.h"

#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QPainter>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Token;

namespace App {

namespace {

int widthOf(const QFont &font, const QString &text)
{
    return QFontMetrics(font).horizontalAdvance(text);
}

} // namespace

QString ChipDelegate::detail(const QModelIndex &index)
{
    if (index.data(MissingRole).toBool()) {
        //: On a topic's chip: the Kafka service has no such topic
        return tr("not found");
    }
    const QVariant partitions = index.data(PartitionsRole);
    if (!partitions.isValid())
        return {};
    const int count = partitions.toInt();
    //: On a topic's chip
    return count == 1 ? tr("1 partition") : tr("%n partitions", nullptr, count);
}

bool ChipDelegate::isOnCross(const QRect &chip, const QPoint &at)
{
    return chip.contains(at) && at.x() > chip.right() - H(1.6);
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString more = detail(index);
    const int detailWidth = more.isEmpty() ? 0 : widthOf(Widgets::smallFont(), more) + H(0.5);
    return {H(1.9) + widthOf(Widgets::fixedFont(), index.data().toString()) + detailWidth + H(1.9), H(1.4)};
}

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool missing = index.data(MissingRole).toBool();
    const bool current = option.state & QStyle::State_Selected && view && view->hasFocus();
    const QRect chip = option.rect.adjusted(0, 1, -H(0.4), -1);
    painter->setPen(current ? QPen(Widgets::color(Token::Accent), 1.5) : QPen(Qt::NoPen));
    painter->setBrush(Widgets::color(missing ? Token::WarningSoft : Token::AccentSoft));
    painter->drawRoundedRect(QRectF(chip).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
    const QRectF glyph(chip.left() + H(0.5), chip.center().y() - H(0.4), H(0.85), H(0.85));
    Widgets::paintGlyph(*painter, glyph, missing ? "warning" : "topic",
                        Widgets::color(missing ? Token::Warning : Token::Accent));
    QRect text = chip.adjusted(H(1.65), 0, 0, 0);
    painter->setFont(Widgets::fixedFont());
    painter->setPen(Widgets::color(Token::Text));
    painter->drawText(text, Qt::AlignVCenter, index.data().toString());
    text.setLeft(text.left() + painter->fontMetrics().horizontalAdvance(index.data().toString()) + H(0.5));
    painter->setFont(Widgets::smallFont());
    painter->setPen(Widgets::color(missing ? Token::Warning : Token::Dim));
    painter->drawText(text, Qt::AlignVCenter, detail(index));
    Widgets::paintGlyph(*painter, QRectF(chip.right() - H(1.05), chip.center().y() - H(0.35), H(0.75), H(0.75)), "x",
                        Widgets::color(Token::Dim));
    painter->restore();
}

} // namespace App
