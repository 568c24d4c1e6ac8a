// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/columndelegate.h"

#include "document/typegrammar.h"
#include "models/columnmodel.h"
#include "widgets/fieldbox.h"
#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/state.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>

using namespace Qt::StringLiterals;
using Models::ColumnModel;
using Widgets::H;
using Widgets::Token;

namespace App {

namespace {

/// Completes the type that the cursor stands in: in "Nullable(Str" that is "Str".
class TypeCompleter final : public QCompleter
{
public:
    explicit TypeCompleter(QObject *parent) : QCompleter(Document::typeNames(), parent)
    {
        setCaseSensitivity(Qt::CaseInsensitive);
        setCompletionMode(QCompleter::PopupCompletion);
        //: Accessible name of the list of types while a column's type is typed
        popup()->setAccessibleName(ColumnDelegate::tr("Types"));
    }

    [[nodiscard]] QStringList splitPath(const QString &path) const override { return {path.sliced(startOf(path))}; }
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override
    {
        const auto *edit = qobject_cast<QLineEdit *>(widget());
        const QString before = edit ? edit->text().first(edit->cursorPosition()) : QString();
        const QString after = edit ? edit->text().sliced(edit->cursorPosition()) : QString();
        return before.first(startOf(before)) + QCompleter::pathFromIndex(index) + after;
    }

    /// The Return that closes the list ends the editing of the cell, too: the list has the keys while it is open, and the
    /// view that waits for Return does not see them.
    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool handled = QCompleter::eventFilter(watched, event);
        const bool isReturn =
            event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Return;
        if (isReturn && watched == popup())
            QCoreApplication::postEvent(widget(), new QKeyEvent(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier));
        return handled;
    }

private:
    static qsizetype startOf(const QString &text)
    {
        qsizetype start = text.size();
        while (start > 0 && text[start - 1].isLetterOrNumber())
            --start;
        return start;
    }
};

Widgets::State markFor(ColumnModel::RowState state)
{
    switch (state) {
    case ColumnModel::RowState::Changed:
    case ColumnModel::RowState::Added: return Widgets::State::Working;
    case ColumnModel::RowState::Warning: return Widgets::State::Warning;
    case ColumnModel::RowState::Error: return Widgets::State::Failed;
    case ColumnModel::RowState::Same: break;
    }
    return Widgets::State::Ok;
}

void paintState(QPainter &painter, const QRect &rect, const QModelIndex &index)
{
    const auto state = markFor(ColumnModel::RowState(index.data(ColumnModel::RowStateRole).toInt()));
    const QRectF mark(rect.left(), rect.center().y() + 0.5 - H(0.45) / 2.0, H(0.45), H(0.45));
    Widgets::paintStateMark(painter, mark, state);
    const Token ink = Widgets::wordOf(state);
    painter.setFont(Widgets::scaledFont(1.0));
    painter.setPen(Widgets::color(ink == Token::Text ? Token::Dim : ink));
    painter.drawText(rect.adjusted(H(0.75), 0, 0, 0), Qt::AlignVCenter, index.data().toString());
}

} // namespace

void ColumnDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool focused = view && view->hasFocus();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, Widgets::color(focused ? Token::Selection : Token::IdleSelection));
    const QRect rect = option.rect.adjusted(H(0.5), 0, -H(0.35), 0);
    const bool wrong = !index.data(ColumnModel::ProblemRole).toString().isEmpty();
    if (index.column() == ColumnModel::StateColumn) {
        paintState(*painter, rect, index);
    } else {
        painter->setFont(Widgets::fixedFont());
        const bool sample = index.column() == ColumnModel::SampleColumn;
        painter->setPen(Widgets::color(sample ? Token::Dim : wrong ? Token::Error : Token::Text));
        painter->drawText(
            rect, Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString().left(300), Qt::ElideRight, rect.width()));
    }
    if (view && view->currentIndex() == index && focused) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(Widgets::color(Token::Accent), 1.5));
        painter->drawRect(QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75));
    }
    painter->restore();
}

QSize ColumnDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {QFontMetrics(Widgets::fixedFont()).horizontalAdvance(index.data().toString().left(60)) + H(1.2), H(1.75)};
}

QWidget *ColumnDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    const bool isType = index.column() == ColumnModel::TypeColumn;
    edit->setFont(Widgets::fixedFont());
    edit->setMaxLength(isType ? 4000 : 400); // longer than allowed: what is pasted is kept and marked, not cut
    //: Accessible name of the editor in the grid of columns
    edit->setAccessibleName(isType ? tr("Column type")
                                   //: Accessible name of the editor in the grid of columns
                                   : tr("Column name"));
    Widgets::useDocumentUndo(edit);
    if (isType)
        edit->setCompleter(new TypeCompleter(edit));
    return edit;
}

void ColumnDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    // The model tells of changes elsewhere too, which must not move the cursor of the text being typed.
    auto *edit = qobject_cast<QLineEdit *>(editor);
    if (edit && !edit->isModified() && edit->text() != index.data(Qt::EditRole).toString())
        edit->setText(index.data(Qt::EditRole).toString());
}

void ColumnDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

} // namespace App
