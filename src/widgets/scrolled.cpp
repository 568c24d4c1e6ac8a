// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scrolled.h"

#include <QScrollArea>

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

} // namespace Widgets
