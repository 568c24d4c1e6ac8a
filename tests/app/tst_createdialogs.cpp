// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "app/language.h"
#include "createscene.h"
#include "widgets/style.h"

#include <QApplication>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace TestSupport;

/// The dialogs that create a service, a topic, a database: whatever goes wrong, what was entered stays, the cause and the
/// next step are said where they belong, and Create can be pressed again.
class TestCreateDialogs final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refused_data();
    void refused();
    void N41_offline_data();
    void N41_offline();
    void N04_lostAnswer_data();
    void N04_lostAnswer();
    void saysWhyItIsOff_data();
    void saysWhyItIsOff();
    void goesOnWithoutTyping();
};

void TestCreateDialogs::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
    App::installTranslations();
}

void TestCreateDialogs::refused_data()
{
    QTest::addColumn<CreateKind>("which");
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("marked"); // the label of the field
    const QStringList forbidden{u"Aiven does not permit this (403)."_s, u"Not for your role."_s,
                                u"Ask an admin of the project."_s};
    const QStringList taken{u"It exists already (409)."_s, u"This name is taken. Choose another one."_s,
                            u"Choose another name, or close this window and look at what is there."_s};
    const QStringList slow{u"Aiven asks to slow down (429)."_s, u"Try again in 7 s."_s};
    const QStringList token{u"Aiven did not accept this token (401)."_s};
    const auto row = [](const char *name, CreateKind which, const FakeAnswer &answer, const QStringList &words,
                        const QString &marked = {}) {
        QTest::addRow("%s %d", name, int(which)) << which << answer << words << marked;
    };
    for (const CreateKind which : {Service, Topic, Database}) {
        row("401", which, FakeAnswer::refusal(401, u"Invalid token"_s), token);
        row("403", which, FakeAnswer::refusal(403, u"Not for your role"_s), forbidden);
        row("409 exists", which, FakeAnswer::refusal(409, u"'orders' already exists"_s), taken, u"Name"_s);
        row("409 state", which, FakeAnswer::refusal(409, u"The service is being moved"_s),
            {u"The service is being moved"_s});
        row("400 text", which, FakeAnswer::refusal(400, u"Nobody knows why"_s),
            {u"Nobody knows why"_s, u"Correct what the message names and try again."_s});
        row("429", which, FakeAnswer::refusal(429, u"Slow down"_s).with("Retry-After", "7"), slow);
    }
    const QString marked = u"Correct the marked field and try again."_s;
    row("400 name", Service, FakeAnswer::refusal(400, u"Invalid input for service_name: no"_s),
        {u"Invalid input"_s, marked}, u"Name"_s);
    row("400 name", Topic, FakeAnswer::refusal(400, u"Invalid input for topic_name: no"_s),
        {u"Invalid input"_s, marked}, u"Name"_s);
    row("400 name", Database, FakeAnswer::refusal(400, u"Invalid input for database: no"_s),
        {u"Invalid input"_s, marked}, u"Name"_s);
    row("400 plan", Service, FakeAnswer::refusal(400, u"Invalid input for plan: no"_s), {u"Invalid input"_s, marked},
        u"Plan"_s);
    row("400 partitions", Topic, FakeAnswer::refusal(400, u"Invalid input for partitions: 1 is too few"_s),
        {u"1 is too few"_s, marked}, u"Partitions"_s);
    row("400 elsewhere", Topic, FakeAnswer::refusal(400, u"Invalid input for tomorrow: no"_s),
        {u"Correct what the message names and try again."_s});
}

void TestCreateDialogs::refused()
{
    QFETCH(CreateKind, which);
    QFETCH(FakeAnswer, answer);
    QFETCH(QStringList, words);
    QFETCH(QString, marked);
    CreateScene scene(which);
    const FakeAnswer good = scene.posted;
    scene.posted = answer;
    QTRY_VERIFY(scene.create()->isEnabled());
    QTest::keyClick(scene.input(), Qt::Key_Return);
    QVERIFY(!scene.create()->isEnabled()); // one request for two presses
    QTest::keyClick(scene.dialog, Qt::Key_Return);
    for (const QString &sentence : std::as_const(words))
        QTRY_VERIFY2(scene.shows(sentence), qPrintable(sentence));
    QCOMPARE(scene.network.count("POST"), 1);
    QVERIFY(scene.dialog->isVisible());
    QCOMPARE(scene.input()->text(), u"orders"_s);
    QVERIFY(scene.create()->isEnabled());
    QTRY_VERIFY(buttonIn(scene.dialog, u"Copy report"_s)); // with the next layout
    for (const QString &label : {u"Name"_s, u"Plan"_s, u"Partitions"_s}) {
        const auto *const field = fieldIn<QWidget>(scene.dialog, label);
        QCOMPARE(field && field->property("bad").toBool(), label == marked);
    }
    QCOMPARE(Accessibility::problemsIn(*scene.dialog).join(u'\n'), QString());
    QCOMPARE(Accessibility::tabProblemsIn(*scene.dialog).join(u'\n'), QString());
    if (answer.status == 401)
        scene.client.setToken(Core::Secret(u"another-token"_s));
    scene.posted = good;
    QTest::mouseClick(scene.create(), Qt::LeftButton);
    QTRY_VERIFY(!scene.dialog);
    QCOMPARE(scene.network.count("POST"), 2);
}

void TestCreateDialogs::N41_offline_data()
{
    QTest::addColumn<CreateKind>("which");
    QTest::newRow("service") << Service;
    QTest::newRow("topic") << Topic;
    QTest::newRow("database") << Database;
}

