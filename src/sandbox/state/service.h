// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "sandbox/state/schemaregistry.h"

#include <string>
#include <vector>

namespace Sandbox {

struct ServiceUser
{
    std::string name;
    std::string password;
};

/// A Kafka topic as the API knows it. Its messages are the broker's.
struct Topic
{
    std::string name;
    int partitions = 1;
    int replication = 1;
    std::string description;
    Core::Json config = Core::Json::object(); ///< what was set at creation: cleanup_policy, retention_ms, …
    Core::Json tags = Core::Json::array();    ///< [{key, value}]
};

/// What the account wants of a service. Whether its backend works is asked of Backends, not kept here.
struct Service
{
    std::string name;
    std::string type; ///< "clickhouse", "kafka", "pg"
    std::string plan;
    std::string cloud;
    std::string createTime;
    std::string updateTime;
    Core::Json userConfig = Core::Json::object();
    std::vector<ServiceUser> users; ///< the first is the main user
    std::vector<Topic> topics;
    SchemaRegistry schemas; ///< of a Kafka service
    bool powered = true;
    bool terminationProtection = false; ///< forbids to delete it and to switch it off
    Core::Json tags = Core::Json::object();
    Core::Json techEmails = Core::Json::array();   ///< [{email}]
    Core::Json maintenance = Core::Json::object(); ///< {dow, time}; the rest of the reply's object is the sandbox's
    std::vector<std::string> databases;            ///< of a pg service, "defaultdb" first
};

} // namespace Sandbox
