// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/hand.h"

#include "accessibility/names.h"
#include "journey/screen.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QPointer>
#include <QTabBar>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

bool Hand::fails(const QString &reason)
{
    m_reason = u"%1\nShown: %2"_s.arg(reason, Screen::inventory());
    return false;
}

QWidget *Hand::find(const QString &name) const
{
    QWidget *disabled = nullptr;
    for (QWidget *widget : Screen::widgets()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || Accessibility::nameOf(widget) != name)
            continue;
        if (qobject_cast<QTabBar *>(widget)) // it is called as its current tab, and turnTo() is for tabs
            continue;
        if (widget->isEnabled())
            return widget;
        disabled = widget;
    }
    return disabled;
}

QWidget *Hand::await(const QString &name, int seconds)
{
    QWidget *found = nullptr;
    const bool there = QTest::qWaitFor(
        [&] {
            found = find(name);
            return found && found->isEnabled();
        },
        seconds * 1000);
    if (there) {
        Screen::activate();
        return found;
    }
    (void)fails(found ? u"\"%1\" stays disabled."_s.arg(name) : u"There is nothing called \"%1\"."_s.arg(name));
    return nullptr;
}

bool Hand::click(const QString &name)
{
    QWidget *widget = await(name);
    if (!widget)
        return false;
    Screen::bringIntoView(widget);
    QTest::mouseClick(widget, Qt::LeftButton, {}, Screen::clickPoint(widget));
    return true;
}

