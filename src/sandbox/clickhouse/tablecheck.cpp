// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/tablecheck.h"

#include "sandbox/clickhouse/sqltext.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace Sandbox {

namespace {

using Core::Json;
using Problem = std::optional<EngineError>;

std::string textAt(const Json &object, const char *key)
{
    const Json &value = Core::memberAt(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::string at(const char *array, std::size_t index)
{
    return std::string(array) + '[' + std::to_string(index) + ']';
}

constexpr int noAnswer = 0;
constexpr int invalid = 36;  ///< ClickHouse's BAD_ARGUMENTS
constexpr int notAType = 50; ///< ClickHouse's UNKNOWN_TYPE

/// ClickHouse keeps a table's definition in a file of its name, every byte that is no word character as three.
constexpr std::size_t longestFileName = 200;

Problem checkName(const std::string &name, std::set<std::string> &taken, const std::string &path)
{
    if (!taken.insert(name).second)
        return EngineError{invalid, "The name '" + name + "' is used twice", path + ".name"};
    if (fileName(name).size() > longestFileName)
        return EngineError{invalid, "The name '" + name + "' is too long for ClickHouse's files", path + ".name"};
    return std::nullopt;
}

/// What this ClickHouse cannot do; it would say so less clearly, or only when messages arrive.
Problem checkOptions(const Json &table, const std::string &path)
{
    if (textAt(table, "handle_error_mode") == "dead_letter_queue")
        return EngineError{invalid, "The sandbox's ClickHouse has no dead letter queue: use default or stream",
                           path + ".handle_error_mode"};
    return std::nullopt;
}

Problem checkTable(const Json &table, const std::string &path)
{
    const Json &columns = Core::memberAt(table, "columns");
    if (columns.empty())
        return EngineError{invalid, "A table needs at least one column", path + ".columns"};
    if (Core::memberAt(table, "topics").empty())
        return EngineError{invalid, "A table needs at least one topic", path + ".topics"};
    std::set<std::string> names;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (const Problem problem = checkName(textAt(columns[i], "name"), names, path + '.' + at("columns", i)))
            return problem;
    }
    return checkOptions(table, path);
}

/// Each type once, with the path of its first use.
std::map<std::string, std::string> typesOf(const Json &tables)
{
    std::map<std::string, std::string> types;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const Json &columns = Core::memberAt(tables[i], "columns");
        for (std::size_t j = 0; j < columns.size(); ++j)
            types.emplace(textAt(columns[j], "type"), at("tables", i) + '.' + at("columns", j) + ".type");
    }
    return types;
}

/// DESCRIBE of a table of these columns: one row (name, type, default…, comment, codec, TTL) for each.
std::string describeStatement(const std::vector<std::string> &types)
{
    std::string structure;
    for (std::size_t i = 0; i < types.size(); ++i)
        structure += (i == 0 ? "c" : ", c") + std::to_string(i) + ' ' + types[i] + '\n';
    return "DESCRIBE TABLE null(" + quotedText(structure) + ')';
}

/// Text such as "UInt8 DEFAULT 1" or "UInt8, x String" is a good part of a column list, but it is not a type.
bool areMereTypes(const Json &rows, std::size_t expected)
{
    if (rows.size() != expected)
        return false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].empty() || rows[i][0] != "c" + std::to_string(i))
            return false;
        for (std::size_t field = 2; field < rows[i].size(); ++field) {
            if (rows[i][field] != "")
                return false;
        }
    }
    return true;
}

Problem checkTypes(const std::vector<std::string> &types, const RunSql &run)
{
    const auto answer = run(describeStatement(types));
    if (!answer)
        return answer.error();
    if (!areMereTypes(answer->data, types.size()))
        return EngineError{notAType, "'" + types[0] + "' is not a column type", {}};
    return std::nullopt;
}

} // namespace

Core::Outcome<EngineError> checkTables(const Json &tables, const RunSql &run)
{
    std::set<std::string> names;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        Problem problem = checkName(textAt(tables[i], "name"), names, at("tables", i));
        if (!problem)
            problem = checkTable(tables[i], at("tables", i));
        if (problem)
            return Core::Unexpected{*problem};
    }
    const auto types = typesOf(tables);
    if (types.empty())
        return std::monostate{};
    std::vector<std::string> all;
    for (const auto &[type, path] : types)
        all.push_back(type);
    // All at once first: hundreds of tables have few types, and mostly good ones.
    const Problem first = checkTypes(all, run);
    if (!first)
        return std::monostate{};
    if (first->code == noAnswer)
        return Core::Unexpected{*first};
    for (const auto &[type, path] : types) {
        if (Problem problem = checkTypes({type}, run)) {
            problem->path = path;
            return Core::Unexpected{*problem};
        }
    }
    return std::monostate{};
}

} // namespace Sandbox
