// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <string>
#include <utility>
#include <vector>

namespace Sandbox {

/// How a Kafka cluster is reached: keys of a named collection and their values, secrets among them.
class KafkaCluster
{
public:
    using Options = std::vector<std::pair<std::string, std::string>>;

    /// One of the sandbox's own services. The URL of its schema registry holds a user and password.
    [[nodiscard]] static KafkaCluster ofService(const std::string &bootstrapServers, const std::string &registryUrl);
    /// The user_config of an external_kafka endpoint, which has passed the schema.
    [[nodiscard]] static KafkaCluster ofEndpoint(const Core::Json &userConfig);

    /// For a table of that format: the registry is only for those that need it.
    [[nodiscard]] Options options(const std::string &format) const;
    /// Stands for these options; tells nothing of a secret.
    [[nodiscard]] std::string digest(const std::string &format) const;

private:
    explicit KafkaCluster(Options options) : m_options(std::move(options)) {}

    Options m_options;
    std::string m_registryUrl;
};

inline constexpr auto registryFormat = "AvroConfluent";

/// Some characters that differ when the texts differ.
[[nodiscard]] std::string shortDigest(const std::string &text);

} // namespace Sandbox