bool Hand::type(const QString &field, const QString &text)
{
    if (!click(field))
        return false;
    QWidget *focused = QApplication::focusWidget();
    if (!focused)
        return fails(u"\"%1\" does not take the focus."_s.arg(field));
    QTest::keyClick(focused, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(focused, text);
    return true;
}

bool Hand::paste(const QString &field, const QString &text)
{
    if (!click(field))
        return false;
    QWidget *focused = QApplication::focusWidget();
    if (!focused)
        return fails(u"\"%1\" does not take the focus."_s.arg(field));
    QApplication::clipboard()->setText(text);
    QTest::keyClick(focused, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(focused, Qt::Key_V, Qt::ControlModifier);
    return true;
}

bool Hand::choose(const QString &comboBox, const QString &entry)
{
    auto *box = qobject_cast<QComboBox *>(await(comboBox));
    if (!box)
        return fails(u"There is no choice called \"%1\"."_s.arg(comboBox));
    const int target = box->findText(entry);
    if (target < 0)
        return fails(u"\"%1\" does not offer \"%2\"."_s.arg(comboBox, entry));
    Screen::bringIntoView(box);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int step = 0; step < box->count() && box->currentIndex() != target; ++step)
        QTest::keyClick(box, Qt::Key_Down);
    return box->currentIndex() == target || fails(u"\"%1\" cannot be set to \"%2\" by keys."_s.arg(comboBox, entry));
}

bool Hand::select(const QString &view, const QString &text)
{
    auto *items = qobject_cast<QAbstractItemView *>(await(view));
    if (!items)
        return fails(u"There is no list called \"%1\"."_s.arg(view));
    QModelIndex index;
    if (!QTest::qWaitFor(
            [&] {
                index = Screen::indexOf(*items, text);
                return index.isValid();
            },
            10'000))
        return fails(u"\"%1\" has no row with \"%2\"."_s.arg(view, text));
    items->scrollTo(index);
    QTest::mouseClick(items->viewport(), Qt::LeftButton, {}, items->visualRect(index).center());
    return true;
}

bool Hand::open(const QString &view, const QString &text)
{
    if (!select(view, text))
        return false;
    auto *items = qobject_cast<QAbstractItemView *>(await(view));
    const QPoint place = items->visualRect(items->currentIndex()).center();
    QTest::mouseDClick(items->viewport(), Qt::LeftButton, {}, place);
    return true;
}

bool Hand::turnTo(const QString &tab, int seconds)
{
    return QTest::qWaitFor([&tab] { return clickTab(tab); }, seconds * 1000) ||
           fails(u"There is no tab \"%1\"."_s.arg(tab));
}

bool Hand::clickTab(const QString &caption)
{
    for (QWidget *widget : Screen::widgets()) {
        auto *bar = qobject_cast<QTabBar *>(widget);
        for (int i = 0; bar && i < bar->count(); ++i) {
            if (bar->tabText(i).remove(u'&') != caption)
                continue;
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
            return true;
        }
    }
    return false;
}

bool Hand::typeCell(const QString &table, int row, int column, const QString &text)
{
    auto *cells = qobject_cast<QAbstractItemView *>(await(table));
    if (!cells || !cells->model() || !cells->model()->index(row, column).isValid())
        return fails(u"\"%1\" has no cell in row %2."_s.arg(table, QString::number(row + 1)));
    const QPersistentModelIndex index = cells->model()->index(row, column);
    Screen::bringIntoView(cells);
    cells->scrollTo(index);
    // A click on the cell that is current already would edit it after the time of a double click.
    if (cells->currentIndex() != index || QApplication::focusWidget() != cells)
        QTest::mouseClick(cells->viewport(), Qt::LeftButton, {}, cells->visualRect(index).center());
    if (QApplication::focusWidget() == cells)
        QTest::keyClick(cells, Qt::Key_F2);
    const QPointer<QWidget> editor = QApplication::focusWidget();
    if (!editor || editor == cells || !cells->isAncestorOf(editor))
        return fails(u"A cell of \"%1\" does not open its editor."_s.arg(table));
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    if (!QTest::qWaitFor([&] { return !editor; }, 5'000))
        return fails(u"The editor of a cell of \"%1\" stays open."_s.arg(table));
    return index.data().toString() == text || fails(u"The cell of \"%1\" did not take \"%2\"."_s.arg(table, text));
}

bool Hand::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    Screen::activate();
    QWidget *target = QApplication::activePopupWidget(); // an open list gets the keys before the field below it
    if (!target)
        target = QApplication::focusWidget() ? QApplication::focusWidget() : Screen::front();
    if (!target)
        return fails(u"No window takes keys."_s);
    QTest::keyClick(target, key, modifiers);
    return true;
}

bool Hand::sees(const QString &text, int seconds)
{
    return QTest::qWaitFor([&] { return Screen::shows(text); }, seconds * 1000) ||
           fails(u"\"%1\" is nowhere to be read."_s.arg(text));
}

qsizetype Hand::countOf(const QString &text) const
{
    const QList<QWidget *> shown = Screen::widgets();
    return std::count_if(shown.cbegin(), shown.cend(),
                         [&text](QWidget *widget) { return Screen::textOf(widget) == text; });
}

bool Hand::seesNoMore(const QString &name, int seconds)
{
    return QTest::qWaitFor([&] { return find(name) == nullptr; }, seconds * 1000) ||
           fails(u"\"%1\" is still there."_s.arg(name));
}

bool Hand::waits(const QString &sentence, const Condition &condition, int seconds)
{
    return QTest::qWaitFor(condition, seconds * 1000) || fails(u"This did not come true: %1"_s.arg(sentence));
}

QList<QStringList> Hand::rowsOf(const QString &table) const
{
    return Screen::cellsOf(find(table));
}

QString Hand::textOf(const QString &field) const
{
    return Screen::textOf(find(field));
}

bool Hand::takesPicture(const QString &name)
{
    // A layout settles over several rounds of events: the picture is good once it stays the same. Text that counts
    // seconds never does, so this has an end.
    QImage picture;
    (void)QTest::qWaitFor(
        [&] {
            const QImage before = std::exchange(picture, Screen::picture());
            return before == picture;
        },
        1'000);
    const QDir folder(qEnvironmentVariable("HEADGATE_PICTURES", u"."_s));
    if (!folder.mkpath(u"."_s) || !picture.save(folder.filePath(name + u".png"_s)))
        return fails(u"The picture %1 cannot be written to %2."_s.arg(name, folder.path()));
    return true;
}

bool Hand::hearsEverything()
{
    QStringList problems;
    for (const QWidget *window : Screen::windows())
        problems += Accessibility::problemsIn(*window);
    return problems.isEmpty() || fails(problems.join(u'\n'));
}
