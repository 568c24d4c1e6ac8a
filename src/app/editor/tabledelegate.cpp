// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/tabledelegate.h"

#include "models/tablelistmodel.h"
#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/pill.h"

#include <QAbstractItemView>
#include <QPainter>

using namespace Qt::StringLiterals;
using Models::TableListModel;
using Widgets::H;
using Widgets::Token;
using Widgets::Tone;

namespace App {

namespace {

struct Fact
{
    QString text;
    Tone tone;
};

QList<Fact> factsOf(const QModelIndex &index)
{
    const int topics = index.data(TableListModel::TopicCountRole).toInt();
    //: Pill in the list of tables
    const QString reads = topics == 1 ? TableDelegate::tr("reads 1 topic")
                                      //: Pill in the list of tables
                                      : TableDelegate::tr("reads %n topics", nullptr, topics);
    QList<Fact> facts{{reads, Tone::Neutral}};
    if (index.data(TableListModel::HasViewRole).toBool()) {
        //: Pill in the list of tables: a materialized view stores what it reads
        facts.append({TableDelegate::tr("has a view"), Tone::Accent});
    } else if (index.data(TableListModel::CanWriteRole).toBool()) {
        //: Pill in the list of tables: rows can be inserted
        facts.append({TableDelegate::tr("writes"), Tone::Ok});
    } else {
        //: Pill in the list of tables: rows cannot be inserted, it has several topics or none
        facts.append({TableDelegate::tr("cannot write"), Tone::Warning});
    }
    return facts;
}

/// Number and mark of the worst problems at the right edge; returns where they begin.
int paintProblems(QPainter &painter, const QRect &line, const QModelIndex &index)
{
    const int errors = index.data(TableListModel::ErrorCountRole).toInt();
    const int warnings = index.data(TableListModel::WarningCountRole).toInt();
    if (errors + warnings == 0)
        return line.right();
    const QColor ink = Widgets::color(errors ? Token::Error : Token::Warning);
    const QString count = QString::number(errors ? errors : warnings);
    painter.setFont(Widgets::smallFont());
    painter.setPen(ink);
    const int width = painter.fontMetrics().horizontalAdvance(count);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, count);
    const int left = line.right() - width - H(1.15);
    Widgets::paintGlyph(painter, QRectF(left, line.center().y() - H(0.4), H(0.85), H(0.85)),
                        errors ? "error" : "warning", ink);
    return left - H(0.3);
}

} // namespace

QString TableDelegate::description(const QModelIndex &index)
{
    QStringList parts{index.data().toString()};
    for (const Fact &fact : factsOf(index))
        parts.append(fact.text);
    const int errors = index.data(TableListModel::ErrorCountRole).toInt();
    const int warnings = index.data(TableListModel::WarningCountRole).toInt();
    if (errors) {
        //: Read aloud for a row in the list of tables
        parts.append(errors == 1 ? tr("1 error") : tr("%n errors", nullptr, errors));
    }
    if (warnings) {
        //: Read aloud for a row in the list of tables
        parts.append(warnings == 1 ? tr("1 warning") : tr("%n warnings", nullptr, warnings));
    }
    return parts.join(u", ");
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {H(10), H(2.9)};
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        const bool active = view && view->hasFocus();
        painter->setPen(Qt::NoPen);
        painter->setBrush(Widgets::color(!selected ? Token::Hover : active ? Token::Selection : Token::IdleSelection));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), 5, 5);
    }
    const QRect box = option.rect.adjusted(H(0.45), H(0.25), -H(0.35), -H(0.2));
    Widgets::paintGlyph(*painter, QRectF(box.left(), box.center().y() - H(0.5), H(1), H(1)), "table",
                        Widgets::color(Token::Dim));
    QRect line(box.left() + H(1.45), box.top(), 0, H(1.25));
    line.setRight(box.right());
    const int right = paintProblems(*painter, line, index);
    painter->setFont(Widgets::labelFont());
    painter->setPen(Widgets::color(Token::Text));
    //: In the list of tables: a table that has no name yet
    const QString name = index.data().toString().isEmpty() ? tr("(no name)") : index.data().toString();
    painter->drawText(QRect(line.left(), line.top(), right - line.left(), line.height()), Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, right - line.left()));
    int left = line.left();
    for (const Fact &fact : factsOf(index)) {
        const QRectF place(left, line.bottom() + 1, box.right() - left, H(1.2));
        left += Widgets::paintPill(*painter, place, fact.text, fact.tone) + H(0.25);
    }
    painter->restore();
}

} // namespace App
