// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqltoolbar.h"

#include "widgets/elidedlabel.h"
#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/pill.h"
#include "widgets/rule.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace App {

using namespace Qt::StringLiterals;

namespace {

QComboBox *makePicker(const QString &name, QWidget *parent)
{
    auto *const picker = new QComboBox(parent);
    picker->setAccessibleName(name);
    picker->setAccessibleDescription(name); // on Linux a combo's name is always its current entry
    picker->setToolTip(name);
    picker->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    picker->setFrame(false);
    picker->setMaximumWidth(Widgets::H(16));
    return picker;
}

void fill(QComboBox &picker, const QStringList &names, const QString &current, QStringView iconName)
{
    const QSignalBlocker blocker(picker);
    picker.clear();
    const QIcon icon = Widgets::icon(iconName);
    for (const QString &name : names)
        picker.addItem(icon, name);
    picker.setCurrentIndex(int(names.indexOf(current)));
    picker.setEnabled(!names.isEmpty());
}

} // namespace

SqlToolBar::SqlToolBar(QWidget *parent)
    : QWidget(parent)
    //: Button: runs the selected statements or the one under the cursor
    , m_run(Widgets::makeButton(tr("Run"), u"play"_s, nullptr, this))
    //: Accessible name and tooltip of the button that stops a running statement
    , m_cancel(Widgets::makeIconButton(u"stop"_s, tr("Cancel"), this))
    //: Name of the list of ClickHouse services in the SQL pane
    , m_services(makePicker(tr("Service"), this))
    //: Name of the list of databases in the SQL pane
    , m_databases(makePicker(tr("Database"), this))
    , m_road(new Widgets::ElidedLabel({}, this))
{
    m_road->setFont(Widgets::smallFont());
    m_road->setTextFormat(Qt::PlainText);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(Widgets::H(0.75), Widgets::H(0.4), Widgets::H(0.75), Widgets::H(0.4));
    layout->setSpacing(Widgets::H(0.5));
    layout->addWidget(m_run);
    //: A key combination
    layout->addWidget(new Widgets::KeyCap(tr("Ctrl+Enter"), this));
    layout->addWidget(m_cancel);
    layout->addWidget(new Widgets::Rule(Qt::Vertical, this));
    layout->addWidget(m_services);
    layout->addWidget(m_databases);
    layout->addStretch(1);
    layout->addWidget(m_road);

    connect(m_run, &QPushButton::clicked, this, &SqlToolBar::runRequested);
    connect(m_cancel, &QToolButton::clicked, this, &SqlToolBar::cancelRequested);
    connect(m_services, &QComboBox::textActivated, this, &SqlToolBar::serviceChosen);
    connect(m_databases, &QComboBox::textActivated, this, &SqlToolBar::databaseChosen);
    setServices({}, {});
    setDatabases({}, {});
}

void SqlToolBar::setState(const State &state)
{
    const bool canRun = !state.isRunning && !state.isWaiting && state.obstacle.isEmpty();
    m_run->setEnabled(canRun);
    if (state.isRunning) {
        //: Why Run is off
        m_run->setToolTip(tr("A statement is running"));
    } else if (state.isWaiting) {
        //: Why Run is off: the message above the results wants an answer
        m_run->setToolTip(tr("Answer the question above the results first"));
    } else {
        //: Tooltip of Run
        m_run->setToolTip(canRun ? tr("Runs the selection or the statement under the cursor") : state.obstacle);
    }
    m_cancel->setEnabled(state.isRunning);
    //: Tooltip of the Cancel button: while something runs, and else
    m_cancel->setToolTip(state.isRunning ? tr("Cancel the statement, on the server too") : tr("Nothing is running"));
    m_road->setText(state.obstacle.isEmpty() ? m_roadText : state.obstacle);
}

void SqlToolBar::setServices(const QStringList &names, const QString &current)
{
    fill(*m_services, names, current, u"clickhouse");
}

void SqlToolBar::setDatabases(const QStringList &names, const QString &current)
{
    fill(*m_databases, names, current, u"db");
}

void SqlToolBar::setRoad(const QString &road)
{
    m_roadText = road;
}

QString SqlToolBar::database() const
{
    return m_databases->currentText();
}

} // namespace App
