// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scrolled.h"

#include "widgets/metrics.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace Widgets {

QScrollArea *scrolled(QWidget *content)
{
    auto *const area = new QScrollArea;
    area->setProperty("edgeless", true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    content->setBackgroundRole(QPalette::Base);
    area->setWidget(content);
    area->viewport()->setBackgroundRole(QPalette::Base);
    return area;
}

QWidget *padded(QWidget *content)
{
    auto *const page = new QWidget;
    auto *const column = new QVBoxLayout(page);
    column->setContentsMargins(H(1.25), H(1), H(1.25), H(1.25));
    column->addWidget(content);
    return page;
}

} // namespace Widgets
