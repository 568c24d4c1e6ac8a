// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawhttp.h"
#include "support/sandboxprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using Core::Json;

/// The program from outside: its line, its exit codes, its end, and what it remembers.
class TestSandboxProcess final : public QObject
{
    Q_OBJECT

private slots:
    void exits_data();
    void exits();
    void takesTheGivenTokenAndPort();
    void makesANewTokenEachTime();
    void endsWhenAsked_data();
    void endsWhenAsked();
    void keepsOnWithoutAParent();
    void endsWhileARequestRuns();
    void refusesASecondInstance();
    void refusesATakenPort();
    void remembersAfterAKill();
    void sharesNothingWithOthers();
};

namespace {

const QByteArray project = "/v1/project/sandbox";

void setTemporaryFolder(SandboxProcess &sandbox, const QTemporaryDir &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, folder.path());
    sandbox.process().setProcessEnvironment(environment);
}

QStringList contentsOf(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
}

} // namespace

void TestSandboxProcess::exits_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << u"Usage: headgate-sandbox"_s;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0 << u"headgate-sandbox "_s;
    QTest::newRow("unknown") << QStringList{u"--nothing"_s} << 64 << u"'--nothing' is not known"_s;
    QTest::newRow("word") << QStringList{u"word"_s} << 64 << u"'word' is not known"_s;
    QTest::newRow("no port") << QStringList{u"--port"_s} << 64 << u"--port needs a value"_s;
    QTest::newRow("empty port") << QStringList{u"--port"_s, QString()} << 64 << u"--port needs a value"_s;
    QTest::newRow("port is a word") << QStringList{u"--port"_s, u"x"_s} << 64 << u"not 'x'"_s;
    QTest::newRow("port too high") << QStringList{u"--port"_s, u"65536"_s} << 64 << u"not '65536'"_s;
    QTest::newRow("port with more") << QStringList{u"--port"_s, u"80x"_s} << 64 << u"not '80x'"_s;
    QTest::newRow("no folder") << QStringList{u"--data"_s} << 64 << u"--data needs a value"_s;
    QTest::newRow("impossible folder") << QStringList{u"--data"_s, u"/proc/nothing"_s} << 69 << u"/proc/nothing"_s;
    QTest::newRow("file as folder") << QStringList{u"--data"_s, u"/dev/null"_s} << 69 << u"/dev/null"_s;
}

void TestSandboxProcess::exits()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    QProcess process;
    process.start(SandboxProcess::programFolder() + u"/headgate-sandbox"_s, arguments);
    QVERIFY(process.waitForFinished());
    QTEST(process.exitCode(), "code");
    const QByteArray said = process.exitCode() == 0 ? process.readAllStandardOutput() : process.readAllStandardError();
    QVERIFY2(QString::fromUtf8(said).contains(says), said.constData());
}

void TestSandboxProcess::takesTheGivenTokenAndPort()
{
    SandboxProcess first;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HEADGATE_SANDBOX_TOKEN"_s, u"a+b/c="_s);
    first.process().setProcessEnvironment(environment);
    QVERIFY2(first.start(), qPrintable(first.errorOutput()));
    QCOMPARE(first.token(), u"a+b/c="_s);
    QCOMPARE(first.project(), u"sandbox"_s);
    QCOMPARE(first.call("GET", "/v1/me").status, 200);
    const int port = first.port();
    first.terminate();
    SandboxProcess second;
    QVERIFY2(second.start({u"--port"_s, QString::number(port)}), qPrintable(second.errorOutput()));
    QCOMPARE(second.port(), port);
}

void TestSandboxProcess::makesANewTokenEachTime()
{
    SandboxProcess first;
    SandboxProcess second;
    QVERIFY(first.start() && second.start());
    QVERIFY(first.token() != second.token());
    QVERIFY(first.token().size() >= 20);
}

