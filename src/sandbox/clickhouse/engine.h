// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/json.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Sandbox {

/// Why the engine refused. The path names the property of the integration's configuration that is at fault
/// ("tables[0].columns[1].type"), or is empty.
struct EngineError
{
    int code = 0;        ///< ClickHouse's code, 0 when the engine could not be asked at all
    std::string message; ///< for SQL errors ClickHouse's own text: "Code: 60. DB::Exception: …"
    std::string path;
};

/// A result in the shape of ClickHouse's JSONCompact: meta [{name, type}], data [[…]], and the summary with numbers.
struct QueryAnswer
{
    Core::Json meta = Core::Json::array();
    Core::Json data = Core::Json::array();
    Core::Json summary = Core::Json::object();
};

struct TableInfo
{
    std::string name;
    std::string uuid;
    std::string engine;
    std::optional<std::int64_t> totalRows; ///< none: the table engine does not count them
    std::optional<std::int64_t> totalBytes;
};

struct DatabaseInfo
{
    std::string name;
    std::string engine;
    std::vector<TableInfo> tables;
};

/// The ClickHouse of one service: a headgate-engine child process on one data folder. It is restarted when it dies, with
/// back-off. Every function is thread-safe; those that need the child wait until it is ready (10 s at most).
class Engine
{
public:
    /// By named collection, the users that may use it.
    using CollectionGrants = std::map<std::string, std::vector<std::string>>;

    struct Options
    {
        std::string serviceName;
        std::string dataFolder;                   ///< made when it does not exist
        std::string program;                      ///< headgate-engine; empty: the one beside this program
        std::map<std::string, std::string> users; ///< name to password; may change by setUsers()
        CollectionGrants collections;             ///< may change by grantCollection()
    };

    explicit Engine(Options options);
    /// Ends the child: closes its standard input, kills it after a grace period.
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// Begins to start the child unless it runs or starts already; returns at once.
    void start();
    /// The port of its HTTP interface once it is ready, starting it when needed.
    [[nodiscard]] Core::Expected<int, EngineError> httpPort();
    /// Whether httpPort() would answer at once.
    [[nodiscard]] bool isReady() const;
    void setUsers(const std::map<std::string, std::string> &users);
    /// Lets these users, and nobody else, use a named collection.
    void grantCollection(const std::string &collection, const std::vector<std::string> &users);

    /// Runs one statement as avnadmin; 64-bit integers arrive as texts.
    [[nodiscard]] Core::Expected<QueryAnswer, EngineError> query(const std::string &database, const std::string &sql);
    [[nodiscard]] Core::Expected<std::vector<DatabaseInfo>, EngineError> databases();

    /// Runs one statement of an integration: as the internal user, who may create what users may not.
    [[nodiscard]] Core::Expected<QueryAnswer, EngineError> runInternal(const std::string &sql);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Sandbox
