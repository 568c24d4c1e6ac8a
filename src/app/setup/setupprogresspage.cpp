// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setupprogresspage.h"

#include "app/describe.h"
#include "app/setup/setupwords.h"
#include "core/format.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/statelabel.h"
#include "widgets/text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMap>
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
    static QString title(const SetUpChoice &choice, bool active)
    {
        if (choice.method == Route::Method::Send)
            //: title while logs or metrics are set up, and after; %1 is a kind such as "Datadog", %2 a name
            return (active ? tr("%1 to %2 is set up") : tr("Setting up %1 to %2")).arg(choice.kindTitle, choice.other);
        //: title while an integration is set up, and after; %1 is "Apache Kafka", %2 the name of a service
        return (active ? tr("%1 from %2 is set up") : tr("Setting up %1 from %2")).arg(choice.kindTitle, choice.other);
    }
    static QString created(const QStringList &databases, const SetUpChoice &choice)
    {
        const QString names = SetUpWords::listed(databases);
        if (choice.isKafka())
            //: end of setting up; %1 is the name of a database in backticks
            return tr("%1 was created. It is empty: no tables exist until you define them.").arg(names);
        if (databases.size() == 1)
            //: end of setting up; %1 is the name of a database in backticks
            return tr("%1 was created: a live view of the remote database. Nothing was copied.").arg(names);
        //: end of setting up; %1 is a list of names of databases in backticks
        return tr("%1 were created: live views of the remote databases. Nothing was copied.").arg(names);
    }
    static QString adopted(const QStringList &databases)
    {
        if (databases.isEmpty())
            //: end of setting up when the integration was there before
            return tr("This integration was set up before; it goes on as it is.");
        //: end of setting up when the integration was there before; %1 is the name of a database in backticks
        return tr("%1 exists already: this integration was set up before.").arg(SetUpWords::listed(databases));
    }
    static QString stored(const QString &collection)
    {
        //: end of setting up; %1 is the name of a named collection; keep the backticks
        return tr("The credentials are stored as the named collection `%1`.").arg(collection);
    }
    static QString sends(const SetUpChoice &choice)
    {
        //: end of setting up logs or metrics; %1 is a kind such as "Datadog", %2 a name
        return tr("%1 to %2 is active. Nothing appears in ClickHouse.").arg(choice.kindTitle, choice.other);
    }
    static QString line(const SetUpChoice &choice, const QString &stage, const QString &time)
    {
        //: status bar; %1 is "Setting up Apache Kafka from kafka-demo", %2 a stage such as "starting", %3 "12 s"
        return tr("%1: %2, %3").arg(title(choice, false), stage, time);
    }
    static QString failed(const SetUpChoice &choice, const QString &why)
    {
        //: status bar; %1 is "Setting up Apache Kafka from kafka-demo", %2 a sentence
        return tr("%1 failed: %2").arg(title(choice, false), why);
    }
    static QString seconds(qint64 milliseconds)
    {
        //: how long a stage of setting up took; %1 is a number of seconds
        return tr("%1 s").arg(milliseconds < 1'000 ? u"0.%1"_s.arg(milliseconds / 100)
                                                   : QString::number(milliseconds / 1'000));
    }
};

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
    for (const State state : {State::Sending, State::Accepted, State::Starting, State::Active})
        addStage(state);
    m_bar->setClosable(false);
    column->addSpacing(H(0.5));
    column->addWidget(m_bar);
    column->addStretch();
}

void SetUpProgressPage::addStage(State state)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(H(0.75));
    const Stage stage{state, new Widgets::StateLabel, new Text(TextRole::Help), new Text(TextRole::Small)};
    stage.mark->setMinimumWidth(H(7));
    row->addWidget(stage.mark);
    row->addWidget(stage.sentence, 1);
    stage.time->setMinimumWidth(H(4));
    stage.time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(stage.time);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(row);
    m_stages.append(stage);
}

void SetUpProgressPage::nameStages(const SetUpChoice &choice)
{
    const bool sends = choice.method == Route::Method::Send;
    const QString end = sends ? tr("The data is on its way.")
                        //: stages of setting up: what happens in each
                        : choice.preview().makesDatabases() ? tr("The database is there.")
                                                            //: stages of setting up: what happens in each
                                                            : tr("The named collection is there.");
    const QMap<State, QString> sentences{//: stages of setting up: what happens in each
                                         {State::Sending, tr("The request is sent once.")},
                                         {State::Accepted, tr("Aiven took the request.")},
                                         //: stages of setting up: what happens in each
                                         {State::Starting, sends ? tr("The service connects to its target.")
                                                                 : tr("The service connects to its source.")},
                                         {State::Active, end}};
    for (const Stage &stage : std::as_const(m_stages))
        stage.sentence->setText(sentences.value(stage.state));
}

void SetUpProgressPage::show(const EnableIntegration &workflow, const SetUpChoice &choice)
{
    const bool active = workflow.state() == State::Active;
    m_title->setText(Wording::title(choice, active));
    nameStages(choice);
    for (const Stage &stage : std::as_const(m_stages))
        showStage(stage, workflow);
    if (active)
        m_bar->setMessage(Widgets::MessageBar::Kind::Ok, {}, endText(workflow, choice));
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
    stage.time->setText(current ? Wording::seconds(workflow.elapsed()) : over ? Wording::seconds(*over) : QString());
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

QString progressLine(const EnableIntegration &workflow, const SetUpChoice &choice)
{
    if (workflow.state() == State::Active)
        return endText(workflow, choice);
    if (workflow.state() == State::Failed)
        return Wording::failed(choice, describe(workflow.failure()).title);
    return Wording::line(choice, Wording::stage(workflow.state()).toLower(), Wording::seconds(workflow.elapsed()));
}

QString endText(const EnableIntegration &workflow, const SetUpChoice &choice)
{
    if (workflow.isAdopted())
        return Wording::adopted(workflow.databaseNames());
    if (choice.method == Route::Method::Send || choice.method == Route::Method::Other)
        return Wording::sends(choice);
    const QString collection = workflow.collectionName();
    return collection.isEmpty() ? Wording::created(workflow.databaseNames(), choice) : Wording::stored(collection);
}

} // namespace App
