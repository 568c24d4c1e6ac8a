// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/diffmodel.h"

#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using Document::TextLine;
using Widgets::H;
using Widgets::Token;

namespace App {

void DiffModel::setLines(const QList<TextLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    m_width = 0;
    for (const TextLine &line : lines)
        m_width = qMax(m_width, int(line.text.size()));
    endResetModel();
}

int DiffModel::count(TextLine::Kind kind) const
{
    return int(
        std::count_if(m_lines.begin(), m_lines.end(), [kind](const TextLine &line) { return line.kind == kind; }));
}

int DiffModel::nextChange(int from, int step) const
{
    const auto isChange = [this](qsizetype row) {
        return row >= 0 && row < m_lines.size() && m_lines[row].kind != TextLine::Kind::Same;
    };
    for (int row = from + step; row >= 0 && row < m_lines.size(); row += step) {
        if (isChange(row) && !isChange(row - 1))
            return row;
    }
    return -1;
}

int DiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant DiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TextLine &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return QString::fromUtf8(line.text);
    case Qt::AccessibleTextRole:
        return (line.kind == TextLine::Kind::Same    ? u""_s
                : line.kind == TextLine::Kind::Added ? u"+ "_s
                                                     : u"− "_s) +
               QString::fromUtf8(line.text);
    case KindRole: return int(line.kind);
    case NumberRole: return index.row() + 1;
    default: return {};
    }
}

namespace {

/// Draws a line of JSON piece by piece.
void paintJson(QPainter &painter, QRect rect, const QString &text)
{
    static const QRegularExpression piece(uR"("(?:\\.|[^"\\])*"(\s*:)?|-?\d[\d.eE+-]*|true|false|null)"_s);
    const auto draw = [&painter, &rect](const QString &part, Token token) {
        painter.setPen(Widgets::color(token));
        painter.drawText(rect, Qt::AlignVCenter, part);
        rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(part));
    };
    qsizetype done = 0;
    for (auto match = piece.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        draw(text.sliced(done, found.capturedStart() - done), Token::Text);
        const bool isText = found.captured().startsWith(u'"');
        const bool isKey = !found.captured(1).isEmpty();
        const bool isNumber = !isText && !found.captured().front().isLetter();
        draw(found.captured(), isKey      ? Token::SyntaxKey
                               : isText   ? Token::SyntaxString
                               : isNumber ? Token::SyntaxNumber
                                          : Token::SyntaxLiteral);
        done = found.capturedEnd();
    }
    draw(text.sliced(done), Token::Text);
}

} // namespace

QSize DiffDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(Widgets::fixedFont());
    const auto *model = qobject_cast<const DiffModel *>(index.model());
    const int characters = qMin(model ? model->width() : 0, 4000);
    return {H(3.4) + characters * metrics.horizontalAdvance(u'0'), metrics.height() + H(0.12)};
}

void DiffDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const auto kind = TextLine::Kind(index.data(DiffModel::KindRole).toInt());
    const bool same = kind == TextLine::Kind::Same;
    const bool added = kind == TextLine::Kind::Added;
    if (!same)
        painter->fillRect(option.rect, Widgets::color(added ? Token::OkSoft : Token::ErrorSoft));
    else if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, Widgets::color(Token::Alternate));
    painter->setFont(Widgets::fixedFont());
    painter->setPen(Widgets::color(Token::Dim));
    const QRect number(option.rect.left(), option.rect.top(), H(1.75), option.rect.height());
    painter->drawText(number, Qt::AlignRight | Qt::AlignVCenter, index.data(DiffModel::NumberRole).toString());
    if (!same) {
        painter->setPen(Widgets::color(added ? Token::Ok : Token::Error));
        painter->drawText(QRect(number.right() + H(0.3), number.top(), H(0.8), number.height()), Qt::AlignVCenter,
                          added ? u"+"_s : u"−"_s);
    }
    paintJson(*painter, option.rect.adjusted(H(3), 0, 0, 0), index.data().toString().left(4000));
    painter->restore();
}

} // namespace App
