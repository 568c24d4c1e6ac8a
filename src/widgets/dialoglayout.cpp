// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialoglayout.h"

#include "widgets/card.h"
#include "widgets/metrics.h"

#include <QDialog>
#include <QScrollArea>

namespace Widgets {

DialogLayout::DialogLayout(QDialog &dialog, Body body)
    : QVBoxLayout(&dialog)
    , m_body(new QVBoxLayout)
    , m_footer(new QHBoxLayout)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(0);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    content->setLayout(m_body);
    m_body->setContentsMargins(H(1.25), H(1), H(1.25), H(1.25));
    m_body->setSpacing(H(0.75));
    if (body == Body::Scrolling) {
        auto *area = new QScrollArea;
        area->setProperty("edgeless", true);
        area->setFrameShape(QFrame::NoFrame);
        area->setWidgetResizable(true);
        area->setFocusPolicy(Qt::NoFocus);
        area->setWidget(content);
        area->viewport()->setBackgroundRole(QPalette::Base);
        addWidget(area, 1);
    } else {
        addWidget(content, 1);
    }
    addWidget(new Hairline);
    m_footer->setContentsMargins(H(1.25), H(0.75), H(1.25), H(0.75));
    m_footer->setSpacing(H(0.5));
    m_footer->addStretch();
    addLayout(m_footer);
}

void DialogLayout::addAside(QWidget *widget)
{
    m_footer->insertWidget(m_asides++, widget);
}

void DialogLayout::addButton(QWidget *button)
{
    m_footer->addWidget(button);
}

} // namespace Widgets
