// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "app/editor/editorpage.h"
#include "app/fakeeditorapi.h"
#include "widgets/codeeditor.h"
#include "widgets/messagebar.h"
#include "widgets/states.h"
#include "widgets/style.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using App::EditorPage;
using TestSupport::FakeAnswer;
using TestSupport::FakeEditorApi;

class TestEditorPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void definesTheFirstTable();
    void editsByFormAndJson();
    void keepsTheFormWhenJsonDoesNotParse();
    void undoesWithTheKeyboard();
    void editsColumnsByKeyboard();
    void pastesColumns();
    void addsAndRemovesTopics();
    void offersAOneTopicCopy();
    void fixesAProblem();
    void setsAFurtherSetting();
    void blocksReviewWithItsReason();
    void appliesAfterReview();
    void asksToReadWarnings();
    void showsWhatSomebodyElseChanged();
    void showsARefusalAtItsField();
    void returnsAfterACrash();
    void showsErrorsAndTriesAgain();
    void endsWhileReading();
    void namesEveryWidget();
};

namespace {

const QString projectName = u"sandbox"_s;
const QString serviceName = u"clickhouse-demo"_s;
const QString id = u"8c1f0f6e-6c1b-4c55-9d0e-0f2c6a7c1b52"_s;

/// A page in a window of its own, read to the end.
std::unique_ptr<EditorPage> openPage(FakeEditorApi &api)
{
    auto page = std::make_unique<EditorPage>(api.client, projectName, serviceName, id);
    page->resize(1240, 720);
    page->show();
    QApplication::setActiveWindow(page.get());
    return page;
}

bool isRead(EditorPage &page)
{
    return !page.draft().surroundings().formats.isEmpty() && page.draft().surroundings().partitions;
}

template <typename T>
T *named(const QWidget &root, const QString &name)
{
    for (T *widget : root.findChildren<T *>()) {
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (widget->accessibleName() == name || (interface && interface->text(QAccessible::Name) == name))
            return widget;
    }
    return nullptr;
}

/// The field below a label.
template <typename T>
T *labelled(const QWidget &root, const QString &label)
{
    for (const QLabel *one : root.findChildren<QLabel *>()) {
        if (one->text() == label && qobject_cast<T *>(one->buddy()))
            return qobject_cast<T *>(one->buddy());
    }
    return nullptr;
}

bool shows(const QWidget &root, const QString &text)
{
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

void type(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

QDialog *reviewOf(EditorPage &page)
{
    return page.findChild<QDialog *>();
}

QPushButton *primaryOf(const QWidget &root, const QString &start)
{
    for (QPushButton *button : root.findChildren<QPushButton *>()) {
        if (button->text().startsWith(start))
            return button;
    }
    return nullptr;
}

} // namespace

void TestEditorPage::init()
{
    QDir(qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + u"/.local/state"_s) + u"/headgate"_s).removeRecursively();
}

void TestEditorPage::definesTheFirstTable()
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

void TestEditorPage::editsByFormAndJson()
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

void TestEditorPage::editsColumnsByKeyboard()
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
    grid->setFocus();
    QTest::keyClick(grid, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(page->draft().table(0).columns()[4].name, u"region"_s);
    QTest::keyClick(grid, Qt::Key_Delete);
    QCOMPARE(page->draft().table(0).columns().size(), 5);
    QTest::keyClick(grid, Qt::Key_Insert);
    QCOMPARE(page->draft().table(0).columns().size(), 6);
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

void TestEditorPage::addsAndRemovesTopics()
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
}

void TestEditorPage::offersAOneTopicCopy()
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

void TestEditorPage::blocksReviewWithItsReason()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    const auto *button = primaryOf(*page, u"Review and apply"_s);
    QVERIFY(!button->isEnabled());
    QVERIFY(shows(*page, u"Nothing to apply"_s));
    type(labelled<QLineEdit>(*page, u"Consumer group"_s), u"x"_s);
    QVERIFY(button->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QVERIFY(!button->isEnabled());
    QVERIFY(shows(*page, u"1 error to mend first"_s));
}

void TestEditorPage::appliesAfterReview()
{
    FakeEditorApi api(R"({"tables": [], "later": {"a": 1}})");
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    page->defineTable();
    QSignalSpy applied(page.get(), &EditorPage::applied);
    page->review();
    QTRY_VERIFY(reviewOf(*page) && primaryOf(*reviewOf(*page), u"Apply 1 change"_s));
    QDialog *review = reviewOf(*page);
    QCOMPARE(review->windowTitle(), u"Review and apply – kafka-demo"_s);
    auto *apply = primaryOf(*review, u"Apply 1 change"_s);
    QTRY_VERIFY(apply->isEnabled());
    QVERIFY(shows(*review, u"Nobody else changed it"_s));
    QTest::mouseClick(apply, Qt::LeftButton);
    QTRY_COMPARE(applied.count(), 1);
    QTRY_VERIFY(!reviewOf(*page));
    QCOMPARE(api.userConfig()["tables"].size(), 1U);
    QVERIFY(shows(*page, u"1 table of service_kafka-demo is ready."_s));
    QSignalSpy query(page.get(), &EditorPage::queryRequested);
    QTest::mouseClick(primaryOf(*page, u"Query topic1"_s), Qt::LeftButton);
    QCOMPARE(query.value(0).value(0).toString(), u"SELECT * FROM `service_kafka-demo`.`topic1`"_s);
    QCOMPARE(api.userConfig()["later"]["a"].get<int>(), 1);
    QVERIFY(!page->draft().isModified());
}

void TestEditorPage::asksToReadWarnings()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    page->draft().removeTable(1);
    page->review();
    QDialog *review = reviewOf(*page);
    QTRY_VERIFY(shows(*review, u"The connector table `orders` will be dropped. Data in destination tables stays."_s));
    auto *read = review->findChild<QCheckBox *>();
    QTRY_VERIFY(read->isVisible());
    auto *apply = primaryOf(*review, u"Apply 1 change"_s);
    QTRY_VERIFY(shows(*review, u"Nobody else changed it"_s));
    QVERIFY(!apply->isEnabled());
    QTest::mouseClick(read, Qt::LeftButton, {}, QPoint(8, read->height() / 2));
    QVERIFY(apply->isEnabled());
    QTest::keyClick(review, Qt::Key_Escape);
    QTRY_VERIFY(!reviewOf(*page));
    QVERIFY(page->draft().isModified());
}

