// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activitylog.h"
#include "app/integrationmodel.h"
#include "app/integrationstable.h"
#include "app/servicepage.h"
#include "app/session.h"
#include "support/fakenetwork.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/rowdelegate.h"
#include "widgets/style.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using TestSupport::FakeAnswer;
using TestSupport::FakeNetwork;
using TestSupport::FakeRequest;

class TestServicePage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void K12_K16_listsIntegrations();
    void K31_givesTheIntegrationId();
    void D8_credentialsShowTheirSql();
    void K5_emptyNamesWhatIsAtHand();
    void K4_hobbyistSeesTheGuidesSentence();
    void lookOnly();
    void failureOffersRetry();
    void goneSaysSo();
    void staleKeepsWhatWasRead();
    void everyStopHasAName();
    void foldsTheDirectionWhenNarrow();
    void namesTheLikelyCause_data();
    void namesTheLikelyCause();
    void longErrorsCanBeReadToTheEnd();
};

namespace {

Core::Json serviceJson(const char *plan)
{
    return {{"service",
             {{"service_name", "ch"},
              {"service_type", "clickhouse"},
              {"plan", plan},
              {"cloud_name", "here"},
              {"state", "RUNNING"},
              {"components", Core::Json::array({{{"component", "clickhouse_https"},
                                                 {"host", "127.0.0.1"},
                                                 {"port", 8443},
                                                 {"route", "dynamic"},
                                                 {"usage", "primary"},
                                                 {"ssl", false}}})},
              {"users", Core::Json::array({{{"username", "avnadmin"}, {"type", "primary"}}})}}}};
}

Core::Json integrationJson(bool enabled, int tables)
{
    Core::Json list = Core::Json::array();
    for (int i = 0; i < tables; ++i)
        list.push_back({{"name", "t" + std::to_string(i)}, {"topics", Core::Json::array({{{"name", "topic1"}}})}});
    Core::Json json{{"integration_type", "clickhouse_kafka"},
                    {"enabled", enabled},
                    {"active", enabled},
                    {"source_project", "p"},
                    {"source_service", "kafka-demo"},
                    {"source_service_type", "kafka"},
                    {"dest_project", "p"},
                    {"dest_service", "ch"},
                    {"dest_service_type", "clickhouse"},
                    {"user_config", {{"tables", list}}}};
    json["service_integration_id"] = enabled ? Core::Json("11111111-2222-3333-4444-555555555555") : Core::Json(nullptr);
    return json;
}

/// A page on a network that answers as told.
struct Fixture
{
    explicit Fixture(const char *plan = "startup-16") : m_plan(plan)
    {
        network.setHandler([this](const FakeRequest &request) { return answer(request); });
        page = std::make_unique<App::ServicePage>(App::Place{&session, u"p"_s, u"ch"_s, u"clickhouse"_s}, log);
        page->resize(1000, 700);
        page->show();
    }

    FakeAnswer answer(const FakeRequest &request) const
    {
        if (request.path == "/v1/me" && !role.empty())
            return FakeAnswer::json(
                {{"user", {{"user", "ada@example.org"}, {"project_memberships", {{"p", {role}}}}}}});
        if (broken)
            return FakeAnswer::refusal(404, u"Service ch does not exist"_s);
        if (request.path.contains("/integration"))
            return FakeAnswer::json({{"service_integrations", integrations}});
        if (request.path.contains("/db"))
            return FakeAnswer::json({{"databases", Core::Json::array()}});
        return FakeAnswer::json(serviceJson(m_plan));
    }

