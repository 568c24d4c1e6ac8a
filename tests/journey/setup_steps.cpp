// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/journey.h"

#include <QJsonDocument>
#include <QJsonObject>

// From the empty project to a connector table: the guide's "Create an integration" and "Update integration settings".

using namespace Qt::StringLiterals;

namespace {

constexpr int startSeconds = 20;
constexpr int enableSeconds = 30;
constexpr int applySeconds = 30;

// The guide's configuration, with this walk's values in the places of its placeholders.
const QByteArray guideJson = R"({
    "tables": [
        {
            "name": "guide",
            "columns": [
                {"name": "id", "type": "UInt64"},
                {"name": "name", "type": "String"}
            ],
            "topics": [{"name": "topic1"}],
            "data_format": "JSONEachRow",
            "group_name": "guide-group"
        }
    ]
})";

QByteArray compact(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).toJson(QJsonDocument::Compact);
}

} // namespace

void Journey::opensTheSandbox()
{
    m_console.emplace();
    m_console->show();
    ACT(m_hand.sees(u"Try the sandbox"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"01-welcome"_s));
    ACT(m_hand.click(u"Open the sandbox"_s));
    ACT(m_hand.sees(u"clickhouse-demo"_s, startSeconds));
    const App::SandboxProcess &sandbox = m_console->sandbox();
    m_witness.emplace(sandbox.apiUrl(), sandbox.token().reveal().toUtf8(), sandbox.project());
    QCOMPARE(ask(u"SELECT 1 + 1"_s), u"2"_s);
}

void Journey::K11_choosesTheService()
{
    ACT(m_hand.select(u"Services"_s, u"clickhouse-demo"_s));
    ACT(m_hand.sees(u"No integrations yet"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"02-service"_s));
}

void Journey::K12_K13_K14_choosesTheSource()
{
    ACT(m_hand.click(u"Set up integration"_s));
    ACT(m_hand.select(u"Integration types"_s, u"Apache Kafka"_s));
    ACT(m_hand.select(u"Source"_s, u"kafka-demo"_s));
    ACT(m_hand.sees(u"service_kafka-demo"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"03-set-up-integration"_s));
    QVERIFY(!ask(u"SHOW DATABASES"_s).contains(u"service_kafka-demo"_s));
}

void Journey::K15_K18_K19_K20_enablesTheIntegration()
{
    ACT(m_hand.click(u"Enable"_s));
    ACT(m_hand.sees(u"was created. It is empty"_s, enableSeconds));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"04-enabled"_s));
    QVERIFY(ask(u"SHOW DATABASES"_s).split(u'\n').contains(u"service_kafka-demo"_s));
    QCOMPARE(ask(u"SHOW TABLES FROM `service_kafka-demo`"_s), QString());
}

void Journey::K21_definesTheTable()
{
    ACT(m_hand.click(u"Define tables"_s));
    ACT(m_hand.click(u"Define a table"_s));
    ACT(m_hand.type(u"Table name"_s, u"guide"_s));
    ACT(m_hand.type(u"Consumer group"_s, u"guide-group"_s));
    ACT(m_hand.choose(u"Data format"_s, u"JSONEachRow"_s));
    ACT(m_hand.typeCell(u"Columns"_s, 0, 0, u"id"_s));
    ACT(m_hand.typeCell(u"Columns"_s, 0, 1, u"UInt64"_s));
    ACT(m_hand.typeCell(u"Columns"_s, 1, 0, u"name"_s));
    ACT(m_hand.typeCell(u"Columns"_s, 1, 1, u"String"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"05-define-tables"_s));
}

void Journey::K28_seesTheGuidesJson()
{
    lookAt(u"JSON"_s);
    ACT(m_hand.waits(u"the JSON is the guide's"_s,
                     [this] { return m_hand.textOf(u"JSON"_s).toUtf8().trimmed() == guideJson; }));
    // The same draft from the other side: what is typed as JSON is in the form at once, and one undo takes it back.
    ACT(m_hand.paste(u"JSON"_s, QString::fromUtf8(guideJson).replace(u"guide-group"_s, u"other-group"_s)));
    lookAt(u"Form"_s);
    ACT(m_hand.waits(u"the form follows the JSON"_s,
                     [this] { return m_hand.textOf(u"Consumer group"_s) == u"other-group"_s; }));
    ACT(m_hand.click(u"Undo"_s));
    ACT(m_hand.waits(u"undo reaches the form"_s,
                     [this] { return m_hand.textOf(u"Consumer group"_s) == u"guide-group"_s; }));
    lookAt(u"JSON"_s);
    ACT(m_hand.waits(u"undo reaches the JSON"_s,
                     [this] { return m_hand.textOf(u"JSON"_s).toUtf8().trimmed() == guideJson; }));
    ACT(m_hand.takesPicture(u"05-json"_s));
    lookAt(u"Form"_s);
}

void Journey::reviewsTheChange()
{
    ACT(m_hand.click(u"Review and apply"_s));
    ACT(m_hand.sees(u"1 change to service_kafka-demo"_s));
    ACT(m_hand.sees(u"Nobody else changed it"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"06-review-and-apply"_s));
}

void Journey::K32_appliesTheChange()
{
    ACT(m_hand.click(u"Apply 1 change"_s));
    ACT(m_hand.seesNoMore(u"Apply 1 change"_s, applySeconds));
    ACT(m_hand.sees(u"The changes were applied."_s, applySeconds));
    ACT(m_hand.takesPicture(u"07-applied"_s));
    QCOMPARE(compact(m_witness->configuration(u"clickhouse-demo"_s, u"kafka-demo"_s)), compact(guideJson));
    QCOMPARE(ask(u"SELECT engine FROM system.tables WHERE database = 'service_kafka-demo' AND name = 'guide'"_s),
             u"Kafka"_s);
    QCOMPARE(ask(u"SELECT name, type FROM system.columns WHERE database = 'service_kafka-demo' AND table = 'guide'"_s),
             u"id\tUInt64\nname\tString"_s);
}

bool Journey::reviewsAndApplies()
{
    return m_hand.click(u"Review and apply"_s) && m_hand.click(u"Apply 1 change"_s) &&
           m_hand.seesNoMore(u"Apply 1 change"_s, applySeconds);
}
