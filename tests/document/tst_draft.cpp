// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/draft.h"
#include "document/samples.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Document;

class TestDraft : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_draft.reset(); }
    void startsUnmodified();
    void undoesEveryEdit_data();
    void undoesEveryEdit();
    void mergesTyping();
    void keepsTheFormWhenTextDoesNotParse();
    void takesTextThatParses();
    void formEditReplacesBrokenText();
    void tellsWhichTableChanged();
    void K22_insertsAndRemovesTables();
    void K41_makesAOneTopicCopy();
    void keepsUnknownMembersOfColumnsAndTopics();
    void returnsFromTheJournal();
    void setsANewBaseline();
    void keepsRefusalsUntilTheValueChanges();
    void ignoresRowsOutOfRange();
    void staysFastWhenFull();

private:
    std::unique_ptr<Draft> m_draft;
};

using Edit = std::function<void(Draft &)>;
Q_DECLARE_METATYPE(Edit)

void TestDraft::init()
{
    m_draft = std::make_unique<Draft>();
    QVERIFY(m_draft->load(parsed(guideExample())));
}

void TestDraft::startsUnmodified()
{
    QVERIFY(!m_draft->isModified());
    QVERIFY(!m_draft->undoStack().canUndo());
    QCOMPARE(m_draft->text(), guideExample());
}

void TestDraft::undoesEveryEdit_data()
{
    QTest::addColumn<Edit>("edit");
    const auto row = [](const char *title, const Edit &edit) { QTest::newRow(title) << edit; };
    row("add table", [](Draft &d) { d.addTable(Core::Json::object({{"name", "b"}})); });
    row("duplicate", [](Draft &d) { d.duplicateTable(0); });
    row("one-topic copy", [](Draft &d) { d.addOneTopicCopy(0); });
    row("remove", [](Draft &d) { d.removeTable(0); });
    row("set value", [](Draft &d) { d.setTableValue(0, u"num_consumers"_s, 3); });
    row("reset value", [](Draft &d) { d.resetTableValue(0, u"data_format"_s); });
    row("insert columns", [](Draft &d) { d.insertColumns(0, 1, {{u"a"_s, u"Int8"_s}, {u"b"_s, u"Int8"_s}}); });
    row("set column", [](Draft &d) { d.setColumn(0, 1, {u"title"_s, u"String"_s}); });
    row("remove columns", [](Draft &d) { d.removeColumns(0, {0, 1}); });
    row("move column", [](Draft &d) { d.moveColumn(0, 0, 1); });
    row("topics", [](Draft &d) { d.setTopics(0, {u"topic2"_s, u"new"_s}); });
    row("text", [](Draft &d) { d.replaceText(R"({"tables": []})"); });
}

void TestDraft::undoesEveryEdit()
{
    QFETCH(Edit, edit);
    edit(*m_draft);
    const QByteArray after = m_draft->text();
    QVERIFY(after != guideExample());
    QVERIFY(m_draft->isModified());
    QCOMPARE(m_draft->undoStack().count(), 1);
    m_draft->undoStack().undo();
    QCOMPARE(m_draft->text(), guideExample());
    QVERIFY(!m_draft->isModified());
    m_draft->undoStack().redo();
    QCOMPARE(m_draft->text(), after);
}

void TestDraft::mergesTyping()
{
    for (const char *name : {"event", "even", "eve"})
        m_draft->setTableValue(0, u"name"_s, name, EditKind::Typing);
    QCOMPARE(m_draft->undoStack().count(), 1);
    m_draft->setTableValue(0, u"group_name"_s, "x", EditKind::Typing);
    QCOMPARE(m_draft->undoStack().count(), 2);
    m_draft->endTyping();
    m_draft->setTableValue(0, u"group_name"_s, "xy", EditKind::Typing);
    QCOMPARE(m_draft->undoStack().count(), 3);
    m_draft->undoStack().undo();
    m_draft->undoStack().undo();
    QCOMPARE(m_draft->table(0).name(), u"eve"_s);
    m_draft->undoStack().undo();
    QCOMPARE(m_draft->table(0).name(), u"events"_s);
}

