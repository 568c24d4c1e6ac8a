// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqltabbar.h"

#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QToolButton>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

SqlTabBar::SqlTabBar(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    for (QToolButton *const scroll : findChildren<QToolButton *>())
        scroll->setFocusPolicy(Qt::NoFocus); // for the mouse: the arrow keys go to the other tabs
    //: Accessible name of the row of tabs with SQL texts
    setAccessibleName(tr("SQL tabs"));
}

int SqlTabBar::add()
{
    const int index = addTab({});
    setTabData(index, ++m_highestNumber);
    setTabButton(index, RightSide, makeCross());
    setTitle(index, {});
    return index;
}

void SqlTabBar::setTitle(int index, const QString &title)
{
    //: Caption of an SQL tab whose text does not begin with a comment; %1 is a number
    const QString caption = title.isEmpty() ? tr("Untitled %1").arg(tabData(index).toString()) : title;
    setTabText(index, QString(caption).replace(u'&', u"&&"_s)); // no mnemonic
    //: Accessible name and tooltip of the cross on an SQL tab; %1 is its caption
    const QString closing = tr("Close %1").arg(caption);
    tabButton(index, RightSide)->setAccessibleName(closing);
    tabButton(index, RightSide)->setToolTip(closing.toHtmlEscaped());
}

QWidget *SqlTabBar::makeCross()
{
    //: Accessible name and tooltip of the cross on an SQL tab
    QToolButton *const cross = Widgets::makeIconButton(u"x"_s, tr("Close tab"), this);
    cross->setFixedSize(H(1.2), H(1.2));
    cross->setIconSize(QSize(H(0.8), H(0.8)));
    connect(cross, &QToolButton::clicked, this, [this, cross] {
        for (int index = 0; index < count(); ++index) {
            if (tabButton(index, RightSide) == cross)
                return emit closeRequested(index);
        }
    });
    return cross;
}

} // namespace App
