// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/journey.h"

// After the guide: the databases of the service, and how what was set up is removed again.

using namespace Qt::StringLiterals;

namespace {

constexpr int changeSeconds = 30;

const QString databases = u"SHOW DATABASES"_s;
const QString readMessages = u"SELECT sum(num_messages_read) FROM system.kafka_consumers WHERE table = 'guide'"_s;

} // namespace

void Journey::browsesTheDatabases()
{
    ACT(m_hand.press(Qt::Key_F8)); // the SQL pane makes room
    ACT(m_hand.click(u"Back to the service"_s));
    ACT(m_hand.turnTo(u"Databases"_s));
    ACT(m_hand.select(u"Databases and tables"_s, u"service_kafka-demo"_s));
    ACT(m_hand.sees(u"from Apache Kafka, kafka-demo"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"17-databases"_s));
}

void Journey::looksAtATable()
{
    ACT(m_hand.select(u"Databases and tables"_s, u"destination"_s));
    ACT(m_hand.sees(u"ORDER BY id"_s));
    ACT(m_hand.waits(u"its columns are shown"_s, [this] {
        const QList<QStringList> rows = m_hand.rowsOf(u"Columns of the table"_s);
        return rows.size() == 2 && rows[0].mid(0, 2) == QStringList{u"id"_s, u"UInt64"_s};
    }));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"18-table"_s));
}

void Journey::peeksWithoutConsuming()
{
    // The table began to read topic2 when it was added; what the view still reads of it is not the peek's doing.
    ACT(m_hand.waits(
        u"the view has read topic2"_s, [this] { return ask(readMessages).toInt() >= messages(u"topic2"_s).size(); },
        changeSeconds));
    const QString before = ask(readMessages);
    ACT(m_hand.select(u"Databases and tables"_s, u"guide"_s));
    ACT(m_hand.click(u"Peek at messages"_s));
    ACT(m_hand.sees(u"Nothing is consumed"_s));
    ACT(m_hand.sees(u"Michelangelo"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"19-peek"_s));
    ACT(m_hand.click(u"Close"_s));
    QCOMPARE(ask(readMessages), before);
}

void Journey::makesADatabase()
{
    ACT(m_hand.click(u"Create database…"_s));
    ACT(m_hand.type(u"Name"_s, u"my-own"_s));
    ACT(m_hand.takesPicture(u"32-create-database"_s));
    ACT(m_hand.click(u"Create database"_s));
    ACT(m_hand.waits(
        u"ClickHouse has it"_s, [this] { return ask(databases).split(u'\n').contains(u"my-own"_s); }, changeSeconds));
    ACT(m_hand.seesNoMore(u"Create database"_s));
}

void Journey::deletesTheDatabase()
{
    ACT(m_hand.select(u"Databases and tables"_s, u"my-own"_s));
    ACT(m_hand.click(u"Delete database…"_s));
    ACT(m_hand.type(u"Type my-own to confirm"_s, u"my-own"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.click(u"Delete my-own"_s));
    ACT(m_hand.waits(
        u"ClickHouse has it no more"_s, [this] { return !ask(databases).contains(u"my-own"_s); }, changeSeconds));
}

void Journey::seesWhatADisconnectErases()
{
    ACT(m_hand.select(u"Databases and tables"_s, u"service_kafka-demo"_s));
    ACT(m_hand.click(u"Disconnect…"_s));
    ACT(m_hand.sees(u"erases the database service_kafka-demo with 1 table"_s));
    ACT(m_hand.sees(u"service_kafka-demo.guide"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"33-disconnect"_s));
}

void Journey::disconnects()
{
    ACT(m_hand.type(u"Type kafka-demo to confirm"_s, u"kafka-demo"_s));
    ACT(m_hand.click(u"Disconnect kafka-demo"_s));
    ACT(m_hand.waits(
        u"ClickHouse has the database no more"_s, [this] { return !ask(databases).contains(u"service_kafka-demo"_s); },
        changeSeconds));
    QCOMPARE(ask(u"SELECT name FROM destination WHERE id = 1"_s), u"Michelangelo"_s); // what was stored stays
    ACT(m_hand.turnTo(u"Overview"_s));
    ACT(m_hand.sees(u"No integrations yet"_s));
}

void Journey::isToldAboutARefusedToken()
{
    ACT(m_hand.press(Qt::Key_K, Qt::ControlModifier));
    ACT(m_hand.type(u"Search commands and services"_s, u"token"_s));
    ACT(m_hand.press(Qt::Key_Return));
    ACT(m_hand.type(u"API address"_s, m_console->sandbox().apiUrl().toString()));
    ACT(m_hand.type(u"Token"_s, u"not-a-token"_s));
    ACT(m_hand.sees(u"did not accept this token"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"34-token-refused"_s));
    ACT(m_hand.press(Qt::Key_Escape));
}
