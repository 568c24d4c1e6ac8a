// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "app/databases/createdatabasedialog.h"
#include "app/databases/databasemodel.h"
#include "app/databases/databasespage.h"
#include "app/databases/tablereader.h"
#include "app/disconnecting.h"
#include "app/language.h"
#include "rowmenuof.h"
#include "support/fakenetwork.h"
#include "widgets/codeeditor.h"
#include "widgets/style.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using App::DatabasesPage;
using TestSupport::FakeAnswer;
using TestSupport::FakeNetwork;
using TestSupport::FakeRequest;

namespace {

Aiven::Database database(const QString &name, const QString &engine, const QStringList &tables,
                         const QString &tableEngine)
{
    Aiven::Database made{name, engine, {}, name == u"default" || name == u"system", {}};
    for (const QString &table : tables)
        made.tables.append(
            {table, {}, tableEngine, tableEngine == u"Kafka" ? -1 : 1'234, tableEngine == u"Kafka" ? -1 : 5'678, {}});
    return made;
}

QList<Aiven::Database> someDatabases()
{
    return {database(u"system"_s, u"Atomic"_s, {u"tables"_s}, u"SystemTables"_s),
            database(u"service_kafka-demo"_s, u"Atomic"_s, {u"events"_s}, u"Kafka"_s),
            database(u"service_pg-demo_shop_public"_s, u"PostgreSQL"_s, {u"orders"_s}, u"PostgreSQL"_s),
            database(u"default"_s, u"Atomic"_s, {u"desti`nation"_s}, u"MergeTree"_s),
            database(u"mine"_s, u"Atomic"_s, {}, {})};
}

Aiven::Integration integration(const Core::Json &json)
{
    return *Aiven::Integration::fromJson(json);
}

QList<Aiven::Integration> someIntegrations()
{
    return {integration({{"service_integration_id", "kafka-id"},
                         {"integration_type", "clickhouse_kafka"},
                         {"source_service", "kafka-demo"},
                         {"source_service_type", "kafka"},
                         {"dest_service", "ch"},
                         {"user_config", {{"tables", Core::Json::array({{{"name", "events"}}})}}}}),
            integration({{"service_integration_id", "pg-id"},
                         {"integration_type", "clickhouse_postgresql"},
                         {"source_service", "pg-demo"},
                         {"source_service_type", "pg"},
                         {"dest_service", "ch"},
                         {"user_config",
                          {{"databases", Core::Json::array({{{"database", "shop"}, {"schema", "public"}},
                                                            {{"database", "defaultdb"}}})}}}})};
}

FakeAnswer answer(const FakeRequest &request)
{
    if (request.verb != "POST" || !request.path.endsWith("/query"))
        return FakeAnswer::json({{"message", "created"}});
    const std::string sql = request.json().at("query");
    if (sql.find("system.tables") != std::string::npos)
        return FakeAnswer::json(
            {{"meta", Core::Json::array()},
             {"data", Core::Json::array({{"MergeTree", "CREATE TABLE t", "id", "", "", "1234", 5678}})},
             {"summary", Core::Json::object()}});
    return FakeAnswer::json({{"meta", Core::Json::array()},
                             {"data", Core::Json::array({{"id", "UInt64", "", "", "", 1},
                                                         {"at", "DateTime", "DEFAULT", "now()", "when it came", 0}})},
                             {"summary", Core::Json::object()}});
}

/// The tab on a network that answers as told.
struct Fixture
{
    Fixture()
    {
        page.resize(1000, 600);
        page.show();
    }
    void fill()
    {
        page.setIntegrations(someIntegrations());
        page.setDatabases(someDatabases());
    }
    [[nodiscard]] QTreeView *tree() const { return page.findChild<QTreeView *>(); }
    [[nodiscard]] QModelIndex find(const QString &text) const
    {
        return tree()
            ->model()
            ->match(tree()->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }
    [[nodiscard]] bool shows(const QString &text) const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *found : page.findChildren<QPushButton *>()) {
            if (found->isVisible() && found->text() == text)
                return found;
        }
        return nullptr;
    }

