// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/journey.h"

// From the connector table to rows and back: the guide's "Read and store data" and "Write data back to the topic".

using namespace Qt::StringLiterals;

namespace {

constexpr int selectSeconds = 30;
constexpr int flowSeconds = 60;

const QString selectAll = u"SELECT * FROM `service_kafka-demo`.guide"_s;
const QString insert = u"INSERT INTO `service_kafka-demo`.guide(id, name)\nVALUES (1, 'Michelangelo')"_s;
const QString countOfDestination = u"SELECT count() FROM destination"_s;

} // namespace

bool Journey::runs(const QString &sql)
{
    return m_hand.paste(u"SQL editor"_s, sql) && m_hand.can(u"Run"_s) &&
           m_hand.press(Qt::Key_Return, Qt::ControlModifier);
}

void Journey::K33_K34_isWarnedBeforeReading()
{
    ACT(m_hand.press(Qt::Key_F8));
    ACT(runs(selectAll));
    ACT(m_hand.sees(u"Messages are only read once per consumer group"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"08-consumption-warning"_s));
    // The statement has not been sent: the group has not read anything.
    QCOMPARE(ask(u"SELECT sum(num_messages_read) FROM system.kafka_consumers WHERE table = 'guide'"_s), u"0"_s);
}

void Journey::readsOnce()
{
    const qsizetype inTopic = messages(u"topic1"_s).size();
    QVERIFY(inTopic > 0);
    ACT(m_hand.click(u"Run once"_s));
    ACT(m_hand.waits(
        u"the rows of the topic are shown"_s, [&] { return m_hand.rowsOf(u"Query results"_s).size() == inTopic; },
        selectSeconds));
    ACT(m_hand.takesPicture(u"09-rows-of-the-topic"_s));
    ACT(runs(selectAll));
    ACT(m_hand.click(u"Run once"_s));
    ACT(m_hand.sees(u"0 rows"_s, selectSeconds));
    QCOMPARE(m_hand.rowsOf(u"Query results"_s), QList<QStringList>());
    ACT(m_hand.takesPicture(u"10-read-once"_s));
}

void Journey::K36_makesTheDestination()
{
    ACT(runs(u"CREATE TABLE destination (id UInt64, name String)\nENGINE = ReplicatedMergeTree()\nORDER BY id;"_s));
    ACT(m_hand.sees(u"ReplicatedMergeTree was created as MergeTree"_s, selectSeconds));
    ACT(m_hand.takesPicture(u"11-destination"_s));
    QCOMPARE(ask(u"SELECT name, type FROM system.columns WHERE database = 'default' AND table = 'destination'"_s),
             u"id\tUInt64\nname\tString"_s);
}

void Journey::K35_K37_makesTheView()
{
    ACT(runs(
        u"CREATE MATERIALIZED VIEW materialised_view TO destination AS\nSELECT *\nFROM `service_kafka-demo`.guide;"_s));
    ACT(m_hand.waits(u"ClickHouse has the view"_s, [this] {
        return ask(u"SELECT engine FROM system.tables WHERE name = 'materialised_view'"_s) == u"MaterializedView"_s;
    }));
    ACT(m_hand.takesPicture(u"12-view"_s));
    // What the SELECT returned does not come again, nor to a view attached later.
    QCOMPARE(ask(countOfDestination), u"0"_s);
}

void Journey::K38_seesDataFlow()
{
    QVERIFY(m_witness->produce(u"kafka-demo"_s, u"topic1"_s,
                               {uR"({"id": 101, "name": "Donatello"})"_s, uR"({"id": 102, "name": "Raffaello"})"_s}));
    ACT(m_hand.waits(
        u"both rows are in the destination"_s,
        [this] { return ask(u"SELECT * FROM destination ORDER BY id"_s) == u"101\tDonatello\n102\tRaffaello"_s; },
        flowSeconds));
    ACT(runs(u"SELECT * FROM destination ORDER BY id"_s));
    ACT(m_hand.waits(u"both rows are in the window"_s, [this] {
        return m_hand.rowsOf(u"Query results"_s) ==
               QList<QStringList>{{u"101"_s, u"Donatello"_s}, {u"102"_s, u"Raffaello"_s}};
    }));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"13-data-flows"_s));
}

void Journey::K40_writesBack()
{
    const qsizetype before = messages(u"topic1"_s).size();
    ACT(runs(insert));
    ACT(m_hand.waits(
        u"the message is in the topic"_s, [&] { return messages(u"topic1"_s).size() == before + 1; }, selectSeconds));
    QVERIFY(messages(u"topic1"_s).contains(uR"({"id":1,"name":"Michelangelo"})"_s));
    ACT(m_hand.takesPicture(u"14-written-back"_s));
    // The row comes back by the view, as from any other writer.
    ACT(m_hand.waits(
        u"the row is in the destination too"_s,
        [this] { return ask(u"SELECT name FROM destination WHERE id = 1"_s) == u"Michelangelo"_s; }, flowSeconds));
}

void Journey::addsASecondTopic()
{
    ACT(m_hand.type(u"Add a topic"_s, u"topic2"_s));
    ACT(m_hand.press(Qt::Key_Return));
    ACT(m_hand.sees(u"cannot write"_s));
    ACT(m_hand.takesPicture(u"15-two-topics"_s));
    ACT(reviewsAndApplies());
    ACT(m_hand.waits(
        u"the table reads both topics"_s,
        [this] { return ask(u"SHOW CREATE TABLE `service_kafka-demo`.guide"_s).contains(u"topic2"_s); }, flowSeconds));
}

void Journey::K41_isKeptFromWritingToTwoTopics()
{
    const qsizetype before = messages(u"topic1"_s).size() + messages(u"topic2"_s).size();
    ACT(runs(insert));
    ACT(m_hand.sees(u"Writing to more than one topic is not supported."_s));
    ACT(m_hand.sees(u"nothing was sent"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"16-refused-before-sending"_s));
    QCOMPARE(messages(u"topic1"_s).size() + messages(u"topic2"_s).size(), before);
}
