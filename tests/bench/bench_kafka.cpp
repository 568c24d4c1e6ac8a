// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Integrations with Kafka: how long 400 tables take, what a change of one of them touches, and a million messages by an
// integration beside the same by hand-written SQL in an engine of its own.
#include "engine/engineprocess.h"
#include "support/sandboxprocess.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

#include <librdkafka/rdkafka.h>

#include <cstdio>
#include <functional>
#include <set>
#include <stdexcept>

using namespace Qt::StringLiterals;
using Core::Json;

namespace {

constexpr int tableCount = 400;
constexpr int columnCount = 20;
constexpr int messageCount = 1'000'000;
constexpr qint64 limitMs = 120'000;
constexpr unsigned long pollMs = 20;

const QByteArray projectPath = "/v1/project/sandbox";
const QString clickHouse = u"clickhouse-demo"_s;

Json call(SandboxProcess &sandbox, const QByteArray &method, const QByteArray &path, const Json &body = {})
{
    const auto answer = sandbox.call(method, projectPath + path, body);
    if (answer.status != 200 && answer.status != 201)
        throw std::runtime_error((method + ' ' + path + ": " + answer.message().toUtf8()).toStdString());
    return answer.body;
}

void waitFor(const std::function<bool()> &isDone)
{
    QElapsedTimer clock;
    clock.start();
    while (!isDone()) {
        if (clock.elapsed() > limitMs)
            throw std::runtime_error("nothing came of it in time");
        QThread::msleep(pollMs);
    }
}

QByteArray createIntegration(SandboxProcess &sandbox, const Json &config)
{
    const Json made = call(sandbox, "POST", "/integration",
                           {{"integration_type", "clickhouse_kafka"},
                            {"source_service", "kafka-demo"},
                            {"dest_service", "clickhouse-demo"},
                            {"user_config", config}});
    return QByteArray::fromStdString(made["service_integration"]["service_integration_id"].get<std::string>());
}

bool isActive(SandboxProcess &sandbox, const QByteArray &id)
{
    return call(sandbox, "GET", "/integration/" + id)["service_integration"]["active"].get<bool>();
}

Json manyTables()
{
    Json tables = Json::array();
    for (int i = 0; i < tableCount; ++i) {
        Json columns = Json::array();
        for (int j = 0; j < columnCount; ++j)
            columns.push_back({{"name", "column_" + std::to_string(j)}, {"type", j % 2 == 0 ? "UInt64" : "String"}});
        tables.push_back({{"name", "table_" + std::to_string(i)},
                          {"columns", columns},
                          {"topics", {{{"name", "topic1"}}}},
                          {"data_format", "JSONEachRow"},
                          {"group_name", "group_" + std::to_string(i)}});
    }
    return {{"tables", tables}};
}

std::set<std::string> tableIds(SandboxProcess &sandbox)
{
    std::set<std::string> ids;
    const Json rows = sandbox.query(clickHouse, u"SELECT uuid FROM system.tables WHERE database LIKE 'service%'"_s);
    for (const Json &row : rows)
        ids.insert(row[0].get<std::string>());
    return ids;
}

/// From the call that creates the integration until every table exists, with the PUT of the tables between.
void measureTables(SandboxProcess &sandbox)
{
    QElapsedTimer clock;
    clock.start();
    const QByteArray id = createIntegration(sandbox, Json::object());
    Json config = manyTables();
    call(sandbox, "PUT", "/integration/" + id, {{"user_config", config}});
    waitFor([&] { return isActive(sandbox, id); });
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    const auto before = tableIds(sandbox);

    config["tables"][tableCount / 2]["columns"][0]["type"] = "Int64";
    call(sandbox, "PUT", "/integration/" + id, {{"user_config", config}});
    waitFor([&] { return isActive(sandbox, id); });
    int touched = 0;
    for (const std::string &uuid : tableIds(sandbox))
        touched += before.contains(uuid) ? 0 : 1;
    if (before.size() != tableCount)
        throw std::runtime_error("there are " + std::to_string(before.size()) + " tables");
    std::printf("kafka-tables\t%.3f\t0\nkafka-touched\t%d\t0\n", seconds, touched);
    call(sandbox, "DELETE", "/integration/" + id);
}

void produceMessages(const std::string &servers, const char *topic)
{
    rd_kafka_conf_t *configuration = rd_kafka_conf_new();
    rd_kafka_conf_set(configuration, "bootstrap.servers", servers.c_str(), nullptr, 0);
    rd_kafka_conf_set(configuration, "linger.ms", "20", nullptr, 0);
    rd_kafka_t *producer = rd_kafka_new(RD_KAFKA_PRODUCER, configuration, nullptr, 0);
    for (int i = 0; i < messageCount; ++i) {
        std::string value = "{\"id\":" + std::to_string(i) + ",\"name\":\"Leonardo\"}";
        while (rd_kafka_producev(producer, RD_KAFKA_V_TOPIC(topic), RD_KAFKA_V_VALUE(value.data(), value.size()),
                                 RD_KAFKA_V_PARTITION(i % 4), RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
                                 RD_KAFKA_V_END) == RD_KAFKA_RESP_ERR__QUEUE_FULL)
            rd_kafka_poll(producer, 10);
        rd_kafka_poll(producer, 0);
    }
    rd_kafka_flush(producer, limitMs);
    rd_kafka_destroy(producer);
}

double secondsByIntegration(SandboxProcess &sandbox)
{
    QElapsedTimer clock;
    clock.start();
    createIntegration(sandbox,
                      {{"tables",
                        {{{"name", "events"},
                          {"columns", {{{"name", "id"}, {"type", "UInt64"}}, {{"name", "name"}, {"type", "String"}}}},
                          {"topics", {{{"name", "bench"}}}},
                          {"data_format", "JSONEachRow"},
                          {"group_name", "by-integration"},
                          {"materialized_view", {{"view_name", "bench"}, {"order_by", {"id"}}}}}}}});
    const QString count = u"SELECT count() FROM system.tables WHERE name = 'bench_target'"_s;
    waitFor([&] { return sandbox.query(clickHouse, count)[0][0] == "1"; });
    waitFor([&] {
        return sandbox.query(clickHouse, u"SELECT count() FROM bench_target"_s)[0][0] == std::to_string(messageCount);
    });
    return double(clock.nsecsElapsed()) / 1e9;
}

void run(EngineProcess &engine, const QByteArray &sql)
{
    if (const HttpAnswer answer = engine.queryAsInternal(sql); answer.status != 200)
        throw std::runtime_error(answer.body.toStdString());
}

double secondsByHand(EngineProcess &engine, const std::string &servers)
{
    QElapsedTimer clock;
    clock.start();
    run(engine, "CREATE TABLE events (id UInt64, name String) ENGINE = Kafka('" + QByteArray::fromStdString(servers) +
                    "', 'bench', 'by-hand', 'JSONEachRow')");
    run(engine, "CREATE TABLE bench_target (id UInt64, name String) ENGINE = MergeTree ORDER BY id");
    run(engine, "CREATE MATERIALIZED VIEW bench TO bench_target AS SELECT id, name FROM events");
    waitFor([&] { return engine.value("SELECT count() FROM bench_target") == QByteArray::number(messageCount); });
    return double(clock.nsecsElapsed()) / 1e9;
}

void measureMessages(SandboxProcess &sandbox)
{
    call(sandbox, "POST", "/service/kafka-demo/topic", {{"topic_name", "bench"}, {"partitions", 4}});
    const std::string servers = call(sandbox, "GET", "/service/kafka-demo")["service"]["service_uri"];
    produceMessages(servers, "bench");
    const QTemporaryDir folder;
    EngineProcess engine;
    if (const QString problem = engine.start(folder.path()); !problem.isEmpty())
        throw std::runtime_error(problem.toStdString());
    const double byHand = secondsByHand(engine, servers);
    engine.stop(); // it would go on asking the broker
    std::printf("kafka-rows\t%.3f\t%.3f\n", secondsByIntegration(sandbox), byHand);
}

} // namespace

int main()
{
    SandboxProcess sandbox;
    if (!sandbox.start()) {
        std::fprintf(stderr, "%s\n", qPrintable(sandbox.errorOutput()));
        return 1;
    }
    try {
        measureTables(sandbox);
        measureMessages(sandbox);
        return 0;
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 1;
    }
}
