// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "app/integration/pairs.h"
#include "app/integration/settingsdialog.h"
#include "app/language.h"
#include "fakeproject.h"
#include "shownwindow.h"
#include "widgets/style.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace TestSupport;
using App::SettingsDialog;

namespace {

Core::Json pairs(std::initializer_list<std::pair<const char *, const char *>> list)
{
    Core::Json made = Core::Json::array();
    for (const auto &[database, schema] : list)
        made.push_back({{"database", database}, {"schema", schema}});
    return {{"databases", made}};
}

/// The dialog over an integration of the fake project.
struct Scene
{
    explicit Scene(FakeProject &project, const QString &other = u"pg-demo"_s)
        : client(project.client())
        , dialog(new SettingsDialog(client, {u"sandbox"_s, u"clickhouse-demo"_s, u"i-1"_s, other}, {listed()}))
    {
        dialog->open();
    }
    ~Scene() { delete dialog; }

    static Aiven::Database listed()
    {
        return {u"service_pg-demo_defaultdb_public"_s, u"PostgreSQL"_s, {}, false, QList<Aiven::DatabaseTable>(3)};
    }
    [[nodiscard]] QPushButton *button(const QString &caption) const { return buttonIn(dialog, caption); }
    [[nodiscard]] bool shows(const QString &text) const { return showsText(dialog, text); }
    [[nodiscard]] bool can(const QString &caption) const { return button(caption) && button(caption)->isEnabled(); }
    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        for (auto *edit : dialog->findChildren<QLineEdit *>()) {
            if (edit->isVisible() && Accessibility::nameOf(edit) == name)
                return edit;
        }
        return nullptr;
    }
    void type(const QString &name, const QString &text) const
    {
        QTRY_VERIFY2(field(name), qPrintable(name));
        field(name)->selectAll();
        QTest::keyClicks(field(name), text);
    }
    void empty(const QString &name) const
    {
        QTRY_VERIFY2(field(name), qPrintable(name));
        field(name)->selectAll();
        QTest::keyClick(field(name), Qt::Key_Delete);
    }
    /// "service_pg-demo_shop_public added", one line for each change.
    [[nodiscard]] QStringList changes() const
    {
        QStringList rows;
        for (auto *view : dialog->findChildren<QAbstractItemView *>()) {
            if (!view->isVisible() || view->accessibleName() != "Changes"_L1)
                continue;
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                QStringList cells;
                for (int column = 0; column < 3; ++column)
                    cells << view->model()->index(row, column).data().toString();
                rows << cells.join(u" | ");
            }
        }
        return rows;
    }

    Aiven::Client client;
    QPointer<SettingsDialog> dialog;
};

void makePostgres(FakeProject &project, const Core::Json &config)
{
    project.exists = true;
    project.wanted = {{"integration_type", "clickhouse_postgresql"},
                      {"source_service", "pg-demo"},
                      {"source_service_type", "pg"},
                      {"dest_service", "clickhouse-demo"},
                      {"dest_service_type", "clickhouse"},
                      {"user_config", config}};
    project.databases = {u"service_pg-demo_defaultdb_public"_s, u"service_pg-demo_shop_public"_s};
}

} // namespace

/// Settings of an integration after Enable.
class TestIntegrationSettings final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void D13_addsADatabase();
    void D13_erasesADatabaseAfterATick();
    void D13_beginsWithOneMoreOrOneLess();
    void keepsWhatItDoesNotKnow();
    void D3_changesSettingsFromTheSchema();
    void putsTheDefaultInPlaceOfNothing();
    void changedByAnother_data();
    void changedByAnother();
    void refusalStandsAtItsField();
    void states_data();
    void states();
    void blocked_data();
    void blocked();
    void offlineAndBack();
    void closedWhileItIsSent();
    void mergesPairs_data();
    void mergesPairs();
};

void TestIntegrationSettings::initTestCase()
{
    App::installTranslations();
    QApplication::setStyle(new Widgets::HeadgateStyle);
}

