// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/topicsreader.h"

namespace App {

TopicsReader::TopicsReader(Aiven::Client &client) : m_client(client) {}

void TopicsReader::read(const QString &project, const QString &service)
{
    m_round = std::make_unique<QObject>();
    m_names.clear();
    setState(State::Reading);
    m_client.listTopics(project, service, m_round.get())->then([this](Aiven::Result<QList<Aiven::Topic>> topics) {
        if (!topics) {
            m_error = topics.error();
            return setState(State::Failed);
        }
        for (const Aiven::Topic &topic : *topics)
            m_names.append(topic.name);
        setState(State::Ready);
    });
}

void TopicsReader::clear()
{
    m_round.reset();
    m_names.clear();
    setState(State::Idle);
}

void TopicsReader::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace App
