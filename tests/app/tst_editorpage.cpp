// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editortools.h"
#include "widgets/codeeditor.h"
#include "widgets/metrics.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QPointer>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace EditorTools;

class TestEditorPage : public QObject
{
    Q_OBJECT

private slots:
    void init() { forgetDrafts(); }
    void K21_definesTheFirstTable();
    void K28_editsByFormAndJson();
    void keepsTheFormWhenJsonDoesNotParse();
    void undoesWithTheKeyboard();
    void K24_editsColumnsByKeyboard();
    void keepsACellThatIsTypedInAtTheEnd();
    void pastesColumns();
    void K25_addsAndRemovesTopics();
    void K41_offersAOneTopicCopy();
    void fixesAProblem();
    void setsAFurtherSetting();
    void putsTheJsonInATabWhenNarrow();
};

void TestEditorPage::K21_definesTheFirstTable()
{
    FakeEditorApi api;
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    QTRY_VERIFY(shows(*page, u"No tables yet"_s));
    QTRY_VERIFY(shows(*page, u"Topics at hand: topic1, topic2, orders.v2 and 1 more."_s));
    QTRY_VERIFY(api.network.lines().join().contains("/messages"));
    QTest::mouseClick(primaryOf(*page, u"Define a table"_s), Qt::LeftButton);
    QCOMPARE(page->draft().tableCount(), 1);
    const Document::Table &table = page->draft().table(0);
    QCOMPARE(table.name(), u"topic1"_s);
    QCOMPARE(table.group(), u"clickhouse-demo-topic1"_s);
    QCOMPARE(table.format(), u"JSONEachRow"_s);
    QCOMPARE(table.topics(), QStringList{u"topic1"_s});
    QCOMPARE(labelled<QLineEdit>(*page, u"Table name"_s)->text(), u"topic1"_s);
    QVERIFY(shows(*page, u"`service_kafka-demo`.`topic1`"_s));
    QVERIFY(shows(*page, u"Each message is delivered once per consumer group."_s));
}

void TestEditorPage::K28_editsByFormAndJson()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    auto *json = page->findChild<Widgets::JsonEditor *>();
    type(labelled<QLineEdit>(*page, u"Table name"_s), u"visits"_s);
    QVERIFY(json->text().contains(u"\"name\": \"visits\""));
    QString text = json->text();
    text.replace(u"\"visits\""_s, u"\"sessions\""_s);
    const int at = int(json->text().indexOf(u"visits"));
    json->replaceRange(at, at + 6, u"sessions"_s);
    QTRY_COMPARE(page->draft().table(0).name(), u"sessions"_s);
    QCOMPARE(labelled<QLineEdit>(*page, u"Table name"_s)->text(), u"sessions"_s);
    QCOMPARE(json->text(), text);
}

void TestEditorPage::putsTheJsonInATabWhenNarrow()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    auto *json = page->findChild<Widgets::JsonEditor *>();
    auto *name = labelled<QLineEdit>(*page, u"Table name"_s);
    auto *views = named<QTabBar>(*page, u"Views of the tables"_s);
    page->resize(Widgets::H(80), Widgets::H(40));
    QTRY_VERIFY(!views->isVisible());
    QVERIFY(json->isVisible() && name->isVisible());
    page->resize(Widgets::H(64), Widgets::H(40));
    QTRY_VERIFY(views->isVisible());
    QVERIFY(!json->isVisible() && name->isVisible());
    views->setCurrentIndex(1);
    QVERIFY(json->isVisible() && !name->isVisible());
    page->resize(Widgets::H(80), Widgets::H(40));
    QTRY_VERIFY(json->isVisible() && name->isVisible());
}

