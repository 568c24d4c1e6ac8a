// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandboxprocess.h"

#include <QDir>
#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using Core::Json;

/// What is left of a sandbox that was killed, and what another notices of it.
class TestSandboxKilled final : public QObject
{
    Q_OBJECT

private slots:
    void leavesNothingBehind();
    void runsBesideAnother();
    void losesNothingAcknowledged();
};

namespace {

const QByteArray project = "/v1/project/sandbox";

/// The processes below one, by number.
QByteArrayList childrenOf(qint64 process)
{
    QByteArrayList found;
    const QDir threads(u"/proc/%1/task"_s.arg(process));
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile list(threads.filePath(thread + u"/children"_s));
        if (!list.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &child : list.readAll().simplified().split(' ')) {
            if (!child.isEmpty())
                found << child << childrenOf(child.toLongLong());
        }
    }
    return found;
}

} // namespace

void TestSandboxKilled::leavesNothingBehind()
{
    const QTemporaryDir folder;
    SandboxProcess sandbox;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, folder.path());
    sandbox.process().setProcessEnvironment(environment);
    QVERIFY2(sandbox.start(), qPrintable(sandbox.errorOutput()));
    QVERIFY(sandbox.query(u"clickhouse-demo"_s, u"SELECT 1"_s) == Json::parse("[[1]]")); // the engine is there
    const QByteArrayList children = childrenOf(sandbox.process().processId());
    QVERIFY(children.size() >= 2);
    sandbox.killHard();
    const auto isThere = [](const QByteArray &child) {
        QFile status(u"/proc/%1/status"_s.arg(QString::fromLatin1(child)));
        // Who reaps orphans is the system's matter.
        return status.open(QIODevice::ReadOnly) && !status.readAll().contains("State:\tZ");
    };
    QTRY_VERIFY_WITH_TIMEOUT(std::none_of(children.begin(), children.end(), isThere), 8000);
    QTRY_COMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden), QStringList());
}

void TestSandboxKilled::runsBesideAnother()
{
    SandboxProcess first;
    SandboxProcess second;
    QVERIFY(first.start() && second.start());
    const QString make = u"CREATE TABLE own (a UInt8) ENGINE = MergeTree ORDER BY a"_s;
    for (const SandboxProcess *sandbox : {&first, &second})
        QVERIFY(sandbox->query(u"clickhouse-demo"_s, make) == Json::array());
    QVERIFY(first.query(u"clickhouse-demo"_s, u"INSERT INTO own VALUES (1)"_s) == Json::array());
    QVERIFY(second.query(u"clickhouse-demo"_s, u"SELECT toUInt8(count()) FROM own"_s) == Json::parse("[[0]]"));
    const QByteArray topics = project + "/service/kafka-demo/topic";
    QCOMPARE(first.call("POST", topics, Json{{"topic_name", "only-here"}}).status, 200);
    QCOMPARE(second.call("GET", topics + "/only-here").status, 404);
    first.killHard();
    QCOMPARE(second.call("GET", topics).status, 200);
}

void TestSandboxKilled::losesNothingAcknowledged()
{
    // Killed at another moment of its writing each time: what was acknowledged is there, and the state is whole.
    constexpr int rounds = 8;
    const QTemporaryDir folder;
    const QByteArray topics = project + "/service/kafka-demo/topic";
    std::vector<std::string> acknowledged;
    for (int round = 0; round <= rounds; ++round) {
        SandboxProcess sandbox;
        QVERIFY2(sandbox.start({u"--data"_s, folder.path(), u"--keep"_s}), qPrintable(sandbox.errorOutput()));
        const std::string listed = sandbox.call("GET", topics).body.dump();
        for (const std::string &topic : acknowledged)
            QVERIFY2(listed.find('"' + topic + '"') != std::string::npos, topic.c_str());
        if (round == rounds)
            break;
        const auto create = [&](int write) {
            const std::string topic = "t-" + std::to_string(round) + '-' + std::to_string(write);
            const bool isMade = sandbox.call("POST", topics, Json{{"topic_name", topic}}).status == 200;
            if (isMade)
                acknowledged.push_back(topic);
            return isMade;
        };
        QVERIFY(create(0)); // on a slow machine no other may be acknowledged in time
        std::thread killer([process = pid_t(sandbox.process().processId()), round] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20 + 17 * round));
            ::kill(process, SIGKILL);
        });
        for (int write = 1; create(write); ++write) {
        }
        killer.join();
        sandbox.killHard();
    }
    QCOMPARE(QDir(folder.path()).entryList({u"*.broken*"_s}), QStringList());
}

QTEST_GUILESS_MAIN(TestSandboxKilled)
#include "tst_sandboxkilled.moc"
