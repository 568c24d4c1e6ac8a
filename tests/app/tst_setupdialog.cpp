// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "app/setup/createtopicdialog.h"
#include "setupscene.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace TestSupport;

class TestSetUpDialog : public QObject
{
    Q_OBJECT

private slots:
    void K12_K13_K15_walk();
    void K13_byKeyboard();
    void K15_doubleClickCreatesOnce();
    void K17_closedWhileItRuns();
    void closedBeforeFactsArrive();
    void refusalKeepsChoices();
    void K4_hobbyist();
    void K7_noTopics();
    void createTopicRefused();
    void countsDownAPause();
    void offlineThenAgain();
    void offlineWhileChoosing();
    void lookOnly();
    void K10_copiesCommand();
    void hostileNames();
    void everythingIsNamed();
};

void TestSetUpDialog::K12_K13_K15_walk()
{
    FakeProject project;
    project.looksUntilActive = 3;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(scene.shows(u"Creates service_kafka-demo"_s));
    QTRY_VERIFY(scene.shows(u"Topics: topic1, topic2 and 3 more"_s));
    QSignalSpy enabled(scene.dialog, &App::SetUpDialog::enabled);
    QSignalSpy define(scene.dialog, &App::SetUpDialog::defineTables);
    QSignalSpy progress(scene.dialog, &App::SetUpDialog::progressChanged);
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.isReady(u"Define tables"_s));
    QVERIFY(scene.shows(endText));
    QVERIFY(scene.button(u"Define tables"_s)->isDefault());
    QVERIFY(scene.isReady(u"Close"_s));
    QCOMPARE(enabled.size(), 1);
    QVERIFY(progress.size() >= 4);
    QCOMPARE(progress.constLast().constFirst().toString(), endText);
    scene.click(u"Define tables"_s);
    QCOMPARE(define.size(), 1);
    QCOMPARE(define.constFirst().constFirst().toString(), u"i-1"_s);
    QTRY_VERIFY(scene.dialog.isNull());
}

void TestSetUpDialog::K13_byKeyboard()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(scene.list(u"Integration types"_s)->hasFocus());
    QTest::keyClick(scene.list(u"Integration types"_s), Qt::Key_Return);
    QTRY_VERIFY(scene.isReady(u"Define tables"_s));
    QTest::keyClick(scene.dialog, Qt::Key_Escape);
    QTRY_VERIFY(scene.dialog.isNull());
    QCOMPARE(project.network.count("POST"), 1);
}

void TestSetUpDialog::K15_doubleClickCreatesOnce()
{
    // N-44
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QPushButton *const enable = scene.button(u"Enable"_s);
    QTest::mouseDClick(enable, Qt::LeftButton);
    QTest::mouseClick(enable, Qt::LeftButton);
    enable->click();
    QTRY_VERIFY(scene.isReady(u"Define tables"_s));
    QCOMPARE(project.network.count("POST"), 1);
}

void TestSetUpDialog::K17_closedWhileItRuns()
{
    // K17: closing never cancels; the end is told to who made the dialog.
    FakeProject project;
    project.looksUntilActive = 20;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QString last;
    connect(scene.dialog, &App::SetUpDialog::progressChanged, this, [&last](const QString &text) { last = text; });
    QSignalSpy enabled(scene.dialog, &App::SetUpDialog::enabled);
    scene.click(u"Enable"_s);
    QTRY_COMPARE(project.network.count("POST"), 1);
    scene.click(u"Close"_s);
    QVERIFY(scene.dialog && scene.dialog->isHidden());
    QTRY_COMPARE(enabled.size(), 1);
    QCOMPARE(last, endText);
    QTRY_VERIFY(scene.dialog.isNull());
}

void TestSetUpDialog::closedBeforeFactsArrive()
{
    // N-45
    FakeProject project;
    Scene scene(project);
    scene.dialog->reject();
    QTRY_VERIFY(scene.dialog.isNull());
}

void TestSetUpDialog::refusalKeepsChoices()
{
    FakeProject project;
    project.answerNext("POST /v1/project/sandbox/integration",
                       FakeAnswer::refusal(403, u"Service integrations are not available for this service"_s));
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.shows(u"Aiven does not permit this (403)."_s));
    QVERIFY(scene.shows(u"Service integrations are not available for this service"_s));
    QVERIFY(scene.isReady(u"Enable"_s));
    QCOMPARE(scene.list(u"Source"_s)->currentIndex().data().toString(), u"kafka-demo"_s);
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.shows(endText));
}

void TestSetUpDialog::K4_hobbyist()
{
    FakeProject project;
    project.service("clickhouse-demo")["plan"] = "hobbyist";
    Scene scene(project);
    QTRY_VERIFY(scene.shows(
        u"Aiven for ClickHouse service integrations are available for Startup plans and higher. This service: hobbyist."_s));
    QVERIFY(!scene.isReady(u"Enable"_s));
    QVERIFY(scene.button(u"Enable"_s)->toolTip().contains("Startup plans"_L1));
}

