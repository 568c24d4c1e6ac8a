// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <librdkafka/rdkafka.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace Sandbox {

struct DestroyHandle
{
    void operator()(rd_kafka_t *handle) const { rd_kafka_destroy(handle); }
};
using KafkaHandle = std::unique_ptr<rd_kafka_t, DestroyHandle>;

struct DestroyPartitionList
{
    void operator()(rd_kafka_topic_partition_list_t *list) const { rd_kafka_topic_partition_list_destroy(list); }
};
using PartitionList = std::unique_ptr<rd_kafka_topic_partition_list_t, DestroyPartitionList>;

using KafkaSettings = std::vector<std::pair<std::string, std::string>>;
using DeliveryCallback = void (*)(rd_kafka_t *, const rd_kafka_message_t *, void *);

/// A client handle with these settings. librdkafka's own log is off: what matters comes as an error of a call, and the
/// rest (broken connections while the sandbox ends) would only alarm.
[[nodiscard]] Core::Expected<KafkaHandle, std::string> makeHandle(rd_kafka_type_t type, const KafkaSettings &settings,
                                                                  DeliveryCallback onDelivery = nullptr);

} // namespace Sandbox