void TestEditorPage::keepsTheFormWhenJsonDoesNotParse()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    auto *json = page->findChild<Widgets::JsonEditor *>();
    const int at = int(json->text().indexOf(u"\"columns\": ["));
    json->replaceRange(at, at + 10, u"columns: "_s);
    QTRY_VERIFY(page->draft().textError());
    QVERIFY(shows(*page, u"Line 5 does not parse."_s));
    QCOMPARE(page->draft().table(0).columns().size(), 6);
    QVERIFY(!primaryOf(*page, u"Review and apply"_s)->isEnabled());
    page->undoAction()->trigger();
    QVERIFY(!page->draft().textError());
    QVERIFY(!shows(*page, u"Line 5 does not parse."_s));
}

void TestEditorPage::undoesWithTheKeyboard()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    auto *name = labelled<QLineEdit>(*page, u"Table name"_s);
    auto *group = labelled<QLineEdit>(*page, u"Consumer group"_s);
    type(name, u"a"_s);
    type(group, u"b"_s);
    QTest::keySequence(group, QKeySequence::Undo);
    QCOMPARE(page->draft().table(0).group(), u"clickhouse-demo-events"_s);
    QTest::keySequence(name, QKeySequence::Undo);
    QCOMPARE(page->draft().table(0).name(), u"events"_s);
    QCOMPARE(name->text(), u"events"_s);
    QTest::keySequence(name, QKeySequence::Redo);
    QCOMPARE(page->draft().table(0).name(), u"a"_s);
}

void TestEditorPage::K24_editsColumnsByKeyboard()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    auto *grid = named<QAbstractItemView>(*page, u"Columns"_s);
    QVERIFY(grid);
    grid->setFocus();
    grid->setCurrentIndex(grid->model()->index(5, 1));
    QTest::keyClick(grid, Qt::Key_F2);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"Nullable(String"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(page->draft().table(0).columns()[5].type, u"Nullable(String"_s);
    QVERIFY(shows(*page, u"a closing bracket is missing"_s));
    // Chosen from the list of types: one Return takes the type and ends the editing.
    QTest::keyClick(grid, Qt::Key_F2);
    editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    editor->selectAll();
    QTest::keyClicks(editor, u"UInt12"_s);
    QTRY_VERIFY(editor->completer()->popup()->isVisible());
    const QPointer<QLineEdit> typed = editor;
    QTest::keyClick(editor->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(editor->completer()->popup(), Qt::Key_Return);
    QTRY_COMPARE(page->draft().table(0).columns()[5].type, u"UInt128"_s);
    QTRY_VERIFY(!typed);
    QApplication::setActiveWindow(page.get());
    grid->setFocus();
    QTest::keyClick(grid, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(page->draft().table(0).columns()[4].name, u"region"_s);
    QTest::keyClick(grid, Qt::Key_Delete);
    QCOMPARE(page->draft().table(0).columns().size(), 5);
    QTest::keyClick(grid, Qt::Key_Insert);
    QCOMPARE(page->draft().table(0).columns().size(), 6);
}

void TestEditorPage::keepsACellThatIsTypedInAtTheEnd()
{
    FakeEditorApi api(TestSupport::picturedTables());
    auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    auto *grid = named<QAbstractItemView>(*page, u"Columns"_s);
    QVERIFY(grid);
    grid->setFocus();
    grid->setCurrentIndex(grid->model()->index(0, 0));
    QTest::keyClick(grid, Qt::Key_F2);
    auto *cell = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(cell);
    cell->selectAll();
    QTest::keyClicks(cell, u"half_typed"_s);
    page.reset();
    page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    QTRY_COMPARE(page->draft().table(0).columns()[0].name, u"half_typed"_s);
}

void TestEditorPage::pastesColumns()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    auto *grid = named<QAbstractItemView>(*page, u"Columns"_s);
    QApplication::clipboard()->setText(u"a\tUInt8\nb\tString"_s);
    grid->setFocus();
    grid->setCurrentIndex(grid->model()->index(0, 0));
    QTest::keySequence(grid, QKeySequence::Paste);
    QCOMPARE(page->draft().table(0).columns().size(), 8);
    QCOMPARE(page->draft().table(0).columns()[2].name, u"b"_s);
}

