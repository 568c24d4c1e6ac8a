// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QRadioButton>
#include <QTableView>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Accessibility {

namespace {

QString withoutMnemonic(QString text)
{
    text.replace(u"&&"_s, u"\u0001"_s).remove(u'&').replace(u'\u0001', u'&');
    return text.trimmed();
}

QString labelOf(const QAccessibleInterface &widget)
{
    const auto relations = widget.relations(QAccessible::Label);
    return relations.isEmpty() ? QString() : withoutMnemonic(relations.first().first->text(QAccessible::Name));
}

/// How a message names a widget: its class and object name, inside the class that it is part of.
QString placeOf(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return u"%1 \"%2\" in %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                    parent ? QString::fromLatin1(parent->metaObject()->className()) : u"no window"_s);
}

bool takesFocus(const QWidget *widget)
{
    return widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && widget->isEnabled();
}

/// Parts that Qt makes inside its own widgets: the outer widget is the one that speaks.
bool isPartOfAnother(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return widget->objectName().startsWith(u"qt_"_s) ||
           (parent && (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox")));
}

/// A button that leaves Return to the window, whose default button may do something else. Nothing is really pressed.
bool ignoresReturn(const QWidget *widget)
{
    auto *const button = qobject_cast<QAbstractButton *>(const_cast<QWidget *>(widget));
    if (!button || qobject_cast<QCheckBox *>(button) || qobject_cast<QRadioButton *>(button))
        return false;
    const QSignalBlocker quiet(button);
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    const int times = button->isCheckable() ? 2 : 1; // on and off again
    for (int i = 0; i < times; ++i)
        static_cast<QObject *>(button)->event(&press); // past the window, which would take what the button leaves
    return !press.isAccepted();
}

void checkFocusable(const QWidget *widget, QStringList &heard, QStringList &problems)
{
    const QString name = nameOf(widget);
    if (name.isEmpty()) {
        problems.append(u"%1 takes the focus and has no accessible name"_s.arg(placeOf(widget)));
        return;
    }
    const QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    const QString spoken = u"%1 %2"_s.arg(QString::number(reader->role()), name);
    if (heard.contains(spoken))
        problems.append(u"%1 has the same role and name as another widget: \"%2\""_s.arg(placeOf(widget), name));
    heard.append(spoken);
    if (ignoresReturn(widget))
        problems.append(u"%1 is not pressed by Return: \"%2\""_s.arg(placeOf(widget), name));
    const auto *table = qobject_cast<const QTableView *>(widget);
    if (table && table->tabKeyNavigation())
        problems.append(u"%1 keeps the Tab key"_s.arg(placeOf(widget)));
}

} // namespace

QString nameOf(const QWidget *widget)
{
    const QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    if (!reader)
        return {};
    const QString label = labelOf(*reader);
    if (qobject_cast<const QComboBox *>(widget))
        return label.isEmpty() ? reader->text(QAccessible::Description) : label;
    const QString name = withoutMnemonic(reader->text(QAccessible::Name));
    return name.isEmpty() ? label : name;
}

QStringList problemsIn(const QWidget &window)
{
    QStringList problems;
    QStringList heard;
    if (window.windowTitle().isEmpty())
        problems.append(u"%1 has no window title"_s.arg(placeOf(&window)));
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window) || isPartOfAnother(widget) || widget->window() != &window)
            continue;
        if (takesFocus(widget))
            checkFocusable(widget, heard, problems);
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->textFormat() == Qt::AutoText && !label->text().isEmpty())
            problems.append(u"%1 guesses whether its text is markup: \"%2\""_s.arg(placeOf(label), label->text()));
    }
    return problems;
}

} // namespace Accessibility