void TestCreateDialogs::N41_offline()
{
    QFETCH(CreateKind, which);
    CreateScene scene(which);
    QTRY_VERIFY(scene.create()->isEnabled());
    scene.isOffline = true;
    QTest::keyClick(scene.input(), Qt::Key_Return);
    QTRY_VERIFY(scene.shows(u"No connection to api.example: refused."_s));
    QVERIFY(scene.shows(u"Check host and port."_s));
    QTRY_VERIFY(scene.create()->toolTip().startsWith(u"No connection."_s));
    QVERIFY(!scene.create()->isEnabled());
    QTest::keyClick(scene.input(), Qt::Key_Return);
    scene.input()->setText(u"orders2"_s); // one goes on typing
    QCOMPARE(scene.network.count("POST"), 1);
    scene.isOffline = false;
    QTRY_VERIFY(scene.create()->isEnabled()); // by itself
    QVERIFY(!scene.shows(u"No connection"_s));
    QCOMPARE(scene.input()->text(), u"orders2"_s);
    QTest::mouseClick(scene.create(), Qt::LeftButton);
    QTRY_VERIFY(!scene.dialog);
}

void TestCreateDialogs::N04_lostAnswer_data()
{
    QTest::addColumn<CreateKind>("which");
    QTest::addColumn<QByteArray>("readBack");
    QTest::addColumn<QString>("words"); // empty: it is there
    const QByteArray none(R"({"topics": [], "databases": []})");
    const QString notDone = u"reading back showed that the change was not made"_s;
    const QString unknown = u"Whether the change was made is not known"_s;
    QTest::newRow("service, made") << Service << QByteArray(listOfAll) << QString();
    QTest::newRow("service, not known") << Service << QByteArray() << unknown;
    QTest::newRow("topic, made") << Topic << QByteArray(listOfAll) << QString();
    QTest::newRow("topic, not made") << Topic << none << notDone;
    QTest::newRow("topic, not known") << Topic << QByteArray() << unknown;
    QTest::newRow("database, made") << Database << QByteArray(listOfAll) << QString();
    QTest::newRow("database, not made") << Database << none << notDone;
    QTest::newRow("database, not known") << Database << QByteArray() << unknown;
}

void TestCreateDialogs::N04_lostAnswer()
{
    QFETCH(CreateKind, which);
    QFETCH(QByteArray, readBack);
    QFETCH(QString, words);
    CreateScene scene(which);
    QTRY_VERIFY(scene.create()->isEnabled());
    QSignalSpy created(scene.dialog, &App::CreateDialog::created);
    scene.posted = FakeAnswer::cut();
    scene.readBack = readBack.isEmpty() ? FakeAnswer::refusal(403, u"No reading"_s) : FakeAnswer::text(readBack);
    QTest::keyClick(scene.input(), Qt::Key_Return);
    if (words.isEmpty()) {
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(created.constFirst().constFirst().toString(), u"orders"_s);
        QTRY_VERIFY(!scene.dialog);
    } else {
        QTRY_VERIFY(scene.shows(words));
        QTRY_VERIFY(scene.create()->isEnabled());
        QVERIFY(scene.shows(words)); // still: that the host answers again does not tell
        QCOMPARE(scene.input()->text(), u"orders"_s);
    }
    QCOMPARE(scene.network.count("POST"), 1);
}

void TestCreateDialogs::saysWhyItIsOff_data()
{
    QTest::addColumn<CreateKind>("which");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    const QString empty = u"Enter a name first."_s;
    QTest::newRow("service, no name") << Service << QString() << empty;
    QTest::newRow("service, letters") << Service << u"A"_s
                                      << u"A lower-case letter first, then lower-case letters, digits and -."_s;
    QTest::newRow("service, taken") << Service << u"kafka-1"_s << u"This project has a service of that name."_s;
    QTest::newRow("topic, no name") << Topic << QString() << empty;
    QTest::newRow("topic, letters") << Topic << u"a b"_s << u"Letters A to Z, digits, and - _ . only."_s;
    QTest::newRow("database, no name") << Database << QString() << empty;
    QTest::newRow("database, taken") << Database << u"mine"_s << u"A database of this name exists already."_s;
}

void TestCreateDialogs::saysWhyItIsOff()
{
    QFETCH(CreateKind, which);
    QFETCH(QString, name);
    QFETCH(QString, reason);
    CreateScene scene(which);
    QTRY_VERIFY(scene.create()->isEnabled());
    scene.input()->setText(name);
    QVERIFY(!scene.create()->isEnabled());
    QCOMPARE(scene.create()->toolTip(), reason.toHtmlEscaped());
    QCOMPARE(scene.shows(reason), !name.isEmpty()); // an empty field is no mistake yet
    scene.input()->setText(u"orders"_s);
    QVERIFY(scene.create()->isEnabled() && scene.create()->toolTip().isEmpty());
}

void TestCreateDialogs::goesOnWithoutTyping()
{
    // A taken name is marked until it is changed; the focus is where it is to be changed.
    CreateScene scene(Topic);
    scene.posted = FakeAnswer::refusal(409, u"'orders' already exists"_s);
    QTest::keyClick(scene.input(), Qt::Key_Return);
    QTRY_VERIFY(scene.shows(u"This name is taken. Choose another one."_s));
    QCOMPARE(scene.dialog->focusWidget(), scene.input());
    QTest::keyClicks(scene.input(), u"2"_s);
    QVERIFY(!scene.shows(u"This name is taken. Choose another one."_s));
    QVERIFY(!scene.input()->property("bad").toBool());
}

QTEST_MAIN(TestCreateDialogs)
#include "tst_createdialogs.moc"
