// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "support/fakenetwork.h"

namespace TestSupport {

/// A project with one ClickHouse and one Kafka service, as far as the workflows look at it. The state is public: tests
/// set it and look at it. Answers queued for a request line come first, each once.
class FakeApi
{
public:
    FakeApi();

    [[nodiscard]] Aiven::Client client();
    /// "POST /v1/project/p/integration"
    void answerNext(const QByteArray &line, const FakeAnswer &answer) { m_queued[line].append(answer); }
    [[nodiscard]] qsizetype count(const QByteArray &verb) const { return network.count(verb); }

    FakeNetwork network;
    Aiven::Timing timing;
    bool exists = false;        ///< the integration
    int looksUntilActive = 0;   ///< GETs of the integration that still say active: false
    int looksUntilDatabase = 0; ///< database lists that still lack the database
    int looksPerTable = 0;      ///< database lists until one more table is visible
    QString failure;            ///< set: the integration's status is failed, for this reason
    Core::Json config = Core::Json::object();

private:
    [[nodiscard]] FakeAnswer answer(const FakeRequest &request);
    [[nodiscard]] Core::Json integration() const;
    [[nodiscard]] Core::Json databases();

    QMap<QByteArray, QList<FakeAnswer>> m_queued;
    int m_databaseLooks = 0;
};

constexpr auto createLine = "POST /v1/project/p/integration";
constexpr auto getLine = "GET /v1/project/p/integration/i-1";
constexpr auto putLine = "PUT /v1/project/p/integration/i-1";
constexpr auto listLine = "GET /v1/project/p/service/ch/integration";
constexpr auto databasesLine = "GET /v1/project/p/service/ch/clickhouse/db";

} // namespace TestSupport
