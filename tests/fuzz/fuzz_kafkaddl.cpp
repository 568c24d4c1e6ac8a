// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The statements that a clickhouse_kafka configuration becomes: whatever its texts hold, each is the one statement that it
// should be, with the names that the configuration gives.
#include "engine/tokens.h"
#include "fuzz/expect.h"
#include "sandbox/catalog.h"
#include "sandbox/clickhouse/kafkacluster.h"
#include "sandbox/clickhouse/kafkaddl.h"

#include <cstdint>

using Engine::Token;

namespace {

constexpr auto database = "service_kafka-`demo";

/// Types are ClickHouse's to check, before anything is created; here they must not hide what is looked for.
Core::Json withPlainTypes(Core::Json table)
{
    if (!table.contains("columns"))
        return table;
    for (Core::Json &column : table["columns"])
        column["type"] = "String";
    return table;
}

void checkCreateTable(const Sandbox::KafkaTableSql &sql)
{
    const std::string text = sql.createTable(sql.name());
    const Engine::Tokens tokens = Engine::tokenize(text);
    std::string shape;
    for (const Token &token : tokens) {
        if (token.depth == 0)
            shape += token.kind == Token::Kind::QuotedIdentifier ? "`" : token.text;
    }
    expect(shape == "CREATETABLE`.`()ENGINE=Kafka()", "a table is created, and nothing else happens");
    expect(Engine::identifierName(tokens.at(2)) == database, "it is in the database");
    expect(Engine::identifierName(tokens.at(4)) == sql.name(), "it has the name");
}

void checkCreateCollection(const Sandbox::KafkaTableSql &sql)
{
    const auto cluster = Sandbox::KafkaCluster::ofEndpoint(
        {{"bootstrap_servers", sql.name()}, {"sasl_plain_password", sql.group()}, {"ssl_ca_cert", "it's \\"}});
    const std::string text = sql.createCollection(cluster);
    const Engine::Tokens tokens = Engine::tokenize(text);
    expect(tokens.size() >= 8 && tokens[7].isKeyword("AS"), "a named collection is created");
    for (std::size_t i = 8; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        const bool fits = i % 4 == 0   ? token.kind == Token::Kind::QuotedIdentifier
                          : i % 4 == 1 ? token.isSymbol('=')
                          : i % 4 == 2 ? token.kind == Token::Kind::String
                                       : token.isSymbol(',');
        expect(fits, "it holds names and texts only");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Sandbox::Catalog catalog;
    const auto config = Core::parseJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!config || !catalog.integrationConfig("clickhouse_kafka")->validator.check(*config).isEmpty())
        return 0;
    for (const Core::Json &table : Core::memberAt(*config, "tables")) {
        const Sandbox::KafkaTableSql sql(database, withPlainTypes(table));
        checkCreateTable(sql);
        checkCreateCollection(sql);
    }
    return 0;
}