void TestIntegrationSettings::D13_addsADatabase()
{
    FakeProject project;
    makePostgres(project, pairs({{"defaultdb", "public"}}));
    Scene scene(project);
    QSignalSpy applied(scene.dialog, &SettingsDialog::applied);
    QTRY_VERIFY(scene.shows(u"Nothing to apply"_s));
    QVERIFY(!scene.can(u"Apply 0 changes"_s));
    QTRY_VERIFY(scene.can(u"Add a database"_s));
    scene.button(u"Add a database"_s)->click();
    QVERIFY(scene.changes().isEmpty() || !scene.can(u"Apply 1 change"_s)); // its name is missing
    scene.type(u"PostgreSQL database 2"_s, u"shop"_s);
    QTRY_COMPARE(scene.changes(), QStringList{u"service_pg-demo_shop_public added |  | shows shop, schema public"_s});
    QCOMPARE(Accessibility::problemsIn(*scene.dialog).join(u'\n'), QString());
    QTRY_VERIFY(scene.can(u"Apply 1 change"_s));
    scene.button(u"Apply 1 change"_s)->click();
    QTRY_COMPARE(applied.size(), 1);
    QCOMPARE(Core::toText(project.wanted["user_config"]),
             Core::toText(pairs({{"defaultdb", "public"}, {"shop", "public"}})));
    QTRY_VERIFY(!scene.dialog);
    QCOMPARE(project.network.count("PUT"), 1);
}

void TestIntegrationSettings::D13_erasesADatabaseAfterATick()
{
    FakeProject project;
    makePostgres(project, pairs({{"defaultdb", "public"}, {"shop", "public"}}));
    Scene scene(project);
    QTRY_VERIFY(scene.field(u"Schema 2"_s));
    QToolButton *remove = nullptr;
    for (auto *one : scene.dialog->findChildren<QToolButton *>()) {
        if (one->accessibleName() == "Remove database 1"_L1)
            remove = one;
    }
    QVERIFY(remove);
    remove->click();
    QTRY_COMPARE(scene.changes(), QStringList{u"service_pg-demo_defaultdb_public removed | 3 tables | dropped"_s});
    QVERIFY(scene.shows(u"Erased from ClickHouse: service_pg-demo_defaultdb_public."_s));
    QVERIFY(scene.shows(u"The data in PostgreSQL stays."_s));
    QVERIFY(!scene.can(u"Apply 1 change"_s)); // until somebody has read that
    scene.dialog->findChild<QCheckBox *>()->click();
    QVERIFY(scene.can(u"Apply 1 change"_s));
    scene.button(u"Apply 1 change"_s)->click();
    QTRY_VERIFY(!scene.dialog);
    QCOMPARE(Core::toText(project.wanted["user_config"]), Core::toText(pairs({{"shop", "public"}})));
}

void TestIntegrationSettings::D13_beginsWithOneMoreOrOneLess()
{
    FakeProject project;
    makePostgres(project, pairs({{"defaultdb", "public"}, {"shop", "public"}}));
    {
        Scene scene(project);
        scene.dialog->addDatabase();
        QTRY_VERIFY(scene.field(u"PostgreSQL database 3"_s));
        QVERIFY(scene.field(u"PostgreSQL database 3"_s)->text().isEmpty());
        QVERIFY(!scene.field(u"PostgreSQL database 3"_s)->property("bad").toBool()); // nobody was asked yet
    }
    Scene scene(project);
    scene.dialog->removeDatabase(u"service_pg-demo_shop_public"_s);
    QTRY_VERIFY(scene.shows(u"Erased from ClickHouse: service_pg-demo_shop_public."_s));
}

void TestIntegrationSettings::keepsWhatItDoesNotKnow()
{
    Core::Json config = pairs({{"defaultdb", "public"}});
    config["databases"][0]["tomorrow"] = 1;
    config["more"] = {{"b", 1}, {"a", 18446744073709551615U}};
    FakeProject project;
    makePostgres(project, config);
    Scene scene(project);
    scene.dialog->addDatabase();
    scene.type(u"PostgreSQL database 2"_s, u"shop"_s);
    QTRY_VERIFY(scene.can(u"Apply 1 change"_s));
    scene.button(u"Apply 1 change"_s)->click();
    QTRY_VERIFY(!scene.dialog);
    config["databases"].push_back({{"database", "shop"}, {"schema", "public"}});
    QCOMPARE(Core::toText(project.wanted["user_config"]), Core::toText(config));
}

