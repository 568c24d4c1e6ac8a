// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "app/editortools.h"
#include "widgets/states.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace EditorTools;
using TestSupport::FakeAnswer;

class TestEditorApply : public QObject
{
    Q_OBJECT

private slots:
    void init() { forgetDrafts(); }
    void blocksReviewWithItsReason();
    void K32_appliesAfterReview();
    void asksToReadWarnings();
    void showsWhatSomebodyElseChanged();
    void showsARefusalAtItsField();
    void N18_forbiddenKeepsTheDraft();
    void N19_disconnectedMeanwhile();
    void returnsAfterACrash();
    void goesOnWithTheTableThatWasLeft();
    void keepsAnUnreadableDraft();
    void showsErrorsAndTriesAgain();
    void endsWhileReading();
    void namesEveryWidget();
};

void TestEditorApply::blocksReviewWithItsReason()
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

void TestEditorApply::K32_appliesAfterReview()
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

void TestEditorApply::asksToReadWarnings()
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

void TestEditorApply::showsWhatSomebodyElseChanged()
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

void TestEditorApply::showsARefusalAtItsField()
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

void TestEditorApply::N18_forbiddenKeepsTheDraft()
{
    FakeEditorApi api;
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    page->defineTable();
    api.refuse({{"message", "project:integrations:write is missing"}}, 403);
    page->review();
    QTRY_VERIFY(reviewOf(*page) && primaryOf(*reviewOf(*page), u"Apply 1 change"_s)->isEnabled());
    QTest::mouseClick(primaryOf(*reviewOf(*page), u"Apply 1 change"_s), Qt::LeftButton);
    QTRY_VERIFY(shows(*page, u"project:integrations:write is missing"_s));
    QVERIFY(shows(*page, u"Ask an admin of the project."_s));
    QVERIFY(page->draft().isModified());
    QTest::mouseClick(primaryOf(*page, u"Copy the configuration"_s), Qt::LeftButton); // for who may
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), page->draft().text());
}

void TestEditorApply::N19_disconnectedMeanwhile()
{
    FakeEditorApi api;
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    page->defineTable();
    api.integrationAnswer = FakeAnswer::refusal(404, u"Service integration does not exist"_s);
    page->review();
    QTRY_VERIFY(shows(*page, u"This integration does not exist any more."_s));
    QTRY_VERIFY(!reviewOf(*page)); // nothing to compare with
    QVERIFY(page->draft().isModified());
    QVERIFY(primaryOf(*page, u"Set up again"_s));
    QVERIFY(primaryOf(*page, u"Copy the configuration"_s));
}

void TestEditorApply::returnsAfterACrash()
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

void TestEditorApply::goesOnWithTheTableThatWasLeft()
{
    FakeEditorApi api;
    for (int run = 0; run < 2; ++run) {
        const auto page = openPage(api);
        page->defineTable(); // as "Define tables" does
        QTRY_VERIFY(isRead(*page));
        QCOMPARE(page->draft().tableCount(), 1);
        QCOMPARE(shows(*page, u"Continue where you stopped."_s), run == 1);
    }
}

void TestEditorApply::keepsAnUnreadableDraft()
{
    FakeEditorApi api(TestSupport::picturedTables());
    {
        const auto page = openPage(api);
        QTRY_VERIFY(isRead(*page));
        type(labelled<QLineEdit>(*page, u"Consumer group"_s), u"mine"_s);
    }
    const QDir drafts(qEnvironmentVariable("XDG_STATE_HOME") + u"/headgate/drafts"_s);
    const QStringList written = drafts.entryList({u"*.json"_s}, QDir::Files, QDir::Time);
    QVERIFY(!written.isEmpty());
    QFile file(drafts.filePath(written.first()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{\"saved_at\": \"2026-01-01T00:00:00Z\", \"draft\": {\"format\": 99}}");
    file.close();
    const auto page = openPage(api);
    QTRY_VERIFY(isRead(*page));
    QVERIFY(shows(*page, u"cannot be read"_s));
    QVERIFY(shows(*page, written.first() + u".broken-"_s));
    QVERIFY(!page->draft().isModified());
    QVERIFY(!drafts.entryList({written.first() + u".broken-*"_s}).isEmpty());
}

void TestEditorApply::showsErrorsAndTriesAgain()
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

void TestEditorApply::endsWhileReading()
{
    FakeEditorApi api;
    api.integrationAnswer = FakeAnswer::hang();
    auto page = openPage(api);
    QTRY_COMPARE(api.network.requests().size(), 1);
    page.reset();
    QTRY_COMPARE(api.network.aborted(), 1);
}

void TestEditorApply::namesEveryWidget()
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
    QCOMPARE(Accessibility::tabProblemsIn(*reviewOf(*page)).join(u'\n'), QString());
    reviewOf(*page)->reject();
    Accessibility::Host window(*page);
    QCOMPARE(Accessibility::tabProblemsIn(window).join(u'\n'), QString());
}

int main(int argc, char *argv[])
{
    return runWithStyle<TestEditorApply>(argc, argv);
}
#include "tst_editorapply.moc"
