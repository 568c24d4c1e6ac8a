// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The engine under load: how long SELECT 1 takes while four large results are read, and how much memory a client costs
// that stops reading.
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int startLimitMs = 30'000;
constexpr int streamCount = 4;
constexpr int rowCount = 5'000'000;
constexpr int idleQuestions = 500;
constexpr int settleMs = 5'000;

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

/// A connection to the engine that sends statements by hand.
class Client
{
public:
    explicit Client(int port) : m_port(port), m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(uint16_t(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            std::perror("connect");
    }
    ~Client() { close(m_socket); }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    void ask(const QByteArray &sql) const
    {
        const QByteArray request = "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) +
                                   "\r\nX-ClickHouse-User: bench\r\nX-ClickHouse-Key: bench\r\nContent-Length: " +
                                   QByteArray::number(sql.size()) + "\r\n\r\n" + sql;
        if (send(m_socket, request.data(), size_t(request.size()), MSG_NOSIGNAL) != request.size())
            std::perror("send");
    }
    /// What is there, at least one byte; nothing at the end.
    [[nodiscard]] std::string_view receive()
    {
        const ssize_t count = recv(m_socket, m_bytes.data(), m_bytes.size(), 0);
        return {m_bytes.data(), count > 0 ? size_t(count) : 0};
    }

private:
    int m_port;
    int m_socket;
    std::vector<char> m_bytes = std::vector<char>(1 << 20);
};

/// Reads a chunked answer and compares its rows, 0 to rowCount - 1, with what they must be.
class CheckedRows
{
public:
    explicit CheckedRows(Client &client) : m_client(client) {}

    [[nodiscard]] bool areExact()
    {
        while (!m_head.ends_with("\r\n\r\n")) {
            if (!take(1))
                return false;
            m_head += m_piece.front();
        }
        for (size_t size = 1; size > 0;) {
            if (!readSize(size) || !compare(size) || !take(2))
                return false;
        }
        return m_row == rowCount && m_expected.empty();
    }

private:
    /// m_piece becomes the next `size` bytes, or as many of them as are there for bytes of the body.
    bool take(size_t size, bool whole = true)
    {
        m_piece.clear();
        while (m_piece.size() < size) {
            if (m_rest.empty())
                m_rest = m_client.receive();
            if (m_rest.empty())
                return false;
            const size_t count = std::min(size - m_piece.size(), m_rest.size());
            m_piece.append(m_rest.substr(0, count));
            m_rest.remove_prefix(count);
            if (!whole)
                break;
        }
        return true;
    }
    bool readSize(size_t &size)
    {
        std::string line;
        while (!line.ends_with("\r\n")) {
            if (!take(1))
                return false;
            line += m_piece;
        }
        size = std::stoul(line, nullptr, 16);
        return true;
    }
    bool compare(size_t left)
    {
        for (; left > 0; left -= m_piece.size()) {
            if (!take(left, false))
                return false;
            for (std::string_view seen = m_piece; !seen.empty();) {
                if (m_expected.empty() && m_row < rowCount)
                    m_expected = m_line = std::to_string(m_row) + "\tx" + std::to_string(m_row) + '\n', ++m_row;
                const size_t count = std::min(seen.size(), m_expected.size());
                if (count == 0 || seen.substr(0, count) != m_expected.substr(0, count))
                    return false;
                seen.remove_prefix(count);
                m_expected.remove_prefix(count);
            }
        }
        return true;
    }

    Client &m_client;
    std::string m_head;
    std::string m_piece;
    std::string_view m_rest;
    int m_row = 0;
    std::string m_line;
    std::string_view m_expected;
};

double secondsOfSelectOne(Client &client)
{
    QElapsedTimer clock;
    clock.start();
    client.ask("SELECT 1");
    (void)client.receive();
    return double(clock.nsecsElapsed()) / 1e9;
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + long(values.size() / 2), values.end());
    return values.at(values.size() / 2);
}

bool measureLatency(int port)
{
    Client asking(port);
    std::vector<double> idle, busy;
    for (int question = 0; question < idleQuestions; ++question)
        idle.push_back(secondsOfSelectOne(asking));
    std::atomic<int> exact = 0, running = streamCount;
    std::vector<std::thread> readers;
    for (int reader = 0; reader < streamCount; ++reader) {
        readers.emplace_back([port, &exact, &running] {
            Client client(port);
            client.ask("SELECT number, concat('x', toString(number)) FROM numbers(" + QByteArray::number(rowCount) +
                       ") ORDER BY number FORMAT TabSeparated");
            exact += CheckedRows(client).areExact() ? 1 : 0;
            --running;
        });
    }
    while (running == streamCount) {
        busy.push_back(secondsOfSelectOne(asking));
        QThread::msleep(2);
    }
    for (std::thread &reader : readers)
        reader.join();
    std::fprintf(stderr, "%d of %d streams exact; SELECT 1 idle %.2f ms, meanwhile %.2f ms (%zu times)\n", exact.load(),
                 streamCount, median(idle) * 1e3, median(busy) * 1e3, busy.size());
    if (exact != streamCount)
        return false;
    std::printf("streams-latency\t%.6f\t%.6f\n", median(busy), median(idle));
    return true;
}

double anonymousMegabytes(qint64 process)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("RssAnon:") + 8;
    return double(text.sliced(at, text.indexOf("kB", at) - at).trimmed().toLongLong()) * 1024 / 1e6;
}

void measureStalledClient(int port, qint64 process)
{
    QThread::msleep(settleMs);
    const double idle = anonymousMegabytes(process);
    Client stalled(port);
    stalled.ask("SELECT number, repeat('x', 90) FROM numbers(10000000)"); // 1 GB
    (void)stalled.receive();
    double most = 0;
    for (int sample = 0; sample < settleMs / 10; ++sample) {
        most = std::max(most, anonymousMegabytes(process));
        QThread::msleep(10);
    }
    std::printf("stalled-memory\t%.1f\t%.1f\n", most, idle);
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    QProcess engine;
    const int port = portOf(engine, folder.path());
    const bool well = port != 0 && measureLatency(port);
    if (well)
        measureStalledClient(port, engine.processId());
    engine.closeWriteChannel();
    engine.waitForFinished();
    return well ? 0 : 1;
}
