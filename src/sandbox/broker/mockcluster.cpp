// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/broker/mockcluster.h"

#include <librdkafka/rdkafka_mock.h>

#include <stdexcept>

namespace Sandbox {

MockCluster::MockCluster()
{
    auto handle = makeHandle(RD_KAFKA_PRODUCER, {});
    if (!handle)
        throw std::runtime_error("The Kafka broker could not be started: " + handle.error());
    m_handle = std::move(handle).value();
    m_cluster = rd_kafka_mock_cluster_new(m_handle.get(), 1);
    if (!m_cluster)
        throw std::runtime_error("The Kafka broker could not open a port on 127.0.0.1.");
}

MockCluster::~MockCluster()
{
    rd_kafka_mock_cluster_destroy(m_cluster);
}

std::string MockCluster::bootstrapServers() const
{
    return rd_kafka_mock_cluster_bootstraps(m_cluster);
}

rd_kafka_resp_err_t MockCluster::createTopic(const std::string &name, int partitions)
{
    return rd_kafka_mock_topic_create(m_cluster, name.c_str(), partitions, 1);
}

void MockCluster::setHidden(const std::string &topic, bool hidden)
{
    rd_kafka_mock_topic_set_error(m_cluster, topic.c_str(),
                                  hidden ? RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART : RD_KAFKA_RESP_ERR_NO_ERROR);
}

} // namespace Sandbox
