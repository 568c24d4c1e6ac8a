// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "app/language.h"
#include "app/peekdialog.h"
#include "shownwindow.h"
#include "support/fakenetwork.h"
#include "widgets/style.h"

#include <QApplication>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace TestSupport;

namespace {

FakeAnswer topicWith(int messages)
{
    return FakeAnswer::json(
        {{"topic",
          {{"topic_name", "orders"},
           {"partitions",
            Core::Json::array({{{"partition", 0}, {"latest_offset", messages}, {"earliest_offset", 0}}})}}}});
}

FakeAnswer oneMessage()
{
    return FakeAnswer::json(
        {{"messages", Core::Json::array({{{"partition", 0}, {"offset", 1}, {"value", {{"id", 42}}}}})}});
}

struct Fixture
{
    explicit Fixture(const FakeAnswer &topicAnswer = topicWith(2), const FakeAnswer &messagesAnswer = oneMessage())
        : topic(topicAnswer)
        , messages(messagesAnswer)
    {
        dialog.show();
    }
    [[nodiscard]] bool shows(const QString &text) const { return showsText(&dialog, text); }
    [[nodiscard]] QTableView *table() const { return dialog.findChild<QTableView *>(); }
    [[nodiscard]] QPushButton *button(const QString &caption) const { return buttonIn(&dialog, caption); }

    FakeAnswer topic;
    FakeAnswer messages;
    bool isOffline = false;
    FakeNetwork network{[this](const FakeRequest &request) {
        if (isOffline)
            return FakeAnswer::cut(QNetworkReply::HostNotFoundError);
        return request.path.endsWith("/messages") ? messages : topic;
    }};
    Aiven::Client client{network,
                         {QUrl(u"https://api.example"_s), Core::Secret(u"token-of-the-test"_s), u"test"_s},
                         {.backOff = std::chrono::milliseconds(1),
                          .longestWait = std::chrono::milliseconds(5),
                          .probe = std::chrono::milliseconds(5)}};
    App::PeekDialog dialog{client, u"p"_s, u"kafka"_s, u"orders"_s, nullptr};
};

constexpr auto counted = "fetched from orders";

} // namespace

/// Peek in every state; none looks like another one.
class TestPeek final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void shows();
    void loadingCanBeCancelled();
    void empty();
    void fails_data();
    void fails();
    void N41_goesOnByItself();
    void asksForBytesOnlyWhereTheyMayHelp_data();
    void asksForBytesOnlyWhereTheyMayHelp();
    void forgetsWhatWasRead();
    void readsOnceAtATime();
};

void TestPeek::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
    App::installTranslations();
}

void TestPeek::shows()
{
    Fixture fixture;
    QTRY_VERIFY(fixture.table()->isVisible());
    QVERIFY(fixture.shows(QLatin1StringView(counted)));
    QCOMPARE(fixture.table()->model()->index(0, 3).data().toString(), u"{\"id\":42}"_s);
}

void TestPeek::loadingCanBeCancelled()
{
    Fixture fixture(FakeAnswer::hang());
    QTRY_VERIFY(fixture.shows(u"Reading the newest messages"_s));
    QVERIFY(!fixture.shows(QLatin1StringView(counted)));
    QCOMPARE(Accessibility::problemsIn(fixture.dialog).join(u'\n'), QString());
    QTRY_VERIFY(fixture.button(u"Cancel"_s));
    fixture.button(u"Cancel"_s)->click();
    QVERIFY(!fixture.dialog.isVisible());
}

void TestPeek::empty()
{
    Fixture fixture(topicWith(0));
    QTRY_VERIFY(fixture.shows(u"No messages in orders"_s));
    QVERIFY(fixture.shows(u"Messages appear here as soon as somebody writes to the topic."_s));
    QVERIFY(!fixture.button(u"Try again"_s));
    QCOMPARE(fixture.network.count("POST"), 0);
    fixture.topic = topicWith(2);
    fixture.button(u"Read again"_s)->click();
    QTRY_VERIFY(fixture.table()->isVisible());
}

