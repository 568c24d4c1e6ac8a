// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/kafkatablecheck.h"
#include "app/sql/resultexport.h"
#include "app/sql/sqljournal.h"
#include "app/sql/sqlpane.h"
#include "clickhouse/scriptedserver.h"
#include "clickhouse/types/resultstore.h"
#include "widgets/codeeditor.h"
#include "widgets/grid/resultgrid.h"
#include "widgets/messagebar.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using App::SqlPane;
using ClickHouse::KafkaTable;

namespace {

const QByteArray head = "id\tname\nUInt64\tString\n";

/// Answers the pane's own questions; everything else is the test's.
ScriptedServer::Answer withOwnQuestions(ScriptedServer::Answer answer, QByteArray kafkaRows = {})
{
    return [answer, kafkaRows](QTcpSocket &socket, const SeenRequest &request) {
        if (request.body.contains("FROM system.databases"))
            return ScriptedServer::answerOk(socket, "name\nString\ndefault\nservice_kafka-demo\n");
        if (request.body.contains("engine = 'Kafka'"))
            return ScriptedServer::answerOk(socket, "a\tb\tc\td\te\nString\tString\tString\tString\tString\n" + kafkaRows);
        if (request.body.startsWith("KILL") || request.body.contains("system.processes"))
            return ScriptedServer::answerOk(socket, "0\n");
        answer(socket, request);
    };
}

ScriptedServer::Answer rows(const QByteArray &body)
{
    return [body](QTcpSocket &socket, const SeenRequest &) { ScriptedServer::answerOk(socket, head + body); };
}

QStringList userStatements(const ScriptedServer &server)
{
    QStringList statements = server.statements();
    statements.removeIf([](const QString &sql) { return sql.contains(u"FROM system."); });
    return statements;
}

const QTabBar *tabsOf(const SqlPane &pane)
{
    const auto bars = pane.findChildren<QTabBar *>();
    return *std::find_if(bars.begin(), bars.end(), [](const QTabBar *bar) { return bar->accessibleName() == u"SQL tabs"; });
}

/// A shown pane on a scripted server.
class ShownPane
{
public:
    explicit ShownPane(ScriptedServer &server)
    {
        pane.resize(1000, 700);
        pane.setServer(server.address(), u"clickhouse-demo"_s);
        pane.setKafkaTables({{{u"service_kafka-demo"_s, u"events"_s}, u"my-group"_s, {}, {u"t1"_s}, u"kafka-demo"_s, false, {}},
                             {{u"service_kafka-demo"_s, u"many"_s}, u"my-group"_s, {}, {u"t1"_s, u"t2"_s}, u"kafka-demo"_s, false, {}}});
        pane.show();
        pane.activateWindow();
    }

