// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/consumercheck.h"

#include "app/wholetext.h"
#include "clickhouse/query.h"
#include "clickhouse/types/quoting.h"
#include "core/format.h"
#include "core/secret.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace App {

using namespace Qt::StringLiterals;
using ClickHouse::Query;

namespace {

enum class Fault { Name, Tls, Password, Grants, Topic, Network, Other };

struct Word
{
    Fault fault;
    QLatin1StringView text;
};

// Of librdkafka, which ClickHouse is built with. Every one of them is followed by "brokers are down".
constexpr std::array knownWords{
    Word{Fault::Name, "Failed to resolve"_L1},
    Word{Fault::Password, "SASL authentication error"_L1},
    Word{Fault::Password, "Failed to initialize SASL"_L1},
    Word{Fault::Password, "authentication failed"_L1},
    Word{Fault::Tls, "SSL handshake failed"_L1},
    Word{Fault::Tls, "certificate"_L1},
    Word{Fault::Tls, "ssl/tls"_L1},
    Word{Fault::Grants, "authorization failed"_L1},
    Word{Fault::Topic, "Unknown topic"_L1},
    Word{Fault::Network, "refused"_L1},
    Word{Fault::Network, "timed out"_L1},
    Word{Fault::Network, "brokers are down"_L1},
    Word{Fault::Network, "Disconnected"_L1},
};

Fault faultIn(const QString &words)
{
    const auto known = std::find_if(knownWords.begin(), knownWords.end(), [&words](const Word &word) {
        return words.contains(word.text, Qt::CaseInsensitive);
    });
    return known == knownWords.end() ? Fault::Other : known->fault;
}

} // namespace

ConsumerCheck::ConsumerCheck(const ClickHouse::Server &server, QObject *parent)
    : QObject(parent)
    , m_query(new Query(server, this))
{
    connect(m_query, &Query::stateChanged, this, &ConsumerCheck::onEnded);
}

void ConsumerCheck::start(const ClickHouse::TableName &table)
{
    // The first line: a stack trace may follow. What was met long ago may be over.
    m_query->start({u"SELECT splitByChar('\\n', text)[1] FROM system.kafka_consumers "
                    "ARRAY JOIN exceptions.time AS time, exceptions.text AS text "
                    "WHERE database = %1 AND table = %2 AND time > now() - 60 "
                    "ORDER BY text LIKE '%brokers are down%', time DESC LIMIT 1"_s.arg(
                        ClickHouse::quoteString(table.database), ClickHouse::quoteString(table.table)),
                    {},
                    {},
                    {}});
}

void ConsumerCheck::onEnded()
{
    if (m_query->isRunning() || m_query->state() != Query::State::Complete || m_query->store()->rowCount() == 0)
        return;
    std::array<ClickHouse::Cell, 1> cell;
    m_query->store()->readCells(0, 0, cell, ClickHouse::RowSource::wholeValue);
    emit found(Core::redacted(Core::displayText(cell[0].text, wholeText)));
}

namespace {

class Wording
{
    Q_DECLARE_TR_FUNCTIONS(App::Consumers)

public:
    static UserMessage of(Fault fault);
};

UserMessage Wording::of(Fault fault)
{
    switch (fault) {
    case Fault::Name:
        //: why a table that reads from Kafka has no rows: title, then what to do
        return {tr("The address of the Kafka cluster is not known."),
                tr("Check the bootstrap servers of the endpoint."),
                {},
                {}};
    case Fault::Tls:
        //: why a table that reads from Kafka has no rows: title, then what to do
        return {tr("No secure connection to the Kafka cluster."),
                tr("Check security protocol, address and certificates of the endpoint."),
                {},
                {}};
    case Fault::Password:
        //: why a table that reads from Kafka has no rows: title, then what to do
        return {tr("The Kafka cluster refused user and password."),
                tr("Enter them in the endpoint again, and check the SASL mechanism."),
                {},
                {}};
    case Fault::Grants:
        //: why a table that reads from Kafka has no rows: title, then what to do
        return {tr("The user may not read this topic, or not with this consumer group."),
                tr("Allow it in the Kafka cluster, or use another user or group."),
                {},
                {}};
    case Fault::Topic:
        //: why a table that reads from Kafka has no rows: title, then what to do
        return {tr("The Kafka cluster has no such topic."), tr("Create it, or correct its name in the table."), {}, {}};
    case Fault::Network:
        //: why a table that reads from Kafka has no rows: title, then what to do
        return {tr("The Kafka cluster does not answer."),
                tr("The address may be wrong, a firewall may stand between, or the cluster is not running."),
                {},
                {}};
    case Fault::Other: break;
    }
    //: why a table that reads from Kafka has no rows: title
    return {tr("Reading from Kafka failed."), {}, {}, {}};
}

} // namespace

UserMessage describeConsumer(const QString &words)
{
    return Wording::of(faultIn(words));
}

} // namespace App
