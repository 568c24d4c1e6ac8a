// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text.h"

#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/pressable.h"

#include <QEvent>
#include <QPushButton>
#include <QToolButton>

namespace Widgets {

namespace {

QFont fontOf(TextRole role)
{
    switch (role) {
    case TextRole::Welcome: return welcomeFont();
    case TextRole::Title: return titleFont();
    case TextRole::DialogTitle: return dialogTitleFont();
    case TextRole::Heading: return headingFont();
    case TextRole::Label: return labelFont();
    case TextRole::Body: return scaledFont(1.0);
    case TextRole::Help:
    case TextRole::Small: return smallFont();
    case TextRole::Fixed: return fixedFont();
    }
    return scaledFont(1.0);
}

Token inkOf(TextRole role)
{
    return role == TextRole::Help || role == TextRole::Small ? Token::Dim : Token::Text;
}

} // namespace

Text::Text(TextRole role, const QString &text, QWidget *parent) : QLabel(text, parent), m_role(role), m_ink(inkOf(role))
{
    setTextFormat(Qt::PlainText);
    // Inside a widget on the base colour labels would use QPalette::Text, and the ink set below would not show.
    setForegroundRole(QPalette::WindowText);
    restyle();
}

Text *Text::wrapped()
{
    setWordWrap(true);
    restyle();
    return this;
}

Text *Text::selectable()
{
    // By mouse only: with the keyboard flag each such label would become a stop of Tab.
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    return this;
}

Text *Text::dim()
{
    setInk(Token::Dim);
    return this;
}

void Text::setInk(Token token)
{
    m_ink = token;
    restyle();
}

int Text::heightForWidth(int width) const
{
    if (m_measured != text()) {
        m_measured = text();
        m_heights.clear();
    }
    const auto known = m_heights.constFind(width);
    return known != m_heights.cend() ? *known : *m_heights.insert(width, QLabel::heightForWidth(width));
}

void Text::changeEvent(QEvent *event)
{
    const bool affected = event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::PaletteChange ||
                          event->type() == QEvent::EnabledChange;
    if (affected && !m_restyling)
        restyle();
    QLabel::changeEvent(event);
}

void Text::restyle()
{
    m_restyling = true; // setting font and palette sends change events to this very label
    setFont(fontOf(m_role));
    m_heights.clear();
    QPalette own;
    own.setColor(QPalette::WindowText, color(isEnabled() ? m_ink : Token::Faint));
    setPalette(own);
    constexpr int kLongestLine = 90;
    if (wordWrap())
        setMaximumWidth(fontMetrics().averageCharWidth() * kLongestLine);
    m_restyling = false;
}

QPushButton *makeButton(const QString &text, const char *kind, QWidget *parent)
{
    auto *button = new Pressable<QPushButton>(text, parent);
    button->setAutoDefault(false); // or Cancel would look primary in dialogs
    if (kind)
        button->setProperty("kind", QString::fromLatin1(kind));
    return button;
}

QPushButton *makeButton(const QString &text, const QString &iconName, const char *kind, QWidget *parent)
{
    QPushButton *button = makeButton(text, kind, parent);
    button->setIcon(icon(iconName));
    return button;
}

QToolButton *makeIconButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new Pressable<QToolButton>(parent);
    button->setIcon(icon(iconName));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton *makeTextButton(const QString &iconName, const QString &text, QWidget *parent)
{
    QToolButton *button = makeIconButton(iconName, {}, parent);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace Widgets
