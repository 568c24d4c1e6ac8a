// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <utility>

namespace ClickHouse {

/// What a POST sends.
struct PostRequest
{
    QUrl url; ///< http or https
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray authorities;                ///< PEM; only these may vouch for the server; empty: the system's
    bool packed = false;                   ///< the answer may come compressed; it is handed on unpacked
    std::chrono::milliseconds patience{0}; ///< gives up after so long without a byte; 0: never
};

/// One POST, sent once: nothing is repeated, followed or remembered. The answer is handed on as it arrives, without a
/// buffer, so a receiver that takes its time makes the server pause.
///
/// It is libcurl's, because QNetworkReply of Qt 6.4 with a limited buffer calls an answer complete when the connection
/// breaks between two chunks, and sometimes never says that it broke.
///
/// Belongs to one thread with an event loop.
class HttpPost final : public QObject
{
    Q_OBJECT

public:
    enum class End { Complete, NoLibrary, ConnectFailed, HostNotFound, TlsFailed, ConnectionLost };

    HttpPost(PostRequest request, QObject *parent);
    ~HttpPost() override;

    void start();
    /// Closes the connection; no signal comes any more.
    void abort();

    /// 0 before the head.
    [[nodiscard]] int status() const { return m_status; }
    /// The first of this name, in any case of letters; null when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QUrl url() const { return m_request.url; }

signals:
    void headReceived();
    /// Valid during the call only. May be answered by abort(), not by deleting.
    void received(QByteArrayView bytes);
    void finished(ClickHouse::HttpPost::End end);

private:
    class Transport;

    void restartPatience();
    void giveUp();
    bool takeHeadLine(QByteArrayView line);
    bool takeBody(QByteArrayView bytes);

    const PostRequest m_request;
    std::unique_ptr<Transport> m_transport;
    QTimer m_patience;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    int m_status = 0;
    bool m_hasHead = false;
    bool m_aborted = false;
};

} // namespace ClickHouse
