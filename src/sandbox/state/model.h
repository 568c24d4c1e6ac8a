// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/json.h"

#include <string>
#include <vector>

namespace Sandbox {

struct ServiceUser
{
    std::string name;
    std::string password;
};

/// A Kafka topic as the API knows it. Its messages are the broker's and live as long as the process.
struct Topic
{
    std::string name;
    int partitions = 1;
    int replication = 1;
    std::string description;
    Core::Json config = Core::Json::object(); ///< what was set at creation: cleanup_policy, retention_ms, …
    Core::Json tags = Core::Json::array();    ///< [{key, value}]
};

struct Service
{
    std::string name;
    std::string type; ///< "clickhouse", "kafka"
    std::string plan;
    std::string cloud;
    std::string createTime;
    std::string updateTime;
    Core::Json userConfig = Core::Json::object();
    std::vector<ServiceUser> users; ///< the first is the main user
    std::vector<Topic> topics;
};

struct Integration
{
    std::string id;
    std::string type;
    std::string sourceService;
    std::string destService;
    Core::Json userConfig = Core::Json::object();
    /// The tables that ClickHouse has; null before the database was made. While tables are changed, those concerned
    /// stand here by their name only, so that an interrupted change is finished at the next start.
    Core::Json appliedTables;

    /// The tables the user asked for.
    [[nodiscard]] const Core::Json &wantedTables() const;
    [[nodiscard]] bool isApplied() const { return appliedTables.is_array() && appliedTables == wantedTables(); }
    /// The database in ClickHouse that belongs to it. Dashes are kept.
    [[nodiscard]] std::string database() const { return "service_" + sourceService; }
};

/// A database of a deleted integration that ClickHouse still has to drop.
struct Removal
{
    std::string service;
    std::string database;
};

/// Everything the sandbox remembers between runs.
struct State
{
    std::string project;
    std::string createTime;
    std::vector<Service> services;
    std::vector<Integration> integrations;
    std::vector<Removal> removals;

    [[nodiscard]] const Service *service(const std::string &name) const;
    [[nodiscard]] Service *service(const std::string &name);
    [[nodiscard]] const Integration *integration(const std::string &id) const;
    [[nodiscard]] Integration *integration(const std::string &id);
};

[[nodiscard]] Core::Json toJson(const State &state);
/// The error is a sentence that names what is wrong.
[[nodiscard]] Core::Expected<State, std::string> stateFromJson(const Core::Json &json);

/// What the sandbox holds at its first start: the guide's services and topics, new passwords.
[[nodiscard]] State firstState();

/// Now, as the API writes times: "2026-03-01T12:00:00Z".
[[nodiscard]] std::string currentTime();
/// A UUID text of 36 characters.
[[nodiscard]] std::string newId();
/// 22 characters from the system's random source, about 128 bits.
[[nodiscard]] std::string newSecret();

} // namespace Sandbox
