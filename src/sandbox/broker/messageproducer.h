// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/broker/kafkabroker.h"
#include "sandbox/broker/rdkafka.h"

namespace Sandbox {

/// Writes messages and waits until the broker acknowledged or refused each. Thread-safe.
class MessageProducer
{
public:
    /// Throws std::runtime_error when the client cannot be made.
    explicit MessageProducer(const std::string &bootstrapServers);

    [[nodiscard]] std::vector<ProduceResult> produce(const std::string &topic, const std::vector<Message> &messages);
    [[nodiscard]] rd_kafka_t *handle() const { return m_handle.get(); }

private:
    KafkaHandle m_handle;
};

} // namespace Sandbox
