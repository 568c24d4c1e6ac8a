// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/kafkatablecheck.h"
#include "app/sql/resultexport.h"
#include "clickhouse/types/resultstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "id\tname\nUInt64\tString\n";

} // namespace

class TestResultExport final : public QObject
{
    Q_OBJECT

private slots:
    void exports_data();
    void exports();
    void exportLeavesNothingHalf();
    void readsDestinationOfAView_data();
    void readsDestinationOfAView();
};

void TestResultExport::exports_data()
{
    QTest::addColumn<App::ExportFormat>("format");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray sent = "1\ta,\"b\"\n2\ttwo\\nlines\n3\t\\N\n";
    QTest::newRow("tsv") << App::ExportFormat::Tsv << head + sent;
    QTest::newRow("csv") << App::ExportFormat::Csv << "id,name\n1,\"a,\"\"b\"\"\"\n2,\"two\nlines\"\n3,\\N\n"_ba;
}

void TestResultExport::exports()
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

void TestResultExport::exportLeavesNothingHalf()
{
    auto store = std::make_shared<ClickHouse::ResultStore>();
    store->append(head + "1\tx\n");
    App::ResultExport job(store, App::ExportFormat::Tsv, u"/dev/null/nowhere"_s, nullptr);
    QSignalSpy failed(&job, &App::ResultExport::failed);
    job.start();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed.first().first().toString().isEmpty());
}

void TestResultExport::readsDestinationOfAView_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("table");
    QTest::newRow("full") << u"CREATE MATERIALIZED VIEW default.mv TO default.d (`id` UInt64) AS SELECT 1"_s
                          << u"default"_s << u"d"_s;
    QTest::newRow("quoted") << u"CREATE MATERIALIZED VIEW `a`.`b` TO `c d`.`e.f` AS SELECT 1"_s << u"c d"_s << u"e.f"_s;
    QTest::newRow("without") << u"CREATE MATERIALIZED VIEW mv ENGINE = MergeTree AS SELECT 1 TO x"_s << QString()
                             << QString();
    QTest::newRow("empty") << QString() << QString() << QString();
}

void TestResultExport::readsDestinationOfAView()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, database);
    QFETCH(const QString, table);
    QCOMPARE(App::destinationOf(sql), (ClickHouse::TableName{database, table}));
}

QTEST_GUILESS_MAIN(TestResultExport)
#include "tst_resultexport.moc"
