// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setupprogresspage.h"

#include "app/describe.h"
#include "core/format.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/statelabel.h"
#include "widgets/text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

namespace {

using Workflow::EnableIntegration;
using State = EnableIntegration::State;

constexpr qint64 slow = 60'000;

class Wording
{
    Q_DECLARE_TR_FUNCTIONS(App::SetUpProgress)

public:
    static QString stage(State state)
    {
        switch (state) {
        //: stage of setting up an integration
        case State::Sending: return tr("Sending");
        //: stage of setting up an integration
        case State::Accepted: return tr("Accepted");
        //: stage of setting up an integration
        case State::Starting: return tr("Starting");
        //: stage of setting up an integration
        case State::Active: return tr("Active");
        //: stage of setting up an integration
        case State::Failed: return tr("Failed");
        case State::Idle: break;
        }
        return {};
    }
    static QString created(const QString &database)
    {
        //: end of setting up; %1 is the name of a database; keep the backticks
        return tr("`%1` was created. It is empty: no tables exist until you define them.").arg(database);
    }
    static QString adopted(const QString &database)
    {
        //: end of setting up when the integration was there before; %1 is the name of a database; keep the backticks
        return tr("`%1` exists already: this integration was set up before.").arg(database);
    }
    static QString line(const QString &source, const QString &stage, const QString &time)
    {
        //: status bar; %1 is the name of a service, %2 a stage such as "Starting", %3 a time such as "12 s"
        return tr("Setting up Apache Kafka from %1: %2, %3").arg(source, stage, time);
    }
    static QString failed(const QString &source, const QString &why)
    {
        //: status bar; %1 is the name of a service, %2 a sentence
        return tr("Setting up Apache Kafka from %1 failed: %2").arg(source, why);
    }
};

QString seconds(qint64 milliseconds)
{
    return milliseconds < 1'000 ? u"0.%1 s"_s.arg(milliseconds / 100) : u"%1 s"_s.arg(milliseconds / 1'000);
}

} // namespace

SetUpProgressPage::SetUpProgressPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new Text(TextRole::DialogTitle))
    , m_bar(new Widgets::MessageBar)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(H(1.25), H(1), H(1.25), H(1.25));
    column->setSpacing(H(0.75));
    column->addWidget(m_title);
    //: stages of setting up: what happens in each
    addStage(State::Sending, tr("The request is sent once."));
    addStage(State::Accepted, tr("Aiven took the request."));
    //: stages of setting up: what happens in each
    addStage(State::Starting, tr("The service connects to its source."));
    addStage(State::Active, tr("The database is there."));
    m_bar->setClosable(false);
    column->addSpacing(H(0.5));
    column->addWidget(m_bar);
    column->addStretch();
}

void SetUpProgressPage::addStage(State state, const QString &sentence)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(H(0.75));
    const Stage stage{state, new Widgets::StateLabel, new Text(TextRole::Small)};
    stage.mark->setMinimumWidth(H(7));
    row->addWidget(stage.mark);
    row->addWidget(new Text(TextRole::Help, sentence), 1);
    stage.time->setMinimumWidth(H(4));
    stage.time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(stage.time);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(row);
    m_stages.append(stage);
}

void SetUpProgressPage::show(const EnableIntegration &workflow)
{
    const bool active = workflow.state() == State::Active;
    //: title while an integration is set up, and after; %1 is the name of a service
    m_title->setText((active ? tr("Apache Kafka from %1 is set up") : tr("Setting up Apache Kafka from %1"))
                         .arg(workflow.wanted().sourceService));
    for (const Stage &stage : std::as_const(m_stages))
        showStage(stage, workflow);
    if (active)
        showEnd(workflow);
    else
        showPatience(workflow);
}

void SetUpProgressPage::showStage(const Stage &stage, const EnableIntegration &workflow)
{
    const auto reached = workflow.reachedAt(stage.state);
    const bool current = stage.state == workflow.state() && workflow.isRunning();
    // A stage's time is when it was over.
    const auto over = workflow.reachedAt(stage.state == State::Active ? State::Active : State(int(stage.state) + 1));
    const Widgets::State mark = current               ? Widgets::State::Working
                                : reached.has_value() ? Widgets::State::Ok
                                                      : Widgets::State::Off;
    stage.mark->setState(mark, Wording::stage(stage.state));
    stage.time->setText(current ? seconds(workflow.elapsed()) : over ? seconds(*over) : QString());
}

void SetUpProgressPage::showEnd(const EnableIntegration &workflow)
{
    m_bar->setMessage(Widgets::MessageBar::Kind::Ok, {}, endText(workflow));
}

void SetUpProgressPage::showPatience(const EnableIntegration &workflow)
{
    if (workflow.trouble()) {
        const UserMessage message = describe(*workflow.trouble());
        //: follows the description of an error while the program keeps trying
        m_bar->setMessage(Widgets::MessageBar::Kind::Warning, message.title,
                          message.text + u' ' + tr("Headgate keeps watching."));
    } else if (workflow.elapsed() > slow) {
        m_bar->setMessage(Widgets::MessageBar::Kind::Info, {},
                          //: while setting up takes long
                          tr("Still starting. You can leave; Headgate keeps watching."));
    } else {
        m_bar->hide();
    }
}

QString progressLine(const EnableIntegration &workflow)
{
    const QString &source = workflow.wanted().sourceService;
    if (workflow.state() == State::Active)
        return endText(workflow);
    if (workflow.state() == State::Failed)
        return Wording::failed(source, describe(workflow.failure()).title);
    return Wording::line(source, Wording::stage(workflow.state()).toLower(), seconds(workflow.elapsed()));
}

QString endText(const EnableIntegration &workflow)
{
    return workflow.isAdopted() ? Wording::adopted(workflow.databaseName()) : Wording::created(workflow.databaseName());
}

} // namespace App
