// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/routes.h"
#include "sandbox/api/tokens.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"
#include "sandbox/lifecycle.h"
#include "sandbox/querystatistics.h"
#include "sandbox/refusals.h"
#include "sandbox/servicelog.h"
#include "sandbox/state/store.h"
#include "support/sandboxprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandbox;

/// Every route there is, the ones of tomorrow included, against what no route may let through.
class TestSandboxRoutes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isBehindTheGate_data() { addRows(); }
    void isBehindTheGate();
    void survivesNames_data() { addRows(); }
    void survivesNames();
    void survivesBodies_data() { addRows(); }
    void survivesBodies();
    void cleanup();

private:
    void readRoutes();
    void addRows() const;
    [[nodiscard]] RawHttp::Answer send(const Router::Entry &route, const QByteArray &path,
                                       const QByteArray &body) const;

    std::vector<Router::Entry> m_routes;
    SandboxProcess m_sandbox;
};

namespace {

constexpr qint64 longestAnswerMs = 2000;

/// The pattern with a name in place of each {part}; the project, the service and what belongs to it are there.
QByteArray pathOf(const Router::Entry &route, const QByteArray &name = "x")
{
    QByteArray path = QByteArray::fromStdString(route.pattern);
    const bool isKafka = path.contains("/topic") || path.contains("/kafka/");
    path.replace("{project}", "sandbox").replace("{service}", isKafka ? "kafka-demo" : "clickhouse-demo");
    path.replace("{organization}", "org0sandbox").replace("{account}", "a0sandbox");
    for (qsizetype begin = path.indexOf('{'); begin >= 0; begin = path.indexOf('{'))
        path.replace(begin, path.indexOf('}') + 1 - begin, name);
    return path;
}

} // namespace

void TestSandboxRoutes::initTestCase()
{
    readRoutes();
    QVERIFY(m_routes.size() > 60);
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
}

/// From a sandbox without services, in which nothing is started.
void TestSandboxRoutes::readRoutes()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"state.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version":2,"project":"sandbox","create_time":"","services":[],"integrations":[],"removals":[]})");
    file.close();
    const auto store = Store::open(folder.path().toStdString());
    QVERIFY(store);
    Backends backends(**store, folder.path().toStdString());
    Tokens tokens("x", **store);
    ServiceLog log;
    QueryStatistics statistics;
    Lifecycle lifecycle(**store, backends, log);
    const Catalog catalog;
    Router router(catalog);
    addRoutes(router, {catalog, **store, backends, tokens, lifecycle, log, statistics});
    m_routes = router.entries();
}

void TestSandboxRoutes::addRows() const
{
    QTest::addColumn<std::size_t>("route");
    for (std::size_t index = 0; index < m_routes.size(); ++index)
        QTest::addRow("%s %s", m_routes[index].method.c_str(), m_routes[index].pattern.c_str()) << index;
}

void TestSandboxRoutes::cleanup()
{
    QCOMPARE(m_sandbox.process().state(), QProcess::Running);
}

RawHttp::Answer TestSandboxRoutes::send(const Router::Entry &route, const QByteArray &path,
                                        const QByteArray &body) const
{
    return RawHttp::send(m_sandbox.port(), QByteArray::fromStdString(route.method) + ' ' + path +
                                               " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_sandbox.port()) +
                                               "\r\nAuthorization: Bearer " + m_sandbox.token().toUtf8() +
                                               "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                                               body);
}

void TestSandboxRoutes::isBehindTheGate()
{
    QFETCH(std::size_t, route);
    const Router::Entry &entry = m_routes[route];
    const QByteArray port = QByteArray::number(m_sandbox.port());
    const QByteArray line = QByteArray::fromStdString(entry.method) + ' ' + pathOf(entry) + " HTTP/1.1\r\n";
    const QByteArray host = "Host: 127.0.0.1:" + port + "\r\n";
    const QByteArray token = "Authorization: aivenv1 " + m_sandbox.token().toUtf8() + "\r\n";
    compareErrorShape(RawHttp::send(m_sandbox.port(), line + "Host: evil.example:" + port + "\r\n" + token + "\r\n"),
                      421);
    compareErrorShape(RawHttp::send(m_sandbox.port(), line + host + token + "Origin: null\r\n\r\n"), 403);
    if (entry.access == Router::Access::Everybody)
        return;
    const RawHttp::Answer noToken = RawHttp::send(m_sandbox.port(), line + host + "\r\n");
    compareErrorShape(noToken, 401);
    QVERIFY(noToken.body.contains("Invalid token"));
    QVERIFY(noToken.header("Access-Control-Allow-Origin").isEmpty());
}

void TestSandboxRoutes::survivesNames()
{
    QFETCH(std::size_t, route);
    const Router::Entry &entry = m_routes[route];
    if (pathOf(entry, "a") == pathOf(entry, "b"))
        return; // no name of the user's in it
    for (const QByteArray &name :
         {"a%2Fb"_ba, "..%2F.."_ba, "%00"_ba, "%F0%9F%9A%80"_ba, "%27%3B--"_ba, "%0A"_ba, QByteArray(3000, 'a')}) {
        QElapsedTimer clock;
        clock.start();
        const RawHttp::Answer answer = send(entry, pathOf(entry, name), {});
        QVERIFY2(clock.elapsed() < longestAnswerMs, name.left(50).constData());
        QVERIFY2(answer.status >= 400 && answer.status < 500, answer.body.left(500).constData());
        compareErrorShape(answer, answer.status);
    }
}

void TestSandboxRoutes::survivesBodies()
{
    QFETCH(std::size_t, route);
    const Router::Entry &entry = m_routes[route];
    if (entry.bodySchema.empty())
        return; // the body is not looked at
    for (const QByteArray &body :
         {"{"_ba, "[]"_ba, "null"_ba, "1e999"_ba, "\"\xff\""_ba, R"({"a":1,"a":2})"_ba, QByteArray(20'000, '['),
          QByteArray("{\"user_config\":").repeated(10'000), R"({"user_config":)" + QByteArray(200'000, '1') + '}'}) {
        QElapsedTimer clock;
        clock.start();
        const RawHttp::Answer answer = send(entry, pathOf(entry), body);
        QVERIFY2(clock.elapsed() < longestAnswerMs, body.left(50).constData());
        QVERIFY2(answer.status >= 400 && answer.status < 500, answer.body.left(500).constData());
        compareErrorShape(answer, answer.status);
    }
}

QTEST_GUILESS_MAIN(TestSandboxRoutes)
#include "tst_sandboxroutes.moc"