    FakeNetwork network{&answer};
    Aiven::Client client{network, {QUrl(u"https://api.example"_s), Core::Secret(u"some-token"_s), u"Example"_s}};
    DatabasesPage page{client, u"p"_s, u"ch"_s};
};

Aiven::ApiError error(Aiven::ApiError::Kind kind, int status)
{
    Aiven::ApiError made;
    made.kind = kind;
    made.httpStatus = status;
    made.host = u"api.example"_s;
    made.layer = Aiven::ApiError::Layer::Connect;
    made.request = u"GET /v1/project/p/service/ch/clickhouse/db"_s;
    return made;
}

} // namespace

/// The tab "Databases" and what it asks the service.
class TestDatabases final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void ordersAndMarksTheSource_data();
    void ordersAndMarksTheSource();
    void explainsADatabase_data();
    void explainsADatabase();
    void showsATable();
    void opensAQueryAndRunsNothing_data();
    void opensAQueryAndRunsNothing();
    void rowsHaveAMenu_data();
    void rowsHaveAMenu();
    void keepsWhatIsOpen();
    void filters();
    void tellsItsState_data();
    void tellsItsState();
    void createsADatabase();
    void refusesNames_data();
    void refusesNames();
    void deletesADatabase();
    void D13_addsAndDeletesDatabasesOfAnIntegration();
    void listsWhatADisconnectErases_data();
    void listsWhatADisconnectErases();
    void tellsWhenATableIsGone();
};

void TestDatabases::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
    App::installTranslations();
}

void TestDatabases::ordersAndMarksTheSource_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::newRow("default") << 0 << u"default"_s << u"Atomic"_s;
    QTest::newRow("one's own") << 1 << u"mine"_s << u"Atomic"_s;
    QTest::newRow("K18 K19 of a Kafka service") << 2 << u"service_kafka-demo"_s << u"Apache Kafka · kafka-demo"_s;
    QTest::newRow("D13 of a PostgreSQL pair") << 3 << u"service_pg-demo_shop_public"_s << u"PostgreSQL · pg-demo"_s;
    QTest::newRow("the server's own") << 4 << u"system"_s << u"Atomic"_s;
}

void TestDatabases::ordersAndMarksTheSource()
{
    QFETCH(int, row);
    App::DatabaseModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set(someDatabases(), someIntegrations());
    QTEST(model.index(row, App::DatabaseModel::NameColumn).data().toString(), "name");
    QTEST(model.index(row, App::DatabaseModel::KindColumn).data().toString(), "kind");
}

void TestDatabases::explainsADatabase_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("action");
    QTest::newRow("K34 Kafka") << u"service_kafka-demo"_s << u"Messages are only read once per consumer group."_s
                               << u"Edit tables"_s;
    QTest::newRow("D12 PostgreSQL") << u"service_pg-demo_shop_public"_s << u"nothing is copied"_s << u"Disconnect…"_s;
    QTest::newRow("one's own") << u"mine"_s << u"A database of your own"_s << u"Delete database…"_s;
    QTest::newRow("needed") << u"default"_s << u"cannot be deleted"_s << QString();
}

void TestDatabases::explainsADatabase()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, action);
    Fixture fixture;
    fixture.fill();
    fixture.tree()->setCurrentIndex(fixture.find(name));
    QVERIFY(fixture.shows(text));
    if (!action.isEmpty())
        QVERIFY(fixture.button(action)->isEnabled());
    else
        QVERIFY(!fixture.button(u"Delete database…"_s)->isEnabled());
    QVERIFY(fixture.network.requests().isEmpty());
}