void TestDraft::keepsTheFormWhenTextDoesNotParse()
{
    QByteArray broken = guideExample();
    broken.replace("\"UInt64\"},", "\"UInt64\"");
    m_draft->replaceText(broken);
    QVERIFY(m_draft->textError());
    QCOMPARE(m_draft->textError()->line, 7); // the missing comma shows at the next line
    QVERIFY(!m_draft->textError()->message.isEmpty());
    QCOMPARE(m_draft->text(), broken);
    QCOMPARE(m_draft->table(0).columns().size(), 2);
    QVERIFY(!m_draft->isModified());

    m_draft->replaceText(R"({"tables":
        [{"columns": 5}]})");
    QVERIFY(m_draft->textError());
    QCOMPARE(m_draft->textError()->line, 2);
    QCOMPARE(m_draft->table(0).columns().size(), 2);
    m_draft->undoStack().undo();
    QVERIFY(!m_draft->textError());
    QCOMPARE(m_draft->text(), guideExample());
}

void TestDraft::takesTextThatParses()
{
    QByteArray text = guideExample();
    text.replace("\"events\"", "\"visits\"   ");
    m_draft->replaceText(text);
    QVERIFY(!m_draft->textError());
    QCOMPARE(m_draft->table(0).name(), u"visits"_s);
    QCOMPARE(m_draft->text(), text); // as typed, until something else is edited
    m_draft->setColumn(0, 0, {u"id"_s, u"UInt32"_s});
    QVERIFY(m_draft->text().contains("            \"name\": \"visits\",\n"));
}

void TestDraft::formEditReplacesBrokenText()
{
    m_draft->replaceText("{");
    m_draft->setTableValue(0, u"group_name"_s, "g2");
    QVERIFY(!m_draft->textError());
    QVERIFY(m_draft->text().contains("\"g2\""));
    m_draft->undoStack().undo();
    QVERIFY(m_draft->textError());
    QCOMPARE(m_draft->text(), "{"_ba);
}

void TestDraft::tellsWhichTableChanged()
{
    m_draft->duplicateTable(0);
    QSignalSpy changed(m_draft.get(), &Draft::tableChanged);
    QSignalSpy any(m_draft.get(), &Draft::changed);
    m_draft->setTableValue(1, u"group_name"_s, "g");
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toInt(), 1);
    QCOMPARE(any.count(), 1);
}

void TestDraft::K22_insertsAndRemovesTables()
{
    QSignalSpy inserted(m_draft.get(), &Draft::tablesInserted);
    QSignalSpy removed(m_draft.get(), &Draft::tablesRemoved);
    QCOMPARE(m_draft->duplicateTable(0), 1);
    QCOMPARE(m_draft->table(1).name(), u"events_2"_s);
    QVERIFY(m_draft->table(1).group() != m_draft->table(0).group());
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted[0][0].toInt(), 1);
    m_draft->removeTable(0);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed[0][0].toInt(), 0);
}

void TestDraft::K41_makesAOneTopicCopy()
{
    const int row = m_draft->addOneTopicCopy(0);
    QCOMPARE(row, 1);
    QCOMPARE(m_draft->table(row).topics(), QStringList{u"topic1"_s});
    QVERIFY(m_draft->table(row).canWrite());
    QVERIFY(m_draft->problems().isEmpty());
}

void TestDraft::keepsUnknownMembersOfColumnsAndTopics()
{
    QVERIFY(m_draft->load(parsed(R"({"tables": [{"name": "t",
        "columns": [{"name": "a", "comment": "c", "type": "Int8"}],
        "topics": [{"name": "x", "weight": 2}, {"name": "y"}]}]})")));
    m_draft->setColumn(0, 0, {u"b"_s, u"Int16"_s});
    m_draft->setTopics(0, {u"z"_s, u"x"_s});
    QCOMPARE(Core::toText(m_draft->config().toJson()),
             "{\"tables\":[{\"name\":\"t\",\"columns\":[{\"name\":\"b\",\"comment\":\"c\",\"type\":\"Int16\"}],"
             "\"topics\":[{\"name\":\"z\"},{\"name\":\"x\",\"weight\":2}]}]}"_ba);
}

