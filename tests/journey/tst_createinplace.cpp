// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/walk.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int buildSeconds = 60;
constexpr int flowSeconds = 60;

const QString kafka = u"kafka-in-place-"_s + QString(49, u'x'); // 64 characters, the most there may be
const QString built = u"Being built: it can be chosen when it runs."_s;

} // namespace

/// What an integration needs is created from its dialog, which may be closed meanwhile.
class CreateInPlace final : public Walk
{
    Q_OBJECT

private slots:
    void K5_K14_ordersAKafkaService();
    void K14_K17_closesTheDialogMeanwhile();
    void K14_picksUpAgain();
    void K7_createsATopic();
    void K15_K18_enables();
    void K38_rowsFlow();
    void D1_createsAPostgresService();
    void D13_managesItsDatabases();
};

void CreateInPlace::K5_K14_ordersAKafkaService()
{
    ACT(opensTheDialog(u"Apache Kafka"_s));
    ACT(m_hand.click(u"Create Apache Kafka service…"_s));
    ACT(m_hand.type(u"Name"_s, u"Kafka_1"_s));
    ACT(m_hand.sees(u"A lower-case letter first, then lower-case letters, digits and -."_s));
    ACT(m_hand.type(u"Name"_s, u"kafka-demo"_s));
    ACT(m_hand.sees(u"This project has a service of that name."_s));
    ACT(m_hand.type(u"Name"_s, kafka + u'x'));
    ACT(m_hand.sees(u"At most 64 characters."_s));
    ACT(m_hand.type(u"Name"_s, kafka));
    ACT(m_hand.sees(u"an hour, about"_s)); // what it costs
    ACT(m_hand.hearsEverything());
    ACT(m_hand.click(u"Create service"_s));
    ACT(m_hand.sees(built));
    ACT(m_hand.sees(kafka + u" is being built"_s)); // the status bar
}

void CreateInPlace::K14_K17_closesTheDialogMeanwhile()
{
    ACT(m_hand.click(u"Cancel"_s)); // of the dialog: what was ordered is built all the same
    ACT(m_hand.seesNoMore(u"Enable"_s));
    ACT(m_hand.sees(kafka + u" is running"_s, buildSeconds));
    ACT(m_hand.sees(kafka + u", Running"_s)); // the navigator
    ACT(m_hand.takesPicture(u"60-built-meanwhile"_s));
}

void CreateInPlace::K14_picksUpAgain()
{
    ACT(opensTheDialog(u"PostgreSQL"_s));
    ACT(m_hand.click(u"Create PostgreSQL service…"_s));
    ACT(m_hand.type(u"Name"_s, u"pg-in-place"_s));
    ACT(m_hand.click(u"Create service"_s));
    ACT(m_hand.sees(built));
    ACT(m_hand.press(Qt::Key_Escape));
    ACT(m_hand.seesNoMore(u"Enable"_s));
    ACT(opensTheDialog(u"PostgreSQL"_s)); // while it is built
    ACT(m_hand.sees(u"pg-in-place"_s));
    ACT(m_hand.takesPicture(u"61-dialog-opened-again"_s));
    ACT(m_hand.select(u"Integration types"_s, u"Apache Kafka"_s));
    ACT(m_hand.select(u"Source"_s, kafka));
    ACT(m_hand.sees(u"Creates service_"_s + kafka));
}

void CreateInPlace::K7_createsATopic()
{
    ACT(m_hand.sees(u"At least one topic in the Apache Kafka service is needed."_s));
    ACT(m_hand.click(u"Create topic…"_s));
    ACT(m_hand.type(u"Name"_s, u"orders"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"62-create-topic"_s));
    ACT(m_hand.click(u"Create topic"_s));
    ACT(m_hand.sees(kafka + u": 1 topic"_s));
    QCOMPARE(m_witness->replication(kafka, u"orders"_s), 3); // the service's own default
}

void CreateInPlace::K15_K18_enables()
{
    ACT(enables(u"`service_%1` was created. It is empty"_s.arg(kafka)));
    ACT(definesATable(u"orders"_s, u"orders-group"_s));
    QCOMPARE(ask(u"SELECT engine FROM system.tables WHERE database = 'service_%1'"_s.arg(kafka)), u"Kafka"_s);
}

void CreateInPlace::K38_rowsFlow()
{
    QVERIFY(m_witness->produce(kafka, u"orders"_s,
                               {uR"({"id": 1, "name": "gate"})"_s, uR"({"id": 2, "name": "wheel"})"_s}));
    ACT(readsRows(u"SELECT * FROM `service_%1`.orders"_s.arg(kafka), 2));
    ACT(m_hand.takesPicture(u"63-rows-of-the-new-service"_s));
}

void CreateInPlace::D1_createsAPostgresService()
{
    ACT(opensTheDialog(u"PostgreSQL"_s));
    ACT(m_hand.select(u"Source"_s, u"pg-in-place"_s));
    ACT(m_hand.sees(u"`service_pg-in-place_defaultdb_public`"_s, buildSeconds));
    ACT(m_hand.hearsEverything());
}

void CreateInPlace::D13_managesItsDatabases()
{
    ACT(enables(u"`service_pg-in-place_defaultdb_public` was created"_s));
    QVERIFY(databases().contains(u"service_pg-in-place_defaultdb_public"_s));
    ACT(m_hand.click(u"Show databases"_s));
    ACT(m_hand.sees(u"service_pg-in-place_defaultdb_public"_s, flowSeconds));
}

QTEST_MAIN(CreateInPlace)
#include "tst_createinplace.moc"
