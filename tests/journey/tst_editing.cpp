// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/walk.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {

// As the guide has it.
const QString guide = uR"({
    "tables": [
        {
            "name": "CONNECTOR_TABLE_NAME",
            "columns": [
                {"name": "id", "type": "UInt64"},
                {"name": "name", "type": "String"}
            ],
            "topics": [{"name": "topic1"}],
            "data_format": "DATA_FORMAT",
            "group_name": "CONSUMER_NAME"
        }
    ]
})"_s;

QString placeholder(const QString &text)
{
    return u"`%1` is a placeholder of the guide: put your own value there."_s.arg(text);
}

/// The words of a command as a shell hands them on.
QStringList wordsOf(const QString &command)
{
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"avn() { printf '%s\\0' \"$@\"; }\n"_s + command});
    if (!shell.waitForFinished())
        return {};
    QStringList words = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
    words.removeLast();
    return words;
}

} // namespace

/// What the editor has to say while a table is defined, where the person meets it.
class Editing final : public Walk
{
    Q_OBJECT

private slots:
    void K8_K10_K30_copiesTheCommand();
    void K9_K27_proposesAGroup();
    void K23_tellsOfNames();
    void K3_K24_tellsOfTypes();
    void K25_choosesTopics();
    void K26_showsWhatAFormatLooksLike();
    void K9_K22_tellsOfASharedGroup();
    void K29_refusesPlaceholders();
    void K31_K32_copiesTheCommandOfTheChange();
    void K32_storesWhatTheCommandSays();

private:
    [[nodiscard]] bool isRefused(const QString &problem);

    QJsonObject m_wanted; ///< what the command sends
};

bool Editing::isRefused(const QString &problem)
{
    return m_hand.sees(problem) &&
           m_hand.waits(u"nothing can be applied"_s, [this] { return !m_hand.can(u"Review and apply"_s, 0); });
}

void Editing::K8_K10_K30_copiesTheCommand()
{
    ACT(opensTheDialog(u"Apache Kafka"_s));
    ACT(m_hand.select(u"Source"_s, u"kafka-demo"_s));
    ACT(m_hand.sees(u"Creates service_kafka-demo"_s));
    ACT(m_hand.click(u"Copy as avn"_s));
    QCOMPARE(wordsOf(QApplication::clipboard()->text()),
             (QStringList{u"service"_s, u"integration-create"_s, u"--project"_s, u"sandbox"_s, u"--integration-type"_s,
                          u"clickhouse_kafka"_s, u"--source-service"_s, u"kafka-demo"_s, u"--dest-service"_s,
                          u"clickhouse-demo"_s}));
    ACT(enables(u"`service_kafka-demo` was created."_s));
    ACT(m_hand.click(u"Define tables"_s));
}

void Editing::K9_K27_proposesAGroup()
{
    ACT(m_hand.can(u"Consumer group"_s));
    ACT(m_hand.sees(u"Each message is delivered once per consumer group."_s));
    QVERIFY(m_hand.textOf(u"Consumer group"_s).startsWith(u"clickhouse-demo-"_s));
    ACT(m_hand.can(u"Review and apply"_s)); // nothing is wrong with what is proposed
}

void Editing::K23_tellsOfNames()
{
    ACT(m_hand.type(u"Table name"_s, QString(41, u'x')));
    ACT(isRefused(u"41 characters are too many: the limit is 40."_s));
    ACT(m_hand.paste(u"Table name"_s, u"größe-1"_s));
    ACT(m_hand.sees(u"`service_kafka-demo`.`größe-1`"_s)); // as SQL has to name it
    ACT(m_hand.can(u"Review and apply"_s));
}

void Editing::K3_K24_tellsOfTypes()
{
    ACT(m_hand.typeCell(u"Columns"_s, 0, 1, u"UInt64 DEFAULT 1"_s));
    ACT(isRefused(u"the engine does not allow default values"_s));
    ACT(m_hand.sees(u"Keep only the type"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"70-problem-with-a-fix"_s));
    ACT(m_hand.select(u"Problems"_s, u"Keep only the type"_s)); // a click mends it
    ACT(m_hand.waits(u"the column is mended"_s, [this] {
        return m_hand.textOf(u"JSON"_s).contains(u"{\"name\": \"id\", \"type\": \"UInt64\"}"_s);
    }));
    ACT(m_hand.typeCell(u"Columns"_s, 1, 0, u"id"_s));
    ACT(isRefused(u"Two columns are called `id`."_s));
    ACT(m_hand.typeCell(u"Columns"_s, 1, 0, u"it's a name"_s));
    ACT(m_hand.can(u"Review and apply"_s));
}

