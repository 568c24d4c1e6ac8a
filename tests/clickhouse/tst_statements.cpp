// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/sqltokens.h"
#include "clickhouse/statementsplitter.h"
#include "clickhouse/types/quoting.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestStatements final : public QObject
{
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void everyCharacterBelongsToAToken();
    void findsTheStatementAtTheCursor_data();
    void findsTheStatementAtTheCursor();
    void quotes_data();
    void quotes();
};

void TestStatements::splits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("statements");

    QTest::newRow("none") << u"  \n-- nothing\n"_s << QStringList();
    QTest::newRow("one") << u"SELECT 1"_s << QStringList{u"SELECT 1"_s};
    QTest::newRow("two") << u"SELECT 1;\nSELECT 2;\n"_s << QStringList{u"SELECT 1"_s, u"SELECT 2"_s};
    QTest::newRow("empty ones") << u";;SELECT 1;;"_s << QStringList{u"SELECT 1"_s};
    QTest::newRow("string") << u"SELECT ';', 'it''s;', 'a\\';b'; SELECT 2"_s
                            << QStringList{u"SELECT ';', 'it''s;', 'a\\';b'"_s, u"SELECT 2"_s};
    QTest::newRow("names") << u"SELECT `a;b`, \"c;d\"; SELECT 2"_s
                           << QStringList{u"SELECT `a;b`, \"c;d\""_s, u"SELECT 2"_s};
    QTest::newRow("line comments") << u"-- a; b\nSELECT 1 -- c; d\n; # e; f\nSELECT 2"_s
                                   << QStringList{u"SELECT 1"_s, u"SELECT 2"_s};
    QTest::newRow("block comment") << u"/* a; b */ SELECT /* ; */ 1; SELECT 2"_s
                                   << QStringList{u"SELECT /* ; */ 1"_s, u"SELECT 2"_s};
    QTest::newRow("heredoc") << u"SELECT $$a;b$$, $x$ c; $$ ; $x$; SELECT 2"_s
                             << QStringList{u"SELECT $$a;b$$, $x$ c; $$ ; $x$"_s, u"SELECT 2"_s};
    QTest::newRow("a dollar in a word is no heredoc")
        << u"SELECT a$b$; SELECT 2"_s << QStringList{u"SELECT a$b$"_s, u"SELECT 2"_s};
    QTest::newRow("unterminated string") << u"SELECT 'a; b"_s << QStringList{u"SELECT 'a; b"_s};
    QTest::newRow("unterminated comment") << u"SELECT 1 /* ; SELECT 2"_s << QStringList{u"SELECT 1"_s};
    QTest::newRow("values") << u"INSERT INTO t VALUES (1, ';'), (2, 'b'); SELECT 2"_s
                            << QStringList{u"INSERT INTO t VALUES (1, ';'), (2, 'b')"_s, u"SELECT 2"_s};
    QTest::newRow("inlined data") << u"INSERT INTO t FORMAT CSV\n1,\"a;b\"\n2,it's\n\nSELECT 2"_s
                                  << QStringList{u"INSERT INTO t FORMAT CSV\n1,\"a;b\"\n2,it's"_s, u"SELECT 2"_s};
    QTest::newRow("format of a SELECT") << u"SELECT 1 FORMAT JSON; SELECT 2"_s
                                        << QStringList{u"SELECT 1 FORMAT JSON"_s, u"SELECT 2"_s};
    QTest::newRow("two dashes without a space")
        << u"SELECT 1--;\n+1; SELECT 2"_s << QStringList{u"SELECT 1--;\n+1"_s, u"SELECT 2"_s};
}

void TestStatements::splits()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, statements);
    QStringList found;
    for (const ClickHouse::StatementRange &range : ClickHouse::splitStatements(text))
        found.append(range.in(text));
    QCOMPARE(found, statements);
}

void TestStatements::everyCharacterBelongsToAToken()
{
    const QString text = u"SELECT 'a\\', `b``c`, 1.5e-3, $t$x$t$ /* ü */ FROM 😀 WHERE a<=>b; -- end 'x"_s;
    qsizetype end = 0;
    for (const ClickHouse::SqlToken &token : ClickHouse::tokenize(text)) {
        QCOMPARE(token.start, end);
        QVERIFY(token.length > 0);
        end = token.end();
    }
    QCOMPARE(end, text.size());
}

void TestStatements::findsTheStatementAtTheCursor_data()
{
    // The bar is the cursor.
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("statement");

    QTest::newRow("inside") << u"SELECT 1;\nSEL|ECT 2;\nSELECT 3"_s << u"SELECT 2"_s;
    QTest::newRow("at the start") << u"SELECT 1;\n|SELECT 2;\nSELECT 3"_s << u"SELECT 2"_s;
    QTest::newRow("behind the semicolon") << u"SELECT 1;\nSELECT 2;|\nSELECT 3"_s << u"SELECT 2"_s;
    QTest::newRow("in the comment before") << u"SELECT 1;\n-- ab|out 2\nSELECT 2;\nSELECT 3"_s << u"SELECT 2"_s;
    QTest::newRow("in an empty line before") << u"SELECT 1;\n|\nSELECT 2"_s << u"SELECT 2"_s;
    QTest::newRow("behind all") << u"SELECT 1;\nSELECT 2;\n\n|"_s << u"SELECT 2"_s;
    QTest::newRow("two in a line") << u"SELECT 1; SEL|ECT 2"_s << u"SELECT 2"_s;
    QTest::newRow("first of two in a line") << u"SELE|CT 1; SELECT 2"_s << u"SELECT 1"_s;
    QTest::newRow("nothing there") << u"-- only |words"_s << QString();
}

void TestStatements::findsTheStatementAtTheCursor()
{
    QFETCH(QString, text);
    QFETCH(const QString, statement);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const auto range = ClickHouse::statementAt(text, cursor);
    QCOMPARE(range ? range->in(text) : QString(), statement);
}

void TestStatements::quotes_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"table"_s;
    QTest::newRow("dash") << u"service_my-kafka"_s;
    QTest::newRow("backtick") << u"a`b``c`"_s;
    QTest::newRow("quotes") << u"it's \"so\""_s;
    QTest::newRow("backslash at the end") << u"a\\"_s;
    QTest::newRow("line feed") << u"a\nb"_s;
    QTest::newRow("hostile") << u"x`; DROP TABLE t; --"_s;
}

void TestStatements::quotes()
{
    QFETCH(const QString, name);
    for (const QString &quoted : {ClickHouse::quoteIdentifier(name), ClickHouse::quoteString(name)}) {
        QCOMPARE(ClickHouse::tokenize(quoted).size(), 1); // nothing gets out
        QCOMPARE(ClickHouse::unquoted(quoted), name);
    }
    QCOMPARE(ClickHouse::quoteTableName(u"d"_s, u"t`"_s), u"`d`.`t\\``"_s);
    QCOMPARE(ClickHouse::quoteTableName({}, u"t"_s), u"`t`"_s);
}

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
