// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/problemdelegate.h"

#include "document/problem.h"
#include "models/problemmodel.h"
#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"

#include <QAbstractItemView>
#include <QPainter>

using Models::ProblemModel;
using Widgets::H;
using Widgets::Token;

namespace App {

void ProblemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect,
                          Widgets::color(view && view->hasFocus() ? Token::Selection : Token::IdleSelection));
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      Widgets::color(Token::Border));
    QRect rect = option.rect.adjusted(H(0.5), 0, -H(0.5), 0);
    const bool isError = index.data(ProblemModel::SeverityRole).toInt() == int(Document::Severity::Error);
    Token ink = Token::Text;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    painter->setFont(Widgets::scaledFont(1.0));
    if (index.column() == ProblemModel::SeverityColumn) {
        ink = isError ? Token::Error : Token::Warning;
        const QRectF glyph(rect.left() + H(0.1), rect.center().y() - H(0.42), H(0.9), H(0.9));
        Widgets::paintGlyph(*painter, glyph, isError ? "error" : "warning", Widgets::color(ink));
        rect.setLeft(rect.left() + H(1.45));
    } else if (index.column() == ProblemModel::PlaceColumn) {
        ink = Token::Dim;
    } else if (index.column() == ProblemModel::FixColumn) {
        ink = Token::Accent;
        alignment = Qt::AlignRight | Qt::AlignVCenter;
    }
    painter->setPen(Widgets::color(ink));
    painter->drawText(rect, int(alignment),
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    painter->restore();
}

} // namespace App