    [[nodiscard]] bool shows(const QString &text) const
    {
        for (const QLabel *label : page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    [[nodiscard]] QPushButton *visibleButton(const QString &text) const
    {
        for (QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }

    const char *m_plan;
    bool broken = false;
    std::string role; ///< of the user; empty: not told
    Core::Json integrations = Core::Json::array();
    FakeNetwork network;
    App::Session session{
        network, {QUrl(u"https://api.example"_s), Core::Secret(u"some-token"_s), u"Example"_s}, u"cloud"_s, nullptr};
    App::ActivityLog log;
    std::unique_ptr<App::ServicePage> page;
};

} // namespace

void TestServicePage::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
}

void TestServicePage::K12_K16_listsIntegrations()
{
    Fixture fixture;
    fixture.integrations = Core::Json::array({integrationJson(true, 2), integrationJson(false, 0)});
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Ready);
    const auto *table = fixture.page->findChild<App::IntegrationsTable *>();
    QCOMPARE(table->model()->rowCount(), 1); // the candidate is not enabled
    QStringList cells;
    for (int column = 0; column < 5; ++column)
        cells << table->model()->index(0, column).data().toString();
    QCOMPARE(cells,
             (QStringList{u"kafka-demo"_s, u"Reads, writes"_s, u"service_kafka-demo"_s, u"Active"_s, u"None"_s}));
    QSignalSpy edit(fixture.page.get(), &App::ServicePage::editTablesRequested);
    QVERIFY(fixture.visibleButton(u"Edit tables"_s));
    fixture.visibleButton(u"Edit tables"_s)->click();
    QCOMPARE(edit.size(), 1);
    QVERIFY(fixture.visibleButton(u"Set up integration"_s)->isEnabled());
}

void TestServicePage::K31_givesTheIntegrationId()
{
    Fixture fixture;
    fixture.integrations = Core::Json::array({integrationJson(true, 1)});
    fixture.page->refresh();
    auto *const table = fixture.page->findChild<App::IntegrationsTable *>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setCurrentIndex(table->model()->index(0, 0));
    QSignalSpy happened(fixture.page.get(), &App::ServicePage::happened);
    fixture.page->copyCurrentId();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"11111111-2222-3333-4444-555555555555"_s);
    QCOMPARE(happened.constLast().constFirst().toString(),
             u"Integration id 11111111-2222-3333-4444-555555555555 copied"_s); // read aloud and to compare with
}

void TestServicePage::D8_credentialsShowTheirSql()
{
    Core::Json credentials = integrationJson(true, 0);
    credentials["integration_type"] = "clickhouse_credentials";
    credentials["source_service"] = nullptr;
    credentials["source_service_type"] = "external_mysql";
    credentials["source_endpoint_id"] = "e-1";
    credentials["source_endpoint"] = "shop";
    Fixture fixture;
    fixture.integrations = Core::Json::array({credentials});
    fixture.page->refresh();
    QTRY_VERIFY(fixture.visibleButton(u"Show SQL"_s));
    auto *const table = fixture.page->findChild<App::IntegrationsTable *>();
    QVERIFY(table->model()->index(0, App::IntegrationModel::AppearsColumn).data().toString() == "endpoint_shop"_L1);
    QSignalSpy sql(fixture.page.get(), &App::ServicePage::openSqlRequested);
    fixture.visibleButton(u"Show SQL"_s)->click();
    QTRY_VERIFY(fixture.visibleButton(u"Open in SQL pane"_s) &&
                fixture.visibleButton(u"Open in SQL pane"_s)->isEnabled());
    fixture.visibleButton(u"Open in SQL pane"_s)->click();
    QVERIFY(sql.constFirst().constFirst().toString().contains("mysql(`endpoint_shop`"_L1));
}

void TestServicePage::K5_emptyNamesWhatIsAtHand()
{
    Fixture fixture;
    Core::Json otherType = integrationJson(false, 0);
    otherType["integration_type"] = "clickhouse_credentials";
    Core::Json outgoing = integrationJson(false, 0);
    outgoing["integration_type"] = "metrics";
    std::swap(outgoing["source_service"], outgoing["dest_service"]);
    fixture.integrations = Core::Json::array({integrationJson(false, 0), otherType, outgoing});
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Ready);
    QVERIFY(fixture.shows(u"No integrations yet"_s));
    QVERIFY(fixture.shows(u" 1 possible source"_s));
    QSignalSpy setUp(fixture.page.get(), &App::ServicePage::setUpRequested);
    fixture.visibleButton(u"Set up integration"_s)->click();
    QCOMPARE(setUp.size(), 1);
}

void TestServicePage::K4_hobbyistSeesTheGuidesSentence()
{
    Fixture fixture("hobbyist");
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Ready);
    QVERIFY(!fixture.visibleButton(u"Set up integration"_s)->isEnabled());
    QVERIFY(fixture.shows(u"Aiven for ClickHouse service integrations are available for Startup plans and higher."_s));
    QVERIFY(fixture.shows(u"This service: hobbyist."_s));
    QVERIFY(!fixture.page->canSetUp());
}

void TestServicePage::lookOnly()
{
    Fixture fixture;
    fixture.role = "developer";
    QTRY_VERIFY(fixture.shows(
        u"You can look, but changing integrations needs project:integrations:write. Your role: developer. Ask an "
        "admin of the project."_s));
    QTRY_VERIFY(fixture.shows(u"No integrations yet"_s));
    QVERIFY(!fixture.page->canSetUp());
    QVERIFY(!fixture.visibleButton(u"Set up integration"_s)->isEnabled());
}

