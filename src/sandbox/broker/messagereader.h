// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/broker/kafkabroker.h"

namespace Sandbox {

/// How far to read a topic: from and up to an offset (exclusive) per partition, until one of the limits is reached.
struct ReadRange
{
    struct Span
    {
        std::int64_t from = 0;
        std::int64_t to = 0;
    };
    std::string topic;
    std::map<int, Span> partitions;
    std::size_t maxBytes = 0;
    std::chrono::milliseconds timeout{0};
};

/// Reads with a consumer of its own that joins no group and commits nothing, so nobody's position moves. In order of
/// partition and offset.
[[nodiscard]] Core::Expected<std::vector<Message>, BrokerError> readMessages(const std::string &bootstrapServers,
                                                                             const ReadRange &range);

} // namespace Sandbox
