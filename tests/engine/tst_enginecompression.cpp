// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies that are compressed: the methods by themselves, and in both directions through headgate-engine.

#include "engine/compression/negotiation.h"
#include "engine/engineprocess.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Engine;
using namespace Qt::StringLiterals;

namespace {

struct Row
{
    const char *name;
    Method method;
};
constexpr Row methods[] = {{"gzip", Method::Gzip},
                           {"deflate", Method::Deflate},
                           {"br", Method::Brotli},
                           {"lz4", Method::Lz4},
                           {"zstd", Method::Zstd}};

std::string packed(Method method, std::string_view text)
{
    const auto compressor = makeCompressor(method);
    std::string bytes = compressor->pack(text.substr(0, text.size() / 2));
    bytes += compressor->pack(text.substr(text.size() / 2));
    return bytes += compressor->finish();
}

struct Unpacked
{
    std::string text;
    bool well = true;
    bool complete = false;
    size_t largestPiece = 0;
};

Unpacked unpacked(Method method, std::string_view bytes, size_t step)
{
    const auto decompressor = makeDecompressor(method);
    Unpacked result;
    for (; result.well && !bytes.empty(); bytes.remove_prefix(std::min(step, bytes.size())))
        result.well = decompressor->take(bytes.substr(0, step), [&result](std::string_view piece) {
            result.text += piece;
            result.largestPiece = std::max(result.largestPiece, piece.size());
            return true;
        });
    result.complete = decompressor->isComplete();
    return result;
}

/// Half of it repeats itself, half does not.
std::string mixedText(int size)
{
    QRandomGenerator random(7); // the same bytes every time
    std::string text;
    for (int at = 0; at < size; ++at)
        text += at / 1000 % 2 ? 'a' : static_cast<char>(random.bounded(256));
    return text;
}

} // namespace

class EngineCompressionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString problem = m_engine.start(m_folder.path());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void choosesAMethod_data()
    {
        QTest::addColumn<QByteArray>("accepted");
        QTest::addColumn<QByteArray>("chosen");
        QTest::newRow("nothing") << QByteArray() << QByteArray("identity");
        QTest::newRow("unknown") << QByteArray("xz, compress") << QByteArray("identity");
        QTest::newRow("gzip") << QByteArray("gzip") << QByteArray("gzip");
        QTest::newRow("several") << QByteArray("gzip, deflate, br") << QByteArray("br");
        QTest::newRow("browser") << QByteArray("gzip, deflate, br, zstd") << QByteArray("zstd");
        QTest::newRow("letters and blanks") << QByteArray(" GZip ;q=0.5") << QByteArray("gzip");
        QTest::newRow("refused") << QByteArray("zstd;q=0, gzip;q=0.0, deflate") << QByteArray("deflate");
        QTest::newRow("part of a name") << QByteArray("broken") << QByteArray("identity");
    }
    void choosesAMethod()
    {
        QFETCH(QByteArray, accepted);
        QTEST(QByteArray(nameOf(chooseMethod(accepted.toStdString()))), "chosen");
    }

    void comesBackAsItWas_data() { addMethods(); }
    void comesBackAsItWas()
    {
        QFETCH(int, method);
        for (const int size : {0, 1, 1000, 65536, 1'000'000}) {
            const std::string text = mixedText(size);
            const std::string bytes = packed(Method(method), text);
            for (const size_t step : {size_t(1), size_t(4096), bytes.size() + 1}) {
                if (step == 1 && size > 1000)
                    continue;
                const Unpacked back = unpacked(Method(method), bytes, step);
                QVERIFY(back.well && back.complete);
                QVERIFY(back.text == text);
            }
            QVERIFY(!unpacked(Method(method), std::string_view(bytes).substr(0, bytes.size() - 1), 4096).complete);
        }
    }

    void showsWhatIsThere_data() { addMethods(); }
    void showsWhatIsThere()
    {
        QFETCH(int, method);
        const auto compressor = makeCompressor(Method(method));
        const std::string begun = compressor->pack("one row\n");
        QCOMPARE(unpacked(Method(method), begun, 4096).text, std::string("one row\n"));
    }

    void unpacksInBoundedPieces_data() { addMethods(); }
    void unpacksInBoundedPieces()
    {
        QFETCH(int, method);
        const Unpacked bomb = unpacked(Method(method), packed(Method(method), std::string(50 << 20, 'x')), 1 << 20);
        QCOMPARE(bomb.text.size(), size_t(50 << 20));
        QVERIFY2(bomb.largestPiece <= 64 << 10, qPrintable(QString::number(bomb.largestPiece)));
    }

    void refusesOtherBytes_data() { addMethods(); }
    void refusesOtherBytes()
    {
        QFETCH(int, method);
        const Unpacked nonsense = unpacked(Method(method), mixedText(10'000), 4096);
        QVERIFY(!nonsense.well || !nonsense.complete);
    }

    void answersCompressed_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QByteArray>("sql");
        for (const Row &row : methods) {
            QTest::addRow("%s small JSON", row.name)
                << int(row.method) << QByteArray("SELECT number FROM numbers(100) FORMAT JSONCompact");
            QTest::addRow("%s stream", row.name)
                << int(row.method) << QByteArray("SELECT number FROM numbers(1000000) FORMAT CSV");
        }
    }
    void answersCompressed()
    {
        QFETCH(int, method);
        QFETCH(QByteArray, sql);
        const QByteArray name = nameOf(Method(method));
        const QByteArray plain = m_engine.query(sql).body;
        const QByteArray fields =
            "Accept-Encoding: " + name + "\r\nContent-Length: " + QByteArray::number(sql.size()) + "\r\n";
        const HttpAnswer asIs = m_engine.exchange(m_engine.head("POST", "/", fields) + sql);
        QVERIFY(!asIs.headers.contains("content-encoding"));
        const HttpAnswer answer = m_engine.exchange(m_engine.head("POST", "/?enable_http_compression=1", fields) + sql);
        QCOMPARE(answer.headers.value("content-encoding"), name);
        QVERIFY(answer.complete && answer.body.size() < plain.size());
        const Unpacked back = unpacked(Method(method), answer.body.toStdString(), 4096);
        QVERIFY(back.complete);
        // The statistics of a JSON answer differ from run to run.
        QVERIFY(QByteArray::fromStdString(back.text).first(150) == plain.first(150));
        QVERIFY(sql.endsWith("JSONCompact") || QByteArray::fromStdString(back.text) == plain);
    }

    void insertsCompressedRows_data() { addMethods(); }
    void insertsCompressedRows()
    {
        QFETCH(int, method);
        m_engine.value("CREATE OR REPLACE TABLE packed (a UInt64) ENGINE = MergeTree ORDER BY a");
        std::string rows;
        for (int row = 0; row < 200'000; ++row)
            rows += std::to_string(row) + '\n';
        const HttpAnswer answer = insert("packed", Method(method), packed(Method(method), rows));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.headers.value("x-clickhouse-summary").contains("\"written_rows\":\"200000\""));
        QCOMPARE(m_engine.value("SELECT count(), sum(a) FROM packed"), QByteArray("200000\t19999900000"));
    }

    void keepsNothingOfBrokenBytes_data() { addMethods(); }
    void keepsNothingOfBrokenBytes()
    {
        QFETCH(int, method);
        m_engine.value("CREATE OR REPLACE TABLE broken (a UInt64) ENGINE = MergeTree ORDER BY a");
        std::string rows;
        for (int row = 0; row < 200'000; ++row)
            rows += std::to_string(row) + '\n';
        const std::string whole = packed(Method(method), rows);
        for (const std::string &bytes : {whole.substr(0, whole.size() / 2), whole.substr(0, 100) + rows}) {
            const HttpAnswer answer = insert("broken", Method(method), bytes);
            QCOMPARE(answer.status, 400);
            QCOMPARE(answer.headers.value("x-clickhouse-exception-code"), QByteArray("271"));
            QTRY_COMPARE(m_engine.value("SELECT count() FROM broken"), QByteArray("0"));
        }
    }

    void refusesClickHousesOwnBlocks()
    {
        for (const QByteArray parameter : {"compress=1", "decompress=1"}) {
            const HttpAnswer answer = m_engine.query("SELECT 1", parameter);
            QCOMPARE(answer.headers.value("x-clickhouse-exception-code"), QByteArray("48"));
            QVERIFY(answer.body.contains("enable_http_compression"));
        }
        QCOMPARE(m_engine.query("SELECT 1", "compress=0&decompress=0").body, QByteArray("1\n"));
    }

private:
    static void addMethods()
    {
        QTest::addColumn<int>("method");
        for (const Row &row : methods)
            QTest::newRow(row.name) << int(row.method);
    }

    HttpAnswer insert(const QByteArray &table, Method method, const std::string &bytes)
    {
        const QByteArray fields = "Content-Encoding: " + QByteArray(nameOf(method)) +
                                  "\r\nContent-Length: " + QByteArray::number(bytes.size()) + "\r\n";
        return m_engine.exchange(m_engine.head("POST", "/?query=INSERT%20INTO%20" + table + "%20FORMAT%20TSV", fields) +
                                 QByteArray::fromStdString(bytes));
    }

    QTemporaryDir m_folder;
    EngineProcess m_engine;
};

QTEST_GUILESS_MAIN(EngineCompressionTest)
#include "tst_enginecompression.moc"
