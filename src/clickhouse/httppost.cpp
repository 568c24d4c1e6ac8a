// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/httppost.h"

#include "clickhouse/curllibrary.h"

#include <QSocketNotifier>
#include <QTimer>

#include <map>

namespace ClickHouse {

namespace {

constexpr long pieceBytes = 256 * 1024; ///< read at once; more does not stay in the processor's cache
constexpr long connectSeconds = 30;

HttpPost::End meaningOf(CURLcode code, CURL *handle, const CurlLibrary &curl)
{
    switch (code) {
    case CURLE_OK: return HttpPost::End::Complete;
    case CURLE_COULDNT_RESOLVE_HOST: return HttpPost::End::HostNotFound;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CACERT_BADFILE: return HttpPost::End::TlsFailed;
    default: break;
    }
    long sent = 0;
    curl.easyGetInfo(handle, CURLINFO_REQUEST_SIZE, &sent);
    return sent > 0 ? HttpPost::End::ConnectionLost : HttpPost::End::ConnectFailed;
}

} // namespace

/// libcurl's side: its sockets and its timer, watched by the thread's event loop
/// (https://curl.se/libcurl/c/curl_multi_socket_action.html).
class HttpPost::Transport final
{
public:
    Transport(HttpPost &post, const CurlLibrary &curl);
    ~Transport() { close(); }
    Q_DISABLE_COPY_MOVE(Transport)

    void start();
    void close();
    [[nodiscard]] bool isActing() const { return m_isActing; }

private:
    static int onSocket(CURL *, curl_socket_t socket, int what, void *self, void *);
    static int onTimer(CURLM *, long milliseconds, void *self);
    static size_t onHeadLine(char *data, size_t, size_t size, void *self);
    static size_t onBody(char *data, size_t, size_t size, void *self);
    void setUp();
    void watch(curl_socket_t socket, QSocketNotifier::Type type, int event, bool isWanted);
    void act(curl_socket_t socket, int event);

    HttpPost &m_post;
    const CurlLibrary &m_curl;
    CURLM *m_multi = m_curl.multiInit();
    CURL *m_handle = m_curl.easyInit();
    curl_slist *m_lines = nullptr;
    QTimer m_timer;
    std::map<std::pair<curl_socket_t, int>, QSocketNotifier *> m_notifiers;
    bool m_isActing = false;
};

HttpPost::Transport::Transport(HttpPost &post, const CurlLibrary &curl) : m_post(post), m_curl(curl)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
    setUp();
}

void HttpPost::Transport::setUp()
{
    const PostRequest &request = m_post.m_request;
    const auto set = [this](CURLoption option, auto value) { m_curl.easySetOption(m_handle, option, value); };
    set(CURLOPT_URL, request.url.toEncoded().constData());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_PROXY, ""); // as the rest of the program: the environment's proxies are not used
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_FORBID_REUSE, 1L);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_CONNECTTIMEOUT, connectSeconds);
    set(CURLOPT_BUFFERSIZE, pieceBytes);
    if (!request.authorities.isEmpty()) {
        curl_blob blob{const_cast<char *>(request.authorities.constData()), size_t(request.authorities.size()),
                       CURL_BLOB_NOCOPY}; // NOLINT: libcurl only reads it
        set(CURLOPT_CAINFO_BLOB, &blob);
        set(CURLOPT_CAPATH, nullptr);
    }
    if (request.packed)
        set(CURLOPT_ACCEPT_ENCODING, ""); // whatever libcurl can unpack
    set(CURLOPT_POST, 1L);
    set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
    set(CURLOPT_POSTFIELDS, request.body.constData()); // not copied; the request lives as long
    m_lines = m_curl.listAppend(m_lines, "Expect:");   // no pause of a second before a long body
    for (const auto &[name, value] : request.headers)
        m_lines = m_curl.listAppend(m_lines, (name + ": " + value).constData());
    set(CURLOPT_HTTPHEADER, m_lines);
    set(CURLOPT_HEADERFUNCTION, &Transport::onHeadLine);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transport::onBody);
    set(CURLOPT_WRITEDATA, this);
    m_curl.multiSetOption(m_multi, CURLMOPT_SOCKETFUNCTION, &Transport::onSocket);
    m_curl.multiSetOption(m_multi, CURLMOPT_SOCKETDATA, this);
    m_curl.multiSetOption(m_multi, CURLMOPT_TIMERFUNCTION, &Transport::onTimer);
    m_curl.multiSetOption(m_multi, CURLMOPT_TIMERDATA, this);
}

void HttpPost::Transport::start()
{
    m_curl.multiAddHandle(m_multi, m_handle); // asks for its timer at once
}

