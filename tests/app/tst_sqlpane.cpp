// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownsqlpane.h"

#include <QApplication>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

class TestSqlPane final : public QObject
{
    Q_OBJECT

private slots:
    void runsTheStatementUnderTheCursor();
    void runsASelectionInOrder();
    void stopsASequenceAtAnError();
    void K33_K34_warnsBeforeConsuming();
    void givesTheFocusBackToTheEditor();
    void tellsWhatAnInsertWrote();
    void K41_refusesManyTopicsBeforeSending();
    void sendsToTheDestinationWhenAViewReads();
    void K39_mendsDashes();
    void showsErrorsWithTheirPlace();
    void cancels();
    void showsNotices();
    void offersDirectSelect();
    void followsUse();
    void followsUseWithinARun();
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
    QTRY_VERIFY(std::any_of(tabs.begin(), tabs.end(),
                            [](const QTabBar *bar) { return bar->count() == 3 && bar->tabText(1) == u"Result 2"; }));
}

void TestSqlPane::stopsASequenceAtAnError()
{
    ScriptedServer server(withOwnQuestions([](QTcpSocket &socket, const SeenRequest &) {
        ScriptedServer::answer(socket, "500 Internal", "X-ClickHouse-Exception-Code: 62\r\n",
                               "Code: 62. DB::Exception: Syntax error\n");
    }));
    ShownPane shown(server);
    shown.editor()->setText(u"SELEC 1;\nSELECT 2"_s);
    shown.editor()->selectRange(0, 17);
    shown.button(u"Run"_s)->click();
    QTRY_COMPARE(shown.barTitle(), u"Code 62"_s);
    QCOMPARE(userStatements(server), QStringList{u"SELEC 1"_s});
    QVERIFY(shown.button(u"Run"_s)->isEnabled());
}

void TestSqlPane::K33_K34_warnsBeforeConsuming()
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

void TestSqlPane::givesTheFocusBackToTheEditor()
{
    ScriptedServer server(withOwnQuestions(rows("1\tone\n")));
    ShownPane shown(server);
    QVERIFY(QTest::qWaitForWindowActive(&shown.pane));
    shown.pane.focusEditor();
    QTRY_VERIFY(shown.editor()->isAncestorOf(QApplication::focusWidget()));
    QWidget *const before = QApplication::focusWidget();
    shown.run(u"SELECT * FROM `service_kafka-demo`.events"_s);
    QTRY_VERIFY(shown.button(u"Run once"_s));
    QPushButton *const once = shown.button(u"Run once"_s);
    once->setFocus();
    QCOMPARE(QApplication::focusWidget(), once);
    once->click();
    QTRY_VERIFY(shown.barTitle().isEmpty());
    QCOMPARE(QApplication::focusWidget(), before);
}

void TestSqlPane::tellsWhatAnInsertWrote()
{
    ScriptedServer server(withOwnQuestions([](QTcpSocket &socket, const SeenRequest &) {
        ScriptedServer::answer(socket, "200 OK",
                               "Content-Type: text/plain\r\nX-ClickHouse-Summary: {\"written_rows\":\"1\"}\r\n", {});
    }));
    ShownPane shown(server);
    shown.run(u"INSERT INTO `service_kafka-demo`.events (id) VALUES (1)"_s);
    QTRY_VERIFY(shown.allLabels().contains(u"Done · "));
    QVERIFY(shown.allLabels().contains(u" · wrote 1 row\n"));
    QVERIFY(!shown.grid()); // there is no table without columns
}

void TestSqlPane::K41_refusesManyTopicsBeforeSending()
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
    const QByteArray view =
        "service_kafka-demo\tevents\tdefault\tmv\tCREATE MATERIALIZED VIEW default.mv TO default.`de-st` "
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

void TestSqlPane::K39_mendsDashes()
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
        ScriptedServer::answer(
            socket, "400 Bad Request", "X-ClickHouse-Exception-Code: 62\r\n",
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
        ScriptedServer::answer(socket, "200 OK", "X-Sandbox-Notice: ReplicatedMergeTree was created as MergeTree\r\n",
                               {});
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

QTEST_MAIN(TestSqlPane)
#include "tst_sqlpane.moc"
