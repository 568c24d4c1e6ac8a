// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "app/language.h"
#include "app/peekdialog.h"
#include "app/topicssection.h"
#include "rowmenuof.h"
#include "shownwindow.h"
#include "support/fakenetwork.h"
#include "widgets/style.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace TestSupport;

namespace {

Core::Json topicsJson(int count)
{
    Core::Json list = Core::Json::array();
    for (int i = 0; i < count; ++i)
        list.push_back({{"topic_name", "topic-" + std::to_string(i)},
                        {"partitions", 3},
                        {"replication", 2},
                        {"retention_hours", i % 2 ? -1 : 168},
                        {"state", i == 1 ? "CONFIGURING" : "ACTIVE"}});
    return {{"topics", std::move(list)}};
}

struct Fixture
{
    explicit Fixture(FakeAnswer first) : answer(std::move(first))
    {
        section.setWindowTitle(u"Topics"_s);
        section.resize(900, 600);
        section.show();
        section.refresh();
    }
    [[nodiscard]] QAbstractItemModel &rows() const { return *section.findChild<QTableView *>()->model(); }
    [[nodiscard]] bool shows(const QString &text) const { return showsText(&section, text); }

    FakeAnswer answer;
    FakeNetwork network{[this](const FakeRequest &) { return answer; }};
    Aiven::Client client{network,
                         {QUrl(u"https://api.example"_s), Core::Secret(u"token-of-the-test"_s), u"test"_s},
                         {.backOff = std::chrono::milliseconds(1)}};
    App::TopicsSection section{client, u"p"_s, u"kafka"_s};
};

} // namespace

/// The topics of a Kafka service in every state.
class TestTopics final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void lists();
    void states_data();
    void states();
    void staleStays();
    void cancels();
    void filtersFiveThousand();
    void rowsHaveAMenu();
};

void TestTopics::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
    App::installTranslations();
}

void TestTopics::lists()
{
    Fixture fixture(FakeAnswer::json(topicsJson(2)));
    const QAbstractItemModelTester tester(&fixture.rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(fixture.rows().rowCount(), 2);
    QStringList cells;
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 5; ++column)
            cells << fixture.rows().index(row, column).data().toString();
    }
    QCOMPARE(cells, (QStringList{u"topic-0"_s, u"3"_s, u"2"_s, u"168 h"_s, u"Active"_s, u"topic-1"_s, u"3"_s, u"2"_s,
                                 u"No limit"_s, u"configuring"_s}));
    QVERIFY(buttonIn(&fixture.section, u"Peek…"_s)->isEnabled());
    QCOMPARE(Accessibility::problemsIn(fixture.section).join(u'\n'), QString());
}

void TestTopics::states_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("button");
    QTest::newRow("loading") << FakeAnswer::hang() << u"Reading topics…"_s << u"Cancel"_s;
    QTest::newRow("K7 empty") << FakeAnswer::json(topicsJson(0))
                              << u"At least one topic in the Apache Kafka service is needed."_s << u"Create topic…"_s;
    QTest::newRow("error") << FakeAnswer::refusal(503, u"Kafka is not ready"_s) << u"Kafka is not ready"_s
                           << u"Try again"_s;
    QTest::newRow("offline") << FakeAnswer::cut(QNetworkReply::HostNotFoundError) << u"name not found"_s
                             << u"Copy report"_s;
    QTest::newRow("no permission") << FakeAnswer::refusal(403, u"service:data:write is missing"_s)
                                   << u"service:data:write is missing"_s << u"Try again"_s;
}

void TestTopics::states()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(QString, text);
    QFETCH(QString, button);
    Fixture fixture(answer);
    QTRY_VERIFY(fixture.shows(text));
    QTRY_VERIFY(buttonIn(&fixture.section, button));
    QCOMPARE(Accessibility::problemsIn(fixture.section).join(u'\n'), QString());
    if (button != "Try again"_L1)
        return;
    fixture.answer = FakeAnswer::json(topicsJson(1));
    buttonIn(&fixture.section, button)->click();
    QTRY_COMPARE(fixture.rows().rowCount(), 1);
    QVERIFY(!fixture.shows(text));
}

void TestTopics::staleStays()
{
    Fixture fixture(FakeAnswer::json(topicsJson(3)));
    QTRY_COMPARE(fixture.rows().rowCount(), 3);
    fixture.answer = FakeAnswer::cut(QNetworkReply::HostNotFoundError);
    fixture.section.refresh();
    QTRY_VERIFY(fixture.shows(u"name not found"_s));
    QCOMPARE(fixture.rows().rowCount(), 3);
}

void TestTopics::cancels()
{
    Fixture fixture(FakeAnswer::hang());
    QTRY_VERIFY(buttonIn(&fixture.section, u"Cancel"_s));
    buttonIn(&fixture.section, u"Cancel"_s)->click();
    QTRY_VERIFY(fixture.shows(u"Reading was cancelled"_s));
    QTRY_COMPARE(fixture.network.aborted(), 1);
}

void TestTopics::filtersFiveThousand()
{
    Fixture fixture(FakeAnswer::json(topicsJson(5'000)));
    QTRY_COMPARE(fixture.rows().rowCount(), 5'000);
    auto *const filter = fixture.section.findChild<QLineEdit *>();
    QVERIFY(filter->isVisible());
    filter->setText(u"TOPIC-499"_s);
    QCOMPARE(fixture.rows().rowCount(), 11);
    auto *const table = fixture.section.findChild<QTableView *>();
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"topic-499"_s);
    filter->clear();
    QCOMPARE(fixture.rows().rowCount(), 5'000);
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"topic-499"_s);
}

void TestTopics::rowsHaveAMenu()
{
    Fixture fixture(FakeAnswer::json(topicsJson(3)));
    QTRY_COMPARE(fixture.rows().rowCount(), 3);
    auto *const table = fixture.section.findChild<QTableView *>();
    const QMenu *const menu = rowMenuOf(table);
    QVERIFY(menu);
    QCOMPARE(captionsOf(*menu), QStringList{u"Peek…"_s});
    menu->actions().constFirst()->trigger();
    QVERIFY(fixture.section.findChild<App::PeekDialog *>());
    delete fixture.section.findChild<App::PeekDialog *>();
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(fixture.section.findChild<App::PeekDialog *>());
}

QTEST_MAIN(TestTopics)
#include "tst_topics.moc"
