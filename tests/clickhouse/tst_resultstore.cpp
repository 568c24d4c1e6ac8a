// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/types/resultstore.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using ClickHouse::BodyFormat;
using ClickHouse::Cell;
using ClickHouse::ResultStore;

namespace {

const QByteArray head = "id\tname\nUInt64\tNullable(String)\n";

/// Small enough that every test of many rows goes through the file as well.
constexpr ResultStore::Limits smallLimits{1, qint64(1) << 30};

void appendInPieces(ResultStore &store, const QByteArray &bytes, qsizetype piece)
{
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        store.append(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
}

} // namespace

class TestResultStore final : public QObject
{
    Q_OBJECT

private slots:
    void readsTheSameHoweverItIsCut_data();
    void readsTheSameHoweverItIsCut();
    void decodesCells_data();
    void decodesCells();
    void cutsLongValues();
    void findsRowsOfAMillion();
    void meetsOneHugeCell();
    void findsCellsOfLongRows();
    void readsWhileGrowing();
    void forgetsRowsOfAnError();
    void takesForeignFormatsAsLines();
    void stopsAtItsLimit();
    void hasNoColumnsWithoutHead();
};

void TestResultStore::readsTheSameHoweverItIsCut_data()
{
    QTest::addColumn<qsizetype>("piece");
    for (const qsizetype piece : {1, 2, 7, 4'096})
        QTest::addRow("pieces of %lld", qlonglong(piece)) << piece;
}

void TestResultStore::readsTheSameHoweverItIsCut()
{
    QFETCH(const qsizetype, piece);
    ResultStore store;
    appendInPieces(store, head + "1\tone\n2\t\\N\n3\t\n4\ta\\tb\\nc\n", piece);
    QCOMPARE(store.columns(), (QList<ClickHouse::Column>{{u"id"_s, u"UInt64"_s}, {u"name"_s, u"Nullable(String)"_s}}));
    QCOMPARE(store.rowCount(), 4);
    QCOMPARE(store.cell(0, 0), (Cell{u"1"_s, false, false}));
    QCOMPARE(store.cell(0, 1), (Cell{u"one"_s, false, false}));
    QCOMPARE(store.cell(1, 1), (Cell{{}, true, false}));
    QCOMPARE(store.cell(2, 1), (Cell{u""_s, false, false}));
    QCOMPARE(store.cell(3, 1).text, u"a\tb\nc"_s);
    std::array<Cell, 2> both;
    store.readCells(3, 0, both, ResultStore::cellLimit);
    QCOMPARE(both[0].text, u"4"_s);
    QCOMPARE(both[1].text, u"a\tb\nc"_s);
}

void TestResultStore::decodesCells_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("isNull");

    QTest::newRow("null") << "Nullable(String)"_ba
                          << "\\N"_ba << QString() << true;
    QTest::newRow("the text backslash N") << "String"_ba
                                          << "\\\\N"_ba << u"\\N"_s << false;
    QTest::newRow("quote") << "String"_ba
                           << "it\\'s"_ba << u"it's"_s << false;
    QTest::newRow("control characters") << "String"_ba
                                        << "\\b\\f\\r\\0"_ba << u"\b\f\r"_s + QChar(0) << false;
    QTest::newRow("largest number") << "UInt64"_ba
                                    << "18446744073709551615"_ba << u"18446744073709551615"_s << false;
    QTest::newRow("array keeps its escapes") << "Array(String)"_ba
                                             << "['it\\'s','a']"_ba << u"['it\\'s','a']"_s << false;
    QTest::newRow("broken UTF-8") << "String"_ba
                                  << "a\xFFz"_ba << u"a\uFFFDz"_s << false;
    QTest::newRow("lone backslash at the end") << "String"_ba
                                               << "a\\"_ba << u"a\\"_s << false;
}

void TestResultStore::decodesCells()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, sent);
    QFETCH(const QString, shown);
    QFETCH(const bool, isNull);
    ResultStore store;
    store.append("x\n" + type + "\n" + sent + "\n");
    QCOMPARE(store.cell(0, 0), (Cell{shown, isNull, false}));
}

void TestResultStore::cutsLongValues()
{
    ResultStore store;
    store.append("x\nString\n");
    store.append(QByteArray(511, 'a') + "\xC3\xA4" + QByteArray(10, 'b') + "\n"); // the limit falls into the ä
    store.append(QByteArray(511, 'a') + "\\n" + QByteArray(10, 'b') + "\n");      // and into an escape
    for (const qint64 row : {0, 1}) {
        const Cell cut = store.cell(row, 0);
        QVERIFY(cut.isCut);
        QCOMPARE(cut.text, QString(511, u'a'));
        QVERIFY(!store.cell(row, 0, ResultStore::wholeValue).isCut);
    }
    QVERIFY(store.cell(0, 0, ResultStore::wholeValue).text.endsWith(u"äbbbbbbbbbb"));
    QVERIFY(store.cell(1, 0, ResultStore::wholeValue).text.endsWith(u"\nbbbbbbbbbb"));
}

