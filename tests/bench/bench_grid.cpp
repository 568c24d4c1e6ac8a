// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ten million rows from a live engine into a visible grid, against curl that throws the same answer away.
#include "clickhouse/query.h"
#include "widgets/fonts.h"
#include "widgets/grid/resultgrid.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

const QString statement = u"SELECT number, toString(number) AS text, now() AS time, rand() / 7 AS ratio, "
                          "toUInt8(number % 200) AS small, substring('short text', 1, number % 10) AS piece "
                          "FROM numbers(10000000)"_s;
constexpr qint64 rows = 10'000'000;
const QString password = u"bench"_s;

/// headgate-engine on a folder of its own; ends with this object.
class EngineProcess
{
public:
    [[nodiscard]] std::optional<int> start()
    {
        const QString program = qEnvironmentVariable("HEADGATE_BIN") + u"/headgate-engine"_s;
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, {u"--data"_s, m_folder.path(), u"--port"_s, u"0"_s});
        m_process.write("{\"users\": {\"avnadmin\": \"" + password.toUtf8() + "\"}, \"settings\": {}}\n");
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000))
                return std::nullopt;
        }
        return QJsonDocument::fromJson(m_process.readLine())[u"http_port"].toInt();
    }
    ~EngineProcess()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(10'000);
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

struct Figures
{
    double firstData = 0; ///< milliseconds
    double total = 0;     ///< milliseconds
    double stall = 0;     ///< milliseconds
    double bodyBytes = 0;
};

std::optional<Figures> runCurl(const QString &url)
{
    QProcess curl;
    curl.start(u"curl"_s, {u"-sS"_s, u"-o"_s, u"/dev/null"_s, u"-u"_s, u"avnadmin:"_s + password, u"--data-binary"_s,
                           statement, u"-w"_s, u"%{time_starttransfer} %{time_total} %{size_download}"_s,
                           url + u"/?default_format=TabSeparatedWithNamesAndTypes"_s});
    if (!curl.waitForFinished(120'000) || curl.exitCode() != 0)
        return std::nullopt;
    const QByteArrayList words = curl.readAllStandardOutput().split(' ');
    return Figures{words.value(0).toDouble() * 1e3, words.value(1).toDouble() * 1e3, 0, words.value(2).toDouble()};
}

/// Sees when the first rows have been painted, and the longest time in which the window answered to nothing.
class Watcher final : public QObject
{
public:
    explicit Watcher(Widgets::ResultGrid &grid) : m_grid(grid)
    {
        grid.viewport()->installEventFilter(this);
        m_pulse.setTimerType(Qt::PreciseTimer);
        connect(&m_pulse, &QTimer::timeout, this, &Watcher::onPulse);
    }

    void start()
    {
        m_clock.start();
        m_pulse.start(5);
    }
    [[nodiscard]] double now() const { return double(m_clock.nsecsElapsed()) / 1e6; }
    [[nodiscard]] double firstPaint() const { return m_firstPaint; }
    [[nodiscard]] double stall() const { return m_stall; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_grid.rowCount() > 0 && m_firstPaint == 0) {
            m_firstPaint = -1;
            QTimer::singleShot(0, this, [this] { m_firstPaint = now(); }); // when it has been painted
        }
        return false;
    }

private:
    void onPulse()
    {
        const double time = now();
        m_stall = std::max(m_stall, time - m_lastPulse);
        m_lastPulse = time;
    }

    Widgets::ResultGrid &m_grid;
    QElapsedTimer m_clock;
    QTimer m_pulse;
    double m_lastPulse = 0;
    double m_firstPaint = 0;
    double m_stall = 0;
};

std::optional<Figures> runGrid(const ClickHouse::Server &server)
{
    QMainWindow window;
    auto *const grid = new Widgets::ResultGrid;
    window.setCentralWidget(grid);
    window.resize(1280, 800);
    window.show();
    QApplication::processEvents(QEventLoop::AllEvents, 200);

    ClickHouse::Query query(server);
    Watcher watcher(*grid);
    Figures figures;
    QObject::connect(&query, &ClickHouse::Query::firstRowsArrived, grid, &Widgets::ResultGrid::pickUp);
    QObject::connect(&query, &ClickHouse::Query::stateChanged, &window, [&](ClickHouse::Query::State state) {
        if (state == ClickHouse::Query::State::Running)
            return;
        grid->setGrowing(false);
        figures.total = watcher.now();
        QApplication::quit();
    });
    watcher.start();
    query.start({statement, {}, {}, {}});
    grid->setSource(query.store());
    grid->setGrowing(true);
    QApplication::exec();
    figures.firstData = watcher.firstPaint();
    figures.stall = watcher.stall();
    figures.bodyBytes = double(query.store()->byteCount());
    if (query.state() == ClickHouse::Query::State::Complete && grid->rowCount() == rows)
        return figures;
    std::fprintf(stderr, "The query ended with %lld rows: %s\n", static_cast<long long>(grid->rowCount()),
                 qPrintable(query.error().text));
    return std::nullopt;
}

/// The most that this process ever held: the window, the libraries and all.
double peakMemory()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    const qsizetype at = status.indexOf("VmHWM:");
    return status.sliced(at + 6, status.indexOf("kB", at) - at - 6).trimmed().toDouble() * 1024;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Widgets::applyFonts(application);
    Widgets::applyTheme(application, Widgets::Scheme::Light);
    EngineProcess engine;
    const auto port = engine.start();
    if (!port) {
        std::fprintf(stderr, "headgate-engine did not start\n");
        return 1;
    }
    const QString url = u"http://127.0.0.1:%1"_s.arg(*port);
    static_cast<void>(runCurl(url)); // the engine's first run reads its library
    const auto curl = runCurl(url);
    const auto grid = runGrid({QUrl(url), u"avnadmin"_s, Core::Secret(password)});
    if (!curl || !grid)
        return 1;
    std::fprintf(stderr,
                 "curl %.0f ms, first data %.1f ms; grid %.0f ms, first paint %.1f ms; body %.0f MB, peak %.0f MB\n",
                 curl->total, curl->firstData, grid->total, grid->firstData, grid->bodyBytes / 1e6, peakMemory() / 1e6);
    std::printf("grid-rows\t%.1f\t%.1f\n", grid->total, curl->total);
    std::printf("grid-memory\t%.0f\t%.0f\n", peakMemory(), grid->bodyBytes);
    std::printf("grid-stall\t%.1f\t0\n", grid->stall);
    std::printf("grid-first-row\t%.1f\t%.1f\n", grid->firstData, curl->firstData);
    return 0;
}
