// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the sandbox takes to its JSON line when files are warm, and what it and its engines hold when idle.
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QThread>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int startLimitMs = 30'000;
constexpr unsigned long settleSeconds = 3;

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Proportional memory: pages that the sandbox and its engines share count once.
qint64 memoryOf(qint64 process)
{
    const QByteArray summary = contentsOf(u"/proc/%1/smaps_rollup"_s.arg(process));
    const qsizetype at = summary.indexOf("\nPss:");
    if (at < 0)
        return 0;
    return summary.sliced(at + 5, summary.indexOf("kB", at) - at - 5).trimmed().toLongLong() * 1024;
}

qint64 memoryOfTree(qint64 process)
{
    qint64 sum = memoryOf(process);
    const QDir threads(u"/proc/%1/task"_s.arg(process));
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QByteArray children = contentsOf(threads.filePath(thread + u"/children"_s));
        for (const QByteArray &child : children.split(' ')) {
            if (!child.trimmed().isEmpty())
                sum += memoryOfTree(child.trimmed().toLongLong());
        }
    }
    return sum;
}

struct Figures
{
    double startSeconds = 0;
    double megabytes = 0;
};

std::optional<Figures> measure(const QString &program)
{
    Figures figures;
    QProcess sandbox;
    sandbox.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    sandbox.start(program);
    while (!sandbox.canReadLine()) {
        if (clock.elapsed() > startLimitMs || !sandbox.waitForReadyRead(startLimitMs))
            return std::nullopt;
    }
    figures.startSeconds = double(clock.nsecsElapsed()) / 1e9;
    QThread::sleep(settleSeconds);
    figures.megabytes = double(memoryOfTree(sandbox.processId())) / 1e6;
    sandbox.closeWriteChannel();
    if (!sandbox.waitForFinished(10'000))
        return std::nullopt;
    return figures;
}

} // namespace

int main()
{
    const QString program = qEnvironmentVariable("HEADGATE_BIN") + u"/headgate-sandbox"_s;
    if (!measure(program)) {
        std::fprintf(stderr, "%s did not start or did not end\n", qPrintable(program));
        return 1;
    }
    const auto figures = measure(program); // the second start finds every file in memory
    if (!figures)
        return 1;
    std::printf("sandbox-start\t%.3f\t0\nsandbox-memory\t%.1f\t0\n", figures->startSeconds, figures->megabytes);
    return 0;
}