void TestResultStore::findsRowsOfAMillion()
{
    ResultStore store(smallLimits);
    QByteArray bytes = head;
    for (int i = 0; i < 1'000'000; ++i)
        bytes += QByteArray::number(i) + "\tname " + QByteArray::number(i % 7) + "\n";
    appendInPieces(store, bytes, 65'521);
    QCOMPARE(store.rowCount(), 1'000'000);
    for (const qint64 row : {0LL, 1LL, 63LL, 64LL, 65LL, 127LL, 128LL, 500'000LL, 999'998LL, 999'999LL}) {
        QCOMPARE(store.cell(row, 0).text, QString::number(row));
        QCOMPARE(store.cell(row, 1).text, u"name "_s + QString::number(row % 7));
    }
    QCOMPARE(store.bytes(), QByteArrayView(bytes));
}

void TestResultStore::meetsOneHugeCell()
{
    constexpr qsizetype huge = 100'000'000;
    ResultStore store({qint64(16) << 20, qint64(1) << 30});
    store.append(head + "1\tbefore\n2\t");
    const QByteArray piece(1'000'000, 'x');
    for (qsizetype sent = 0; sent < huge; sent += piece.size())
        store.append(piece);
    store.append("\n3\tafter\n");
    QCOMPARE(store.rowCount(), 3);
    QElapsedTimer clock;
    clock.start();
    for (int frame = 0; frame < 100; ++frame) {
        QCOMPARE(store.cell(1, 1).text.size(), ResultStore::cellLimit);
        QCOMPARE(store.cell(2, 1).text, u"after"_s);
    }
    QVERIFY(clock.elapsed() < 1'000); // searching the bytes would take 30 ms each time
    QVERIFY(store.cell(1, 1).isCut);
    QCOMPARE(store.rowBytes(1).size(), huge + 2);
}

void TestResultStore::findsCellsOfLongRows()
{
    ResultStore store;
    store.append("a\tb\tc\nString\tString\tString\n");
    store.append(QByteArray(200'000, 'x') + "\tmiddle\t" + QByteArray(10, 'z') + "\nshort\t\\N\tend\n");
    QCOMPARE(store.cell(0, 1).text, u"middle"_s);
    QCOMPARE(store.cell(0, 2).text, u"zzzzzzzzzz"_s);
    QVERIFY(store.cell(1, 1).isNull);
    QCOMPARE(store.cell(1, 2).text, u"end"_s);
}

void TestResultStore::readsWhileGrowing()
{
    constexpr qint64 rows = 500'000;
    ResultStore store(smallLimits);
    std::jthread writer([&store] {
        store.append(head);
        for (qint64 i = 0; i < rows; ++i)
            store.append(QByteArray::number(i) + "\t" + QByteArray(qsizetype(i % 50), 'n') + "\n");
    });
    for (qint64 seen = 0; seen < rows; seen = store.rowCount()) {
        for (const qint64 row : {qint64(0), seen / 2, seen - 1}) {
            if (row >= 0 && row < seen) {
                QCOMPARE(store.cell(row, 0).text, QString::number(row));
                QCOMPARE(store.cell(row, 1).text.size(), row % 50);
            }
        }
    }
}

void TestResultStore::forgetsRowsOfAnError()
{
    ResultStore store;
    QByteArray rows;
    for (int i = 0; i < 200; ++i)
        rows += QByteArray::number(i) + "\tx\n";
    store.append(head + rows + "200\tunfin");
    const qint64 end = store.byteCount();
    store.append("\r\n__exception__\r\nCode: 1\n");
    store.cutAt(end);
    QCOMPARE(store.rowCount(), 200);
    QCOMPARE(store.bytes(), QByteArrayView(head + rows));
    QCOMPARE(store.cell(199, 0).text, u"199"_s);
}

void TestResultStore::takesForeignFormatsAsLines()
{
    ResultStore store;
    store.setFormat(BodyFormat::Lines);
    store.append("{\"a\":\"b\\n\"}\nlast");
    QCOMPARE(store.columns().size(), 1);
    QCOMPARE(store.rowCount(), 1);
    store.finish();
    QCOMPARE(store.rowCount(), 2);
    QCOMPARE(store.cell(0, 0).text, u"{\"a\":\"b\\n\"}"_s);
    QCOMPARE(store.cell(1, 0).text, u"last"_s);
}

void TestResultStore::stopsAtItsLimit()
{
    ResultStore store({4'096, 10'000});
    for (int i = 0; i < 1'000; ++i)
        store.append(i == 0 ? head : QByteArray("1234567\tabcdefg\n"));
    QVERIFY(store.isFull());
    QVERIFY(store.room().empty());
    QCOMPARE(store.byteCount(), 10'000);
    QCOMPARE(store.rowCount(), (10'000 - head.size()) / 16);
}

void TestResultStore::hasNoColumnsWithoutHead()
{
    ResultStore store;
    QVERIFY(store.columns().isEmpty());
    store.append("id\tname\nUInt64\t");
    QVERIFY(store.columns().isEmpty());
    QCOMPARE(store.rowCount(), 0);
    QVERIFY(store.bytes().isEmpty());
}

QTEST_GUILESS_MAIN(TestResultStore)
#include "tst_resultstore.moc"
