// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api/request.h"
#include "sandbox/broker/kafkabroker.h"
#include "sandbox/state/model.h"

#include <vector>

namespace Sandbox {

/// The topics of the service, those included that a producer made by writing to them.
[[nodiscard]] std::vector<Topic> topicsOf(const Service &service, const KafkaBroker &broker);
/// The topic of that name, or 404.
[[nodiscard]] Core::Expected<Topic, ApiError> findTopic(const Service &service, const KafkaBroker &broker,
                                                        const std::string &name);
/// As in lists: "partitions" is a number.
[[nodiscard]] Core::Json summaryJson(const Topic &topic);
/// As asked for by name: "partitions" is an array with offsets, "config" names the source of each value.
[[nodiscard]] Core::Json topicJson(const Topic &topic, const std::vector<PartitionState> &partitions);
/// What a PUT asks for: what it does not name stays, a null in "config" goes back to the default. The flat keys of older
/// clients count as well.
[[nodiscard]] Topic changedTopic(Topic topic, const Core::Json &body);
/// What a POST asks for.
[[nodiscard]] Topic topicFrom(const Core::Json &body, int defaultReplication);

} // namespace Sandbox
