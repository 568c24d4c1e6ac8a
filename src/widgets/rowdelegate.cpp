// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rowdelegate.h"

#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/tile.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTableView>

namespace Widgets {

namespace {

constexpr double kMark = 0.45;

QRect glyphRect(const QRect &content, double side)
{
    QRect rect(0, 0, H(side), H(side));
    rect.moveCenter(content.center());
    rect.moveLeft(content.left());
    return rect;
}

Tone toneAt(const QVariantList &tones, qsizetype index)
{
    return index < tones.size() ? Tone(tones.at(index).toInt()) : Tone::Neutral;
}

} // namespace

RowDelegate::RowDelegate(Lines lines, Separator separator, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_lines(lines)
    , m_separator(separator)
{}

void RowDelegate::setTiles(bool tiles)
{
    m_tiles = tiles;
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool heading = index.data(HeadingRole).toBool();
    const double height = m_lines == Lines::Two && !heading ? 2.9 : 1.75;
    const QSize base = QStyledItemDelegate::sizeHint(option, index);
    return {base.width() + H(2), H(height)};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool heading = index.data(HeadingRole).toBool();
    if (!heading && !(option.widget && option.widget->property("ownSelection").toBool()))
        paintRowBackground(*painter, option, index.row() + 1 == index.model()->rowCount(index.parent()));
    QRect content = option.rect.adjusted(H(0.5), 0, -H(0.6), 0);
    const QString glyph = index.data(IconNameRole).toString();
    if (!glyph.isEmpty()) {
        const bool tile = m_tiles || index.data(TileRole).toBool();
        const QRect at = glyphRect(content, tile ? 2.0 : 1.0);
        if (tile)
            paintTile(*painter, at, glyph, enabled ? Tone::Accent : Tone::Neutral);
        else
            paintGlyph(*painter, at, glyph, color(enabled ? Token::Dim : Token::Faint));
        content.setLeft(at.right() + H(tile ? 0.65 : 0.5));
    }
    const QVariant state = index.data(StateRole);
    if (state.isValid() && index.data(StateTextRole).toString().isEmpty()) {
        paintStateMark(*painter, glyphRect(content, kMark), State(state.toInt()));
        content.setLeft(content.left() + H(kMark) + H(0.35));
    }
    content.setRight(paintRight(*painter, content, index, enabled));
    paintText(*painter, content, index, enabled);
    painter->restore();
}

void RowDelegate::paintText(QPainter &painter, const QRect &rect, const QModelIndex &index, bool enabled) const
{
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString second = m_lines == Lines::Two ? index.data(SecondLineRole).toString() : QString();
    const bool heading = index.data(HeadingRole).toBool();
    QFont font = index.data(FixedFontRole).toBool() ? fixedFont() : second.isEmpty() ? scaledFont(1.0) : labelFont();
    if (heading || index.data(StrongRole).toBool())
        font = heading ? scaledFont(0.92, QFont::DemiBold) : scaledFont(1.0, QFont::DemiBold);
    const QFontMetrics metrics(font);
    const QFontMetrics secondMetrics(smallFont());
    const int height = second.isEmpty() ? metrics.height() : metrics.height() + secondMetrics.height();
    QRect line(rect.left(), rect.top() + (rect.height() - height) / 2, rect.width(), metrics.height());
    painter.setFont(font);
    const QVariant state = index.data(StateRole);
    const bool isWord = state.isValid() && index.data(StateTextRole).toString().isEmpty();
    const bool dim = heading || index.data(DimRole).toBool();
    painter.setPen(color(!enabled ? Token::Faint
                         : isWord ? wordOf(State(state.toInt()))
                         : dim    ? Token::Dim
                                  : Token::Text));
    const bool right = index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight; // numbers
    painter.drawText(line, Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft),
                     metrics.elidedText(name, Qt::ElideRight, line.width()));
    if (second.isEmpty())
        return;
    line.moveTop(line.bottom() + 1);
    line.setHeight(secondMetrics.height());
    painter.setFont(smallFont());
    painter.setPen(color(Token::Dim)); // readable in disabled rows too: it holds the reason
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     secondMetrics.elidedText(second, Qt::ElideRight, line.width()));
}

void RowDelegate::paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option, bool last) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool active = option.state & QStyle::State_Active && option.state & QStyle::State_HasFocus;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool focused = view ? view->hasFocus() : active;
    const QRectF box =
        QRectF(option.rect).adjusted(0, m_lines == Lines::Two ? 1 : 0.5, 0, m_lines == Lines::Two ? -1 : -0.5);
    if (selected || option.state & QStyle::State_MouseOver) {
        const bool table = qobject_cast<const QTableView *>(view);
        const double radius = table ? 0 : 5; // a row of a table has many cells
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(!selected ? Token::Hover : focused ? Token::Selection : Token::IdleSelection));
        painter.drawRoundedRect(table ? QRectF(option.rect) : box, radius, radius);
    }
    if (m_separator == Separator::Hairline && !last)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(Token::Border));
    if (focused && option.state & QStyle::State_HasFocus && !selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color(Token::Accent), 1.5));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5);
    }
}

int RowDelegate::paintRight(QPainter &painter, const QRect &rect, const QModelIndex &index, bool enabled) const
{
    int right = rect.right();
    const QString word = index.data(StateTextRole).toString();
    if (!word.isEmpty()) {
        const QFontMetrics metrics(smallFont());
        const QVariant state = index.data(StateRole);
        right -= metrics.horizontalAdvance(word);
        painter.setFont(smallFont());
        const Token ink = state.isValid() ? wordOf(State(state.toInt())) : Token::Dim;
        painter.setPen(color(!enabled ? Token::Faint : ink == Token::Text ? Token::Dim : ink));
        painter.drawText(QRect(right, rect.top(), rect.right() - right + 1, rect.height()), Qt::AlignVCenter, word);
        if (state.isValid()) {
            right -= H(kMark) + H(0.3);
            paintStateMark(painter, QRectF(right, rect.center().y() + 0.5 - H(kMark) / 2.0, H(kMark), H(kMark)),
                           State(state.toInt()));
        }
        right -= H(0.5);
    }
    const QStringList pills = index.data(PillsRole).toStringList();
    const QVariantList tones = index.data(PillTonesRole).toList();
    for (qsizetype i = pills.size() - 1; i >= 0; --i) {
        right -= pillWidth(pills.at(i));
        paintPill(painter, QRectF(right, rect.top(), 1, rect.height()), pills.at(i), toneAt(tones, i));
        right -= H(0.3);
    }
    return right;
}

} // namespace Widgets
