// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long 1e7 rows take over the engine's HTTP interface, and how long the library takes to hand the same rows to a
// program that has it inside.
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <cstdio>
#include <dlfcn.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int startLimitMs = 30'000;
constexpr size_t pieceSize = 1 << 20;
const QByteArray format = "TabSeparatedWithNamesAndTypes";
const QByteArray rows = "SELECT number, toString(number) AS text, now() AS time, rand() / 7 AS random, "
                        "toUInt8(number) AS small, 'short text' AS note FROM numbers(10000000)";

struct Reading
{
    double seconds = 0;
    size_t bytes = 0;
};

/// The library's own stream, in this process.
class Inside
{
public:
    explicit Inside(const QByteArray &folder) : m_library(dlopen(qgetenv("HEADGATE_LIBCHDB").constData(), RTLD_NOW))
    {
        if (!m_library)
            return;
        QByteArray name = "clickhouse", path = "--path=" + folder;
        char *arguments[] = {name.data(), path.data()};
        m_connection = function<void **(int, char **)>("chdb_connect")(2, arguments);
    }
    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }

    [[nodiscard]] Reading read() const
    {
        const auto fetch = function<void *(void *, void *)>("chdb_stream_fetch_result");
        const auto length = function<size_t(void *)>("chdb_result_length");
        const auto destroy = function<void(void *)>("chdb_destroy_query_result");
        QElapsedTimer clock;
        clock.start();
        Reading reading;
        void *stream = function<void *(void *, const char *, size_t, const char *, size_t)>("chdb_stream_query_n")(
            *m_connection, rows.data(), size_t(rows.size()), format.data(), size_t(format.size()));
        for (size_t piece = 1; piece > 0; reading.bytes += piece) {
            void *result = fetch(*m_connection, stream);
            piece = length(result);
            destroy(result);
        }
        reading.seconds = double(clock.nsecsElapsed()) / 1e9;
        return reading;
    }

private:
    template <typename F>
    [[nodiscard]] F *function(const char *name) const
    {
        return reinterpret_cast<F *>(dlsym(m_library, name));
    }

    void *m_library = nullptr;
    void **m_connection = nullptr;
};

int portOf(QProcess &engine, const QString &folder)
{
    engine.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    engine.start(qEnvironmentVariable("HEADGATE_BIN") + u"/headgate-engine"_s, {u"--data"_s, folder});
    engine.write("{\"users\": {\"bench\": \"bench\"}}\n");
    while (!engine.canReadLine()) {
        if (!engine.waitForReadyRead(startLimitMs))
            return 0;
    }
    return QJsonDocument::fromJson(engine.readLine()).object()[u"http_port"_s].toInt();
}

/// A client that only counts what comes.
Reading readOverHttp(int port)
{
    const QByteArray body = rows + " FORMAT " + format;
    const QByteArray request =
        "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
        "\r\nConnection: close\r\nX-ClickHouse-User: bench\r\nX-ClickHouse-Key: bench\r\nContent-Length: " +
        QByteArray::number(body.size()) + "\r\n\r\n" + body;
    QElapsedTimer clock;
    clock.start();
    const int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    Reading reading;
    std::vector<char> piece(pieceSize);
    if (connect(connection, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 &&
        send(connection, request.data(), size_t(request.size()), MSG_NOSIGNAL) == request.size()) {
        for (ssize_t count = 1; (count = recv(connection, piece.data(), piece.size(), 0)) > 0;)
            reading.bytes += size_t(count);
    }
    close(connection);
    reading.seconds = double(clock.nsecsElapsed()) / 1e9;
    return reading;
}

} // namespace

int main()
{
    const QTemporaryDir insideFolder, engineFolder;
    const Inside inside(insideFolder.path().toLocal8Bit());
    QProcess engine;
    const int port = portOf(engine, engineFolder.path());
    int status = 1;
    if (inside.isOpen() && port != 0) {
        (void)inside.read(); // both have run the statement once before they are measured
        (void)readOverHttp(port);
        const Reading reference = inside.read();
        const Reading measured = readOverHttp(port);
        std::fprintf(stderr, "in one process %.3f s, over HTTP %.3f s\n", reference.seconds, measured.seconds);
        // now() and rand() have other values, and HTTP adds its head and the marks of its pieces.
        if (measured.bytes > reference.bytes - reference.bytes / 100) {
            std::printf("engine-tsv\t%.4f\t%.4f\n", measured.seconds, reference.seconds);
            status = 0;
        }
    }
    engine.closeWriteChannel();
    engine.waitForFinished();
    std::fflush(nullptr);
    _exit(status); // an open connection of the library makes an ordinary exit crash
}