namespace {

void makeDatadog(FakeProject &project, const Core::Json &config)
{
    project.exists = true;
    project.types = Core::Json::parse(R"([{"integration_type": "datadog", "source_service_types": ["clickhouse"],
        "dest_service_types": ["datadog"], "user_config_schema": {"type": "object", "properties": {
            "datadog_tags": {"title": "Tags", "type": "array", "items": {"type": "object", "properties": {"tag": {"type": "string"}}}},
            "max_jmx_metrics": {"title": "Maximum number of JMX metrics", "type": "integer", "minimum": 10, "default": 2000},
            "prefix": {"title": "Prefix", "type": "string", "maxLength": 5}}}}])");
    project.wanted = {{"integration_type", "datadog"},
                      {"source_service", "clickhouse-demo"},
                      {"dest_endpoint_id", "e-4"},
                      {"dest_endpoint", "dd"},
                      {"user_config", config}};
}

} // namespace

void TestIntegrationSettings::D3_changesSettingsFromTheSchema()
{
    FakeProject project;
    makeDatadog(project, {{"max_jmx_metrics", 500}});
    Scene scene(project, u"dd"_s);
    scene.type(u"Maximum number of JMX metrics"_s, u"700"_s);
    QTRY_COMPARE(scene.changes(), QStringList{u"max_jmx_metrics setting changed | 500 | 700"_s});
    scene.button(u"Apply 1 change"_s)->click();
    QTRY_VERIFY(!scene.dialog); // nothing to wait for: no database is made
    QCOMPARE(Core::toText(project.wanted["user_config"]), Core::toText({{"max_jmx_metrics", 700}}));
}

void TestIntegrationSettings::putsTheDefaultInPlaceOfNothing()
{
    FakeProject project;
    makeDatadog(project, {{"max_jmx_metrics", 500}, {"prefix", "aaa"}});
    Scene scene(project, u"dd"_s);
    scene.empty(u"Prefix"_s); // has no default: what is not sent stays on Aiven
    QTRY_VERIFY(scene.shows(u"Aiven does not forget Prefix once it is set"_s));
    QVERIFY(!scene.can(u"Apply 1 change"_s));
    scene.type(u"Prefix"_s, u"aaa"_s);
    scene.empty(u"Maximum number of JMX metrics"_s);
    QTRY_COMPARE(scene.changes(), QStringList{u"max_jmx_metrics setting changed | 500 | 2000"_s});
    scene.button(u"Apply 1 change"_s)->click();
    QTRY_VERIFY(!scene.dialog);
    QCOMPARE(project.wanted["user_config"]["max_jmx_metrics"].get<int>(), 2000);
}

void TestIntegrationSettings::changedByAnother_data()
{
    QTest::addColumn<QString>("decision");
    QTest::addColumn<QByteArray>("end");
    const auto row = [](const char *name, const QString &decision, const Core::Json &end) {
        QTest::newRow(name) << decision << Core::toText(end);
    };
    row("N-47 merge", u"Merge"_s, pairs({{"defaultdb", "public"}, {"theirs", "public"}, {"shop", "public"}}));
    row("N-47 overwrite", u"Overwrite theirs"_s, pairs({{"defaultdb", "public"}, {"shop", "public"}}));
    row("N-47 reload", u"Reload"_s, pairs({{"defaultdb", "public"}, {"theirs", "public"}}));
}