void TestDatabases::showsATable()
{
    Fixture fixture;
    fixture.fill();
    fixture.tree()->setCurrentIndex(fixture.find(u"desti`nation"_s));
    auto *columns = fixture.page.findChild<QTableView *>();
    QTRY_VERIFY(columns->isVisible());
    QCOMPARE(columns->model()->rowCount(), 2);
    QCOMPARE(columns->model()->index(1, 2).data().toString(), u"DEFAULT now()"_s);
    QVERIFY(fixture.shows(u"MergeTree · 1 234 rows · 5.5 KiB · ORDER BY id"_s) || fixture.shows(u"ORDER BY id"_s));
    const std::string sql = fixture.network.requests().constFirst().json().at("query");
    QVERIFY(sql.find("name = 'desti`nation'") != std::string::npos);
    QCOMPARE(Accessibility::problemsIn(fixture.page),
             QStringList{u"App::DatabasesPage \"\" in no window has no window title"_s});
    Accessibility::Host window(fixture.page);
    QCOMPARE(Accessibility::tabProblemsIn(window).join(u'\n'), QString());
}

void TestDatabases::opensAQueryAndRunsNothing_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("sql");
    QTest::newRow("K33 a Kafka table") << u"events"_s
                                       << u"SELECT *\nFROM `service_kafka-demo`.`events`\nLIMIT 100;\n"_s;
    QTest::newRow("a hostile name") << u"desti`nation"_s
                                    << u"SELECT *\nFROM `default`.`desti\\`nation`\nLIMIT 100;\n"_s;
    QTest::newRow("a database") << u"mine"_s << QString();
}

void TestDatabases::opensAQueryAndRunsNothing()
{
    QFETCH(QString, table);
    QFETCH(QString, sql);
    Fixture fixture;
    fixture.fill();
    QSignalSpy queries(&fixture.page, &DatabasesPage::queryRequested);
    fixture.tree()->setCurrentIndex(fixture.find(table));
    QTest::keyClick(fixture.tree(), Qt::Key_Return);
    QCOMPARE(queries.size(), sql.isEmpty() ? 0 : 1);
    if (!sql.isEmpty())
        QCOMPARE(queries.constFirst().constFirst().toString(), sql);
    for (const FakeRequest &request : fixture.network.requests()) {
        const std::string asked = request.json().at("query");
        QVERIFY2(asked.find("FROM system.") != std::string::npos, asked.c_str()); // never the table itself
    }
}

void TestDatabases::rowsHaveAMenu_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("captions");
    QTest::newRow("a Kafka table") << u"events"_s << QStringList{u"Peek at messages"_s, u"Query"_s};
    QTest::newRow("a database of an integration")
        << u"service_kafka-demo"_s << QStringList{u"Edit tables"_s, u"Disconnect…"_s};
    QTest::newRow("a database of one's own") << u"mine"_s << QStringList{u"Delete database…"_s};
}

void TestDatabases::rowsHaveAMenu()
{
    QFETCH(QString, name);
    QFETCH(QStringList, captions);
    Fixture fixture;
    fixture.fill();
    fixture.tree()->setCurrentIndex(fixture.find(name));
    const QMenu *const menu = TestSupport::rowMenuOf(fixture.tree());
    QVERIFY(menu);
    QCOMPARE(TestSupport::captionsOf(*menu), captions);
}

void TestDatabases::keepsWhatIsOpen()
{
    Fixture fixture;
    fixture.fill();
    fixture.tree()->setCurrentIndex(fixture.find(u"orders"_s));
    fixture.tree()->collapse(fixture.find(u"default"_s));
    QList<Aiven::Database> more = someDatabases();
    more.append(database(u"another"_s, u"Atomic"_s, {u"t"_s}, u"Log"_s));
    fixture.page.setDatabases(more);
    QCOMPARE(fixture.tree()->currentIndex().data().toString(), u"orders"_s);
    QVERIFY(!fixture.tree()->isExpanded(fixture.find(u"default"_s)));
    QVERIFY(fixture.tree()->isExpanded(fixture.find(u"another"_s)));
    QVERIFY(!fixture.tree()->isExpanded(fixture.find(u"system"_s)));
}

