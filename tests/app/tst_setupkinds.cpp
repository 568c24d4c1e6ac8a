// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "app/setup/pairseditor.h"
#include "setupscene.h"
#include "widgets/codeeditor.h"
#include "widgets/rowdelegate.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace TestSupport;

class TestSetUpKinds : public QObject
{
    Q_OBJECT

private slots:
    void D1_D14_D17_postgresOffersBoth();
    void D13_databasesBeforeAndAfter();
    void D13_pairs();
    void D2_D16_D18_mysqlCredentialsOnly();
    void D8_D10_credentialsGiveSql();
    void D9_test_data();
    void D9_test();
    void D3_observabilityFromTheSchema();
    void D5_badges();
    void D6_D12_directionInWords();
};

void TestSetUpKinds::D1_D14_D17_postgresOffersBoth()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(!scene.card(u"Managed databases"_s)); // Apache Kafka: nothing to choose
    QVERIFY(scene.chooseKind(u"PostgreSQL"_s));
    QVERIFY(scene.card(u"Managed databases"_s)->isChecked());
    QVERIFY(scene.card(u"Managed credentials"_s)->isEnabled());
    QVERIFY(scene.shows(
        u"External PostgreSQL data sources (endpoints) support both the managed credentials and the managed databases."_s));
    QTest::mouseClick(scene.card(u"Managed credentials"_s), Qt::LeftButton);
    QTRY_COMPARE(scene.list(u"Source"_s)->currentIndex().data().toString(), u"shop-pg"_s);
    QVERIFY(scene.shows(u"Creates collection endpoint_shop-pg"_s));
    QCOMPARE(Accessibility::problemsIn(*scene.dialog).join(u'\n'), QString());
    QCOMPARE(Accessibility::tabProblemsIn(*scene.dialog).join(u'\n'), QString());
}

void TestSetUpKinds::D13_databasesBeforeAndAfter()
{
    FakeProject project;
    project.databases = {u"service_pg-demo_defaultdb_public"_s, u"service_pg-demo_shop_sales-2"_s};
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(scene.chooseKind(u"PostgreSQL"_s));
    scene.click(u"Add a database"_s);
    QVERIFY(!scene.isReady(u"Enable"_s)); // an empty row
    auto *const edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(edit && edit->accessibleName() == "PostgreSQL database 2"_L1);
    edit->setText(u"shop"_s);
    for (auto *schema : scene.dialog->findChildren<QLineEdit *>()) {
        if (schema->accessibleName() == "Schema 2"_L1)
            schema->setText(u"sales-2"_s);
    }
    QVERIFY(scene.shows(u"`service_pg-demo_defaultdb_public`, `service_pg-demo_shop_sales-2`"_s));
    QVERIFY(scene.isReady(u"Enable"_s));
    QCOMPARE(Accessibility::tabProblemsIn(*scene.dialog).join(u'\n'), QString());
    QSignalSpy databases(scene.dialog, &App::SetUpDialog::databasesRequested);
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.isReady(u"Show databases"_s));
    QCOMPARE(Core::toText(project.wanted["user_config"]),
             R"({"databases":[{"database":"defaultdb","schema":"public"},{"database":"shop","schema":"sales-2"}]})");
    QVERIFY(scene.shows(u"`service_pg-demo_shop_sales-2` were created"_s));
    scene.click(u"Show databases"_s);
    QCOMPARE(databases.size(), 1);
}

void TestSetUpKinds::D13_pairs()
{
    App::PairsEditor pairs;
    pairs.setWindowTitle(u"Databases"_s);
    pairs.show();
    QPushButton *const add = buttonIn(&pairs, u"Add a database"_s);
    for (int i = 0; i < 20; ++i)
        add->click();
    QVERIFY(!add->isEnabled());
    QCOMPARE(pairs.config()["databases"].size(), 10U);
    QVERIFY(pairs.problem().contains("Every row"_L1));
    int number = 0;
    for (auto *edit : pairs.findChildren<QLineEdit *>())
        edit->setText(u"n%1"_s.arg(number++));
    QCOMPARE(pairs.problem(), QString());
    for (auto *edit : pairs.findChildren<QLineEdit *>())
        edit->setText(u"same"_s);
    QCOMPARE(pairs.problem(), u"same with schema same is listed twice."_s);
    pairs.findChildren<QLineEdit *>().constFirst()->setText(QString(64, u'a'));
    QVERIFY(pairs.problem().contains("63"_L1));
    pairs.setKnownDatabases({u"shop"_s});
    QCOMPARE(Accessibility::problemsIn(pairs).join(u'\n'), QString());
}

void TestSetUpKinds::D2_D16_D18_mysqlCredentialsOnly()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(scene.chooseKind(u"MySQL"_s));
    QVERIFY(!scene.card(u"Managed databases"_s)->isEnabled());
    QVERIFY(scene.card(u"Managed credentials"_s)->isChecked());
    QVERIFY(
        scene.shows(u"External MySQL data sources (endpoints) support the managed credentials integration only."_s));
    QVERIFY(scene.chooseKind(u"Amazon S3"_s));
    QVERIFY(!scene.card(u"Managed databases"_s)); // nothing to choose
    QVERIFY(scene.chooseKind(u"PostgreSQL"_s));
    QVERIFY(scene.card(u"Managed databases"_s)->isEnabled());
}

