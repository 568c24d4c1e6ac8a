// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/navigatorrail.h"

#include "widgets/metrics.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

NavigatorRail::NavigatorRail(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(H(0.25), H(0.35), H(0.25) + 1, H(0.25));
    column->setSpacing(H(0.25));
    const auto add = [this, column](const QString &iconName, const QString &name, void (NavigatorRail::*signal)()) {
        QToolButton *button = Widgets::makeIconButton(iconName, name);
        column->addWidget(button);
        connect(button, &QToolButton::clicked, this, signal);
    };
    //: Tooltip and accessible name of a button
    add(u"sidebar"_s, tr("Show the navigator"), &NavigatorRail::navigatorRequested);
    //: Tooltip and accessible name of a button
    add(u"clickhouse"_s, tr("Service overview"), &NavigatorRail::serviceRequested);
    //: Tooltip and accessible name of a button
    add(u"sql"_s, tr("Show the SQL pane"), &NavigatorRail::sqlRequested);
    column->addStretch();
}

void NavigatorRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), Widgets::color(Widgets::Token::Border));
}

} // namespace App
