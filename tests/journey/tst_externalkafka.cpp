// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/walk.h"

using namespace Qt::StringLiterals;

namespace {

const QString name = u"Name"_s;
const QString bootstrap = u"Bootstrap servers"_s;
const QString protocol = u"Security protocol"_s;
const QString create = u"Create endpoint"_s;
const QString addEndpoint = u"Add external Apache Kafka endpoint…"_s;

QString selectAll(const QString &database)
{
    return u"SELECT * FROM `%1`.events"_s.arg(database);
}

} // namespace

/// Kafka clusters outside the project. The sandbox's own broker stands for one: it is a Kafka on the wire, and nothing but
/// its address is used. SASL and TLS on the wire are tested in tests/interop/kafka.
class ExternalKafka final : public Walk
{
    Q_OBJECT

private slots:
    void K6_asksForWhatTheProtocolNeeds();
    void K6_refusesWhatIsNotPem();
    void K6_marksARefusedName();
    void K1_K5_K6_addsTheClusterInTheDialog();
    void K1_K19_enablesIt();
    void K25_typesTheTopic();
    void K33_readsItsRows();
    void K2_hasTwoClustersSideBySide();
    void K2_namesTheClusterOfEachTable();
    void K6_D9_editsWithoutSeeingSecrets();
    void K6_isToldOfAClusterThatDoesNotAnswer();

private:
    [[nodiscard]] QString address() { return m_witness->address(u"kafka-demo"_s); }
};

void ExternalKafka::K6_asksForWhatTheProtocolNeeds()
{
    ACT(opensTheDialog(u"Apache Kafka"_s));
    ACT(m_hand.click(addEndpoint));
    ACT(m_hand.type(name, QString(41, u'x')));
    ACT(m_hand.click(create));
    ACT(m_hand.sees(u"At most 40 characters."_s));
    ACT(m_hand.type(name, u"own-kafka-1"_s));
    ACT(m_hand.type(bootstrap, u"kafka.example:9093"_s));
    ACT(m_hand.choose(protocol, u"SASL_SSL"_s));
    ACT(m_hand.can(u"SSL CA cert"_s));
    ACT(m_hand.click(create));
    ACT(m_hand.waits(u"mechanism, user and password are asked for"_s,
                     [this] { return m_hand.countOf(u"This is needed."_s) == 3; }));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"40-sasl-asks-for-user-and-password"_s));
    ACT(m_hand.choose(protocol, u"PLAINTEXT"_s));
    ACT(m_hand.seesNoMore(u"SASL mechanism"_s));
    ACT(m_hand.seesNoMore(u"SSL CA cert"_s));
}

void ExternalKafka::K6_refusesWhatIsNotPem()
{
    ACT(m_hand.choose(protocol, u"SSL"_s));
    ACT(m_hand.paste(u"SSL CA cert"_s, u"my certificate"_s));
    ACT(m_hand.paste(u"SSL client cert"_s, u"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"_s));
    ACT(m_hand.click(create));
    ACT(m_hand.sees(u"Not a PEM certificate: the line -----BEGIN CERTIFICATE----- is missing."_s));
    ACT(m_hand.sees(u"This PEM block is no certificate. A key belongs into the other field."_s));
    ACT(m_hand.sees(u"This is needed."_s)); // the key of the client's certificate
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"41-not-pem"_s));
}

void ExternalKafka::K6_marksARefusedName()
{
    ACT(m_hand.choose(protocol, u"PLAINTEXT"_s)); // what PLAINTEXT has no use for is not sent
    ACT(m_hand.type(bootstrap, address()));
    ACT(m_hand.paste(name, u"größe-日本"_s));
    ACT(m_hand.click(create));
    ACT(m_hand.sees(u"'größe-日本' does not match"_s)); // the service's words
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"41-name-refused"_s));
    ACT(m_hand.type(name, u"own-kafka-1"_s));
}

void ExternalKafka::K1_K5_K6_addsTheClusterInTheDialog()
{
    ACT(m_hand.click(create));
    ACT(m_hand.seesNoMore(create));
    ACT(m_hand.sees(u"In this project"_s)); // the dialog is as it was, with the endpoint chosen
    ACT(m_hand.sees(u"External endpoints"_s));
    ACT(m_hand.sees(u"Creates endpoint_own-kafka-1"_s));
    ACT(m_hand.sees(u"in your own cluster: Aiven cannot look into it"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"42-external-cluster"_s));
}

void ExternalKafka::K1_K19_enablesIt()
{
    ACT(enables(u"`endpoint_own-kafka-1` was created. It is empty"_s));
    QVERIFY(databases().contains(u"endpoint_own-kafka-1"_s));
}

