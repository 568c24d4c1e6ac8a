// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/consumercheck.h"
#include "shownsqlpane.h"

#include <QTest>

class TestConsumerCheck final : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatItMeans_data();
    void tellsWhatItMeans();
    void K6_emptyIsNotFailed();
    void emptyIsEmpty();
};

void TestConsumerCheck::tellsWhatItMeans_data()
{
    QTest::addColumn<QString>("words"); // of librdkafka 2 in ClickHouse
    QTest::addColumn<QString>("title");
    const auto add = [](const char *name, const QString &words, const QString &title) {
        QTest::newRow(name) << words << title;
    };
    add("name",
        u"[thrd:gone.example:9092/bootstrap]: gone.example:9092/bootstrap: Failed to resolve 'gone.example:9092': "
        "Name or service not known (after 4ms in state CONNECT)"_s,
        u"The address of the Kafka cluster is not known."_s);
    add("nobody listens", u"[thrd:127.0.0.1:1/bootstrap]: 1/1 brokers are down"_s,
        u"The Kafka cluster does not answer."_s);
    add("password",
        u"[thrd:sasl_ssl://k:1/bootstrap]: sasl_ssl://k:1/bootstrap: SASL authentication error: Authentication "
        "failed: Invalid username or password"_s,
        u"The Kafka cluster refused user and password."_s);
    add("no SASL there",
        u"[thrd:app]: Failed to initialize SASL authentication: SASL Handshake not supported by broker"_s,
        u"The Kafka cluster refused user and password."_s);
    add("certificate",
        u"[thrd:ssl://k:1/bootstrap]: ssl://k:1/bootstrap: SSL handshake failed: error:0A000086:SSL "
        "routines::certificate verify failed"_s,
        u"No secure connection to the Kafka cluster."_s);
    add("topic", u"Subscribed topic not available: orders: Broker: Unknown topic or partition"_s,
        u"The Kafka cluster has no such topic."_s);
    add("rights", u"JoinGroup failed: Broker: Group authorization failed"_s,
        u"The user may not read this topic, or not with this consumer group."_s);
    add("else", u"Broker: Not coordinator"_s, u"Reading from Kafka failed."_s);
}

void TestConsumerCheck::tellsWhatItMeans()
{
    QFETCH(const QString, words);
    QTEST(App::describeConsumer(words).title, "title");
}

namespace {

/// A pane that ran a SELECT on a connector table, and what the server has to say of its consumers.
struct Ran
{
    void readsAnyway()
    {
        QTRY_VERIFY(shown.button(u"Run once"_s));
        shown.button(u"Run once"_s)->click();
    }

    explicit Ran(const QByteArray &consumers)
        : server(withOwnQuestions([consumers](QTcpSocket &socket, const SeenRequest &request) {
            const bool asksConsumers = request.body.contains("FROM system.kafka_consumers");
            ScriptedServer::answerOk(socket, asksConsumers ? "text\nString\n" + consumers : head);
        }))
        , shown(server)
    {
        shown.run(u"SELECT * FROM `service_kafka-demo`.events"_s);
    }

    ScriptedServer server;
    ShownPane shown;
};

} // namespace

void TestConsumerCheck::K6_emptyIsNotFailed()
{
    Ran ran("[thrd:127.0.0.1:1/bootstrap]: 1/1 brokers are down\n");
    ran.readsAnyway();
    QTRY_COMPARE(ran.shown.barTitle(), u"The Kafka cluster does not answer."_s);
    QVERIFY(ran.shown.visible<Widgets::MessageBar>()->text().contains(u"1/1 brokers are down"_s));
    ran.shown.run(u"SELECT 1"_s); // another statement, another subject
    QTRY_COMPARE(ran.shown.barTitle(), QString());
}

void TestConsumerCheck::emptyIsEmpty()
{
    Ran ran("");
    ran.readsAnyway();
    QTRY_VERIFY(ran.server.statements().last().contains(u"system.kafka_consumers"_s));
    QTRY_VERIFY(ran.shown.allLabels().contains(u"0 rows"_s));
    QCOMPARE(ran.shown.barTitle(), QString());
}

QTEST_MAIN(TestConsumerCheck)
#include "tst_consumercheck.moc"
