// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawhttp.h"
#include "support/sandboxprocess.h"

#include <QElapsedTimer>
#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::Json;

/// Wrong values in well-formed requests, on both listeners: each is answered within two seconds, in the listener's own
/// form, and both go on.
class TestSandboxBadInput final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void wrongTypes_data();
    void wrongTypes();
    void oddNames_data();
    void oddNames();
    void brokenSql_data();
    void brokenSql();
    void largeBodies();
    void brokenChunks_data();
    void brokenChunks();
    void goesOnAfterDisconnects_data();
    void goesOnAfterDisconnects();
    void cleanup();

private:
    /// One call of the API in its time; the status.
    int call(const QByteArray &method, const QByteArray &path, const QByteArray &body);
    /// A request to ClickHouse in its time.
    [[nodiscard]] QByteArray sqlHead(const QByteArray &target, const QByteArray &fields) const;
    RawHttp::Answer send(int port, const QByteArray &bytes);

    SandboxProcess m_sandbox;
    int m_sqlPort = 0;
    QByteArray m_login;
    QByteArray m_integration;
};

namespace {

constexpr int longestMs = 2000;
const QByteArray project = "/v1/project/sandbox";

bool hasTheApisShape(const QByteArray &body)
{
    const auto json = Core::parseJson(body);
    return json && !Core::textAt(*json, "message").isEmpty() && (*json)["errors"].is_array();
}

} // namespace

void TestSandboxBadInput::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
    const auto service = m_sandbox.call("GET", project + "/service/clickhouse-demo?include_secrets=true");
    const Json &address = service.body["service"]["service_uri_params"];
    m_sqlPort = Core::textAt(address, "port").toInt();
    m_login = (Core::textAt(address, "user") + u':' + Core::textAt(address, "password")).toUtf8().toBase64();
    const auto created = m_sandbox.call("POST", project + "/integration",
                                        {{"integration_type", "clickhouse_kafka"},
                                         {"source_service", "kafka-demo"},
                                         {"dest_service", "clickhouse-demo"}});
    m_integration = Core::textAt(created.body["service_integration"], "service_integration_id").toUtf8();
    QVERIFY(!m_integration.isEmpty());
}

void TestSandboxBadInput::cleanup()
{
    QCOMPARE(m_sandbox.process().state(), QProcess::Running);
    QCOMPARE(m_sandbox.call("GET", "/v1/me").status, 200);
    QVERIFY(m_sandbox.query(u"clickhouse-demo"_s, u"SELECT toUInt8(1)"_s) == Json::parse("[[1]]"));
}

RawHttp::Answer TestSandboxBadInput::send(int port, const QByteArray &bytes)
{
    QElapsedTimer clock;
    clock.start();
    const RawHttp::Answer answer = RawHttp::send(port, bytes);
    // Sanitizers and a busy machine take their time; what must not happen is an answer that never comes.
    if (clock.elapsed() > longestMs)
        qWarning() << "answered after" << clock.elapsed() << "ms";
    return answer;
}

int TestSandboxBadInput::call(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    const RawHttp::Answer answer = send(
        m_sandbox.port(), method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_sandbox.port()) +
                              "\r\nAuthorization: aivenv1 " + m_sandbox.token().toUtf8() +
                              "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    if (answer.status >= 400 && !hasTheApisShape(answer.body))
        qWarning() << method << path << body.left(200) << answer.head << answer.body.left(200);
    return answer.status < 400 || hasTheApisShape(answer.body) ? answer.status : -answer.status;
}

QByteArray TestSandboxBadInput::sqlHead(const QByteArray &target, const QByteArray &fields) const
{
    return "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_sqlPort) +
           "\r\nAuthorization: Basic " + m_login + "\r\n" + fields + "\r\n";
}

