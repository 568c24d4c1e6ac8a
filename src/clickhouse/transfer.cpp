// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/transfer.h"

#include "clickhouse/killrequest.h"
#include "clickhouse/request.h"
#include "clickhouse/tlsprobe.h"
#include "core/json.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace ClickHouse {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestErrorBody = 65'536;
constexpr qsizetype searchedTail = 65'536; ///< ClickHouse limits an error at the end to 16 KiB

bool isHtml(const HttpPost &post)
{
    return post.header("Content-Type").startsWith("text/html");
}

/// A FORMAT clause in the statement beats the format that was asked for.
BodyFormat formatOf(const HttpPost &post)
{
    const QByteArray format = post.header("X-ClickHouse-Format");
    if (!format.isEmpty())
        return format == "TabSeparatedWithNamesAndTypes" ? BodyFormat::Table : BodyFormat::Lines;
    const QByteArray type = post.header("Content-Type");
    return type.isEmpty() || type.startsWith("text/tab-separated-values") ? BodyFormat::Table : BodyFormat::Lines;
}

qint64 countAt(const Core::Json &summary, const char *key)
{
    return summary.contains(key) ? Core::textAt(summary, key).toLongLong() : -1;
}

QuerySummary summaryOf(const HttpPost &post)
{
    const auto summary = Core::parseJson(post.header("X-ClickHouse-Summary"));
    if (!summary || !summary->is_object())
        return {};
    return {countAt(*summary, "read_rows"), countAt(*summary, "read_bytes"), countAt(*summary, "written_rows")};
}

QStringList noticesOf(const HttpPost &post)
{
    const QString notice = QString::fromUtf8(post.header("X-Sandbox-Notice")).trimmed();
    return notice.isEmpty() ? QStringList() : QStringList(notice);
}

} // namespace

Transfer::Transfer(Server server, QueryRequest request, QString queryId, std::shared_ptr<ResultStore> store)
    : m_server(std::move(server))
    , m_request(std::move(request))
    , m_queryId(std::move(queryId))
    , m_store(std::move(store))
{}

void Transfer::start()
{
    Parameters parameters{{u"query_id"_s, m_queryId}, {u"default_format"_s, u"TabSeparatedWithNamesAndTypes"_s}};
    if (!m_request.database.isEmpty())
        parameters.append({u"database"_s, m_request.database});
    parameters += m_request.settings;
    m_post = new HttpPost(sqlRequest(m_server, m_request.sql, parameters), this);
    connect(m_post, &HttpPost::headReceived, this, &Transfer::onHead);
    connect(m_post, &HttpPost::received, this, &Transfer::onReceived);
    connect(m_post, &HttpPost::finished, this, &Transfer::onFinished);
    m_post->start();
}

void Transfer::startTrusting(const QList<QSslCertificate> &authorities)
{
    m_server.trusted = authorities;
    start();
}

void Transfer::cancel()
{
    if (!m_post) { // it has ended, or waits for an authority and was never sent
        emit serverWorkChanged(Query::ServerWork::Stopped);
        return;
    }
    dropPost();
    connect(killOnServer(), &KillRequest::answered, this, &Transfer::serverWorkChanged);
}

void Transfer::abandon()
{
    if (!m_post) {
        deleteLater();
        return;
    }
    dropPost();
    connect(killOnServer(), &KillRequest::sent, this, &Transfer::deleteLater);
}

void Transfer::dropPost()
{
    m_post->disconnect(this);
    m_post->abort();
    m_post->deleteLater();
    m_post = nullptr;
}

KillRequest *Transfer::killOnServer()
{
    auto *const kill = new KillRequest(m_server, m_queryId, this);
    kill->start();
    return kill;
}

void Transfer::onHead()
{
    const int status = m_post->status();
    const bool isForeign = isHtml(*m_post) && m_post->header("X-ClickHouse-Query-Id").isEmpty();
    m_isError = status < 200 || status > 299 || isForeign || !m_post->header("X-ClickHouse-Exception-Code").isNull();
    m_exceptionTag = m_post->header("X-ClickHouse-Exception-Tag");
    if (!m_isError)
        m_store->setFormat(formatOf(*m_post));
}