void HttpPost::Transport::close()
{
    if (!m_multi)
        return;
    m_timer.stop();
    m_curl.multiRemoveHandle(m_multi, m_handle);
    m_curl.easyCleanup(std::exchange(m_handle, nullptr));
    m_curl.multiCleanup(std::exchange(m_multi, nullptr));
    m_curl.listFree(std::exchange(m_lines, nullptr));
    for (const auto &[key, notifier] : m_notifiers) {
        notifier->setEnabled(false);
        notifier->deleteLater(); // it may be the one that is being answered
    }
    m_notifiers.clear();
}

int HttpPost::Transport::onSocket(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    auto *const transport = static_cast<Transport *>(self);
    const bool isGone = what == CURL_POLL_REMOVE;
    transport->watch(socket, QSocketNotifier::Read, CURL_CSELECT_IN, !isGone && (what & CURL_POLL_IN) != 0);
    transport->watch(socket, QSocketNotifier::Write, CURL_CSELECT_OUT, !isGone && (what & CURL_POLL_OUT) != 0);
    return 0;
}

void HttpPost::Transport::watch(curl_socket_t socket, QSocketNotifier::Type type, int event, bool isWanted)
{
    const auto found = m_notifiers.find({socket, event});
    if (isWanted == (found != m_notifiers.end()))
        return;
    if (!isWanted) {
        found->second->setEnabled(false);
        found->second->deleteLater();
        m_notifiers.erase(found);
        return;
    }
    auto *const notifier = new QSocketNotifier(socket, type, &m_timer);
    QObject::connect(notifier, &QSocketNotifier::activated, &m_timer, [this, socket, event] { act(socket, event); });
    m_notifiers.insert({{socket, event}, notifier});
}

int HttpPost::Transport::onTimer(CURLM *, long milliseconds, void *self)
{
    QTimer &timer = static_cast<Transport *>(self)->m_timer;
    if (milliseconds < 0)
        timer.stop();
    else
        timer.start(int(milliseconds));
    return 0;
}

size_t HttpPost::Transport::onHeadLine(char *data, size_t, size_t size, void *self)
{
    HttpPost &post = static_cast<Transport *>(self)->m_post;
    return post.takeHeadLine({data, qsizetype(size)}) ? size : 0;
}

size_t HttpPost::Transport::onBody(char *data, size_t, size_t size, void *self)
{
    HttpPost &post = static_cast<Transport *>(self)->m_post;
    return post.takeBody({data, qsizetype(size)}) ? size : 0;
}

void HttpPost::Transport::act(curl_socket_t socket, int event)
{
    if (!m_multi)
        return;
    int running = 0;
    m_isActing = true;
    m_curl.multiSocketAction(m_multi, socket, event, &running);
    m_isActing = false;
    if (m_post.m_aborted) {
        close();
        return;
    }
    int left = 0;
    const CURLMsg *const message = m_curl.multiInfoRead(m_multi, &left);
    if (!message || message->msg != CURLMSG_DONE)
        return;
    const End how = meaningOf(message->data.result, m_handle, m_curl);
    close();
    m_post.m_patience.stop();
    emit m_post.finished(how);
}

HttpPost::HttpPost(PostRequest request, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_patience(this)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(m_request.patience);
    connect(&m_patience, &QTimer::timeout, this, &HttpPost::giveUp);
}

HttpPost::~HttpPost() = default;

void HttpPost::start()
{
    const CurlLibrary *const curl = CurlLibrary::instance();
    if (!curl) {
        QMetaObject::invokeMethod(
            this, [this] { emit finished(End::NoLibrary); }, Qt::QueuedConnection);
        return;
    }
    m_transport = std::make_unique<Transport>(*this, *curl);
    m_transport->start();
    restartPatience();
}

void HttpPost::restartPatience()
{
    if (m_request.patience.count() > 0)
        m_patience.start();
}

void HttpPost::giveUp()
{
    abort();
    emit finished(End::ConnectionLost);
}

void HttpPost::abort()
{
    m_aborted = true;
    m_patience.stop();
    if (m_transport && !m_transport->isActing()) // libcurl cannot be closed from inside its own call
        m_transport->close();
}

QByteArray HttpPost::header(QByteArrayView name) const
{
    for (const auto &[key, value] : m_headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool HttpPost::takeHeadLine(QByteArrayView line)
{
    if (m_hasHead) // what follows a chunked body
        return true;
    line = line.trimmed();
    if (line.startsWith("HTTP/")) { // an interim answer may have come before
        m_headers.clear();
        m_status = line.toByteArray().split(' ').value(1).toInt();
    } else if (const qsizetype colon = line.indexOf(':'); colon > 0) {
        m_headers.append({line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
    } else if (line.isEmpty() && m_status >= 200) {
        m_hasHead = true;
        emit headReceived();
    }
    return !m_aborted;
}

bool HttpPost::takeBody(QByteArrayView bytes)
{
    restartPatience();
    emit received(bytes);
    return !m_aborted;
}

} // namespace ClickHouse