void TestSandboxBadInput::wrongTypes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    // None of them would succeed as it is, so that no mixture of right and wrong values leaves anything behind.
    const auto add = [](const char *line, const char *body) {
        const QByteArrayList parts = QByteArray(line).split(' ');
        QTest::newRow(line) << parts[0] << QByteArray(parts[1]).replace("P/", project + '/') << QByteArray(body);
    };
    add("POST P/integration", R"({"integration_type":"clickhouse_kafka","source_service":"kafka-demo",
        "dest_service":"clickhouse-demo","user_config":{"tables":[]}})");
    add("POST P/integration_endpoint",
        R"({"endpoint_name":"/","endpoint_type":"external_kafka","user_config":{"bootstrap_servers":"a:1"}})");
    add("POST P/service",
        R"({"service_name":"kafka-demo","service_type":"kafka","plan":"startup-2","cloud":"x","user_config":{}})");
    add("PUT P/service/nothing", R"({"plan":"startup-16","powered":true,"user_config":{}})");
    add("POST P/service/nothing/topic",
        R"({"topic_name":"topic1","partitions":1,"replication":1,"tags":[{"key":"a","value":"b"}],"config":{}})");
    add("POST P/service/clickhouse-demo/clickhouse/query", R"({"database":"none","query":"SELECT 1"})");
    add("POST P/service/nothing/user", R"({"username":"avnadmin"})");
    add("POST P/service/kafka-demo/kafka/rest/topics/nothing/messages",
        R"({"format":"binary","partitions":{"0":{"offset":0}},"max_bytes":1,"timeout":1})");
    add("POST P/service/kafka-demo/kafka/rest/topics/nothing/produce",
        R"({"format":"binary","records":[{"key":"eA==","value":"eA==","partition":0}]})");
}

void TestSandboxBadInput::wrongTypes()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const Json good = *Core::parseJson(body);
    const Json wrong[] = {nullptr,
                          true,
                          -1,
                          1.5,
                          1e300,
                          "",
                          "text",
                          Json::array(),
                          Json::object(),
                          {{1, 2}},
                          {{"a", {{"b", Json::array({nullptr})}}}},
                          18446744073709551615U};
    for (const auto &[key, value] : good.items()) {
        for (const Json &other : wrong) {
            Json changed = good;
            changed[key] = other;
            const QByteArray text = Core::toText(changed);
            const int status = call(method, path, text);
            QVERIFY2(status >= 400 && status < 500, (QByteArray::number(status) + ": " + text).constData());
        }
    }
    for (const Json &other : wrong) {
        const int status = call(method, path, Core::toText(other));
        QVERIFY2(status >= 400 && status < 500, Core::toText(other).constData());
    }
}

void TestSandboxBadInput::oddNames_data()
{
    QTest::addColumn<QByteArray>("name"); // as JSON text
    const QByteArray noText("\\u0000");
    QTest::newRow("slash") << "a/b"_ba;
    QTest::newRow("parent") << ".."_ba;
    QTest::newRow("way out") << "../../../../etc/passwd"_ba;
    QTest::newRow("NUL") << "a" + noText + "b";
    QTest::newRow("emoji") << "\xF0\x9F\x98\x80"_ba;
    QTest::newRow("blank") << " "_ba;
    QTest::newRow("line feed") << "a\\nb"_ba;
    QTest::newRow("quote and backtick") << "a'`\\\"; DROP TABLE x --"_ba;
    QTest::newRow("backslash") << "a\\\\"_ba;
    QTest::newRow("bidirectional") << "a\xE2\x80\xAE"
                                      "b"_ba;
    QTest::newRow("long") << QByteArray(5000, 'a');
    QTest::newRow("encoded") << "%2e%2e%2f"_ba;
}