void TestServicePage::goneSaysSo()
{
    Fixture fixture;
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Ready);
    QSignalSpy gone(fixture.page.get(), &App::ServicePage::gone);
    fixture.broken = true;
    fixture.page->refresh();
    QTRY_VERIFY(fixture.shows(u"ch does not exist any more"_s));
    QCOMPARE(gone.size(), 1);
    QVERIFY(fixture.shows(u"startup-16"_s)); // what was read stays readable
    QTRY_VERIFY(fixture.visibleButton(u"Copy report"_s));
    fixture.visibleButton(u"Copy report"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains("GET /v1/project/p/service/ch"_L1));
}

void TestServicePage::failureOffersRetry()
{
    Fixture fixture;
    fixture.broken = true;
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Failed);
    fixture.broken = false;
    fixture.visibleButton(u"Try again"_s)->click();
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Ready);
}

void TestServicePage::staleKeepsWhatWasRead()
{
    Fixture fixture;
    fixture.integrations = Core::Json::array({integrationJson(true, 1)});
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Ready);
    fixture.broken = true;
    fixture.page->refresh();
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Stale);
    QVERIFY(fixture.shows(u"Not read since"_s));
    QVERIFY(fixture.shows(u"Running at"_s));
    QCOMPARE(fixture.page->findChild<App::IntegrationsTable *>()->model()->rowCount(), 1);
    QVERIFY(!fixture.page->canSetUp());
}

void TestServicePage::everyStopHasAName()
{
    Fixture fixture;
    fixture.integrations = Core::Json::array({integrationJson(true, 1)});
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Ready);
    for (QWidget *widget : fixture.page->findChildren<QWidget *>()) {
        if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible())
            QVERIFY2(!QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty(),
                     widget->metaObject()->className());
    }
}

void TestServicePage::foldsTheDirectionWhenNarrow()
{
    Fixture fixture;
    fixture.integrations = Core::Json::array({integrationJson(true, 1)});
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Ready);
    const auto *table = fixture.page->findChild<App::IntegrationsTable *>();
    fixture.page->resize(Widgets::H(80), Widgets::H(40));
    QTRY_VERIFY(!table->isColumnHidden(1));
    QCOMPARE(table->model()->index(0, 0).data(Widgets::SecondLineRole).toString(), u"Apache Kafka · in this project"_s);
    fixture.page->resize(Widgets::H(64), Widgets::H(40));
    QTRY_VERIFY(table->isColumnHidden(1));
    QCOMPARE(table->model()->index(0, 0).data(Widgets::SecondLineRole).toString(),
             u"Apache Kafka · in this project · reads, writes"_s);
}

void TestServicePage::namesTheLikelyCause_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("K16 source") << u"source"_s << u"Likely cause: the source. Look whether kafka-demo is running"_s;
    QTest::newRow("K16 destination") << u"destination"_s
                                     << u"Likely cause: the destination. Look whether ch is running"_s;
    QTest::newRow("K16 integration") << u"integration"_s << u"Likely cause: the integration's own configuration."_s;
    QTest::newRow("K16 unknown") << u"unknown"_s << u"Broker refused the connection"_s;
}

void TestServicePage::namesTheLikelyCause()
{
    QFETCH(QString, cause);
    QFETCH(QString, sentence);
    Fixture fixture;
    Core::Json integration = integrationJson(true, 1);
    integration["integration_status"] = {{"state",
                                          {{"status", "failed"},
                                           {"errors", {"Broker refused the connection"}},
                                           {"likely_error_cause", Core::toStdString(cause)}}}};
    fixture.integrations = Core::Json::array({integration});
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Ready);
    for (QAction *action : fixture.page->findChildren<QAction *>()) {
        if (action->text() == u"Show error")
            action->trigger();
    }
    QVERIFY(fixture.shows(sentence));
    QVERIFY(fixture.shows(u"Broker refused the connection"_s));
}

void TestServicePage::longErrorsCanBeReadToTheEnd()
{
    Fixture fixture;
    Core::Json integration = integrationJson(true, 1);
    integration["integration_status"] = {{"state",
                                          {{"status", "failed"},
                                           {"errors", {std::string(20'000, 'x') + " at last"}},
                                           {"likely_error_cause", "source"}}}};
    fixture.integrations = Core::Json::array({integration});
    QTRY_COMPARE(fixture.page->state(), App::ServicePage::State::Ready);
    for (QAction *action : fixture.page->findChildren<QAction *>()) {
        if (action->text() == u"Show error")
            action->trigger();
    }
    QVERIFY(fixture.shows(u"Look whether kafka-demo is running"_s)); // the next step stays
    fixture.visibleButton(u"Show details"_s)->click();
    const auto *whole = fixture.page->window()->findChild<QPlainTextEdit *>();
    QVERIFY(whole && whole->toPlainText().contains("x at last"_L1));
}

QTEST_MAIN(TestServicePage)
#include "tst_servicepage.moc"
