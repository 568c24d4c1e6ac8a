// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/kafkasetuppage.h"

#include "app/describe.h"
#include "app/setup/checklist.h"
#include "app/setup/flowpicture.h"
#include "app/setup/kinds.h"
#include "app/setup/setupfacts.h"
#include "app/setup/sourcelist.h"
#include "core/format.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

namespace {

const Kind *kafkaOf(const QList<Kind> &kinds)
{
    const auto found =
        std::find_if(kinds.cbegin(), kinds.cend(), [](const Kind &kind) { return kind.id == kafkaKind(); });
    return found == kinds.cend() ? nullptr : &*found;
}

} // namespace

KafkaSetUpPage::KafkaSetUpPage(Aiven::Client &client, QWidget *parent)
    : QWidget(parent)
    , m_topics(client)
    , m_bar(new Widgets::MessageBar)
    , m_picture(new FlowPicture)
    , m_plan(new CheckLine)
    , m_permission(new CheckLine)
    , m_topicCheck(new CheckLine)
    //: quiet button beside "At least one topic … is needed."
    , m_createTopic(m_topicCheck->addButton(tr("Create topic…")))
    , m_sources(new SourceList)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(H(1.25), H(1), H(1.25), H(1.25));
    column->setSpacing(H(0.5));
    column->addWidget(m_bar);
    //: title of the page; the name of the product
    column->addWidget(new Text(TextRole::DialogTitle, tr("Apache Kafka")));
    column->addWidget((new Text(TextRole::Help, tr("Read topics as ClickHouse tables, and write rows back. It rests on "
                                                   "the ClickHouse Kafka engine.")))
                          ->wrapped());
    column->addWidget(m_picture);
    column->addWidget(
        //: the guide's sentence
        (new Text(TextRole::Help, tr("One database appears. It is empty: no tables exist until you define "
                                     "them.")))
            ->wrapped());
    column->addSpacing(H(0.25));
    //: heading above the list of conditions
    column->addWidget(new Text(TextRole::Heading, tr("Before you enable")));
    auto *checks = new QVBoxLayout;
    checks->setSpacing(H(0.25));
    for (CheckLine *line : {m_plan, m_permission, m_topicCheck})
        checks->addWidget(line);
    column->addLayout(checks);
    column->addSpacing(H(0.25));
    column->addWidget(buildSourceHeading());
    column->addWidget(m_sources, 1);

    connect(m_sources, &SourceList::currentChanged, this, &KafkaSetUpPage::onSource);
    connect(&m_topics, &TopicsReader::stateChanged, this, &KafkaSetUpPage::showTopics);
    connect(m_createTopic, &QPushButton::clicked, this, [this] { emit createTopicRequested(currentSource()); });
}

QWidget *KafkaSetUpPage::buildSourceHeading()
{
    auto *heading = new QWidget;
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(H(0.25));
    //: heading above the list of services to read from
    row->addWidget(new Text(TextRole::Heading, tr("Source")));
    row->addStretch();
    //: quiet button; the guide's words
    QPushButton *const service = Widgets::makeButton(tr("Create Apache Kafka service…"), "quiet");
    //: quiet button; the guide's words
    QPushButton *const endpoint = Widgets::makeButton(tr("Add external Apache Kafka endpoint…"), "quiet");
    connect(service, &QPushButton::clicked, this, &KafkaSetUpPage::createServiceRequested);
    connect(endpoint, &QPushButton::clicked, this, &KafkaSetUpPage::createEndpointRequested);
    row->addWidget(service);
    row->addWidget(endpoint);
    return heading;
}

void KafkaSetUpPage::setFacts(const SetUpFacts &facts)
{
    m_service = facts.serviceName;
    m_project = facts.project;
    showPlan(facts);
    showPermission(facts);
    const QList<Kind> kinds = kindsOf(facts);
    const Kind *const kafka = kafkaOf(kinds);
    m_sources->setSources(kafka ? sourcesOf(facts, *kafka) : QList<Source>());
}

void KafkaSetUpPage::showPlan(const SetUpFacts &facts)
{
    m_obstacle = planProblem(facts);
    //: condition in "Before you enable"
    const QString sentence = tr("Startup plan or higher");
    //: fact beside a condition: name of a service and its plan
    const QString fact = facts.service ? tr("%1: %2").arg(facts.serviceName, facts.service->plan) : facts.serviceName;
    m_plan->show(m_obstacle.isEmpty() ? CheckLine::Mark::Ok : CheckLine::Mark::Missing, sentence, fact);
    if (m_obstacle.isEmpty())
        m_bar->hide();
    else
        m_bar->setMessage(Widgets::MessageBar::Kind::Warning, {}, m_obstacle);
    m_bar->setClosable(m_obstacle.isEmpty());
}

