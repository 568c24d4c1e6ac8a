// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy.h"
#include "engine/replicatedengine.h"

#include <algorithm>
#include <array>

namespace Engine {
namespace {

bool isReserved(const std::string &database)
{
    return database.rfind("service_", 0) == 0 || database.rfind("endpoint_", 0) == 0;
}

/// The table functions and engines that take a named collection.
bool readsSource(const Token &token)
{
    static constexpr std::array names{"POSTGRESQL",
                                      "MATERIALIZEDPOSTGRESQL",
                                      "MYSQL",
                                      "REMOTE",
                                      "REMOTESECURE",
                                      "S3",
                                      "S3CLUSTER",
                                      "S3QUEUE",
                                      "GCS",
                                      "OSS",
                                      "COSN",
                                      "AZUREBLOBSTORAGE",
                                      "AZUREBLOBSTORAGECLUSTER",
                                      "AZUREQUEUE",
                                      "URL",
                                      "URLCLUSTER",
                                      "MONGODB",
                                      "REDIS",
                                      "ICEBERG",
                                      "ICEBERGS3",
                                      "ICEBERGAZURE",
                                      "ICEBERGS3CLUSTER",
                                      "ICEBERGAZURECLUSTER",
                                      "ICEBERGCLUSTER",
                                      "DELTALAKE",
                                      "DELTALAKES3",
                                      "DELTALAKEAZURE",
                                      "DELTALAKECLUSTER",
                                      "HUDI",
                                      "HUDICLUSTER",
                                      "PAIMON",
                                      "PAIMONS3",
                                      "PAIMONAZURE",
                                      "KAFKA",
                                      "NATS",
                                      "RABBITMQ",
                                      "ARROWFLIGHT",
                                      "YTSAURUS",
                                      "HDFS",
                                      "HDFSCLUSTER"};
    return std::any_of(names.begin(), names.end(), [&token](const char *name) { return token.isKeyword(name); });
}

bool namesSomething(const Token &token)
{
    return token.isIdentifier() || token.kind == Token::Kind::String;
}

std::string nameOf(Token token)
{
    if (token.kind == Token::Kind::String)
        token.kind = Token::Kind::QuotedIdentifier; // written between quotes alike
    return identifierName(token);
}

bool changesTables(const Statement &statement)
{
    for (const std::string_view word :
         {"DROP", "DETACH", "TRUNCATE", "RENAME", "EXCHANGE", "ALTER", "ATTACH", "CREATE"}) {
        if (statement.startsWith({word}))
            return true;
    }
    return false;
}

/// [database.]table names of a statement at the outermost level, after the keyword TABLE or what joins a list
/// of them.
struct TableName
{
    std::string database, table;
};

std::vector<TableName> tableNames(const Statement &statement)
{
    std::vector<TableName> names;
    const Tokens &tokens = statement.tokens();
    bool expected = false;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        if (token.depth != 0)
            continue;
        if (token.isKeyword("IF") || token.isKeyword("EXISTS") || token.isKeyword("NOT"))
            continue;
        if (!expected || !token.isIdentifier()) {
            expected = token.isKeyword("TABLE") || token.isKeyword("TABLES") || token.isKeyword("TO") ||
                       token.isKeyword("AND") || token.isKeyword("AS") || token.isSymbol(',');
            continue;
        }
        expected = false;
        if (i + 2 < tokens.size() && tokens[i + 1].isSymbol('.') && tokens[i + 2].isIdentifier()) {
            names.push_back({identifierName(token), identifierName(tokens[i + 2])});
            i += 2;
        } else {
            names.push_back({{}, identifierName(token)});
        }
    }
    return names;
}

} // namespace

Policy::Policy(Users::Rank rank, bool readOnly, bool confined, EngineLookup engineOf, CollectionRight mayUse)
    : m_rank(rank)
    , m_readOnly(readOnly)
    , m_confined(confined)
    , m_engineOf(std::move(engineOf))
    , m_mayUse(std::move(mayUse))
{}

Core::Expected<Ruling, Error> Policy::judge(const Statement &statement) const
{
    if (auto refusal = refuseForEveryone(statement))
        return Core::Unexpected{std::move(*refusal)};
    if (m_rank != Users::Rank::Internal) {
        if (auto refusal = refuseForUsers(statement))
            return Core::Unexpected{std::move(*refusal)};
    }
    return withoutReplication(statement);
}