void TestSandboxBadInput::oddNames()
{
    QFETCH(QByteArray, name);
    const auto put = [&name](const char *text) { return QByteArray(text).replace("NAME", name); };
    const auto refused = [this](const QByteArray &path, const QByteArray &body) {
        const int status = call("POST", project + path, body);
        return status >= 400 && status < 500;
    };
    const QByteArray topic = put(R"({"topic_name":"NAME"})");
    const QByteArray service =
        put(R"({"service_name":"NAME","service_type":"kafka","plan":"startup-2","cloud":"google-europe-west1"})");
    const QByteArray integration =
        put(R"({"integration_type":"NAME","source_service":"NAME","dest_service":"clickhouse-demo"})");
    const QByteArray query = put(R"({"database":"NAME","query":"SELECT 1"})");
    QVERIFY(refused("/service/kafka-demo/topic", topic));
    QVERIFY(refused("/service", service));
    QVERIFY(refused("/integration", integration));
    QVERIFY(refused("/service/clickhouse-demo/clickhouse/query", query));
    // These may be taken, if ClickHouse takes them; what is made of them must not break anything.
    const QByteArray table =
        put(R"({"user_config":{"tables":[{"name":"NAME","columns":[{"name":"NAME","type":"String"}],
        "topics":[{"name":"topic1"}],"data_format":"CSV","group_name":"NAME"}]}})");
    const int status = call("PUT", project + "/integration/" + m_integration, table);
    QVERIFY2(status == 200 || (status >= 400 && status < 500), QByteArray::number(status).constData());
    const int type = call("PUT", project + "/integration/" + m_integration,
                          QByteArray(table).replace("\"String\"", "\"" + name + "\""));
    QVERIFY2(type >= 400 && type < 500, QByteArray::number(type).constData());
    const QByteArray none = R"({"user_config":{"tables":[]}})";
    const int emptied = call("PUT", project + "/integration/" + m_integration, none);
    QVERIFY2(emptied == 200 || emptied == 400, QByteArray::number(emptied).constData()); // 400: it was empty before
}

void TestSandboxBadInput::brokenSql_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char *sql : {"SELECT",
                            "SELECT 'abc",
                            "SELECT \"abc",
                            "SELECT `",
                            "SELECT (1",
                            "SELECT [1, {",
                            "INSERT INTO",
                            "INSERT INTO system.one VALUES (1, ",
                            "INSERT INTO system.one FORMAT",
                            "/* comment",
                            "WITH x AS (",
                            "CREATE TABLE t (",
                            "SELECT 1 FORMAT",
                            "SELECT 1 SETTINGS",
                            "KILL QUERY WHERE",
                            "EXPLAIN",
                            ";",
                            "; ;",
                            "--",
                            "\\",
                            "SELECT 1; SELECT",
                            "USE",
                            "SET a ="})
        QTest::newRow(sql) << QByteArray(sql);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("NUL") << QByteArray("SELECT \0 1 FROM", 15);
    QTest::newRow("deep brackets") << "SELECT " + QByteArray(100'000, '(');
    QTest::newRow("deep calls") << "SELECT " + QByteArray("not ").repeated(100'000) + "1";
    QTest::newRow("deep arrays") << "SELECT " + QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QTest::newRow("deep case") << "SELECT " + QByteArray("CASE WHEN 1 THEN ").repeated(20'000);
}

void TestSandboxBadInput::brokenSql()
{
    QFETCH(QByteArray, sql);
    const RawHttp::Answer answer =
        send(m_sqlPort, sqlHead("/", "Content-Length: " + QByteArray::number(sql.size()) + "\r\n") + sql);
    QVERIFY2(answer.status >= 400 && answer.body.startsWith("Code: "),
             (answer.head + answer.body.left(200)).constData());
    QVERIFY(answer.header("X-ClickHouse-Exception-Code").toInt() > 0);
    const Json body{{"database", "default"}, {"query", std::string(sql.constData(), size_t(sql.size()))}};
    const int status = call("POST", project + "/service/clickhouse-demo/clickhouse/query", Core::toText(body));
    QVERIFY2(status >= 400 && status < 500, QByteArray::number(status).constData());
}

void TestSandboxBadInput::largeBodies()
{
    const QByteArray large(20 << 20, 'x');
    const QByteArray topic = R"({"topic_name":")" + large + "\"}";
    const QByteArray query = R"({"database":"default","query":")" + large + "\"}";
    QCOMPARE(call("POST", project + "/service/kafka-demo/topic", topic), 413);
    QCOMPARE(call("POST", project + "/service/clickhouse-demo/clickhouse/query", query), 413);
    const QByteArray sql = "SELECT '" + large + "'";
    const RawHttp::Answer answer =
        send(m_sqlPort, sqlHead("/", "Content-Length: " + QByteArray::number(sql.size()) + "\r\n") + sql);
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.startsWith("Code: 62. DB::Exception"));
    // Rows are no statement: they may be as many as they like.
    QVERIFY(m_sandbox.query(u"clickhouse-demo"_s, u"CREATE TABLE large (s String) ENGINE = Memory"_s) == Json::array());
    const RawHttp::Answer inserted =
        send(m_sqlPort, sqlHead("/?query=INSERT%20INTO%20large%20FORMAT%20TSV",
                                "Content-Length: " + QByteArray::number(large.size()) + "\r\n") +
                            large);
    QCOMPARE(inserted.status, 200);
}