void TestEditorPage::showsWhatSomebodyElseChanged()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    page->draft().setColumn(0, 3, {u"amount"_s, u"Decimal(18, 2)"_s});
    QByteArray theirs = TestSupport::picturedTables();
    theirs.replace("\"clickhouse\"", "\"theirs\"");
    api.setUserConfig(theirs);
    page->review();
    QDialog *review = reviewOf(*page);
    QTRY_VERIFY(shows(*review, u"This integration changed on Aiven since you loaded it"_s));
    QVERIFY(shows(*review, u"Theirs and yours differ in 1 table: orders."_s));
    QVERIFY(!primaryOf(*review, u"Apply"_s)->isEnabled());
    QVERIFY(primaryOf(*review, u"Overwrite theirs"_s));
    QTest::mouseClick(primaryOf(*review, u"Merge"_s), Qt::LeftButton);
    QCOMPARE(page->draft().table(1).group(), u"theirs"_s);
    QCOMPARE(page->draft().table(0).columns()[3].type, u"Decimal(18, 2)"_s);
    QCOMPARE(page->draft().changeCount(), 1);
}

void TestEditorPage::showsARefusalAtItsField()
{
    FakeEditorApi api;
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    page->defineTable();
    api.refuse(Core::Json::parse(R"({"message": "Invalid 'user_config.tables[0].group_name': group is reserved",
        "errors": [{"message": "Invalid 'user_config.tables[0].group_name': group is reserved", "status": 400}]})"));
    page->review();
    QTRY_VERIFY(reviewOf(*page) && primaryOf(*reviewOf(*page), u"Apply 1 change"_s)->isEnabled());
    QTest::mouseClick(primaryOf(*reviewOf(*page), u"Apply 1 change"_s), Qt::LeftButton);
    QTRY_VERIFY(shows(*reviewOf(*page), u"group is reserved"_s));
    QTest::mouseClick(primaryOf(*reviewOf(*page), u"Show the field"_s), Qt::LeftButton);
    QTRY_VERIFY(!reviewOf(*page));
    QVERIFY(page->draft().isModified());
    QCOMPARE(page->draft().tableProblems(0).size(), 1);
    QCOMPARE(page->focusWidget(), labelled<QLineEdit>(*page, u"Consumer group"_s));
    QVERIFY(primaryOf(*page, u"Review and apply"_s)->isEnabled());
    type(labelled<QLineEdit>(*page, u"Consumer group"_s), u"other"_s);
    QVERIFY(page->draft().problems().isEmpty());
}