void Editing::K25_choosesTopics()
{
    ACT(m_hand.type(u"Add a topic"_s, u"no-such-topic"_s));
    ACT(m_hand.press(Qt::Key_Return));
    ACT(m_hand.sees(u"The topic `no-such-topic` was not found in kafka-demo."_s));
    ACT(m_hand.sees(u"no-such-topic, not found"_s)); // the chip itself
    ACT(m_hand.takesPicture(u"71-topic-is-missing"_s));
    ACT(m_hand.select(u"Problems"_s, u"Remove the topic"_s));
    ACT(m_hand.type(u"Add a topic"_s, u"opic2"_s)); // part of a name opens the list of those that are there
    ACT(m_hand.press(Qt::Key_Down));
    ACT(m_hand.press(Qt::Key_Return));
    ACT(m_hand.sees(u"topic2, "_s)); // with its partitions
    ACT(m_hand.sees(u"Writing to more than one topic is not supported."_s));
    ACT(m_hand.click(u"Undo"_s));
    ACT(m_hand.waits(u"one topic is left"_s, [this] { return !m_hand.textOf(u"JSON"_s).contains(u"topic2"_s); }));
}

void Editing::K26_showsWhatAFormatLooksLike()
{
    ACT(m_hand.choose(u"Data format"_s, u"JSONCompactEachRow"_s));
    ACT(m_hand.sees(u"[1, \"Michelangelo\"]"_s));
    ACT(m_hand.choose(u"Data format"_s, u"JSONEachRow"_s));
}

void Editing::K9_K22_tellsOfASharedGroup()
{
    const QString group = m_hand.textOf(u"Consumer group"_s);
    ACT(m_hand.click(u"Add table"_s));
    ACT(m_hand.type(u"Consumer group"_s, group));
    ACT(m_hand.sees(
        u"Two tables would share the consumer group `%1`: each message reaches only one of them."_s.arg(group)));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"72-shared-group"_s));
    ACT(m_hand.select(u"Problems"_s, u"Suggest a unique group"_s));
    ACT(m_hand.waits(u"the groups differ"_s, [&] { return m_hand.textOf(u"Consumer group"_s) != group; }));
}

void Editing::K29_refusesPlaceholders()
{
    const QString mine = m_hand.textOf(u"JSON"_s);
    ACT(m_hand.paste(u"JSON"_s, guide));
    for (const QString &text : {u"CONNECTOR_TABLE_NAME"_s, u"DATA_FORMAT"_s, u"CONSUMER_NAME"_s})
        ACT(isRefused(placeholder(text)));
    ACT(m_hand.takesPicture(u"73-placeholders"_s));
    ACT(m_hand.click(u"Undo"_s));
    ACT(m_hand.waits(u"what was there is back"_s, [&] { return m_hand.textOf(u"JSON"_s) == mine; }));
}

void Editing::K31_K32_copiesTheCommandOfTheChange()
{
    ACT(m_hand.click(u"Review and apply"_s));
    ACT(m_hand.sees(u"Nobody else changed it"_s));
    ACT(m_hand.turnTo(u"Commands"_s));
    ACT(m_hand.click(u"Copy command"_s));
    const QStringList words = wordsOf(QApplication::clipboard()->text());
    QCOMPARE(words.mid(0, 6), (QStringList{u"service"_s, u"integration-update"_s,
                                           m_witness->integrationId(u"clickhouse-demo"_s, u"kafka-demo"_s),
                                           u"--project"_s, u"sandbox"_s, u"--user-config-json"_s}));
    m_wanted = QJsonDocument::fromJson(words.value(6).toUtf8()).object();
    QCOMPARE(m_wanted[u"tables"_s].toArray().size(), 2);
    QCOMPARE(m_wanted[u"tables"_s][0][u"columns"_s][1][u"name"_s].toString(),
             u"it's a name"_s); // past the shell's quotes
    ACT(m_hand.takesPicture(u"74-command-of-the-change"_s));
}

void Editing::K32_storesWhatTheCommandSays()
{
    ACT(m_hand.click(u"Apply 2 changes"_s));
    ACT(m_hand.sees(u"The changes were applied."_s, 30));
    QCOMPARE(m_witness->configuration(u"clickhouse-demo"_s, u"kafka-demo"_s),
             QJsonDocument(m_wanted).toJson(QJsonDocument::Compact));
    QCOMPARE(ask(u"SELECT name FROM system.columns WHERE table = 'größe-1' ORDER BY position"_s),
             u"id\nit\\'s a name"_s);
}

QTEST_MAIN(Editing)
#include "tst_editing.moc"
