// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of headgate-engine that read and rewrite text, without a library.

#include "engine/errors.h"
#include "engine/inserthead.h"
#include "engine/killquery.h"
#include "engine/parameters.h"
#include "engine/policy.h"
#include "engine/replicatedengine.h"
#include "engine/statement.h"
#include "engine/urlquery.h"
#include "engine/users.h"

#include <QTest>

using namespace Engine;

namespace {

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

class EngineStatementsTest : public QObject
{
    Q_OBJECT

private slots:
    void readsTokensWithTheirQuotes()
    {
        const std::string sql = "a.`b``c` 'it\\'s' /* FORMAT */ (1.5 -- x\n) \"q\\\"r\"";
        const Tokens tokens = tokenize(sql);
        std::string texts;
        for (const Token &token : tokens)
            texts += std::string(token.text) + "|";
        QCOMPARE(bytes(texts), QByteArray("a|.|`b``c`|'it\\'s'|(|1|.|5|)|\"q\\\"r\"|"));
        QCOMPARE(bytes(identifierName(tokens[2])), QByteArray("b`c"));
        QCOMPARE(bytes(identifierName(tokens.back())), QByteArray("q\"r"));
        QCOMPARE(tokens[5].depth, 1);
        QCOMPARE(tokens[8].depth, 0);
    }

    void survivesUnfinishedText_data()
    {
        QTest::addColumn<QByteArray>("sql");
        for (const char *sql : {"'", "`", "/*", "--", "'\\", ")))", "(", "", "a'", "\"\\\""})
            QTest::newRow(sql) << QByteArray(sql);
    }
    void survivesUnfinishedText()
    {
        QFETCH(QByteArray, sql);
        const std::string text = sql.toStdString();
        for (const Token &token : tokenize(text))
            QVERIFY(token.end() <= text.size() && !token.text.empty());
        QVERIFY(!findInsertData(text, true));
    }

