// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/walk.h"

using namespace Qt::StringLiterals;

/// Logs and metrics that leave the service: what the API offers, with forms made from its schemas.
class Observability final : public Walk
{
    Q_OBJECT

private slots:
    void D3_offersWhatTheApiLists();
    void D3_asksForDatadogsSettings();
    void D3_sendsMetricsToDatadog();
    void D3_sendsMetricsToAService();
    void D3_sendsLogsToATopic();
    void D3_asksForTheLineOfACustomFormat();
    void D3_sendsLogsToSyslog();
    void D3_D5_D6_listsThemWithTheirDirection();
};

void Observability::D3_offersWhatTheApiLists()
{
    ACT(opensTheDialog(u"Datadog"_s));
    ACT(m_hand.sees(u"Observability"_s));
    const QStringList titles{u"Metrics"_s,
                             u"Logs"_s,
                             u"Logs to Apache Kafka"_s,
                             u"Datadog"_s,
                             u"Prometheus"_s,
                             u"Syslog"_s,
                             u"OpenTelemetry"_s,
                             u"AWS CloudWatch Logs"_s,
                             u"AWS CloudWatch Metrics"_s,
                             u"Elasticsearch logs"_s,
                             u"OpenSearch logs"_s,
                             u"Google Cloud Logging"_s};
    QCOMPARE(titles.size(), m_witness->sendingTypes());
    for (const QString &title : titles)
        ACT(m_hand.sees(title));
    // What this project has no target for stays visible, with the reason.
    ACT(m_hand.sees(u"Needs Opensearch: this project has none, and none can be created here."_s));
    ACT(m_hand.takesPicture(u"64-observability"_s));
}

void Observability::D3_asksForDatadogsSettings()
{
    ACT(m_hand.click(u"Add Datadog endpoint…"_s));
    ACT(m_hand.type(u"Name"_s, u"watch-tower"_s));
    ACT(m_hand.click(u"Add a row to Datadog tags"_s));
    ACT(m_hand.type(u"Tag 1"_s, u"1st"_s));
    ACT(m_hand.click(u"Create endpoint"_s));
    ACT(m_hand.sees(u"This is needed."_s)); // the key
    ACT(m_hand.sees(u"Start with a letter"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"65-rows-of-fields"_s));
    ACT(m_hand.type(u"Datadog api key"_s, u"0123456789abcdef0123456789abcdef"_s));
    ACT(m_hand.type(u"Tag 1"_s, u"team:gates"_s));
    ACT(m_hand.type(u"Comment 1"_s, u"who is called at night"_s));
    ACT(m_hand.click(u"Add a row to Datadog tags"_s));
    ACT(m_hand.type(u"Tag 2"_s, u"stage:test"_s));
    ACT(m_hand.click(u"Create endpoint"_s));
    ACT(m_hand.seesNoMore(u"Create endpoint"_s));
    ACT(m_hand.can(u"Enable"_s)); // chosen already
    QCOMPARE(m_witness->endpoint(u"watch-tower"_s),
             R"({"datadog_api_key":"<redacted>","datadog_tags":[{"comment":"who is called at night",)"
             R"("tag":"team:gates"},{"tag":"stage:test"}]})"_ba);
}

void Observability::D3_sendsMetricsToDatadog()
{
    ACT(m_hand.sees(u"Nothing appears in ClickHouse: the data flows out of the service."_s));
    ACT(enables(u"Datadog to watch-tower is active. Nothing appears in ClickHouse."_s));
    ACT(m_hand.click(u"Close"_s));
}

void Observability::D3_sendsMetricsToAService()
{
    ACT(opensTheDialog(u"Metrics"_s));
    ACT(m_hand.select(u"Source"_s, u"pg-demo"_s));
    ACT(enables(u"Metrics to pg-demo is active."_s));
    ACT(m_hand.click(u"Close"_s));
}

void Observability::D3_sendsLogsToATopic()
{
    ACT(opensTheDialog(u"Logs to Apache Kafka"_s));
    ACT(m_hand.select(u"Source"_s, u"kafka-demo"_s));
    ACT(m_hand.click(u"Enable"_s));
    ACT(m_hand.sees(u"This is needed."_s)); // the topic
    ACT(m_hand.takesPicture(u"66-logs-to-a-topic"_s));
    ACT(m_hand.type(u"Kafka topic"_s, u"topic2"_s));
    ACT(enables(u"Logs to Apache Kafka to kafka-demo is active."_s));
    ACT(m_hand.click(u"Close"_s));
}

void Observability::D3_asksForTheLineOfACustomFormat()
{
    ACT(opensTheDialog(u"Syslog"_s));
    ACT(m_hand.click(u"Add Remote syslog endpoint…"_s));
    ACT(m_hand.type(u"Name"_s, u"logs-of-the-house"_s));
    ACT(m_hand.type(u"Server"_s, u"logs.example.org"_s));
    ACT(m_hand.type(u"Port"_s, u"514"_s));
    ACT(m_hand.choose(u"Format"_s, u"custom"_s));
    ACT(m_hand.click(u"Create endpoint"_s));
    ACT(m_hand.sees(u"This is needed."_s));
    ACT(m_hand.can(u"Logline"_s));
    ACT(m_hand.choose(u"Format"_s, u"rfc5424"_s));
    ACT(m_hand.seesNoMore(u"Logline"_s));
    ACT(m_hand.choose(u"Tls"_s, u"yes"_s));
    ACT(m_hand.click(u"Create endpoint"_s));
    ACT(m_hand.seesNoMore(u"Create endpoint"_s));
}

void Observability::D3_sendsLogsToSyslog()
{
    ACT(enables(u"Syslog to logs-of-the-house is active."_s));
    ACT(m_hand.click(u"Close"_s));
}

void Observability::D3_D5_D6_listsThemWithTheirDirection()
{
    ACT(m_hand.turnTo(u"Overview"_s));
    for (const QString &name : {u"watch-tower"_s, u"pg-demo"_s, u"kafka-demo"_s, u"logs-of-the-house"_s})
        ACT(m_hand.sees(name));
    ACT(m_hand.waits(u"all four are listed"_s,
                     [this] { return m_hand.rowsOf(u"Service integrations"_s).size() == 4; }));
    QStringList sent;
    for (const QStringList &row : m_hand.rowsOf(u"Service integrations"_s))
        sent.append(row.mid(0, 3).join(u' '));
    QCOMPARE(sent, (QStringList{u"watch-tower Sends Datadog"_s, u"pg-demo Sends Metrics"_s,
                                u"kafka-demo Sends Logs to Apache Kafka"_s, u"logs-of-the-house Sends Syslog"_s}));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"67-everything-that-is-sent"_s));
}

QTEST_MAIN(Observability)
#include "tst_observability.moc"
