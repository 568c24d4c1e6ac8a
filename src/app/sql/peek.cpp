// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/peek.h"

#include "aiven/client.h"
#include "clickhouse/types/kafkatable.h"

#include <algorithm>

namespace App {

Aiven::MessageFormat messageFormatFor(const QString &dataFormat)
{
    if (dataFormat == QStringLiteral("AvroConfluent"))
        return Aiven::MessageFormat::Avro;
    // Also JSON comes as binary: a message that is no JSON would make the whole answer fail, and it is the one to be seen.
    return Aiven::MessageFormat::Binary;
}

Peek::Peek(Aiven::Client &client, QString project, const ClickHouse::KafkaTable &table, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(table.kafkaService)
    , m_topic(table.topics.value(0))
    , m_format(messageFormatFor(table.dataFormat))
{}

void Peek::start()
{
    m_client.getTopic(m_project, m_service, m_topic, this)->then([this](Aiven::Result<Aiven::Topic> topic) {
        if (topic)
            onTopic(*topic);
        else
            emit failed(topic.error());
    });
}

void Peek::onTopic(const Aiven::Topic &topic)
{
    for (const Aiven::Partition &partition : topic.partitions)
        m_offsets.insert(partition.number,
                         std::max(partition.earliestOffset, partition.latestOffset - messagesPerPartition));
    read();
}

void Peek::read()
{
    Aiven::MessageRequest wanted;
    wanted.offsets = m_offsets;
    wanted.format = m_format;
    m_client.readMessages(m_project, m_service, m_topic, wanted, this)
        ->then([this](Aiven::Result<QList<Aiven::Message>> messages) {
            if (messages) {
                emit finished(*messages);
            } else if (m_format == Aiven::MessageFormat::Avro) {
                m_format = Aiven::MessageFormat::Binary; // without a schema registry the bytes are all there is
                read();
            } else {
                emit failed(messages.error());
            }
        });
}

} // namespace App