Policy::Refusal Policy::refuseForEveryone(const Statement &statement) const
{
    if (m_readOnly && !statement.isReading() && !statement.startsWith({"SET"}) && !statement.startsWith({"USE"}))
        return makeError(Code::Readonly,
                         "Cannot execute query in readonly mode. For queries over HTTP, method GET implies "
                         "readonly. You should use method POST for modifying queries");
    if (statement.find({"INTO", "OUTFILE"}))
        return makeError(Code::SyntaxError, "INTO OUTFILE is not allowed");
    if (statement.isInsert() && statement.find({"FROM", "INFILE"}))
        return makeError(Code::SyntaxError, "Query has infile and was sent directly to server");
    if (statement.find({"ON", "CLUSTER"}))
        return makeError(Code::SupportIsDisabled,
                         "ON CLUSTER is not possible here: the sandbox has one node and no cluster");
    // These send signals to the process group, the engine's and perhaps more.
    for (const std::string_view word : {"SHUTDOWN", "KILL", "SUSPEND"}) {
        if (statement.startsWith({"SYSTEM", word}))
            return makeError(Code::AccessDenied,
                             "Not enough privileges. The service is stopped and started by its owner");
    }
    const auto engine = statement.find({"ENGINE"});
    if (statement.startsWith({"CREATE", "DATABASE"}) && engine && statement.startsWith({"REPLICATED"}, *engine + 2))
        return makeError(Code::SupportIsDisabled,
                         "Databases with the engine Replicated are not possible here: the sandbox has one node. "
                         "Leave the engine out");
    if (statement.startsWith({"TRUNCATE"})) {
        for (const TableName &name : tableNames(statement)) {
            if (m_engineOf(name.database, name.table) == "Kafka")
                return makeError(Code::NotImplemented, "Truncate is not supported by storage Kafka");
        }
    }
    return std::nullopt;
}

Policy::Refusal Policy::refuseForUsers(const Statement &statement) const
{
    if (statement.find({"NAMED", "COLLECTION"}) == 1)
        return makeError(Code::AccessDenied,
                         "Not enough privileges. Named collections belong to the service integrations");
    if (auto refusal = refuseReservedDatabases(statement))
        return refusal;
    if (auto refusal = refuseOnKafkaTables(statement))
        return refusal;
    if (auto refusal = refuseCollections(statement))
        return refusal;
    return refuseFileAccess(statement);
}

Policy::Refusal Policy::refuseReservedDatabases(const Statement &statement) const
{
    const Tokens &tokens = statement.tokens();
    const bool wholeDatabase = tokens.size() > 2 && (tokens[1].isKeyword("DATABASE") || tokens[1].isKeyword("ALL"));
    if (!wholeDatabase || !changesTables(statement))
        return std::nullopt;
    for (const Token &token : tokens) {
        if (token.depth == 0 && token.isIdentifier() && isReserved(identifierName(token)))
            return makeError(
                Code::AccessDenied,
                "Not enough privileges. Databases whose names begin with service_ or endpoint_ are made and "
                "removed by the service integration");
    }
    return std::nullopt;
}

Policy::Refusal Policy::refuseOnKafkaTables(const Statement &statement) const
{
    if (!changesTables(statement))
        return std::nullopt;
    const Error refusal =
        makeError(Code::AccessDenied, "Not enough privileges. Kafka tables are created by the service integration");
    const auto engine = engineName(statement);
    if (engine && statement.tokens()[*engine].isKeyword("KAFKA"))
        return refusal;
    // A view that reads from or writes into a Kafka table is what the integration is for, and a table with an
    // engine of its own may take the columns of one.
    if (statement.find({"VIEW"}) || (engine && !statement.find({"REPLACE"})))
        return std::nullopt;
    for (const TableName &name : tableNames(statement)) {
        if (m_engineOf(name.database, name.table) == "Kafka")
            return refusal;
    }
    return std::nullopt;
}

/// A collection is the first argument of a table function or of an engine, or a dictionary's NAME. The integrations' all
/// have reserved names. As on the service, one that does not exist is refused like one that was not granted.
Policy::Refusal Policy::refuseCollections(const Statement &statement) const
{
    const Tokens &tokens = statement.tokens();
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        const bool isArgument = i + 3 < tokens.size() && tokens[i + 1].isSymbol('(') && tokens[i + 2].isIdentifier() &&
                                (tokens[i + 3].isSymbol(',') || tokens[i + 3].isSymbol(')')) && readsSource(tokens[i]);
        const bool isName = tokens[i].isKeyword("NAME") && namesSomething(tokens[i + 1]);
        if (!isArgument && !isName)
            continue;
        const std::string collection = nameOf(tokens[isArgument ? i + 2 : i + 1]);
        if (isReserved(collection) && !m_mayUse(collection))
            return makeError(Code::AccessDenied, "Not enough privileges. To execute this query, it's necessary to have "
                                                 "the grant NAMED COLLECTION ON " +
                                                     quoteIdentifier(collection));
    }
    return std::nullopt;
}

Policy::Refusal Policy::refuseFileAccess(const Statement &statement) const
{
    // With Landlock the kernel refuses what is outside the data folder; inside it lie the configuration and
    // the store.
    static constexpr std::array functions{"FILE", "FILECLUSTER", "URL", "URLCLUSTER", "EXECUTABLE"};
    if (m_confined)
        return std::nullopt;
    const Tokens &tokens = statement.tokens();
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        for (const std::string_view function : functions) {
            if (tokens[i].isKeyword(function) && tokens[i + 1].isSymbol('('))
                return makeError(Code::AccessDenied,
                                 "The function " + std::string(tokens[i].text) +
                                     " is refused, because this system has no Landlock to confine it");
        }
    }
    return std::nullopt;
}

} // namespace Engine