void TestDatabases::filters()
{
    Fixture fixture;
    fixture.fill();
    fixture.page.findChild<QLineEdit *>()->setText(u"order"_s);
    QCOMPARE(fixture.tree()->model()->rowCount(), 1);
    QVERIFY(fixture.find(u"orders"_s).isValid());
}

void TestDatabases::tellsItsState_data()
{
    using Kind = Aiven::ApiError::Kind;
    QTest::addColumn<bool>("readBefore");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("loading") << false << -1 << 0 << u"Reading the databases of ch"_s;
    QTest::newRow("empty") << true << -1 << 0 << u"Nothing chosen"_s;
    QTest::newRow("offline") << false << int(Kind::Network) << 0 << u"No connection to api.example"_s;
    QTest::newRow("offline, stale") << true << int(Kind::Network) << 0 << u"No connection to api.example"_s;
    QTest::newRow("no permission") << false << int(Kind::Forbidden) << 403 << u"Aiven does not permit this"_s;
    QTest::newRow("error") << false << int(Kind::Server) << 500 << u"has a problem of its own"_s;
}

void TestDatabases::tellsItsState()
{
    QFETCH(bool, readBefore);
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(QString, words);
    Fixture fixture;
    if (readBefore)
        fixture.page.setDatabases({});
    if (kind >= 0)
        fixture.page.setError(error(Aiven::ApiError::Kind(kind), status));
    QTRY_VERIFY(fixture.shows(words));
    if (kind < 0)
        return;
    QSignalSpy again(&fixture.page, &DatabasesPage::refreshRequested);
    QTRY_VERIFY(fixture.button(u"Try again"_s));
    fixture.button(u"Try again"_s)->click();
    QCOMPARE(again.size(), 1);
}

void TestDatabases::createsADatabase()
{
    Fixture fixture;
    fixture.fill();
    QSignalSpy refresh(&fixture.page, &DatabasesPage::refreshRequested);
    fixture.button(u"Create database…"_s)->click();
    auto *dialog = fixture.page.findChild<App::CreateDatabaseDialog *>();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"a-b"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_COMPARE(refresh.size(), 1);
    QCOMPARE(fixture.network.requests().constLast().line(), "POST /v1/project/p/service/ch/clickhouse/db");
    QVERIFY(fixture.network.requests().constLast().json().at("database") == "a-b");
}

void TestDatabases::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::newRow("reserved") << u"service_x"_s << u"are kept for integrations"_s;
    QTest::newRow("exists") << u"mine"_s << u"exists already"_s;
    QTest::newRow("41 characters") << QString(41, u'x') << u"has 41 characters"_s;
    QTest::newRow("blank") << u"x "_s << u"begins or ends with a blank"_s;
}

void TestDatabases::refusesNames()
{
    QFETCH(QString, name);
    QFETCH(QString, reason);
    Fixture fixture;
    App::CreateDatabaseDialog dialog(fixture.client, u"p"_s, u"ch"_s, {u"mine"_s});
    dialog.show();
    dialog.findChild<QLineEdit *>()->setText(name);
    bool told = false;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        told = told || label->text().contains(reason);
    QVERIFY(told);
    QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QVERIFY(fixture.network.requests().isEmpty());
}

void TestDatabases::deletesADatabase()
{
    Fixture fixture;
    fixture.fill();
    QSignalSpy refresh(&fixture.page, &DatabasesPage::refreshRequested);
    fixture.tree()->setCurrentIndex(fixture.find(u"mine"_s));
    fixture.button(u"Delete database…"_s)->click();
    auto *dialog = fixture.page.findChild<App::EraseDialog *>();
    QVERIFY(dialog);
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return); // not typed yet
    QVERIFY(dialog->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"mine"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_COMPARE(refresh.size(), 1);
    QCOMPARE(fixture.network.requests().constLast().line(), "DELETE /v1/project/p/service/ch/clickhouse/db/mine");
}

