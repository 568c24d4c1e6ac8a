// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/processes.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString program()
{
    return qEnvironmentVariable("HEADGATE_BIN") + u"/headgate"_s;
}

struct Answer
{
    int code = -1;
    QString said;
};

/// Runs the console to its end, as a shell would.
Answer run(const QStringList &arguments, const QString &platform)
{
    QProcess console;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, platform);
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    console.setProcessEnvironment(environment);
    console.setProcessChannelMode(QProcess::MergedChannels);
    console.start(program(), arguments);
    if (!console.waitForFinished(20'000) || console.exitStatus() != QProcess::NormalExit)
        return {-1, QString::fromUtf8(console.readAll())};
    return {console.exitCode(), QString::fromUtf8(console.readAll())};
}

} // namespace

/// The built program from outside: how it starts, what it says when it cannot, and that nothing stays behind.
class TestProgram final : public QObject
{
    Q_OBJECT

private slots:
    void answersWithoutAWindow_data();
    void answersWithoutAWindow();
    void endsItsSandbox();
};

void TestProgram::answersWithoutAWindow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");

    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << u"--sandbox"_s;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0 << u"headgate"_s;
    QTest::newRow("an option that does not exist") << QStringList{u"--sandboxed"_s} << 64 << u"sandboxed"_s;
    QTest::newRow("no display") << QStringList{} << 69 << u"display"_s;
}

void TestProgram::answersWithoutAWindow()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const Answer answer = run(arguments, u"xcb"_s);
    QVERIFY2(answer.said.contains(said, Qt::CaseInsensitive), qPrintable(answer.said));
    QTEST(answer.code, "code");
}

void TestProgram::endsItsSandbox()
{
    QProcess console;
    console.setProcessChannelMode(QProcess::ForwardedChannels);
    console.start(program(), {u"--sandbox"_s});
    QVERIFY(console.waitForStarted());
    qint64 sandbox = 0;
    QTRY_VERIFY_WITH_TIMEOUT((sandbox = Processes::findBelow(console.processId(), u"headgate-sandbox"_s)) != 0, 20'000);
    qint64 engine = 0;
    QTRY_VERIFY_WITH_TIMEOUT((engine = Processes::findBelow(sandbox, u"headgate-engine"_s)) != 0, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!Processes::listeningPorts(sandbox).isEmpty(), 20'000);

    console.terminate();
    QVERIFY(console.waitForFinished(10'000));
    QCOMPARE(console.exitStatus(), QProcess::NormalExit);
    QTRY_VERIFY_WITH_TIMEOUT(!Processes::isRunning(sandbox), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!Processes::isRunning(engine), 10'000);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