void TestEditorPage::returnsAfterACrash()
{
    FakeEditorApi api(TestSupport::picturedTables());
    {
        const auto page = openPage(api);
        QTRY_VERIFY(isRead(*page));
        QSignalSpy messages(page.get(), &EditorPage::message);
        type(labelled<QLineEdit>(*page, u"Consumer group"_s), u"mine"_s);
        QTRY_VERIFY(!messages.isEmpty());
        QVERIFY(messages[0][0].toString().startsWith(u"Saved in the journal"));
    }
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    QTRY_VERIFY(shows(*page, u"Continue where you stopped."_s));
    QCOMPARE(page->draft().table(0).group(), u"mine"_s);
    QTest::mouseClick(primaryOf(*page, u"Discard them"_s), Qt::LeftButton);
    QVERIFY(!page->draft().isModified());
}

void TestEditorPage::showsErrorsAndTriesAgain()
{
    FakeEditorApi api(TestSupport::picturedTables());
    api.integrationAnswer = FakeAnswer::refusal(404, u"Service integration does not exist"_s);
    const auto page = openPage(api);
    auto *error = page->findChild<Widgets::ErrorState *>();
    QTRY_VERIFY(error->isVisible());
    QVERIFY(shows(*error, u"Service integration does not exist"_s));
    api.integrationAnswer = FakeAnswer::text({});
    QTest::mouseClick(primaryOf(*error, u"Try again"_s), Qt::LeftButton);
    QTRY_VERIFY(isRead(*page));
    QCOMPARE(page->draft().tableCount(), 3);
}

void TestEditorPage::endsWhileReading()
{
    FakeEditorApi api;
    api.integrationAnswer = FakeAnswer::hang();
    auto page = openPage(api);
    QTRY_COMPARE(api.network.requests().size(), 1);
    page.reset();
    QTRY_COMPARE(api.network.aborted(), 1);
}

void TestEditorPage::namesEveryWidget()
{
    FakeEditorApi api(TestSupport::picturedTables());
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    page->draft().setColumn(0, 3, {u"amount"_s, u"Decimal(18, 2)"_s});
    for (QToolButton *button : page->findChildren<QToolButton *>()) {
        if (button->text() == "More settings"_L1)
            button->click();
    }
    page->review();
    page->setWindowTitle(u"Editor"_s);
    QCOMPARE(Accessibility::problemsIn(*page).join(u'\n'), QString());
    QCOMPARE(Accessibility::problemsIn(*reviewOf(*page)).join(u'\n'), QString());
}

int main(int argc, char *argv[])
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
    QApplication application(argc, argv);
    TestEditorPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_editorpage.moc"
