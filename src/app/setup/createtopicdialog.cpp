// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/createtopicdialog.h"

#include "widgets/metrics.h"
#include "workflow/failure.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

namespace {

constexpr qlonglong hour = 3'600'000; // milliseconds

} // namespace

QString topicNameProblem(const QString &name)
{
    static const QRegularExpression allowed(u"^[-_.A-Za-z0-9]*\\z"_s);
    if (!allowed.match(name).hasMatch())
        //: error below the field for a topic's name
        return CreateTopicDialog::tr("Letters A to Z, digits, and - _ . only.");
    if (name == "."_L1 || name == ".."_L1)
        //: error below the field for a topic's name
        return CreateTopicDialog::tr("A topic cannot be named . or ..");
    if (name.size() > 249)
        //: error below the field for a topic's name
        return CreateTopicDialog::tr("At most 249 characters.");
    return {};
}

CreateTopicDialog::CreateTopicDialog(Aiven::Client &client, const QString &project, const QString &service,
                                     QWidget *parent)
    //: button: creates a topic
    : CreateDialog(client, tr("Create topic"), parent)
    , m_client(client)
    , m_project(project)
    , m_service(service)
    , m_partitions(new QSpinBox)
    , m_replication(new QSpinBox)
    , m_retention(new QComboBox)
{
    //: title of a dialog; %1 is the name of a service
    setWindowTitle(tr("Create topic – %1").arg(service));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
}

void CreateTopicDialog::build()
{
    //: help below the field for a topic's name
    addName(u"/topic_name"_s, tr("1 to 249 letters, digits, and - _ ."));
    nameInput().setMinimumWidth(H(24));
    m_partitions->setRange(1, 1'000'000);
    //: label of a field: the number of parts of a Kafka topic
    addField(u"/partitions"_s, tr("Partitions"), m_partitions,
             //: help below the field for the number of partitions
             tr("Messages are spread over them. One is enough to try things out."));
    m_replication->setRange(0, 32); // the API's most
    //: choice: how many copies of a Kafka topic; left to the service
    m_replication->setSpecialValueText(tr("as the service does"));
    //: label of a field: the number of copies of a Kafka topic
    addField(
        u"/replication"_s, tr("Replication"), m_replication,
        //: help below the field for the number of copies
        tr("Copies on different nodes, at most as many as the service has. Two or more survive the loss of a node."));
    fillRetention();
    //: label of a field: how long a Kafka topic keeps messages
    addField(u"/config/retention_ms"_s, tr("Keep messages"), m_retention, {});
    addButtons();
}

void CreateTopicDialog::fillRetention()
{
    //: choices: how long a Kafka topic keeps messages; the first leaves it to the service
    m_retention->addItem(tr("as the service does"));
    //: choices: how long a Kafka topic keeps messages
    m_retention->addItem(tr("1 hour"), hour);
    //: choices: how long a Kafka topic keeps messages
    m_retention->addItem(tr("1 day"), 24 * hour);
    //: choices: how long a Kafka topic keeps messages
    m_retention->addItem(tr("7 days"), 7 * 24 * hour);
    //: choices: how long a Kafka topic keeps messages
    m_retention->addItem(tr("30 days"), 30 * 24 * hour);
    //: choices: how long a Kafka topic keeps messages
    m_retention->addItem(tr("without limit"), -1LL);
}

QString CreateTopicDialog::problemOf(const QString &name) const
{
    return topicNameProblem(name);
}

void CreateTopicDialog::send()
{
    Aiven::NewTopic wanted;
    wanted.name = name();
    wanted.partitions = m_partitions->value();
    if (m_replication->value() > 0)
        wanted.replication = m_replication->value();
    if (const QVariant retention = m_retention->currentData(); retention.isValid())
        wanted.retentionMs = retention.toLongLong();
    m_client.createTopic(m_project, m_service, wanted, this)->then([this](const Aiven::Result<Aiven::Done> &answer) {
        onAnswer(answer);
    });
}

void CreateTopicDialog::onAnswer(const Aiven::Result<Aiven::Done> &answer)
{
    if (answer)
        return finish();
    const Aiven::ApiError error = answer.error();
    if (error.effect != Aiven::ApiError::Effect::Unknown)
        return fail({.error = error});
    m_client.listTopics(m_project, m_service, this)
        ->then([this, error](const Aiven::Result<QList<Aiven::Topic>> &list) {
            if (!list)
                return settle(error, {});
            settle(error, std::any_of(list->cbegin(), list->cend(),
                                      [this](const Aiven::Topic &one) { return one.name == name(); }));
        });
}

} // namespace App