void KafkaSetUpPage::showPermission(const SetUpFacts &facts)
{
    //: condition in "Before you enable"
    const QString sentence = tr("You may change integrations");
    if (facts.roles.isEmpty()) {
        //: fact beside a condition
        return m_permission->show(CheckLine::Mark::Unknown, sentence,
                                  tr("not known yet: Aiven says so when you enable"));
    }
    if (facts.mayChangeIntegrations())
        return m_permission->show(CheckLine::Mark::Ok, sentence, u"project:integrations:write"_s);
    //: condition that is not met; %1 is a role such as "developer"
    m_permission->show(CheckLine::Mark::Missing, tr("Changing integrations needs project:integrations:write"),
                       //: fact beside a condition; %1 is a role such as "developer"
                       tr("your role: %1").arg(Core::displayText(facts.roles.join(u", "_s), 100)));
}

QString KafkaSetUpPage::currentSource() const
{
    return m_sources->current();
}

QString KafkaSetUpPage::databaseName() const
{
    const QString source = currentSource();
    return source.isEmpty() ? QString() : u"service_"_s + source;
}

void KafkaSetUpPage::onSource()
{
    const QString source = currentSource();
    //: in the picture, where no service is chosen yet
    m_picture->setDatabase(source.isEmpty() ? tr("no database yet") : databaseName(),
                           //: in the picture; %1 is the name of a service
                           tr("Database in %1").arg(m_service));
    if (source.isEmpty())
        m_topics.clear();
    else
        m_topics.read(m_project, source);
    emit changed();
}

void KafkaSetUpPage::readTopicsAgain()
{
    onSource();
}

void KafkaSetUpPage::showTopics()
{
    const QString source = currentSource();
    const QStringList &names = m_topics.names();
    const QString shown = Core::displayText(names.mid(0, 2).join(u", "_s), 100);
    //: condition in "Before you enable"
    const QString sentence = tr("At least one topic");
    m_createTopic->setVisible(m_topics.state() == TopicsReader::State::Ready && names.isEmpty());
    switch (m_topics.state()) {
    case TopicsReader::State::Idle:
        //: in the picture
        m_picture->setSource(tr("No source chosen"), {});
        //: fact beside a condition
        return m_topicCheck->show(CheckLine::Mark::Unknown, sentence, tr("choose a source"));
    case TopicsReader::State::Reading:
        //: in the picture and beside a condition
        m_picture->setSource(source, tr("Reading topics…"));
        return m_topicCheck->show(CheckLine::Mark::Unknown, sentence, tr("Reading topics…"));
    case TopicsReader::State::Failed:
        //: in the picture
        m_picture->setSource(source, tr("Topics not known"));
        return m_topicCheck->show(CheckLine::Mark::Unknown, tr("The topics could not be read"),
                                  describe(m_topics.error()).title);
    case TopicsReader::State::Ready: break;
    }
    if (names.isEmpty()) {
        //: in the picture
        m_picture->setSource(source, tr("No topics"));
        return m_topicCheck->show(CheckLine::Mark::Missing,
                                  //: the guide's sentence
                                  tr("At least one topic in the Apache Kafka service is needed."), {});
    }
    m_picture->setSource(source, names.size() > 2
                                     //: in the picture; %1 is "topic1, topic2", %2 a number
                                     ? tr("Topics: %1 and %2 more").arg(shown, Core::formatCount(names.size() - 2))
                                     //: in the picture; %1 is "topic1, topic2"
                                     : tr("Topics: %1").arg(shown));
    //: number of topics of a service; %1 is a number
    const QString topics = names.size() == 1 ? tr("1 topic") : tr("%1 topics").arg(Core::formatCount(names.size()));
    m_topicCheck->show(CheckLine::Mark::Ok, sentence, source + u": "_s + topics);
    m_sources->addFact(topics);
}

void KafkaSetUpPage::showError(const UserMessage &message)
{
    m_bar->setMessage(Widgets::MessageBar::Kind::Error, message.title, message.text + u' ' + message.nextStep);
    m_bar->setClosable(true);
    //: button in an error bar
    QPushButton *const copy = m_bar->addButton(tr("Copy report"));
    connect(copy, &QPushButton::clicked, m_bar, [message] {
        QApplication::clipboard()->setText(message.title + u'\n' + message.text + u'\n' + message.details);
    });
}

void KafkaSetUpPage::clearError()
{
    if (m_obstacle.isEmpty())
        m_bar->hide();
}

} // namespace App
