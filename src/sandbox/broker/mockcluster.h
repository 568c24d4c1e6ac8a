// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/broker/rdkafka.h"

#include <string>

typedef struct rd_kafka_mock_cluster_s rd_kafka_mock_cluster_t;

namespace Sandbox {

/// Owns librdkafka's mock cluster of one broker, on 127.0.0.1 and a port that the kernel chooses.
class MockCluster
{
public:
    /// Throws std::runtime_error when no port can be opened.
    MockCluster();
    ~MockCluster();
    MockCluster(const MockCluster &) = delete;
    MockCluster &operator=(const MockCluster &) = delete;

    [[nodiscard]] std::string bootstrapServers() const;
    [[nodiscard]] rd_kafka_resp_err_t createTopic(const std::string &name, int partitions);
    /// A hidden topic answers as an unknown one does. Its messages stay: this librdkafka cannot remove a topic.
    void setHidden(const std::string &topic, bool hidden);

private:
    KafkaHandle m_handle;
    rd_kafka_mock_cluster_t *m_cluster = nullptr;
};

} // namespace Sandbox
