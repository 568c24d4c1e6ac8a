// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "support/fakenetwork.h"

namespace TestSupport {

/// A project as the dialog meets it: ClickHouse, Kafka (one running, one powered off), PostgreSQL, one external
/// endpoint, the pairings of the API. Tests change the public parts; answers for a request line come first, each once.
class FakeProject
{
public:
    FakeProject();

    [[nodiscard]] Aiven::Client client();
    void answerNext(const QByteArray &line, const FakeAnswer &answer) { m_queued[line].append(answer); }
    [[nodiscard]] Core::Json &service(const char *name);

    FakeNetwork network;
    Aiven::Timing timing;
    Core::Json services;
    Core::Json types;
    Core::Json endpointTypes; ///< the sandbox's own catalogue: the schemas are Aiven's
    Core::Json endpoints;
    Core::Json serviceTypes;
    Core::Json candidates;
    Core::Json roles = Core::Json::array({"admin"});
    QStringList topics{QStringLiteral("topic1"), QStringLiteral("topic2"), QStringLiteral("orders"),
                       QStringLiteral("clicks"), QStringLiteral("sensors")};
    QStringList databases{QStringLiteral("service_kafka-demo")};
    /// What the integration that exists is; a POST replaces it.
    Core::Json wanted{{"integration_type", "clickhouse_kafka"},
                      {"source_service", "kafka-demo"},
                      {"dest_service", "clickhouse-demo"},
                      {"user_config", Core::Json::object()}};
    bool exists = false;
    bool isOffline = false; ///< nothing is answered
    int looksUntilActive = 0;

private:
    [[nodiscard]] FakeAnswer answer(const FakeRequest &request);
    [[nodiscard]] FakeAnswer answerEndpoints(const FakeRequest &request);
    [[nodiscard]] FakeAnswer answerTopics(const FakeRequest &request);
    [[nodiscard]] Core::Json integration() const;

    QMap<QByteArray, QList<FakeAnswer>> m_queued;
};

} // namespace TestSupport