    void run(const QString &sql)
    {
        editor()->setText(sql);
        button(u"Run"_s)->click();
    }
    [[nodiscard]] Widgets::SqlEditor *editor() const { return visible<Widgets::SqlEditor>(); }
    [[nodiscard]] Widgets::ResultGrid *grid() const { return visible<Widgets::ResultGrid>(); }
    [[nodiscard]] QPushButton *button(const QString &caption) const
    {
        for (QPushButton *one : pane.findChildren<QPushButton *>()) {
            if (one->text() == caption && one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QString barTitle() const
    {
        const auto *const bar = visible<Widgets::MessageBar>();
        return bar ? bar->title() : QString();
    }
    template <typename T>
    [[nodiscard]] T *visible() const
    {
        for (T *one : pane.findChildren<T *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QString allLabels() const
    {
        QString text;
        for (const QLabel *label : pane.findChildren<QLabel *>())
            text += label->isVisible() ? label->text() + u'\n' : QString();
        return text;
    }

    SqlPane pane;
};

} // namespace

class TestSqlPane final : public QObject
{
    Q_OBJECT

private slots:
    void runsTheStatementUnderTheCursor();
    void runsASelectionInOrder();
    void stopsASequenceAtAnError();
    void warnsBeforeConsuming();
    void refusesManyTopicsBeforeSending();
    void sendsToTheDestinationWhenAViewReads();
    void mendsDashes();
    void showsErrorsWithTheirPlace();
    void cancels();
    void showsNotices();
    void offersDirectSelect();
    void followsUse();
    void followsUseWithinARun();
    void keepsTabs();
    void restoresBrokenJournal();
    void namesItsTabs();
    void namesItsParts();
    void exports_data();
    void exports();
    void exportLeavesNothingHalf();
    void readsDestinationOfAView_data();
    void readsDestinationOfAView();
};

void TestSqlPane::runsTheStatementUnderTheCursor()
{
    ScriptedServer server(withOwnQuestions(rows("1\tone\n2\ttwo\n")));
    ShownPane shown(server);
    QSignalSpy status(&shown.pane, &SqlPane::statusChanged);
    shown.editor()->setText(u"SELECT 1;\nSELECT 2;\nSELECT 3"_s);
    shown.editor()->setCursor(1, 3);
    shown.pane.focusEditor();
    QTRY_VERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(userStatements(server), QStringList{u"SELECT 2"_s});
    QTRY_VERIFY(shown.grid() && shown.grid()->rowCount() == 2);
    QTRY_VERIFY(status.last().first().toString().startsWith(u"2 rows · "));
    QVERIFY(shown.allLabels().contains(u"2 rows · "));
    QCOMPARE(shown.editor()->text(), u"SELECT 1;\nSELECT 2;\nSELECT 3"_s); // the key wrote nothing
}

void TestSqlPane::runsASelectionInOrder()
{
    ScriptedServer server(withOwnQuestions(rows("1\tone\n")));
    ShownPane shown(server);
    shown.editor()->setText(u"SELECT 1;\nSELECT 2;\nSELECT 3"_s);
    shown.editor()->selectRange(0, 19);
    shown.button(u"Run"_s)->click();
    QTRY_COMPARE(userStatements(server), (QStringList{u"SELECT 1"_s, u"SELECT 2"_s}));
    const auto tabs = shown.pane.findChildren<QTabBar *>();
    QTRY_VERIFY(std::any_of(tabs.begin(), tabs.end(), [](const QTabBar *bar) {
        return bar->count() == 3 && bar->tabText(1) == u"Result 2";
    }));
}

void TestSqlPane::stopsASequenceAtAnError()
{
    ScriptedServer server(withOwnQuestions([](QTcpSocket &socket, const SeenRequest &) {
        ScriptedServer::answer(socket, "500 Internal", "X-ClickHouse-Exception-Code: 62\r\n", "Code: 62. DB::Exception: Syntax error\n");
    }));
    ShownPane shown(server);
    shown.editor()->setText(u"SELEC 1;\nSELECT 2"_s);
    shown.editor()->selectRange(0, 17);
    shown.button(u"Run"_s)->click();
    QTRY_COMPARE(shown.barTitle(), u"Code 62"_s);
    QCOMPARE(userStatements(server), QStringList{u"SELEC 1"_s});
    QVERIFY(shown.button(u"Run"_s)->isEnabled());
}

void TestSqlPane::warnsBeforeConsuming()
{
    ScriptedServer server(withOwnQuestions(rows("1\tone\n")));
    ShownPane shown(server);
    const QString sql = u"SELECT * FROM `service_kafka-demo`.events"_s;
    shown.run(sql);
    QTRY_COMPARE(shown.barTitle(), u"This statement would consume messages"_s);
    QVERIFY(shown.visible<Widgets::MessageBar>()->text().contains(u"my-group"));
    QCOMPARE(userStatements(server), QStringList()); // nothing was sent
    QVERIFY(!shown.button(u"Run"_s)->isEnabled());
    QTRY_VERIFY(shown.button(u"Peek instead"_s));
    QVERIFY(!shown.button(u"Peek instead"_s)->isEnabled()); // no client here
    shown.button(u"Run once"_s)->click();
    QTRY_COMPARE(userStatements(server), QStringList{sql});
    QTRY_VERIFY(shown.grid() && shown.grid()->rowCount() == 1);
    shown.run(sql); // asked again
    QTRY_COMPARE(shown.barTitle(), u"This statement would consume messages"_s);
}

void TestSqlPane::refusesManyTopicsBeforeSending()
{
    ScriptedServer server(withOwnQuestions(rows({})));
    ShownPane shown(server);
    shown.run(u"INSERT INTO `service_kafka-demo`.many (id) VALUES (1)"_s);
    QTRY_COMPARE(shown.barTitle(), u"Writing to more than one topic is not supported."_s);
    QCOMPARE(userStatements(server), QStringList());
    QVERIFY(shown.button(u"Run"_s)->isEnabled());
}

void TestSqlPane::sendsToTheDestinationWhenAViewReads()
{
    const QByteArray view = "service_kafka-demo\tevents\tdefault\tmv\tCREATE MATERIALIZED VIEW default.mv TO default.`de-st` "
                            "(`id` UInt64) AS SELECT * FROM `service_kafka-demo`.events\n";
    ScriptedServer server(withOwnQuestions(rows({}), view));
    ShownPane shown(server);
    shown.run(u"SELECT * FROM `service_kafka-demo`.events"_s);
    QTRY_COMPARE(shown.barTitle(), u"events cannot be read directly"_s);
    QCOMPARE(userStatements(server), QStringList());
    QTRY_VERIFY(shown.button(u"Query the destination"_s));
    shown.button(u"Query the destination"_s)->click();
    QCOMPARE(shown.editor()->text(), u"SELECT *\nFROM `default`.`de-st`\nLIMIT 100;\n"_s);
}

void TestSqlPane::mendsDashes()
{
    ScriptedServer server(withOwnQuestions(rows({})));
    ShownPane shown(server);
    shown.run(u"SELECT 1 FROM service_kafka-demo.other"_s);
    QTRY_COMPARE(shown.barTitle(), u"Names with dashes need backticks."_s);
    QTRY_VERIFY(shown.button(u"Fix"_s));
    shown.button(u"Fix"_s)->click();
    QCOMPARE(shown.editor()->text(), u"SELECT 1 FROM `service_kafka-demo`.other"_s);
    QCOMPARE(userStatements(server), QStringList());
}

void TestSqlPane::showsErrorsWithTheirPlace()
{
    ScriptedServer server(withOwnQuestions([](QTcpSocket &socket, const SeenRequest &) {
        ScriptedServer::answer(socket, "400 Bad Request", "X-ClickHouse-Exception-Code: 62\r\n",
                               "Code: 62. DB::Exception: Syntax error: failed at position 12 (FORM) (line 2, col 3): FORM x. "
                               "(SYNTAX_ERROR) <b>bold</b>\n");
    }));
    ShownPane shown(server);
    shown.run(u"SELECT 1\n  FORM x"_s);
    QTRY_COMPARE(shown.barTitle(), u"Code 62, line 2, column 3"_s);
    QVERIFY(shown.visible<Widgets::MessageBar>()->text().contains(u"<b>bold</b>")); // as text
    QVERIFY(shown.allLabels().contains(u"Failed · "));
}

void TestSqlPane::cancels()
{
    ScriptedServer server(withOwnQuestions([](QTcpSocket &socket, const SeenRequest &) {
        ScriptedServer::beginChunked(socket);
        ScriptedServer::writeChunk(socket, head + "1\tone\n");
    }));
    ShownPane shown(server);
    shown.run(u"SELECT sleep(3)"_s);
    QTRY_VERIFY(shown.grid() && shown.grid()->rowCount() == 1);
    QToolButton *cancel = nullptr;
    for (QToolButton *one : shown.pane.findChildren<QToolButton *>())
        cancel = one->accessibleName() == u"Cancel" ? one : cancel;
    QVERIFY(cancel && cancel->isEnabled());
    QVERIFY(!shown.button(u"Run"_s)->isEnabled());
    cancel->click();
    QVERIFY(shown.button(u"Run"_s)->isEnabled()); // at once
    QVERIFY(shown.allLabels().contains(u"Cancelled · 1 row"));
    QTRY_VERIFY(userStatements(server).last().startsWith(u"KILL QUERY"));
    auto *const messages = shown.pane.findChild<QPlainTextEdit *>();
    QTRY_VERIFY(messages->toPlainText().contains(u"The server stopped the statement"));
}

void TestSqlPane::showsNotices()
{
    ScriptedServer server(withOwnQuestions([](QTcpSocket &socket, const SeenRequest &) {
        ScriptedServer::answer(socket, "200 OK", "X-Sandbox-Notice: ReplicatedMergeTree was created as MergeTree\r\n", {});
    }));
    ShownPane shown(server);
    QSignalSpy schema(&shown.pane, &SqlPane::schemaChanged);
    shown.run(u"CREATE TABLE t (id UInt8) ENGINE = ReplicatedMergeTree ORDER BY id"_s);
    QTRY_VERIFY(shown.visible<Widgets::MessageBar>());
    QCOMPARE(shown.visible<Widgets::MessageBar>()->text(), u"ReplicatedMergeTree was created as MergeTree"_s);
    QVERIFY(shown.allLabels().contains(u"Done · "));
    QCOMPARE(schema.size(), 1);
}

void TestSqlPane::offersDirectSelect()
{
    ScriptedServer server(withOwnQuestions([](QTcpSocket &socket, const SeenRequest &request) {
        if (request.parameter(u"stream_like_engine_allow_direct_select"_s) == u"1")
            return ScriptedServer::answerOk(socket, head + "1\tx\n");
        ScriptedServer::answer(socket, "500 Internal", "X-ClickHouse-Exception-Code: 620\r\n",
                               "Code: 620. DB::Exception: Direct select is not allowed. To enable use setting "
                               "`stream_like_engine_allow_direct_select`. (QUERY_NOT_ALLOWED)\n");
    }));
    ShownPane shown(server);
    shown.run(u"SELECT * FROM `service_kafka-demo`.events"_s);
    QTRY_VERIFY(shown.button(u"Run once"_s));
    shown.button(u"Run once"_s)->click();
    QTRY_VERIFY(shown.button(u"Allow direct SELECT and run"_s));
    shown.button(u"Allow direct SELECT and run"_s)->click();
    QTRY_VERIFY(shown.grid() && shown.grid()->rowCount() == 1);
}

void TestSqlPane::followsUse()
{
    ScriptedServer server(withOwnQuestions(rows({})));
    ShownPane shown(server);
    shown.run(u"USE `service_kafka-demo`"_s);
    QComboBox *databases = nullptr;
    for (QComboBox *one : shown.pane.findChildren<QComboBox *>())
        databases = one->accessibleDescription() == u"Database" ? one : databases;
    QTRY_COMPARE(databases->currentText(), u"service_kafka-demo"_s);
    shown.run(u"SELECT * FROM events"_s);
    QTRY_COMPARE(shown.barTitle(), u"This statement would consume messages"_s);
}

void TestSqlPane::followsUseWithinARun()
{
    ScriptedServer server(withOwnQuestions(rows({})));
    ShownPane shown(server);
    shown.editor()->setText(u"USE `service_kafka-demo`; SELECT * FROM events"_s);
    shown.editor()->selectRange(0, 46);
    shown.button(u"Run"_s)->click();
    QTRY_COMPARE(shown.barTitle(), u"This statement would consume messages"_s);
    QCOMPARE(userStatements(server), QStringList{u"USE `service_kafka-demo`"_s});
}

void TestSqlPane::keepsTabs()
{
    QTemporaryDir folder;
    const QString journal = folder.filePath(u"sql-tabs.json"_s);
    {
        SqlPane pane;
        pane.restoreTabs(journal);
        pane.openQuery(u"-- first\nSELECT 1"_s);
        pane.openQuery(u"SELECT 'ü'"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(journal), 1'000);
        pane.openQuery(u"SELECT 3"_s);
    } // closed before the timer: written all the same
    SqlPane pane;
    pane.restoreTabs(journal);
    const QTabBar *const tabs = tabsOf(pane);
    QCOMPARE(tabs->count(), 3);
    QCOMPARE(tabs->tabText(0), u"first"_s);
    QCOMPARE(tabs->currentIndex(), 2);
    QCOMPARE(App::SqlJournal(journal).restore().texts, (QStringList{u"-- first\nSELECT 1"_s, u"SELECT 'ü'"_s, u"SELECT 3"_s}));
}

void TestSqlPane::restoresBrokenJournal()
{
    QTemporaryDir folder;
    const QString journal = folder.filePath(u"sql-tabs.json"_s);
    QFile file(journal);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"tabs\": [");
    file.close();
    SqlPane pane;
    pane.restoreTabs(journal);
    QCOMPARE(QDir(folder.path()).entryList({u"*.broken-*"_s}).size(), 1);
}

void TestSqlPane::namesItsTabs()
{
    SqlPane pane;
    const QTabBar *const tabs = tabsOf(pane);
    QCOMPARE(tabs->tabText(0), u"Untitled 1"_s);
    pane.openQuery(u"-- a & b\nSELECT 1"_s);
    QCOMPARE(tabs->count(), 1); // the empty one was used
    QCOMPARE(tabs->tabText(0), u"a && b"_s);
    pane.openQuery(u"SELECT 2"_s);
    QCOMPARE(tabs->tabText(1), u"Untitled 2"_s);
}

void TestSqlPane::namesItsParts()
{
    SqlPane pane;
    pane.show();
    QStringList names;
    for (QWidget *widget : pane.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&pane) || !widget->focusProxy())
            continue;
        names.append(QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name));
    }
    for (const QWidget *widget : pane.findChildren<QWidget *>())
        names.append(widget->accessibleName());
    for (const QString &name : {u"SQL editor"_s, u"Cancel"_s, u"Query results"_s, u"Database"_s, u"Service"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
}

void TestSqlPane::exports_data()
{
    QTest::addColumn<App::ExportFormat>("format");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray sent = "1\ta,\"b\"\n2\ttwo\\nlines\n3\t\\N\n";
    QTest::newRow("tsv") << App::ExportFormat::Tsv << head + sent;
    QTest::newRow("csv") << App::ExportFormat::Csv << "id,name\n1,\"a,\"\"b\"\"\"\n2,\"two\nlines\"\n3,\\N\n"_ba;
}

void TestSqlPane::exports()
{
    QFETCH(const App::ExportFormat, format);
    QFETCH(const QByteArray, expected);
    auto store = std::make_shared<ClickHouse::ResultStore>();
    store->append(head + "1\ta,\"b\"\n2\ttwo\\nlines\n3\t\\N\n4\tunfin");
    QTemporaryDir folder;
    const QString path = folder.filePath(u"result"_s);
    App::ResultExport job(store, format, path, nullptr);
    QSignalSpy finished(&job, &App::ResultExport::finished);
    job.start();
    QTRY_COMPARE(finished.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), expected);
    QVERIFY(!QFile::exists(path + u".part"_s));
}

void TestSqlPane::exportLeavesNothingHalf()
{
    auto store = std::make_shared<ClickHouse::ResultStore>();
    store->append(head + "1\tx\n");
    App::ResultExport job(store, App::ExportFormat::Tsv, u"/dev/null/nowhere"_s, nullptr);
    QSignalSpy failed(&job, &App::ResultExport::failed);
    job.start();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed.first().first().toString().isEmpty());
}

void TestSqlPane::readsDestinationOfAView_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("table");
    QTest::newRow("full") << u"CREATE MATERIALIZED VIEW default.mv TO default.d (`id` UInt64) AS SELECT 1"_s << u"default"_s << u"d"_s;
    QTest::newRow("quoted") << u"CREATE MATERIALIZED VIEW `a`.`b` TO `c d`.`e.f` AS SELECT 1"_s << u"c d"_s << u"e.f"_s;
    QTest::newRow("without") << u"CREATE MATERIALIZED VIEW mv ENGINE = MergeTree AS SELECT 1 TO x"_s << QString() << QString();
    QTest::newRow("empty") << QString() << QString() << QString();
}

void TestSqlPane::readsDestinationOfAView()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, database);
    QFETCH(const QString, table);
    QCOMPARE(App::destinationOf(sql), (ClickHouse::TableName{database, table}));
}

QTEST_MAIN(TestSqlPane)
#include "tst_sqlpane.moc"
