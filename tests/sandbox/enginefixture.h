// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/broker/kafkabroker.h"
#include "sandbox/clickhouse/engine.h"
#include "sandbox/clickhouse/kafkaintegrations.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <string>

/// A real broker and a real engine on a folder of their own, with the words of the tests about them.
class EngineFixture
{
public:
    static constexpr const char *database = "service_kafka-demo";

    EngineFixture();

    void start();
    /// Ends both, as the end of the sandbox does; the engine's folder stays.
    void stop();

    [[nodiscard]] Sandbox::KafkaBroker &broker() { return *m_broker; }
    [[nodiscard]] Sandbox::Engine &engine() { return *m_engine; }

    /// The rows of a statement run by the user, one text per row ("1|Michelangelo"); or the error's text.
    [[nodiscard]] QByteArrayList rows(const std::string &sql);
    /// The number that the statement returns, -1 when it returns none.
    [[nodiscard]] int count(const std::string &sql);
    [[nodiscard]] Sandbox::KafkaIntegrations &integrations() { return *m_integrations; }
    [[nodiscard]] const Sandbox::Integration &integration() const { return m_integration; }
    /// Makes the integration's tables those of the JSON text; the error's text, empty when it went well.
    [[nodiscard]] QString apply(const std::string &tables);
    [[nodiscard]] const Sandbox::EngineError &lastError() const { return m_lastError; }
    void produce(const std::string &topic, const std::vector<std::string> &values);
    [[nodiscard]] QByteArrayList valuesIn(const std::string &topic);
    /// How far the group has committed topic1, which it does after the rows are stored; -1 before.
    [[nodiscard]] std::int64_t committed(const std::string &group) const;
    [[nodiscard]] int enginePid() const;
    /// The engine's data.
    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("clickhouse")); }

private:
    QTemporaryDir m_folder;
    Sandbox::Integration m_integration;
    Sandbox::EngineError m_lastError;
    std::shared_ptr<Sandbox::KafkaBroker> m_broker;
    std::unique_ptr<Sandbox::Engine> m_engine;
    std::unique_ptr<Sandbox::KafkaIntegrations> m_integrations;
};

/// The guide's table: id and name from the topics, in JSONEachRow.
[[nodiscard]] std::string guideTable(const std::string &name, const std::string &topics, const std::string &group,
                                     const std::string &more = {});

// What most of these tests use of it.
inline const std::string topic1 = R"({"name": "topic1"})";
inline const std::string bothTopics = R"({"name": "topic1"}, {"name": "topic2"})";
inline const std::string events = guideTable("events", topic1, "g1");
inline const std::string connector = "`service_kafka-demo`.";
constexpr int patience = 20000; ///< milliseconds

inline std::string list(const std::string &tables)
{
    return '[' + tables + ']';
}
