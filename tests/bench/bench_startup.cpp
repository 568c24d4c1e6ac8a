// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the console takes from its start to its first painted window, and what it holds then, beside a bare
// QMainWindow that is started in turn with it.
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int kLimit = 30'000;
constexpr int kTimes = 9; // one start takes tens of milliseconds and is noisy; the median of these is one round

struct Figures
{
    double milliseconds = 0;
    double megabytes = 0;
};

double residentMegabytes(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return at < 0 ? 0 : text.sliced(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toDouble() / 1024;
}

std::optional<Figures> measure(const QString &program, const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HEADGATE_PRINT_FIRST_PAINT"_s, u"1"_s);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    if (!environment.contains(u"DISPLAY"_s))
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    process.start(program, QStringList());
    if (!process.waitForReadyRead(kLimit))
        return {};
    const Figures figures{double(clock.nsecsElapsed()) / 1e6, residentMegabytes(process.processId())};
    process.terminate();
    process.waitForFinished(5'000);
    return figures;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

int main()
{
    const QString folder = qEnvironmentVariable("HEADGATE_BIN");
    const QTemporaryDir home;
    std::vector<double> times[2];
    std::vector<double> memories[2];
    const QString programs[2] = {folder + u"/headgate"_s, folder + u"/../bench/barewindow"_s};
    for (int round = -1; round < kTimes; ++round) { // the first warms the files up
        for (int i = 0; i < 2; ++i) {
            const std::optional<Figures> figures = measure(programs[i], home.path());
            if (!figures) {
                std::fprintf(stderr, "%s did not paint\n", qPrintable(programs[i]));
                return 1;
            }
            if (round < 0)
                continue;
            times[i].push_back(figures->milliseconds);
            memories[i].push_back(figures->megabytes);
        }
    }
    std::printf("first-paint\t%f\t%f\n", median(times[0]), median(times[1]));
    std::printf("first-paint-memory\t%f\t%f\n", median(memories[0]), median(memories[1]));
    return 0;
}
