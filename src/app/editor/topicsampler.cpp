// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/topicsampler.h"

namespace App {

TopicSampler::TopicSampler(Aiven::Client &client, QString project, QString kafkaService, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(kafkaService))
{}

void TopicSampler::request(const QString &topic)
{
    if (topic.isEmpty() || m_service.isEmpty() || m_samples.contains(topic))
        return;
    m_samples.insert(topic, {});
    m_client.getTopic(m_project, m_service, topic, this)->then([this](Aiven::Result<Aiven::Topic> read) {
        if (read)
            readLatest(*read);
    });
}

void TopicSampler::readLatest(const Aiven::Topic &topic)
{
    Aiven::MessageRequest request;
    for (const Aiven::Partition &partition : topic.partitions) {
        if (request.offsets.isEmpty() && partition.latestOffset > partition.earliestOffset)
            request.offsets.insert(partition.number, partition.latestOffset - 1);
    }
    if (request.offsets.isEmpty())
        return;
    const QString name = topic.name;
    m_client.readMessages(m_project, m_service, name, request, this)
        ->then([this, name](Aiven::Result<QList<Aiven::Message>> messages) {
            if (!messages || messages->isEmpty())
                return;
            m_samples[name] = Core::toText(messages->constLast().value);
            emit sampleReady(name);
        });
}

} // namespace App