void TestSandboxProcess::endsWhenAsked_data()
{
    QTest::addColumn<int>("signal"); // 0: standard input closes
    QTest::newRow("parent gone") << 0;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestSandboxProcess::endsWhenAsked()
{
    QFETCH(int, signal);
    const QTemporaryDir folder;
    SandboxProcess sandbox;
    setTemporaryFolder(sandbox, folder);
    QVERIFY2(sandbox.start(), qPrintable(sandbox.errorOutput()));
    QCOMPARE(contentsOf(folder).size(), 1);
    if (signal == 0)
        sandbox.process().closeWriteChannel();
    else
        ::kill(pid_t(sandbox.process().processId()), signal);
    QVERIFY(sandbox.process().waitForFinished(10'000));
    QCOMPARE(sandbox.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(sandbox.process().exitCode(), 0);
    QCOMPARE(contentsOf(folder), QStringList());
}

void TestSandboxProcess::keepsOnWithoutAParent()
{
    SandboxProcess sandbox;
    QVERIFY2(sandbox.start({u"--keep"_s}), qPrintable(sandbox.errorOutput()));
    sandbox.process().closeWriteChannel();
    QVERIFY(!sandbox.process().waitForFinished(300));
    QCOMPARE(sandbox.call("GET", "/v1/me").status, 200);
}

void TestSandboxProcess::endsWhileARequestRuns()
{
    const QTemporaryDir folder;
    SandboxProcess sandbox;
    setTemporaryFolder(sandbox, folder);
    QVERIFY2(sandbox.start(), qPrintable(sandbox.errorOutput()));
    QVERIFY(sandbox.query(u"clickhouse-demo"_s, u"SELECT 1"_s) == Json::parse("[[1]]")); // the engine is there
    const QByteArray body =
        R"json({"database":"default","query":"SELECT sleepEachRow(1) FROM numbers(60) SETTINGS max_block_size=1"})json";
    const QByteArray request =
        "POST " + project +
        "/service/clickhouse-demo/clickhouse/query HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(sandbox.port()) +
        "\r\nAuthorization: aivenv1 " + sandbox.token().toUtf8() +
        "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    QCOMPARE(RawHttp::send(sandbox.port(), request, 300).status, 0);
    QElapsedTimer clock;
    clock.start();
    sandbox.process().closeWriteChannel();
    QVERIFY(sandbox.process().waitForFinished(10'000));
    QVERIFY2(clock.elapsed() < 6000, "it should take two seconds on an idle machine");
    QCOMPARE(sandbox.process().exitCode(), 0);
    QCOMPARE(contentsOf(folder), QStringList());
}

void TestSandboxProcess::refusesASecondInstance()
{
    const QTemporaryDir folder;
    SandboxProcess first;
    QVERIFY(first.start({u"--data"_s, folder.path()}));
    SandboxProcess second;
    QVERIFY(!second.start({u"--data"_s, folder.path()}));
    QVERIFY(second.process().state() == QProcess::NotRunning || second.process().waitForFinished());
    QCOMPARE(second.process().exitCode(), 75);
    QVERIFY(second.errorOutput().contains(u"Another sandbox uses the folder"_s));
    QCOMPARE(first.call("GET", "/v1/me").status, 200);
}

void TestSandboxProcess::refusesATakenPort()
{
    SandboxProcess first;
    QVERIFY(first.start());
    SandboxProcess second;
    QVERIFY(!second.start({u"--port"_s, QString::number(first.port())}));
    QVERIFY(second.process().state() == QProcess::NotRunning || second.process().waitForFinished());
    QCOMPARE(second.process().exitCode(), 75);
    QVERIFY(second.errorOutput().contains(u"cannot be opened"_s));
}

void TestSandboxProcess::remembersAfterAKill()
{
    const QTemporaryDir folder;
    const QStringList arguments{u"--data"_s, folder.path()};
    const QByteArray rest = project + "/service/kafka-demo/kafka/rest/topics/";
    QString id;
    Json password;
    for (int round = 0; round < 3; ++round) {
        SandboxProcess sandbox;
        QVERIFY2(sandbox.start(arguments), qPrintable(sandbox.errorOutput()));
        const QByteArray topic = "round-" + QByteArray::number(round);
        if (round == 0) {
            const auto created = sandbox.call("POST", project + "/integration",
                                              Json{{"integration_type", "clickhouse_kafka"},
                                                   {"source_service", "kafka-demo"},
                                                   {"dest_service", "clickhouse-demo"}});
            QCOMPARE(created.status, 200);
            id = Core::textAt(created.body["service_integration"], "service_integration_id");
        }
        const auto topics = project + "/service/kafka-demo/topic";
        QCOMPARE(sandbox.call("POST", topics, Json{{"topic_name", topic.toStdString()}}).status, 200);
        const Json record{{"format", "json"}, {"records", Json::array({Json{{"value", round}}})}};
        QCOMPARE(sandbox.call("POST", rest + topic + "/produce", record).status, 200);
        sandbox.killHard(); // right after the acknowledgement
    }
    SandboxProcess sandbox;
    QVERIFY2(sandbox.start(arguments), qPrintable(sandbox.errorOutput()));
    QCOMPARE(sandbox.call("GET", project + "/integration/" + id.toUtf8()).status, 200);
    const Json fromStart{{"format", "json"}, {"partitions", {{"0", {{"offset", 0}}}}}};
    for (const QByteArray round : {"0", "1", "2"}) {
        QCOMPARE(sandbox.call("GET", project + "/service/kafka-demo/topic/round-" + round).status, 200);
        const Json messages = sandbox.call("POST", rest + "round-" + round + "/messages", fromStart).body["messages"];
        QCOMPARE(messages.size(), std::size_t(1));
        QCOMPARE(messages[0]["value"], Json(round.toInt()));
    }
    QCOMPARE(QDir(folder.path()).entryList({u"state.json.*"_s}), QStringList());
}

void TestSandboxProcess::sharesNothingWithOthers()
{
    const QTemporaryDir folder;
    SandboxProcess sandbox;
    QVERIFY(sandbox.start({u"--data"_s, folder.path() + u"/inner"_s}));
    const QFile::Permissions permissions = QFile::permissions(folder.path() + u"/inner"_s);
    QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
}

QTEST_GUILESS_MAIN(TestSandboxProcess)
#include "tst_sandboxprocess.moc"
