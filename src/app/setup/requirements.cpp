// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/requirements.h"

#include "app/describe.h"
#include "app/endpoints/projectfacts.h"
#include "app/setup/checklist.h"
#include "core/format.h"
#include "widgets/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

Requirements::Requirements(Aiven::Client &client, QWidget *parent)
    : QWidget(parent)
    , m_topics(client)
    , m_plan(new CheckLine)
    , m_permission(new CheckLine)
    , m_topicCheck(new CheckLine)
    //: quiet button beside "At least one topic … is needed."
    , m_createTopic(m_topicCheck->addButton(tr("Create topic…")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.25));
    for (CheckLine *line : {m_plan, m_permission, m_topicCheck})
        column->addWidget(line);
    connect(&m_topics, &TopicsReader::stateChanged, this, &Requirements::showTopics);
    connect(m_createTopic, &QPushButton::clicked, this, &Requirements::createTopicRequested);
}

void Requirements::setFacts(const ProjectFacts &facts)
{
    m_project = facts.project;
    const bool plan = facts.service && facts.service->planAllowsIntegrations();
    //: condition in "Before you enable"
    m_plan->show(plan ? CheckLine::Mark::Ok : CheckLine::Mark::Missing, tr("Startup plan or higher"),
                 //: fact beside a condition: name of a service and its plan
                 facts.service ? tr("%1: %2").arg(facts.serviceName, facts.service->plan) : facts.serviceName);
    showPermission(facts);
}

void Requirements::showPermission(const ProjectFacts &facts)
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

void Requirements::setSource(const Source *source, bool needsTopics)
{
    const QString before = m_hasSource ? m_source.key() : QString();
    m_hasSource = source;
    m_source = source ? *source : Source();
    m_needsTopics = needsTopics;
    m_topicCheck->setVisible(needsTopics);
    if (!source || !needsTopics || source->isEndpoint())
        m_topics.clear(); // Aiven cannot look into a cluster that is not its own
    else if (before != source->key() || m_topics.state() == TopicsReader::State::Idle)
        m_topics.read(m_project, source->name);
    else
        showTopics();
}

void Requirements::readTopicsAgain()
{
    if (m_hasSource && m_needsTopics && !m_source.isEndpoint())
        m_topics.read(m_project, m_source.name);
}

void Requirements::showTopics()
{
    using Mark = CheckLine::Mark;
    const QStringList &names = m_topics.names();
    //: condition in "Before you enable"
    const QString sentence = tr("At least one topic");
    m_createTopic->setVisible(m_topics.state() == TopicsReader::State::Ready && names.isEmpty());
    switch (m_topics.state()) {
    case TopicsReader::State::Idle:
        m_topicCheck->show(Mark::Unknown, sentence,
                           //: fact beside a condition
                           m_hasSource && m_source.isEndpoint() ? tr("in your own cluster: Aiven cannot look into it")
                                                                //: fact beside a condition
                                                                : tr("choose a source"));
        break;
    case TopicsReader::State::Reading:
        //: beside a condition
        m_topicCheck->show(Mark::Unknown, sentence, tr("Reading topics…"));
        break;
    case TopicsReader::State::Failed:
        //: condition that could not be looked at
        m_topicCheck->show(Mark::Unknown, tr("The topics could not be read"), describe(m_topics.error()).title);
        break;
    case TopicsReader::State::Ready:
        if (names.isEmpty())
            m_topicCheck->show(Mark::Missing,
                               //: the guide's sentence
                               tr("At least one topic in the Apache Kafka service is needed."), {});
        else
            m_topicCheck->show(
                Mark::Ok, sentence,
                m_source.name + u": "_s +
                    //: number of topics of a service; %1 is a number
                    (names.size() == 1 ? tr("1 topic") : tr("%1 topics").arg(Core::formatCount(names.size()))));
    }
    emit topicsChanged();
}

} // namespace App