void Transfer::onReceived(QByteArrayView bytes)
{
    if (m_isError) {
        m_errorBody += bytes.first(std::min(bytes.size(), longestErrorBody - m_errorBody.size()));
        return;
    }
    store(bytes);
    if (!m_toldFirstRows && m_store->rowCount() > 0) {
        m_toldFirstRows = true;
        emit firstRowsArrived();
    }
}

void Transfer::store(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const std::span<char> room = m_store->room();
        if (room.empty()) {
            stop(Query::State::CutAtLimit, m_store->isFull() ? QueryError::Kind::None : QueryError::Kind::StorageFull);
            return;
        }
        const qsizetype count = std::min(bytes.size(), qsizetype(room.size()));
        std::memcpy(room.data(), bytes.data(), size_t(count));
        bytes = bytes.sliced(count);
        if (m_store->commit(count) == ResultStore::Taken::DiskFull) {
            stop(Query::State::CutAtLimit, QueryError::Kind::StorageFull);
            return;
        }
    }
}

/// Nothing more is taken: the transfer ends here and the statement on the server.
void Transfer::stop(Query::State state, QueryError::Kind kind)
{
    TransferOutcome result{state, {}, noticesOf(*m_post), summaryOf(*m_post)};
    result.error.kind = kind;
    dropPost();
    killOnServer();
    emit finished(result);
}

void Transfer::onFinished(HttpPost::End end)
{
    if (end == HttpPost::End::TlsFailed) {
        dropPost();
        findTlsProblem();
        return;
    }
    const TransferOutcome result = outcome(end);
    dropPost();
    emit finished(result);
}

void Transfer::findTlsProblem()
{
    auto *const probe = new TlsProbe(m_server, this);
    connect(probe, &TlsProbe::answered, this, [this, probe](const TlsProblem &problem) {
        probe->deleteLater();
        const QueryError error{QueryError::Kind::TlsFailed, 0, m_server.url.host(), 0, {}, problem};
        emit finished({Query::State::Failed, error, {}, {}});
    });
    probe->start();
}

TransferOutcome Transfer::outcome(HttpPost::End end)
{
    TransferOutcome result{Query::State::Failed, {}, noticesOf(*m_post), summaryOf(*m_post)};
    if (m_isError) {
        result.error = errorInHead();
        return result;
    }
    const QList<Column> columns = m_store->columns();
    const qint64 received = m_store->byteCount();
    const QByteArrayView tail = m_store->tail(searchedTail);
    if (const auto late = findLateError(tail, m_exceptionTag, int(columns.size()))) {
        m_store->cutAt(received - (tail.size() - late->dataEnd));
        result.error = late->error;
        return result;
    }
    if (end != HttpPost::End::Complete) {
        result.error = networkError(end);
        return result;
    }
    // A body that had no length and was cut off ends well in HTTP; but a table ends with a line feed.
    if (m_store->format() == BodyFormat::Table && received > 0 && m_store->bytes().size() != received) {
        result.error.kind = QueryError::Kind::ConnectionLost;
        return result;
    }
    m_store->finish();
    result.state = Query::State::Complete;
    return result;
}

QueryError Transfer::errorInHead() const
{
    const int status = m_post->status();
    if (status >= 300 && status < 400) {
        const QUrl target = m_post->url().resolved(QUrl::fromEncoded(m_post->header("Location")));
        return {QueryError::Kind::Redirected, 0, target.host(), status, {}};
    }
    QueryError error = QueryError::fromServerText(m_errorBody, status);
    const int code = m_post->header("X-ClickHouse-Exception-Code").toInt();
    if (error.code == 0)
        error.code = code;
    if (error.code == 0) {
        error.kind = QueryError::Kind::NotClickHouse;
        if (isHtml(*m_post))
            error.text.clear();
    }
    return error;
}

QueryError Transfer::networkError(HttpPost::End end) const
{
    switch (end) {
    case HttpPost::End::NoLibrary: return {QueryError::Kind::NoLibrary, 0, {}, 0, {}};
    case HttpPost::End::ConnectFailed: return {QueryError::Kind::ConnectFailed, 0, {}, 0, {}};
    case HttpPost::End::HostNotFound: return {QueryError::Kind::HostNotFound, 0, m_server.url.host(), 0, {}};
    default: return {QueryError::Kind::ConnectionLost, 0, {}, m_post->status(), {}};
    }
}

} // namespace ClickHouse
