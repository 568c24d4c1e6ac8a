// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialog.h"

#include "widgets/card.h"
#include "widgets/focuskeeper.h"
#include "widgets/metrics.h"
#include "widgets/scrolled.h"
#include "widgets/taborder.h"
#include "widgets/text.h"

#include <QPushButton>
#include <QScreen>
#include <QScrollArea>

namespace Widgets {

namespace {

constexpr double kTitleBarHeight = 2.5; ///< what a window manager may add; it is not known before the window is shown

} // namespace

Dialog::Dialog(QWidget *parent, Body body) : QDialog(parent), m_body(new QVBoxLayout), m_footer(new QHBoxLayout)
{
    new FocusKeeper(*this);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *const content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    content->setLayout(m_body);
    const bool isEdgeless = body == Body::Edgeless;
    m_body->setContentsMargins(isEdgeless ? QMargins() : QMargins(H(1.25), H(1), H(1.25), H(1.25)));
    m_body->setSpacing(isEdgeless ? 0 : H(0.75));
    if (body == Body::Scrolling) {
        column->addWidget(scrolled(content), 1);
    } else {
        column->addWidget(content, 1);
    }
    column->addWidget(new Hairline);
    m_footer->setContentsMargins(H(1.25), H(0.75), H(1.25), H(0.75));
    m_footer->setSpacing(H(0.5));
    m_footer->addStretch();
    column->addLayout(m_footer);
}

void Dialog::addAside(QWidget *widget, int stretch)
{
    m_footer->insertWidget(m_asides++, widget, stretch);
}

void Dialog::addButton(QPushButton *button)
{
    m_footer->addWidget(button);
}

void Dialog::addPrimary(QPushButton *button)
{
    addButton(button);
    button->setDefault(true);
}

QPushButton *Dialog::addCancel(const QString &caption)
{
    //: Button of a dialog
    QPushButton *const cancel = makeButton(caption.isEmpty() ? tr("Cancel") : caption);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    addButton(cancel);
    return cancel;
}

QPushButton *Dialog::addClose()
{
    //: Button of a dialog
    QPushButton *const close = makeButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    addButton(close);
    return close;
}

bool Dialog::focusNextPrevChild(bool next)
{
    return moveFocus(*this, next);
}

void Dialog::showEvent(QShowEvent *event)
{
    // On a small screen the footer would be out of reach.
    resize(width(), qMin(height(), screen()->availableSize().height() - H(kTitleBarHeight)));
    QDialog::showEvent(event);
    if (focusWidget())
        return;
    QWidget *const content = m_body->parentWidget();
    const QWidgetList stops = tabStops(*content);
    // Where the body has yet to read what it shows, its first stop gets the focus when it comes (FocusKeeper).
    (stops.isEmpty() ? content : stops.first())->setFocus(Qt::OtherFocusReason);
}

} // namespace Widgets