void TestDatabases::D13_addsAndDeletesDatabasesOfAnIntegration()
{
    Fixture fixture;
    fixture.fill();
    fixture.tree()->setCurrentIndex(fixture.find(u"service_pg-demo_shop_public"_s));
    QSignalSpy add(&fixture.page, &DatabasesPage::addPairRequested);
    QSignalSpy remove(&fixture.page, &DatabasesPage::removePairRequested);
    QSignalSpy setUp(&fixture.page, &DatabasesPage::setUpRequested);
    fixture.button(u"Add a database…"_s)->click();
    QCOMPARE(add.constFirst(), QVariantList{u"pg-id"_s});
    fixture.button(u"Delete database…"_s)->click();
    QCOMPARE(remove.constFirst(), (QVariantList{u"pg-id"_s, u"service_pg-demo_shop_public"_s}));
    fixture.button(u"Set up integration"_s)->click();
    QCOMPARE(setUp.size(), 1);
    fixture.page.setBlocked(u"Powered off: integrations cannot be changed."_s);
    QVERIFY(!fixture.button(u"Set up integration"_s)->isEnabled());
    QVERIFY(fixture.button(u"Set up integration"_s)->toolTip().contains("Powered off"_L1));
    QList<Aiven::Integration> one = someIntegrations();
    one[1].userConfig["databases"].erase(1);
    fixture.page.setIntegrations(one); // the last one goes with its integration
    fixture.tree()->setCurrentIndex(fixture.find(u"mine"_s));
    fixture.tree()->setCurrentIndex(fixture.find(u"service_pg-demo_shop_public"_s));
    QVERIFY(!fixture.button(u"Delete database…"_s)->isEnabled());
    QVERIFY(fixture.shows(u"The last database of an integration goes when it is disconnected."_s));
}

void TestDatabases::listsWhatADisconnectErases_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<bool>("listed");
    QTest::addColumn<QStringList>("erased");
    QTest::newRow("K18 Kafka") << 0 << true << QStringList{u"service_kafka-demo"_s, u"service_kafka-demo.events"_s};
    QTest::newRow("K18 Kafka, databases not read")
        << 0 << false << QStringList{u"service_kafka-demo"_s, u"service_kafka-demo.events"_s};
    QTest::newRow("D13 PostgreSQL") << 1 << true
                                    << QStringList{u"service_pg-demo_shop_public"_s,
                                                   u"service_pg-demo_shop_public.orders"_s,
                                                   u"service_pg-demo_defaultdb_public"_s};
}

void TestDatabases::listsWhatADisconnectErases()
{
    QFETCH(int, which);
    QFETCH(bool, listed);
    QFETCH(QStringList, erased);
    const App::Erasure what =
        App::disconnecting(someIntegrations().at(which), u"ch"_s, listed ? someDatabases() : QList<Aiven::Database>());
    QCOMPARE(what.list, erased);
    QVERIFY(what.sentence.contains(u"1 table and its configuration"));
    QVERIFY(what.sentence.contains(u"Your destination tables stay."));
    App::EraseDialog dialog(what);
    QCOMPARE(dialog.findChild<QListWidget *>()->count(), int(erased.size()));
}

void TestDatabases::tellsWhenATableIsGone()
{
    Fixture fixture;
    fixture.network.setHandler([](const FakeRequest &) {
        return FakeAnswer::json(
            {{"meta", Core::Json::array()}, {"data", Core::Json::array()}, {"summary", Core::Json::object()}});
    });
    fixture.fill();
    fixture.tree()->setCurrentIndex(fixture.find(u"orders"_s));
    QTRY_VERIFY(fixture.shows(u"This table is not there any more"_s));
}

QTEST_MAIN(TestDatabases)
#include "tst_databases.moc"