    void findsTheRowsOfAnInsert_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("values") << QByteArray("INSERT INTO t VALUES") << QByteArray(" (1)");
        QTest::newRow("columns") << QByteArray("insert into t (a, `values`) values") << QByteArray("(1, 'FORMAT x')");
        QTest::newRow("format") << QByteArray("INSERT INTO d.t FORMAT TSV \n") << QByteArray("\t\n");
        QTest::newRow("windows line") << QByteArray("INSERT INTO d.t FORMAT TSV\r\n") << QByteArray("1\n");
        QTest::newRow("comment") << QByteArray("-- INSERT\nINSERT /* VALUES */ INTO t FORMAT CSV\n")
                                 << QByteArray("1,2");
        QTest::newRow("function") << QByteArray("INSERT INTO FUNCTION remote('h', d, values) VALUES")
                                  << QByteArray("(1)");
        QTest::newRow("select") << QByteArray("INSERT INTO t SELECT 1 FORMAT x") << QByteArray();
        QTest::newRow("not an insert") << QByteArray("SELECT 1 FORMAT x") << QByteArray();
    }
    void findsTheRowsOfAnInsert()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, rows);
        const auto found = findInsertData((head + rows).toStdString(), true);
        QCOMPARE(found.has_value(), !rows.isEmpty());
        if (found)
            QCOMPARE(qsizetype(*found), head.size());
    }

    void waitsForTheWholeNameOfTheFormat()
    {
        QVERIFY(!findInsertData("INSERT INTO t FORMAT JSONEach", false));
        QVERIFY(findInsertData("INSERT INTO t FORMAT JSONEachRow\n", false).has_value());
        QVERIFY(mayBeInsert(" inse"));
        QVERIFY(!mayBeInsert("SELECT "));
    }

    void putsTheFileWhereTheGrammarWantsIt_data()
    {
        QTest::addColumn<QByteArray>("canonical");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("plain") << QByteArray("SELECT 1")
                               << QByteArray("SELECT 1 INTO OUTFILE '/f' TRUNCATE FORMAT TSV");
        QTest::newRow("format") << QByteArray("SELECT 1 FORMAT JSON")
                                << QByteArray("SELECT 1 INTO OUTFILE '/f' TRUNCATE FORMAT JSON");
        QTest::newRow("settings last") << QByteArray("SELECT 1 FORMAT JSON SETTINGS a = 1")
                                       << QByteArray("SELECT 1 INTO OUTFILE '/f' TRUNCATE FORMAT JSON SETTINGS a = 1");
        QTest::newRow("settings first") << QByteArray("SELECT 1 SETTINGS a = 1 FORMAT JSON")
                                        << QByteArray("SELECT 1 SETTINGS a = 1 INTO OUTFILE '/f' TRUNCATE FORMAT JSON");
        QTest::newRow("column") << QByteArray("SELECT FORMAT FROM t")
                                << QByteArray("SELECT FORMAT FROM t INTO OUTFILE '/f' TRUNCATE FORMAT TSV");
    }
    void putsTheFileWhereTheGrammarWantsIt()
    {
        QFETCH(QByteArray, canonical);
        QFETCH(QByteArray, expected);
        QCOMPARE(bytes(Statement(canonical.toStdString()).intoFile("/f", "TSV")), expected);
    }

    void killsByTheClientsId()
    {
        const Statement statement("KILL QUERY WHERE (query_id = 'query_id') AND (user = 'u') SYNC FORMAT JSON");
        const KillQuery kill(statement, "own");
        QCOMPARE(bytes(kill.killing()),
                 QByteArray("KILL QUERY WHERE ( (Settings['log_comment'] = 'query_id') AND (user = 'u') ) "
                            "AND Settings['log_comment'] NOT IN ('', 'own') ASYNC"));
    }

    void readsTheUrl()
    {
        const auto url = readUrlQuery("/?query=a%3Db=c+d&empty&%zz=1&query=2#x");
        QCOMPARE(url.size(), size_t(4));
        QCOMPARE(bytes(url.find("query")->second), QByteArray("a=b=c d"));
        QCOMPARE(bytes(url.find("%zz")->second), QByteArray("1"));
        QCOMPARE(bytes(url.find("empty")->second), QByteArray());
    }

    void survivesAnOpenEngineClause()
    {
        // The engine's parser closes everything; a text that is cut must not be read past its end all the same.
        const Statement cut("CREATE TABLE t (a Int8) ENGINE = ReplicatedMergeTree('/path', 'replica");
        QCOMPARE(bytes(withoutReplication(cut).sql), QByteArray("CREATE TABLE t (a Int8) ENGINE = MergeTree("));
    }

    void quotesWhatItSets()
    {
        const auto parameters = readParameters({{"param_x", "a\\t'"}, {"max_threads", "1"}, {"query_id", "it's"}});
        QVERIFY(parameters);
        const QByteArray set = bytes(setStatement(*parameters));
        QVERIFY(set.contains("param_x = 'a\\\\t\\''"));
        QVERIFY(set.endsWith("log_comment = 'it\\'s'"));
        QVERIFY(!readParameters({{"a = 1, b", "1"}}));
    }

    void refusesFilesByNameWithoutLandlock_data()
    {
        QTest::addColumn<QByteArray>("canonical");
        QTest::addColumn<bool>("refused");
        QTest::newRow("file") << QByteArray("SELECT * FROM file('/etc/passwd')") << true;
        QTest::newRow("scalar") << QByteArray("SELECT 1, (SELECT FILE('x'))") << true;
        QTest::newRow("url") << QByteArray("INSERT INTO FUNCTION url('http://x', 'CSV') SELECT 1") << true;
        QTest::newRow("engine") << QByteArray("CREATE TABLE t (a Int8) ENGINE = File('CSV')") << true;
        QTest::newRow("column") << QByteArray("SELECT file FROM t WHERE url = 'file('") << false;
    }
    void refusesFilesByNameWithoutLandlock()
    {
        QFETCH(QByteArray, canonical);
        QFETCH(bool, refused);
        const Statement statement(canonical.toStdString());
        const auto noTable = [](const std::string &, const std::string &) { return std::string(); };
        for (const bool confined : {false, true}) {
            const auto noCollection = [](const std::string &) { return false; };
            const auto ruling = Policy(Users::Rank::Ordinary, false, confined, noTable, noCollection).judge(statement);
            QCOMPARE(ruling.has_value(), confined || !refused);
        }
    }

    void cutsStackTraces()
    {
        const Error error =
            parseError("Code: 60. DB::Exception: No table. (UNKNOWN_TABLE), Stack trace (when copying this):\n0. x\n");
        QCOMPARE(error.code, 60);
        QCOMPARE(bytes(withVersion(error, "26.5")),
                 QByteArray("Code: 60. DB::Exception: No table. (UNKNOWN_TABLE) (version 26.5)"));
    }

    void comparesPasswords()
    {
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(!equalInConstantTime("abc", "abcabc"));
        QVERIFY(!equalInConstantTime("abcabc", "abc"));
        QVERIFY(!equalInConstantTime("", "a"));
        Users users;
        users.set({{"a", "secret"}, {"b", ""}});
        QVERIFY(users.check("a", "secret") == Users::Rank::Ordinary);
        QVERIFY(users.check("b", "") == Users::Rank::Unknown);
        QVERIFY(users.check("c", "\x01") == Users::Rank::Unknown);
    }
};

QTEST_GUILESS_MAIN(EngineStatementsTest)
#include "tst_enginestatements.moc"