void TestSandboxBadInput::brokenChunks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no number") << "x\r\n1\n\r\n0\r\n\r\n"_ba;
    QTest::newRow("negative") << "-1\r\n1\n\r\n0\r\n\r\n"_ba;
    QTest::newRow("too large for a number") << "ffffffffffffffffffff\r\n1\n\r\n"_ba;
    QTest::newRow("wrong row") << "8\r\nnothing\n\r\n0\r\n\r\n"_ba;
    QTest::newRow("deep JSON in a row") << "2\r\n1\n\r\n" + QByteArray::number(100'000, 16) + "\r\n" +
                                               QByteArray(100'000, '[') + "\r\n0\r\n\r\n";
}

void TestSandboxBadInput::brokenChunks()
{
    QFETCH(QByteArray, body);
    QVERIFY(m_sandbox.query(u"clickhouse-demo"_s,
                            u"CREATE OR REPLACE TABLE chunks (a UInt64) ENGINE = MergeTree ORDER BY a"_s) ==
            Json::array());
    const RawHttp::Answer answer = send(
        m_sqlPort, sqlHead("/?query=INSERT%20INTO%20chunks%20FORMAT%20TSV", "Transfer-Encoding: chunked\r\n") + body);
    // 0: closed, because what follows cannot be told apart from the body.
    QVERIFY2(answer.status == 0 || answer.status >= 400, (answer.head + answer.body).constData());
    QTRY_VERIFY(m_sandbox.query(u"clickhouse-demo"_s, u"SELECT toUInt8(count()) FROM chunks"_s) ==
                Json::parse("[[0]]"));
}

void TestSandboxBadInput::goesOnAfterDisconnects_data()
{
    QTest::addColumn<bool>("sql");
    QTest::addColumn<QByteArray>("request");
    const QByteArray host = "Host: 127.0.0.1:" + QByteArray::number(m_sandbox.port()) + "\r\n",
                     token = "Authorization: aivenv1 " + m_sandbox.token().toUtf8() + "\r\n";
    QTest::newRow("API, in the answer") << false
                                        << "GET " + project + "/integration_types HTTP/1.1\r\n" + host + token + "\r\n";
    QTest::newRow("API, in the body") << false
                                      << "POST " + project + "/integration HTTP/1.1\r\n" + host + token +
                                             "Content-Length: 100\r\n\r\n{\"integ";
    QTest::newRow("SQL, in the answer") << true
                                        << sqlHead("/?query=SELECT%20*%20FROM%20numbers(1000000000)",
                                                   "Content-Length: 0\r\n");
    QTest::newRow("SQL, in the body") << true << sqlHead("/", "Content-Length: 100\r\n") + "SELECT ";
}

void TestSandboxBadInput::goesOnAfterDisconnects()
{
    QFETCH(bool, sql);
    QFETCH(QByteArray, request);
    const int port = sql ? m_sqlPort : m_sandbox.port();
    for (int client = 0; client < 100; ++client) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
        QVERIFY(socket.waitForConnected());
        socket.write(request);
        socket.flush();
        if (client % 2 == 0)
            socket.waitForReadyRead(100);
        socket.abort();
    }
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(m_sandbox.call("GET", "/v1/me").status, 200);
    QVERIFY(m_sandbox.query(u"clickhouse-demo"_s, u"SELECT toUInt8(1)"_s) == Json::parse("[[1]]"));
    QVERIFY2(clock.elapsed() < 3 * longestMs, qPrintable(QString::number(clock.elapsed())));
    QTRY_VERIFY(m_sandbox.query(u"clickhouse-demo"_s, u"SELECT toUInt8(count()) FROM system.processes WHERE "
                                                      "query LIKE '%1000000000%' AND query NOT LIKE '%processes%'"_s) ==
                Json::parse("[[0]]"));
}

QTEST_GUILESS_MAIN(TestSandboxBadInput)
#include "tst_sandboxbadinput.moc"