void TestDraft::returnsFromTheJournal()
{
    m_draft->setTableValue(0, u"group_name"_s, "mine");
    m_draft->replaceText("{ broken");
    const Core::Json journal = *Core::parseJson(m_draft->snapshot().toText());
    Draft later;
    QVERIFY(later.load(parsed(R"({"tables": []})")));
    later.restore(Draft::Snapshot::fromJson(journal).value());
    QCOMPARE(later.table(0).group(), u"mine"_s);
    QCOMPARE(later.text(), "{ broken"_ba);
    QVERIFY(later.textError());
    QCOMPARE(later.baseline(), *Config::fromJson(parsed(guideExample())));
    QCOMPARE(later.changeCount(), 1);
    QVERIFY(!Draft::Snapshot::fromJson(Core::Json("nonsense")));
    QVERIFY(!Draft::Snapshot::fromJson(parsed(R"({"format": 99})")));
    QVERIFY(!Draft::Snapshot::fromJson(parsed(R"({"format": 1, "baseline": {}, "current": []})")));
}

void TestDraft::setsANewBaseline()
{
    m_draft->setTableValue(0, u"group_name"_s, "mine");
    QCOMPARE(m_draft->changeCount(), 1);
    m_draft->setBaseline(m_draft->config());
    QVERIFY(!m_draft->isModified());
    m_draft->undoStack().undo();
    QCOMPARE(m_draft->changeCount(), 1);
    m_draft->revertAll();
    QCOMPARE(m_draft->table(0).group(), u"mine"_s);
}

void TestDraft::keepsRefusalsUntilTheValueChanges()
{
    m_draft->setRefusals({{Severity::Error, u"refused"_s, u"no such group"_s, u"/tables/0/group_name"_s, {}}});
    QCOMPARE(m_draft->tableProblems(0).size(), 1);
    QCOMPARE(m_draft->blockingCount(), 0);
    m_draft->setTableValue(0, u"group_name"_s, "other");
    QCOMPARE(m_draft->problems().size(), 0);
    m_draft->undoStack().undo();
    QCOMPARE(m_draft->problems().size(), 1);
}

void TestDraft::ignoresRowsOutOfRange()
{
    m_draft->removeTable(7);
    m_draft->setTableValue(-1, u"name"_s, "x");
    m_draft->setColumn(0, 99, {u"a"_s, u"b"_s});
    m_draft->moveColumn(0, 0, 5);
    m_draft->removeColumns(0, {});
    QCOMPARE(m_draft->duplicateTable(3), -1);
    QCOMPARE(m_draft->undoStack().count(), 0);
}

void TestDraft::staysFastWhenFull()
{
    Core::Json config = Core::Json::object({{"tables", Core::Json::array()}});
    Core::Json table = parsed(guideExample())["tables"][0];
    for (int i = 0; i < 1000; ++i)
        table["columns"].push_back(
            Core::Json::object({{"name", "column" + std::to_string(i)}, {"type", "Array(String)"}}));
    for (int i = 0; i < 400; ++i) {
        table["name"] = "table" + std::to_string(i);
        table["group_name"] = "group" + std::to_string(i);
        config["tables"].push_back(table);
    }
    QVERIFY(m_draft->load(config));
    QElapsedTimer clock;
    clock.start();
    constexpr int keys = 20;
    for (int i = 0; i < keys; ++i) {
        m_draft->setTableValue(200, u"group_name"_s, "g" + std::to_string(i), EditKind::Typing);
        QVERIFY(!m_draft->table(200).text().isEmpty());
    }
    // No time limit of a benchmark, only a net: checking all 400 tables again takes more than a second for each key.
    QVERIFY2(clock.elapsed() < keys * 250, qPrintable(QString::number(clock.elapsed())));
    qInfo("%lld ms for %d edits of 400 tables with 1000 columns", clock.elapsed(), keys);
}

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
