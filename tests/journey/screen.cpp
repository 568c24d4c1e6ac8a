// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/screen.h"

#include "accessibility/names.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QScrollArea>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Screen {

namespace {

QModelIndex indexBelow(const QAbstractItemModel &model, const QModelIndex &parent, const QString &text)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            // The description is the dim second line of a row.
            const QString shown = index.data().toString() + u'\n' + index.data(Qt::AccessibleTextRole).toString() +
                                  u'\n' + index.data(Qt::AccessibleDescriptionRole).toString();
            if (shown.contains(text))
                return index;
        }
        const QModelIndex below = indexBelow(model, model.index(row, 0, parent), text);
        if (below.isValid())
            return below;
    }
    return {};
}

QAccessibleInterface *readerOf(QWidget *widget)
{
    return widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
}

bool showsInItself(QWidget *widget, const QString &text)
{
    if (const auto *view = qobject_cast<QAbstractItemView *>(widget))
        return view->model() && indexOf(*view, text).isValid();
    return textOf(widget).contains(text);
}

/// A dialog as a desktop shows it: in the middle, over a shaded window, under a title bar. Without a screen there is no
/// window manager to place it and to draw that bar.
void paintDialog(QPainter &painter, const QRect &window, QWidget &dialog)
{
    const int titleHeight = 2 * QFontMetrics(dialog.font()).height();
    const QPixmap content = dialog.grab();
    QRect frame(QPoint(), content.size() + QSize(0, titleHeight));
    frame.moveCenter(window.center());
    painter.fillRect(window, QColor(0, 0, 0, 70));
    painter.fillRect(frame, dialog.palette().color(QPalette::Window));
    painter.setPen(dialog.palette().color(QPalette::WindowText));
    painter.drawText(QRect(frame.topLeft(), QSize(frame.width(), titleHeight)), Qt::AlignCenter, dialog.windowTitle());
    painter.drawPixmap(frame.topLeft() + QPoint(0, titleHeight), content);
    painter.setPen(dialog.palette().color(QPalette::Dark));
    painter.drawRect(frame);
}

} // namespace

QList<QWidget *> windows()
{
    QList<QWidget *> shown;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && (window->windowType() == Qt::Window || window->windowType() == Qt::Dialog))
            shown.append(window);
    }
    std::stable_sort(shown.begin(), shown.end(), [](const QWidget *a, const QWidget *b) {
        return a->windowType() == Qt::Window && b->windowType() != Qt::Window;
    });
    if (shown.removeOne(QApplication::activeModalWidget()))
        shown.append(QApplication::activeModalWidget());
    return shown;
}

QWidget *front()
{
    if (QApplication::activePopupWidget())
        return QApplication::activePopupWidget();
    const QList<QWidget *> shown = windows();
    return shown.isEmpty() ? nullptr : shown.last();
}

void activate()
{
    QWidget *window = front();
    // isActiveWindow() says yes of a dialog whose parent is active, and keys would go to the parent.
    if (!window || window == QApplication::activeWindow() || window == QApplication::activePopupWidget())
        return;
    window->activateWindow();
    (void)QTest::qWaitFor([window] { return QApplication::activeWindow() == window; });
}

QList<QWidget *> widgets()
{
    QList<QWidget *> shown;
    const QWidget *window = front();
    if (!window)
        return shown;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->window() == window)
            shown.append(widget);
    }
    return shown;
}

QImage picture()
{
    const QList<QWidget *> shown = windows();
    if (shown.isEmpty())
        return {};
    QImage image = shown.first()->grab().toImage();
    QPainter painter(&image);
    for (QWidget *dialog : shown.mid(1))
        paintDialog(painter, image.rect(), *dialog);
    return image;
}

bool shows(const QString &text)
{
    for (QWidget *window : windows()) {
        if (window->windowTitle().contains(text))
            return true;
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (widget->isVisible() && showsInItself(widget, text))
                return true;
        }
    }
    return false;
}

QString textOf(QWidget *widget)
{
    QAccessibleInterface *reader = readerOf(widget);
    if (!reader)
        return {};
    if (QAccessibleTextInterface *text = reader->textInterface())
        return text->text(0, text->characterCount());
    const QString name = reader->text(QAccessible::Name);
    const QString value = reader->text(QAccessible::Value);
    return value.isEmpty() ? name : name + u'\n' + value;
}

QList<QStringList> cellsOf(QWidget *table)
{
    QList<QStringList> rows;
    const QAccessibleInterface *reader = readerOf(table);
    QAccessibleTableInterface *cells = reader ? const_cast<QAccessibleInterface *>(reader)->tableInterface() : nullptr;
    if (!cells)
        return rows;
    for (int row = 0; row < cells->rowCount(); ++row) {
        QStringList texts;
        for (int column = 0; column < cells->columnCount(); ++column) {
            const QAccessibleInterface *cell = cells->cellAt(row, column);
            texts.append(cell ? cell->text(QAccessible::Name) : QString());
        }
        rows.append(texts);
    }
    // Without a screen reader nobody tells the table that its model changed: it would keep cells that are gone.
    QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(const_cast<QAccessibleInterface *>(reader)));
    return rows;
}

QModelIndex indexOf(const QAbstractItemView &view, const QString &text)
{
    return view.model() ? indexBelow(*view.model(), view.rootIndex(), text) : QModelIndex();
}

void bringIntoView(QWidget *widget)
{
    for (QWidget *outer = widget->parentWidget(); outer; outer = outer->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(outer))
            area->ensureWidgetVisible(widget);
    }
}

QPoint clickPoint(const QWidget *widget)
{
    const bool ticked = widget->inherits("QCheckBox") || widget->inherits("QRadioButton");
    return ticked ? QPoint(widget->height() / 2, widget->height() / 2) : widget->rect().center();
}

QString inventory()
{
    QStringList names;
    for (const QWidget *widget : widgets()) {
        const QString name = Accessibility::nameOf(widget);
        if (!name.isEmpty())
            names.append(u"%1 \"%2\"%3"_s.arg(QString::fromLatin1(widget->metaObject()->className()), name.left(80),
                                              widget->isEnabled() ? u""_s : u" (disabled)"_s));
    }
    return names.join(u", "_s);
}

} // namespace Screen
