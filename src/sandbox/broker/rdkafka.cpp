// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/broker/rdkafka.h"

#include <array>

namespace Sandbox {

namespace {

void ignoreLog(const rd_kafka_t *, int, const char *, const char *) {}

} // namespace

Core::Expected<KafkaHandle, std::string> makeHandle(rd_kafka_type_t type, const KafkaSettings &settings,
                                                    DeliveryCallback onDelivery)
{
    std::array<char, 512> reason{};
    rd_kafka_conf_t *configuration = rd_kafka_conf_new();
    rd_kafka_conf_set_log_cb(configuration, ignoreLog);
    if (onDelivery)
        rd_kafka_conf_set_dr_msg_cb(configuration, onDelivery);
    for (const auto &[key, value] : settings) {
        if (rd_kafka_conf_set(configuration, key.c_str(), value.c_str(), reason.data(), reason.size()) !=
            RD_KAFKA_CONF_OK) {
            rd_kafka_conf_destroy(configuration);
            return Core::Unexpected{std::string(reason.data())};
        }
    }
    // On success the handle owns the configuration, on failure we still do.
    rd_kafka_t *handle = rd_kafka_new(type, configuration, reason.data(), reason.size());
    if (!handle) {
        rd_kafka_conf_destroy(configuration);
        return Core::Unexpected{std::string(reason.data())};
    }
    return KafkaHandle(handle);
}

} // namespace Sandbox
