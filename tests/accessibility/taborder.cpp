// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/taborder.h"

#include "accessibility/names.h"
#include "widgets/taborder.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace Accessibility {

namespace {

/// Tab itself: an editor may keep the key for what it writes.
void pressTab(QWidget &window)
{
    struct Key : QWidget
    {
        using QWidget::focusNextPrevChild;
    };
    (window.*(&Key::focusNextPrevChild))(true);
}

QString spoken(const QWidget *widget)
{
    return u"%1 \"%2\""_s.arg(QString::fromLatin1(widget->metaObject()->className()), nameOf(widget));
}

/// Where in the window's parts a widget stands: the part of the common parent that holds it. What is scrolled out of a
/// part has no place of its own on the screen.
QRect placeIn(const QWidget &common, const QWidget *widget)
{
    while (widget->parentWidget() != &common)
        widget = widget->parentWidget();
    return widget->geometry();
}

bool goesOn(const QWidget *from, const QWidget *to)
{
    const QWidget *common = from->parentWidget();
    while (!common->isAncestorOf(to))
        common = common->parentWidget();
    if (common == to || from->isAncestorOf(to))
        return true; // a view and the buttons in its rows
    const QRect before = placeIn(*common, from);
    const QRect after = placeIn(*common, to);
    const bool sameRow = before.top() <= after.bottom() && after.top() <= before.bottom();
    return sameRow ? after.left() >= before.left() : after.top() > before.top() || after.left() > before.right();
}

bool isWanted(const QWidget *widget, const QWidget &window)
{
    return (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && widget->isEnabled() &&
           widget->isVisible() && widget->window() == &window;
}

} // namespace

QStringList tabProblemsIn(QWidget &window)
{
    if (QWidget *const focus = window.focusWidget())
        focus->clearFocus();
    QWidgetList way;
    pressTab(window);
    while (window.focusWidget() && !way.contains(window.focusWidget())) {
        way.append(window.focusWidget());
        pressTab(window);
    }
    QStringList problems;
    for (qsizetype i = 1; i < way.size(); ++i) {
        if (!goesOn(way.at(i - 1), way.at(i)))
            problems.append(u"Tab goes back from %1 to %2"_s.arg(spoken(way.at(i - 1)), spoken(way.at(i))));
    }
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (isWanted(widget, window) && !way.contains(widget))
            problems.append(u"Tab does not reach %1"_s.arg(spoken(widget)));
    }
    return problems;
}

Host::Host(QWidget &page) : m_page(page)
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(&page);
    resize(page.size());
    show();
}

Host::~Host()
{
    m_page.setParent(nullptr);
}

bool Host::focusNextPrevChild(bool next)
{
    return Widgets::moveFocus(*this, next);
}

} // namespace Accessibility