void ExternalKafka::K25_typesTheTopic()
{
    ACT(definesATable(u"events"_s, u"own-group"_s, u"topic1"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"43-table-of-an-external-cluster"_s));
    QCOMPARE(ask(u"SELECT engine FROM system.tables WHERE database = 'endpoint_own-kafka-1' AND name = 'events'"_s),
             u"Kafka"_s);
}

void ExternalKafka::K33_readsItsRows()
{
    const qsizetype inTopic = m_witness->messages(u"kafka-demo"_s, u"topic1"_s).size();
    QVERIFY(inTopic > 0);
    ACT(readsRows(selectAll(u"endpoint_own-kafka-1"_s), inTopic));
    ACT(m_hand.takesPicture(u"44-rows-of-an-external-cluster"_s));
}

void ExternalKafka::K2_hasTwoClustersSideBySide()
{
    ACT(opensTheDialog(u"Apache Kafka"_s));
    ACT(m_hand.sees(u"Already integrated: endpoint_own-kafka-1"_s));
    ACT(m_hand.select(u"Source"_s, u"kafka-demo"_s));
    ACT(enables(u"`service_kafka-demo` was created."_s));
    ACT(definesATable(u"events"_s, u"other-group"_s));
    const qsizetype inTopic = m_witness->messages(u"kafka-demo"_s, u"topic1"_s).size();
    ACT(readsRows(selectAll(u"service_kafka-demo"_s), inTopic));
    QCOMPARE(ask(u"SELECT count() FROM system.tables WHERE engine = 'Kafka' AND name = 'events'"_s), u"2"_s);
}

void ExternalKafka::K2_namesTheClusterOfEachTable()
{
    ACT(opensTheService());
    ACT(m_hand.turnTo(u"Databases"_s));
    ACT(m_hand.select(u"Databases and tables"_s, u"endpoint_own-kafka-1"_s));
    ACT(m_hand.sees(u"from Apache Kafka, own-kafka-1"_s));
    ACT(m_hand.select(u"Databases and tables"_s, u"service_kafka-demo"_s));
    ACT(m_hand.sees(u"from Apache Kafka, kafka-demo"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"45-two-clusters"_s));
}

void ExternalKafka::K6_D9_editsWithoutSeeingSecrets()
{
    ACT(opensTheEndpoints());
    ACT(m_hand.click(u"Add endpoint…"_s));
    ACT(m_hand.choose(u"Type"_s, u"External Apache Kafka"_s));
    ACT(m_hand.type(name, u"nobody-answers"_s));
    ACT(m_hand.type(bootstrap, u"127.0.0.1:1"_s));
    ACT(m_hand.choose(protocol, u"SASL_PLAINTEXT"_s));
    ACT(m_hand.choose(u"SASL mechanism"_s, u"PLAIN"_s));
    ACT(m_hand.type(u"SASL plain username"_s, u"reader"_s));
    ACT(m_hand.type(u"SASL plain password"_s, u"secret-of-reader"_s));
    ACT(m_hand.click(create));
    ACT(m_hand.sees(u"External Apache Kafka · 127.0.0.1:1 · not used"_s));
    ACT(m_hand.select(u"Integration endpoints"_s, u"nobody-answers"_s));
    ACT(m_hand.click(u"Edit…"_s));
    ACT(m_hand.can(u"SASL plain password"_s));
    QCOMPARE(m_hand.textOf(u"SASL plain password"_s), QString());
    QCOMPARE(m_hand.textOf(u"SASL plain username"_s), u"reader"_s);
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"46-stored-password"_s));
    ACT(m_hand.type(u"SASL plain username"_s, u"writer"_s));
    ACT(m_hand.click(u"Save changes"_s));
    ACT(m_hand.seesNoMore(u"Save changes"_s));
}

/// A SELECT on such a table ends well, and without rows.
void ExternalKafka::K6_isToldOfAClusterThatDoesNotAnswer()
{
    ACT(opensTheDialog(u"Apache Kafka"_s));
    ACT(m_hand.select(u"Source"_s, u"nobody-answers"_s));
    ACT(enables(u"`endpoint_nobody-answers` was created."_s));
    ACT(definesATable(u"events"_s, u"lost-group"_s, u"topic1"_s));
    ACT(runs(selectAll(u"endpoint_nobody-answers"_s)));
    ACT(m_hand.click(u"Run once"_s));
    ACT(m_hand.sees(u"The Kafka cluster does not answer."_s, 60));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"47-cluster-does-not-answer"_s));
}

QTEST_MAIN(ExternalKafka)
#include "tst_externalkafka.moc"