void TestIntegrationSettings::changedByAnother()
{
    QFETCH(QString, decision);
    QFETCH(QByteArray, end);
    FakeProject project;
    makePostgres(project, pairs({{"defaultdb", "public"}}));
    project.databases << u"service_pg-demo_theirs_public"_s;
    Scene scene(project);
    scene.dialog->addDatabase();
    scene.type(u"PostgreSQL database 2"_s, u"shop"_s);
    project.wanted["user_config"] = pairs({{"defaultdb", "public"}, {"theirs", "public"}});
    QTRY_VERIFY(scene.can(u"Apply 1 change"_s));
    scene.button(u"Apply 1 change"_s)->click();
    QTRY_VERIFY(scene.shows(u"These settings changed on Aiven since you opened them."_s));
    QCOMPARE(project.network.count("PUT"), 0);
    scene.button(decision)->click();
    if (decision == "Reload"_L1) {
        QTRY_VERIFY(scene.shows(u"Nothing to apply"_s));
    } else {
        if (auto *const tick = scene.dialog->findChild<QCheckBox *>(); tick->isVisible())
            tick->click(); // theirs will be erased
        QPushButton *const apply = scene.button(decision == "Merge"_L1 ? u"Apply 1 change"_s : u"Apply 2 changes"_s);
        QVERIFY(apply && apply->isEnabled());
        apply->click();
        QTRY_VERIFY(!scene.dialog);
    }
    QCOMPARE(Core::toText(project.wanted["user_config"]), end);
}

void TestIntegrationSettings::refusalStandsAtItsField()
{
    FakeProject project;
    makePostgres(project, pairs({{"defaultdb", "public"}}));
    project.answerNext(
        "PUT /v1/project/sandbox/integration/i-1",
        FakeAnswer::refusal(
            400, u"Invalid input for user_config.databases[1].database: the database 'shop' does not exist"_s));
    Scene scene(project);
    scene.dialog->addDatabase();
    scene.type(u"PostgreSQL database 2"_s, u"shop"_s);
    QTRY_VERIFY(scene.can(u"Apply 1 change"_s));
    scene.button(u"Apply 1 change"_s)->click();
    QTRY_VERIFY(scene.shows(u"Aiven refused what was sent (400)."_s));
    QTRY_VERIFY(scene.field(u"PostgreSQL database 2"_s)->property("bad").toBool());
    QVERIFY(!scene.field(u"PostgreSQL database 1"_s)->property("bad").toBool());
    QCOMPARE(scene.field(u"PostgreSQL database 2"_s)->text(), u"shop"_s);
    QVERIFY(scene.can(u"Copy report"_s));
}

void TestIntegrationSettings::states_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("button");
    const auto list = [](const Core::Json &integrations) {
        return FakeAnswer::json({{"service_integrations", integrations}});
    };
    QTest::newRow("loading") << FakeAnswer::hang() << u"Reading the settings…"_s << u"Cancel"_s;
    QTest::newRow("error") << FakeAnswer::refusal(500, u"out of memory"_s) << u"out of memory"_s << u"Try again"_s;
    QTest::newRow("N-01 offline") << FakeAnswer::cut(QNetworkReply::ConnectionRefusedError) << u"refused"_s
                                  << u"Try again"_s;
    QTest::newRow("N-19 gone") << list(Core::Json::array()) << u"This integration does not exist any more"_s
                               << u"Cancel"_s;
}

void TestIntegrationSettings::states()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(QString, text);
    QFETCH(QString, button);
    FakeProject project;
    makePostgres(project, pairs({{"defaultdb", "public"}}));
    for (int i = 0; i < 3; ++i) // a GET is repeated
        project.answerNext("GET /v1/project/sandbox/service/clickhouse-demo/integration", answer);
    Scene scene(project);
    QTRY_VERIFY(scene.shows(text));
    QTRY_VERIFY(scene.can(button));
    QVERIFY(!scene.button(u"Apply 0 changes"_s));
    QCOMPARE(Accessibility::problemsIn(*scene.dialog).join(u'\n'), QString());
    if (button == "Try again"_L1) {
        scene.button(button)->click();
        QTRY_VERIFY(scene.field(u"Schema 1"_s));
    } else {
        scene.button(button)->click();
        QTRY_VERIFY(!scene.dialog);
    }
}

void TestIntegrationSettings::blocked_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no permission")
        << u"developer"_s << u"RUNNING"_s
        << u"You can look, but changing integrations needs project:integrations:write. Your role: developer."_s;
    QTest::newRow("powered off") << u"admin"_s << u"POWEROFF"_s << u"Powered off: integrations cannot be changed."_s;
}