void TestEditorPage::K25_addsAndRemovesTopics()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    auto *edit = named<QLineEdit>(*page, u"Add a topic"_s);
    type(edit, u"clicks"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(page->draft().table(0).topics().size(), 3);
    type(edit, u"unknown"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    auto *chips = named<QAbstractItemView>(*page, u"Topics"_s);
    chips->setFocus();
    QTRY_VERIFY(shows(*page, u"The topic `unknown` was not found in kafka-demo."_s));
    chips->setCurrentIndex(chips->model()->index(3, 0));
    QTest::keyClick(chips, Qt::Key_Delete);
    QCOMPARE(page->draft().table(0).topics(), (QStringList{u"topic1"_s, u"topic2"_s, u"clicks"_s}));
    // From the list: the one that was chosen, and not what then stands in its row.
    QTest::keyClick(edit, Qt::Key_Down);
    QTRY_VERIFY(edit->completer()->popup()->isVisible());
    const QString first = edit->completer()->popup()->model()->index(0, 0).data().toString();
    QTest::keyClick(edit->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(edit->completer()->popup(), Qt::Key_Return);
    QTRY_COMPARE(page->draft().table(0).topics().size(), 4);
    QTest::qWait(0);
    QCOMPARE(page->draft().table(0).topics().mid(3), QStringList{first});
}

void TestEditorPage::K41_offersAOneTopicCopy()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    QVERIFY(shows(*page, u"Writing to more than one topic is not supported."_s));
    QTest::mouseClick(primaryOf(*page, u"Make a one-topic copy"_s), Qt::LeftButton);
    QCOMPARE(page->draft().tableCount(), 4);
    QVERIFY(page->draft().table(1).canWrite());
    QCOMPARE(labelled<QLineEdit>(*page, u"Table name"_s)->text(), u"events_write"_s);
    QVERIFY(!shows(*page, u"Writing to more than one topic is not supported."_s));
}

void TestEditorPage::fixesAProblem()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    auto *problems = named<QAbstractItemView>(*page, u"Problems"_s);
    QCOMPARE(problems->model()->rowCount(), 2);
    QCOMPARE(problems->model()->index(0, 3).data().toString(), u"Suggest a unique group"_s);
    problems->setFocus();
    problems->setCurrentIndex(problems->model()->index(1, 0));
    QTest::keyClick(problems, Qt::Key_Return);
    QCOMPARE(named<QAbstractItemView>(*page, u"Tables"_s)->currentIndex().row(), 2);
    problems->setFocus();
    problems->setCurrentIndex(problems->model()->index(0, 0));
    QTest::keyClick(problems, Qt::Key_Space);
    QCOMPARE(page->draft().table(1).group(), u"clickhouse-demo-orders"_s);
    QCOMPARE(problems->model()->rowCount(), 1);
}

void TestEditorPage::setsAFurtherSetting()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    QVERIFY(shows(*page, u"1 of 5 set: date_time_input_format"_s));
    for (QToolButton *button : page->findChildren<QToolButton *>()) {
        if (button->text() == "More settings"_L1)
            button->click();
    }
    auto *consumers = labelled<QLineEdit>(*page, u"num_consumers"_s);
    QVERIFY(consumers);
    QCOMPARE(consumers->placeholderText(), u"default: 1"_s);
    type(consumers, u"12"_s);
    QCOMPARE(Core::integerAt(page->draft().table(0).json(), "num_consumers"), 12);
    QCOMPARE(page->draft().blockingCount(), 1);
    type(consumers, u"3"_s);
    QCOMPARE(page->draft().blockingCount(), 0);
    QTest::mouseClick(named<QPushButton>(*page, u"Reset num_consumers"_s), Qt::LeftButton);
    QVERIFY(!page->draft().table(0).json().contains("num_consumers"));
    auto *format = labelled<QComboBox>(*page, u"date_time_input_format"_s);
    QCOMPARE(format->currentText(), u"best_effort"_s);
}

int main(int argc, char *argv[])
{
    return runWithStyle<TestEditorPage>(argc, argv);
}
#include "tst_editorpage.moc"