void TestPeek::fails_data()
{
    QTest::addColumn<FakeAnswer>("topic");
    QTest::addColumn<FakeAnswer>("messages");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("nextStep");
    const QString forbidden = u"Aiven does not permit this (403)."_s;
    const QString admin = u"Ask an admin of the project."_s;
    const FakeAnswer noRight = FakeAnswer::refusal(403, u"service:data:write is missing"_s);
    QTest::newRow("no permission, topic") << noRight << oneMessage() << forbidden << admin;
    QTest::newRow("no permission, messages") << topicWith(2) << noRight << forbidden << admin;
    QTest::newRow("token") << FakeAnswer::refusal(401, u"Invalid token"_s) << oneMessage()
                           << u"Aiven did not accept this token (401)."_s << u"Enter another token."_s;
    QTest::newRow("N-19 gone") << FakeAnswer::refusal(404, u"Topic orders not found"_s) << oneMessage()
                               << u"Aiven does not find this (404)."_s << u"Reload to see what is there now."_s;
    QTest::newRow("error") << topicWith(2) << FakeAnswer::refusal(500, u"Broken"_s)
                           << u"has a problem of its own (500)."_s << u"Try again in a minute."_s;
    QTest::newRow("not answered") << topicWith(2) << FakeAnswer::cut()
                                  << u"No connection to api.example: it ended before the answer."_s
                                  << u"Check the network connection and try again."_s;
}

void TestPeek::fails()
{
    QFETCH(FakeAnswer, topic);
    QFETCH(FakeAnswer, messages);
    QFETCH(QString, title);
    QFETCH(QString, nextStep);
    Fixture fixture(topic, messages);
    QTRY_VERIFY(fixture.shows(title));
    QVERIFY(fixture.shows(nextStep));
    QVERIFY(!fixture.shows(u"Whether the change was made"_s)); // nothing is changed by looking
    QVERIFY(!fixture.shows(u"No messages in orders"_s));
    QVERIFY(!fixture.shows(QLatin1StringView(counted)));
    QVERIFY(fixture.button(u"Copy report"_s));
    QCOMPARE(Accessibility::problemsIn(fixture.dialog).join(u'\n'), QString());
    fixture.topic = topicWith(2);
    fixture.messages = oneMessage();
    fixture.client.setToken(Core::Secret(u"another-token"_s));
    if (!fixture.table()->isVisible() && fixture.button(u"Try again"_s)) // the connection may have been quicker
        fixture.button(u"Try again"_s)->click();
    QTRY_VERIFY(fixture.table()->isVisible());
    QVERIFY(!fixture.shows(title));
}

void TestPeek::N41_goesOnByItself()
{
    Fixture fixture;
    fixture.isOffline = true;
    QTRY_VERIFY(fixture.shows(u"No connection to api.example: name not found."_s));
    QVERIFY(fixture.shows(u"Check the network connection"_s));
    fixture.isOffline = false;
    QTRY_VERIFY(fixture.table()->isVisible());
}

void TestPeek::asksForBytesOnlyWhereTheyMayHelp_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("asked");
    QTest::newRow("no JSON") << 422 << 2;
    QTest::newRow("an error of the REST proxy") << 501 << 2;
    QTest::newRow("no permission") << 403 << 1;
    QTest::newRow("too many") << 429 << 1;
    QTest::newRow("gone") << 404 << 1;
}

void TestPeek::asksForBytesOnlyWhereTheyMayHelp()
{
    QFETCH(int, status);
    QFETCH(int, asked);
    Fixture fixture(topicWith(2), FakeAnswer::refusal(status, u"Refused"_s));
    QTRY_VERIFY(fixture.button(u"Try again"_s));
    QCOMPARE(fixture.network.count("POST"), asked);
}

void TestPeek::forgetsWhatWasRead()
{
    // "1 message fetched" above an error would be a lie.
    Fixture fixture;
    QTRY_VERIFY(fixture.table()->isVisible());
    fixture.topic = FakeAnswer::refusal(403, u"Not any more"_s);
    fixture.button(u"Read again"_s)->click();
    QTRY_VERIFY(fixture.shows(u"Not any more"_s));
    QVERIFY(!fixture.shows(QLatin1StringView(counted)));
}

void TestPeek::readsOnceAtATime()
{
    Fixture fixture(FakeAnswer::hang());
    QTRY_COMPARE(fixture.network.requests().size(), 1);
    fixture.topic = topicWith(2);
    fixture.button(u"Read again"_s)->click();
    QTRY_VERIFY(fixture.table()->isVisible());
    QCOMPARE(fixture.network.aborted(), 1);
    QCOMPARE(fixture.network.count("POST"), 1);
}

QTEST_MAIN(TestPeek)
#include "tst_peek.moc"
