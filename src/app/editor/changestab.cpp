// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/changestab.h"

#include "models/changesmodel.h"
#include "widgets/card.h"
#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/pill.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Document::Change;
using Models::ChangesModel;
using Widgets::H;
using Widgets::Token;
using Widgets::Tone;

namespace App {

namespace {

struct Look
{
    const char *icon;
    Token ink;
    Tone tone;
};

Look lookOf(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Added: return {"plus", Token::Ok, Tone::Ok};
    case Change::Kind::Removed: return {"minus", Token::Error, Tone::Error};
    case Change::Kind::Changed: break;
    }
    return {"edit", Token::Accent, Tone::Accent};
}

/// Sign, name and the word in a pill; the values beside them in the fixed font.
class ChangeDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, Widgets::color(Token::IdleSelection));
        if (index.column() == ChangesModel::WhatColumn)
            paintWhat(*painter, option.rect, index);
        else
            paintValue(*painter, option.rect, index);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {H(10), H(1.75)};
    }

private:
    static void paintWhat(QPainter &painter, QRect rect, const QModelIndex &index)
    {
        const Look look = lookOf(Change::Kind(index.data(ChangesModel::KindRole).toInt()));
        const QRectF glyph(rect.left() + H(0.2), rect.center().y() - H(0.42), H(0.9), H(0.9));
        Widgets::paintGlyph(painter, glyph, look.icon, Widgets::color(look.ink));
        rect.setLeft(rect.left() + H(1.55));
        const bool isTable = !index.parent().isValid();
        painter.setFont(isTable ? Widgets::scaledFont(1.0, QFont::DemiBold) : Widgets::fixedFont());
        painter.setPen(Widgets::color(Token::Text));
        const QString name = index.data(ChangesModel::NameRole).toString();
        painter.drawText(rect, Qt::AlignVCenter, name);
        rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(name) + H(0.5));
        Widgets::paintPill(painter, rect, index.data(ChangesModel::WordRole).toString(), look.tone);
    }

    static void paintValue(QPainter &painter, const QRect &rect, const QModelIndex &index)
    {
        const bool isTable = !index.parent().isValid();
        const bool isDrop = isTable && index.column() == ChangesModel::AfterColumn &&
                            index.data(ChangesModel::KindRole).toInt() == int(Change::Kind::Removed);
        const bool isBefore = index.column() == ChangesModel::BeforeColumn;
        painter.setFont(isTable ? Widgets::scaledFont(1.0) : Widgets::fixedFont());
        painter.setPen(Widgets::color(isDrop ? Token::Error : isBefore ? Token::Dim : Token::Text));
        const QRect place = rect.adjusted(H(0.5), 0, -H(0.3), 0);
        painter.drawText(
            place, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(index.data().toString().left(500), Qt::ElideRight, place.width()));
    }
};

} // namespace

ChangesTab::ChangesTab(QWidget *parent) : QWidget(parent), m_model(new ChangesModel(this)), m_view(new QTreeView)
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ChangeDelegate(this));
    //: Accessible name of the tree of changes in the review
    m_view->setAccessibleName(tr("Changes"));
    m_view->setProperty("edgeless", true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setIndentation(H(1.05));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setMinimumSectionSize(H(4));
    m_view->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *card = new Widgets::Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 3, 1, 3);
    inside->addWidget(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(H(1.25), H(0.85), H(1.25), 0);
    layout->addWidget(card);
}

void ChangesTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int width = m_view->viewport()->width();
    m_view->header()->resizeSection(ChangesModel::WhatColumn, int(width * 0.47));
    m_view->header()->resizeSection(ChangesModel::BeforeColumn, int(width * 0.23));
}

void ChangesTab::setChanges(const QList<Change> &changes)
{
    m_model->setChanges(changes);
    m_view->expandAll();
}

} // namespace App
