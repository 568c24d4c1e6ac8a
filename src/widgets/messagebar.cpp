// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messagebar.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/text.h"
#include "widgets/wordsdialog.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace Widgets {

namespace {

using namespace Qt::StringLiterals;

Tone toneOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Info: return Tone::Accent;
    case MessageBar::Kind::Ok: return Tone::Ok;
    case MessageBar::Kind::Warning: return Tone::Warning;
    case MessageBar::Kind::Error: return Tone::Error;
    }
    return Tone::Accent;
}

QString glyphOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Info: return u"info"_s;
    case MessageBar::Kind::Ok: return u"okcircle"_s;
    case MessageBar::Kind::Warning: return u"warning"_s;
    case MessageBar::Kind::Error: return u"error"_s;
    }
    return u"info"_s;
}

QColor mixed(const QColor &soft, const QColor &ink)
{
    constexpr double kInk = 0.43; // a visible edge that stays lighter than the icon
    const auto channel = [](int from, int to) { return int(from + (to - from) * kInk); };
    return {channel(soft.red(), ink.red()), channel(soft.green(), ink.green()), channel(soft.blue(), ink.blue())};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_title(new Text(TextRole::Label))
    , m_text(new Text(TextRole::Body))
    , m_outer(new QHBoxLayout(this))
    , m_body(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_buttons(new QHBoxLayout)
    //: Tooltip of the cross that closes a message
    , m_close(makeIconButton(u"x"_s, tr("Close this message")))
{
    setFrameShape(QFrame::NoFrame);
    //: Accessible name of a message bar
    setAccessibleName(tr("Message"));
    m_outer->setContentsMargins(H(0.75) + H(1.5), H(0.5), H(0.5), H(0.5));
    m_outer->setSpacing(H(0.5));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(H(0.1));
    m_text->setWordWrap(true);
    m_text->selectable();
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    m_body->setSpacing(H(0.5));
    m_body->addLayout(texts, 1);
    m_body->addLayout(m_buttons);
    m_buttons->setSpacing(H(0.5));
    m_outer->addLayout(m_body, 1);
    m_outer->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::closed);
    connect(qApp, &QApplication::focusChanged, this, &MessageBar::onFocusChanged);
    hide();
}

void MessageBar::setMessage(Kind kind, const QString &title, const QString &text, const QString &whole)
{
    clearButtons();
    m_kind = kind;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(shortened(text));
    m_text->setVisible(!text.isEmpty());
    const QString details = whole.isEmpty() ? text : whole;
    if (m_text->text() != details) {
        //: Button: shows the whole of a server's text
        connect(addButton(tr("Show details")), &QPushButton::clicked, this, [this, title, details] {
            (new WordsDialog(title.isEmpty() ? accessibleName() : title, details, window()))->open();
        });
    }
    //: Accessible name of the cross that closes a message, to tell several apart; %1 is the message's first sentence
    m_close->setAccessibleName(tr("Close the message: %1").arg(title.isEmpty() ? m_text->text() : title));
    show();
    update();
}

QPushButton *MessageBar::addButton(const QString &caption, const char *kind)
{
    QPushButton *button = makeButton(caption, kind);
    const bool below = m_body->direction() == QBoxLayout::TopToBottom;
    m_buttons->insertWidget(below ? m_buttons->count() - 1 : m_buttons->count(), button);
    return button;
}

void MessageBar::addReport(const QString &report)
{
    //: Button that copies the details of an error
    connect(addButton(tr("Copy report")), &QPushButton::clicked, this,
            [report] { QApplication::clipboard()->setText(report); });
}

void MessageBar::setButtonsBelow(bool below)
{
    const bool isBelow = m_body->direction() == QBoxLayout::TopToBottom;
    if (below == isBelow)
        return;
    m_body->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_outer->setAlignment(m_close, below ? Qt::AlignTop : Qt::AlignVCenter);
    if (below)
        m_buttons->addStretch();
    else
        delete m_buttons->takeAt(m_buttons->count() - 1);
}

void MessageBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString MessageBar::title() const
{
    return m_title->text();
}

QString MessageBar::text() const
{
    return m_text->text();
}

bool MessageBar::event(QEvent *event)
{
    const bool handled = QFrame::event(event);
    // A splitter asks for the least height without regard to the width, and would cut wrapped lines off.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        m_text->setMinimumHeight(qMax(0, m_text->heightForWidth(m_text->width())));
    return handled;
}

void MessageBar::onFocusChanged(QWidget *old, QWidget *now)
{
    if (now && isAncestorOf(now) && old && !isAncestorOf(old))
        m_focusBefore = old;
}

void MessageBar::hideEvent(QHideEvent *event)
{
    if (isHidden()) // and not its page
        giveFocusBack();
    QFrame::hideEvent(event);
}

/// Left alone, Qt hands the focus of what is hidden to the next widget, wherever that is.
void MessageBar::giveFocusBack()
{
    if (isAncestorOf(QApplication::focusWidget()) && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor soft = color(softOf(toneOf(m_kind)));
    const QColor ink = color(inkOf(toneOf(m_kind)));
    painter.setPen(mixed(soft, ink));
    painter.setBrush(soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QWidget *first = m_title->isHidden() ? m_text : m_title;
    // Beside the first line, whether the text has one line or several.
    const double lineHeight = qMin(first->height(), QFontMetrics(first->font()).height() + 2);
    const double middle =
        first->height() < 2 * lineHeight ? first->geometry().center().y() + 0.5 : first->y() + lineHeight / 2;
    paintGlyph(painter, QRectF(H(0.75), middle - H(0.5), H(1), H(1)), glyphOf(m_kind), ink);
}

void MessageBar::clearButtons()
{
    giveFocusBack();
    for (int i = m_buttons->count() - 1; i >= 0; --i) {
        if (QWidget *button = m_buttons->itemAt(i)->widget()) {
            m_buttons->removeWidget(button);
            button->hide();
            button->deleteLater(); // it may be the one whose click brought the new message
        }
    }
}

} // namespace Widgets