void TestIntegrationSettings::blocked()
{
    QFETCH(QString, role);
    QFETCH(QString, state);
    QFETCH(QString, reason);
    FakeProject project;
    makePostgres(project, pairs({{"defaultdb", "public"}}));
    project.roles = Core::Json::array({Core::toStdString(role)});
    project.service("clickhouse-demo")["state"] = Core::toStdString(state);
    Scene scene(project);
    scene.dialog->addDatabase();
    scene.type(u"PostgreSQL database 2"_s, u"shop"_s);
    QTRY_VERIFY(scene.shows(reason));
    QVERIFY(!scene.can(u"Apply 1 change"_s));
}

void TestIntegrationSettings::offlineAndBack()
{
    FakeProject project;
    makePostgres(project, pairs({{"defaultdb", "public"}}));
    project.timing.probe = std::chrono::milliseconds(5);
    Scene scene(project);
    scene.dialog->addDatabase();
    scene.type(u"PostgreSQL database 2"_s, u"shop"_s);
    QTRY_VERIFY(scene.can(u"Apply 1 change"_s));
    project.isOffline = true;
    scene.button(u"Apply 1 change"_s)->click();
    QTRY_VERIFY(scene.shows(u"No connection to api.example.org"_s));
    QTRY_VERIFY(scene.shows(u"No connection"_s) && !scene.can(u"Apply 1 change"_s));
    QCOMPARE(scene.field(u"PostgreSQL database 2"_s)->text(), u"shop"_s);
    project.isOffline = false;
    QTRY_VERIFY(scene.can(u"Apply 1 change"_s)); // by itself
    scene.button(u"Apply 1 change"_s)->click();
    QTRY_VERIFY(!scene.dialog);
    QCOMPARE(project.wanted["user_config"]["databases"].size(), 2U);
}

void TestIntegrationSettings::closedWhileItIsSent()
{
    FakeProject project;
    makePostgres(project, pairs({{"defaultdb", "public"}}));
    project.databases = {u"service_pg-demo_defaultdb_public"_s}; // the new one takes its time
    Scene scene(project);
    QSignalSpy applied(scene.dialog, &SettingsDialog::applied);
    scene.dialog->addDatabase();
    scene.type(u"PostgreSQL database 2"_s, u"shop"_s);
    QTRY_VERIFY(scene.can(u"Apply 1 change"_s));
    scene.button(u"Apply 1 change"_s)->click();
    QTRY_VERIFY(scene.shows(u"Databases visible: 1 of 2"_s));
    scene.button(u"Close"_s)->click();
    QVERIFY(scene.dialog && scene.dialog->isHidden());
    project.databases << u"service_pg-demo_shop_public"_s;
    QTRY_COMPARE(applied.size(), 1);
    QTRY_VERIFY(!scene.dialog);
}

void TestIntegrationSettings::mergesPairs_data()
{
    QTest::addColumn<QByteArray>("loaded");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("merged");
    const auto row = [](const char *name, const Core::Json &loaded, const Core::Json &mine, const Core::Json &theirs,
                        const Core::Json &merged) {
        QTest::newRow(name) << Core::toText(loaded) << Core::toText(mine) << Core::toText(theirs)
                            << Core::toText(merged);
    };
    const Core::Json a = pairs({{"a", "s"}});
    const Core::Json ab = pairs({{"a", "s"}, {"b", "s"}});
    const Core::Json ac = pairs({{"a", "s"}, {"c", "s"}});
    row("both added", a, ab, ac, pairs({{"a", "s"}, {"c", "s"}, {"b", "s"}}));
    row("both added the same", a, ab, ab, ab);
    row("I removed, they added", ab, a, pairs({{"a", "s"}, {"b", "s"}, {"c", "s"}}), ac);
    row("both removed the same", ab, a, a, a);
    row("from the default", Core::Json::object(), pairs({{"defaultdb", "public"}, {"x", "s"}}), Core::Json::object(),
        {{"databases", Core::Json::array({Core::Json::object(), {{"database", "x"}, {"schema", "s"}}})}});
}

void TestIntegrationSettings::mergesPairs()
{
    QFETCH(QByteArray, loaded);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, merged);
    QCOMPARE(Core::toText(App::mergedPairs(*Core::parseJson(loaded), *Core::parseJson(mine), *Core::parseJson(theirs))),
             merged);
}

QTEST_MAIN(TestIntegrationSettings)
#include "tst_integrationsettings.moc"