void TestSetUpKinds::D8_D10_credentialsGiveSql()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(scene.chooseKind(u"MySQL"_s));
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.shows(u"The credentials are stored as the named collection `endpoint_shop-mysql`."_s));
    auto *const view = scene.child<Widgets::SqlEditor>();
    QCOMPARE(view->text(), u"SELECT *\nFROM mysql(`endpoint_shop-mysql`, database = 'defaultdb', table = 'my_table')\n"
                           "LIMIT 100"_s);
    scene.child<QTabBar>()->setCurrentIndex(1);
    QVERIFY(view->text().startsWith("CREATE TABLE `default`.`my_table`\nENGINE = MySQL(`endpoint_shop-mysql`"_L1));
    QSignalSpy query(scene.dialog, &App::SetUpDialog::queryRequested);
    QCOMPARE(Accessibility::problemsIn(*scene.dialog).join(u'\n'), QString());
    QCOMPARE(Accessibility::tabProblemsIn(*scene.dialog).join(u'\n'), QString());
    scene.click(u"Open in SQL pane"_s);
    QCOMPARE(query.size(), 1);
}

void TestSetUpKinds::D9_test_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("good") << 200 << QString() << u"Connection works"_s;
    QTest::newRow("name") << 400 << u"Code: 614. DB::Exception: Unknown MySQL server host 'nowhere' (-2)"_s
                          << u"The host's name is not known."_s;
    QTest::newRow("network") << 400
                             << u"Code: 1000. DB::Exception: Can't connect to server on 'db' (111 Connection refused)"_s
                             << u"The host does not answer."_s;
    QTest::newRow("TLS") << 400 << u"could not connect: SSL error: certificate verify failed"_s
                         << u"No secure connection."_s;
    QTest::newRow("password") << 400 << u"FATAL: password authentication failed for user \"reader\""_s
                              << u"User or password are wrong."_s;
    QTest::newRow("grants") << 400 << u"ERROR: permission denied for table orders"_s
                            << u"The user has no right to read."_s;
    QTest::newRow("collection") << 400 << u"Code: 669. DB::Exception: There is no named collection `x`"_s
                                << u"ClickHouse does not find this named collection."_s;
    QTest::newRow("offline") << 0 << QString() << u"No connection to api.example.org"_s;
}

void TestSetUpKinds::D9_test()
{
    QFETCH(const int, status);
    QFETCH(const QString, message);
    QFETCH(const QString, verdict);
    FakeProject project;
    const QByteArray line = "POST /v1/project/sandbox/service/clickhouse-demo/clickhouse/query";
    project.answerNext(line, status == 0 ? FakeAnswer::cut(QNetworkReply::HostNotFoundError)
                             : status == 200
                                 ? FakeAnswer::json({{"meta", Core::Json::array()}, {"data", Core::Json::array()}})
                                 : FakeAnswer::refusal(status, message));
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(scene.chooseKind(u"MySQL"_s));
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.isReady(u"Test connection"_s));
    scene.click(u"Test connection"_s);
    QTRY_VERIFY(scene.shows(verdict));
    const QByteArray sent = project.network.requests().constLast().body;
    QVERIFY(sent.contains("SELECT 1 FROM mysql(`endpoint_shop-mysql`"));
    QVERIFY(scene.isReady(u"Test connection"_s));
}

void TestSetUpKinds::D3_observabilityFromTheSchema()
{
    FakeProject project;
    for (Core::Json &type : project.types) {
        if (type["integration_type"] == "datadog")
            type["user_config_schema"] = *Core::parseJson(
                R"({"type": "object", "properties": {"max_jmx_metrics": {"title": "Max JMX metrics", "type": "integer",
                    "minimum": 10}}})");
    }
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(scene.chooseKind(u"Datadog"_s));
    QVERIFY(scene.shows(u"Target"_s));
    auto *const field = fieldIn<QLineEdit>(scene.dialog, u"Max JMX metrics"_s);
    QVERIFY(field);
    field->setText(u"5"_s);
    scene.click(u"Enable"_s);
    QVERIFY(scene.shows(u"5 is less than the minimum of 10"_s));
    QCOMPARE(project.network.count("POST"), 0);
    field->setText(u"50"_s);
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.shows(u"Datadog to dd is active. Nothing appears in ClickHouse."_s));
    QCOMPARE(Core::textAt(project.wanted, "source_service"), u"clickhouse-demo"_s);
    QCOMPARE(Core::textAt(project.wanted, "dest_endpoint_id"), u"e-4"_s);
    QCOMPARE(Core::toText(project.wanted["user_config"]), R"({"max_jmx_metrics":50})");
}

void TestSetUpKinds::D5_badges()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    const QAbstractItemModel *const model = scene.list(u"Source"_s)->model();
    QStringList badges;
    for (int row = 0; row < model->rowCount(); ++row)
        badges += model->index(row, 0).data(Widgets::PillsRole).toStringList();
    QCOMPARE(badges, QStringList({u"in Aiven"_s, u"in Aiven"_s, u"external"_s}));
}

void TestSetUpKinds::D6_D12_directionInWords()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(scene.shows(u"reads"_s) && scene.shows(u"writes"_s));
    QVERIFY(scene.chooseKind(u"PostgreSQL"_s));
    QVERIFY(scene.shows(u"reads"_s) && !scene.shows(u"writes"_s));
    QVERIFY(scene.shows(u"a live view of the remote database. Nothing is copied."_s));
    QVERIFY(scene.chooseKind(u"Datadog"_s));
    QVERIFY(scene.shows(u"sends"_s) && !scene.shows(u"reads"_s));
}

QTEST_MAIN(TestSetUpKinds)
#include "tst_setupkinds.moc"
