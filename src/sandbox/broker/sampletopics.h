// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/broker/kafkabroker.h"

#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox {

using SampleTime = std::chrono::sys_time<std::chrono::milliseconds>;
using SampleRandom = std::mt19937;

/// A topic that comes with the sandbox, and how its messages are made.
struct SampleTopic
{
    std::string name;
    std::string description;
    int partitions = 1;
    std::string format;                    ///< ClickHouse's name of the messages' format
    std::string columns;                   ///< the columns that fit the messages, in ClickHouse's words
    int seedCount = 0;                     ///< messages at the first start
    std::chrono::milliseconds interval{0}; ///< between live messages; 0 = the topic is not live
    Message (*make)(int number, SampleTime time, SampleRandom &random) = nullptr;
};

[[nodiscard]] const std::vector<SampleTopic> &sampleTopics();
/// The Avro schema of a sample topic's messages; empty for topics of other formats.
[[nodiscard]] std::string_view sampleSchema(std::string_view topic);

} // namespace Sandbox