void TestSetUpDialog::K7_noTopics()
{
    FakeProject project;
    project.topics.clear();
    Scene scene(project);
    QTRY_VERIFY(scene.shows(u"At least one topic in the Apache Kafka service is needed."_s));
    QVERIFY(scene.isReady(u"Enable"_s)); // tables need topics, the database does not
    scene.click(u"Create topic…"_s);
    auto *const dialog = scene.dialog->findChild<App::CreateTopicDialog *>();
    QVERIFY(dialog);
    auto *const name = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(name, u"or ders"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(project.topics.isEmpty());
    name->setText(u"orders"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(scene.shows(u"kafka-demo: 1 topic"_s));
    QCOMPARE(project.topics, QStringList(u"orders"_s));
    QVERIFY(!scene.button(u"Create topic…"_s));
}

void TestSetUpDialog::createTopicRefused()
{
    FakeProject project;
    project.answerNext("POST /v1/project/sandbox/service/kafka-demo/topic",
                       FakeAnswer::refusal(409, u"Topic 'orders' already exists"_s));
    Aiven::Client client = project.client();
    QPointer<App::CreateTopicDialog> dialog = new App::CreateTopicDialog(client, u"sandbox"_s, u"kafka-demo"_s);
    dialog->open();
    auto *const name = dialog->findChild<QLineEdit *>();
    name->setText(u"orders"_s);
    QCOMPARE(Accessibility::problemsIn(*dialog), QStringList());
    QCOMPARE(Accessibility::tabProblemsIn(*dialog).join(u'\n'), QString());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(name->isEnabled());
    QCOMPARE(name->text(), u"orders"_s);
    QCOMPARE(project.network.count("POST"), 1);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(dialog.isNull());
}

void TestSetUpDialog::countsDownAPause()
{
    FakeProject project;
    project.timing.longestWait = std::chrono::seconds(60);
    project.answerNext("GET /v1/project/sandbox/service/kafka-demo/topic",
                       FakeAnswer::refusal(429, u"Slow down"_s).with("Retry-After", "30"));
    Scene scene(project);
    scene.client.setWaitObserver([&scene](const Aiven::CallWait &wait) { scene.dialog->addWait(wait); });
    QTRY_VERIFY(scene.shows(u"s, then asking again"_s));
    QTRY_VERIFY(scene.shows(u"waiting 2"_s)); // 29 s, or less: it counts
    const auto buttons = scene.dialog->findChildren<QPushButton *>();
    const auto cancel = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *one) {
        return one->isVisible() && one->accessibleName() == u"Cancel the waiting requests"_s;
    });
    QVERIFY(cancel != buttons.cend());
    QTest::mouseClick(*cancel, Qt::LeftButton);
    QTRY_VERIFY(!scene.shows(u"then asking again"_s));
    QTRY_VERIFY(scene.shows(u"The topics could not be read"_s));
}

void TestSetUpDialog::offlineThenAgain()
{
    FakeProject project;
    for (int i = 0; i < 3; ++i)
        project.answerNext("GET /v1/project/sandbox/service", FakeAnswer::cut(QNetworkReply::HostNotFoundError));
    Scene scene(project);
    QTRY_VERIFY(scene.shows(u"No connection to api.example.org: name not found."_s));
    QVERIFY(!scene.isReady(u"Enable"_s));
    scene.click(u"Try again"_s);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
}

void TestSetUpDialog::offlineWhileChoosing()
{
    FakeProject project;
    project.timing.probe = std::chrono::milliseconds(5);
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    project.isOffline = true;
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.shows(u"No connection to api.example.org: refused."_s));
    QTRY_VERIFY(scene.button(u"Enable"_s) && !scene.isReady(u"Enable"_s));
    QCOMPARE(scene.button(u"Enable"_s)->toolTip(), u"No connection"_s);
    project.isOffline = false;
    QTRY_VERIFY(scene.isReady(u"Enable"_s)); // by itself, with the choice as it was
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.shows(endText));
    QCOMPARE(project.network.count("POST"), 2);
}

void TestSetUpDialog::lookOnly()
{
    FakeProject project;
    project.roles = Core::Json::array({"developer"});
    Scene scene(project);
    QTRY_VERIFY(scene.shows(u"Changing integrations needs project:integrations:write"_s));
    QVERIFY(!scene.isReady(u"Enable"_s));
    QVERIFY(scene.button(u"Enable"_s)->toolTip().contains("Ask an admin of the project."_L1));
}

void TestSetUpDialog::K10_copiesCommand()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Copy as avn"_s));
    scene.click(u"Copy as avn"_s);
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY(command.startsWith("avn service integration-create"_L1));
    QVERIFY(command.contains("--source-service kafka-demo"_L1));
    QVERIFY(!command.contains("token-of"_L1));
}

void TestSetUpDialog::hostileNames()
{
    FakeProject project;
    project.service("kafka-demo")["cloud_name"] = "<img src='file:///dev/zero'>";
    project.topics = {u"<b>bold</b>\u202e"_s};
    Scene scene(project);
    QTRY_VERIFY(scene.shows(u"<b>bold</b><U+202E>"_s));
    QCOMPARE(Accessibility::problemsIn(*scene.dialog), QStringList());
    QCOMPARE(Accessibility::tabProblemsIn(*scene.dialog).join(u'\n'), QString());
}

void TestSetUpDialog::everythingIsNamed()
{
    FakeProject project;
    project.looksUntilActive = 1'000'000;
    project.topics.clear();
    Scene scene(project);
    QTRY_VERIFY(scene.button(u"Create topic…"_s));
    QCOMPARE(Accessibility::problemsIn(*scene.dialog), QStringList());
    QCOMPARE(Accessibility::tabProblemsIn(*scene.dialog).join(u'\n'), QString());
    QVERIFY(scene.list(u"Integration types"_s) && scene.list(u"Source"_s));
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.shows(u"Setting up Apache Kafka from kafka-demo"_s));
    QCOMPARE(Accessibility::problemsIn(*scene.dialog), QStringList());
    QCOMPARE(Accessibility::tabProblemsIn(*scene.dialog).join(u'\n'), QString());
}

QTEST_MAIN(TestSetUpDialog)
#include "tst_setupdialog.moc"
