// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

namespace Sandbox {

class Store;

/// The schema registry of one Kafka service on a port of its own, for clients that know nothing of the REST API, first
/// of all ClickHouse's format AvroConfluent. It has the calls that (de)serialisers make; the user and password are the
/// service's.
class RegistryServer
{
public:
    /// Takes the port of the former run again when it is free; it is kept in the folder. Throws std::runtime_error when
    /// there is none.
    RegistryServer(Store &store, std::string service, const std::string &folder);
    ~RegistryServer();
    RegistryServer(const RegistryServer &) = delete;
    RegistryServer &operator=(const RegistryServer &) = delete;

    [[nodiscard]] int port() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Sandbox
