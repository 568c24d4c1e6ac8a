// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/transfer.h"

#include "clickhouse/killrequest.h"
#include "clickhouse/request.h"
#include "core/json.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <utility>

namespace ClickHouse {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestErrorBody = 65'536;
constexpr qsizetype searchedTail = 65'536; ///< ClickHouse limits an error at the end to 16 KiB

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isHtml(const QNetworkReply &reply)
{
    return reply.header(QNetworkRequest::ContentTypeHeader).toString().startsWith("text/html"_L1);
}

/// A FORMAT clause in the statement beats the format that was asked for.
BodyFormat formatOf(const QNetworkReply &reply)
{
    const QByteArray format = reply.rawHeader("X-ClickHouse-Format");
    if (!format.isEmpty())
        return format == "TabSeparatedWithNamesAndTypes" ? BodyFormat::Table : BodyFormat::Lines;
    const QString type = reply.header(QNetworkRequest::ContentTypeHeader).toString();
    return type.isEmpty() || type.startsWith("text/tab-separated-values"_L1) ? BodyFormat::Table : BodyFormat::Lines;
}

qint64 countAt(const Core::Json &summary, const char *key)
{
    return summary.contains(key) ? Core::textAt(summary, key).toLongLong() : -1;
}

QuerySummary summaryOf(const QNetworkReply &reply)
{
    const auto summary = Core::parseJson(reply.rawHeader("X-ClickHouse-Summary"));
    if (!summary || !summary->is_object())
        return {};
    return {countAt(*summary, "read_rows"), countAt(*summary, "read_bytes"), countAt(*summary, "written_rows")};
}

QStringList noticesOf(const QNetworkReply &reply)
{
    const QString notice = QString::fromUtf8(reply.rawHeader("X-Sandbox-Notice")).trimmed();
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
    // An access manager of its own: a connection that idled since the last statement may be dead already, and a
    // statement must not be sent twice to find out.
    m_network = new QNetworkAccessManager(this);
    Parameters parameters{{u"query_id"_s, m_queryId}, {u"default_format"_s, u"TabSeparatedWithNamesAndTypes"_s}};
    if (!m_request.database.isEmpty())
        parameters.append({u"database"_s, m_request.database});
    parameters += m_request.settings;
    m_reply = postSql(*m_network, m_server, m_request.sql, parameters);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Transfer::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &Transfer::onReadable);
    connect(m_reply, &QNetworkReply::finished, this, &Transfer::onFinished);
}

void Transfer::cancel()
{
    if (!m_reply)
        return;
    dropReply();
    connect(killOnServer(), &KillRequest::answered, this, &Transfer::serverWorkChanged);
}

void Transfer::abandon()
{
    if (!m_reply) {
        deleteLater();
        return;
    }
    dropReply();
    connect(killOnServer(), &KillRequest::sent, this, &Transfer::deleteLater);
}

void Transfer::dropReply()
{
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

KillRequest *Transfer::killOnServer()
{
    auto *const kill = new KillRequest(m_server, m_queryId, this);
    kill->start();
    return kill;
}

void Transfer::onHead()
{
    m_reply->setReadBufferSize(readBufferBytes); // has no effect when set right after post()
    const int status = statusOf(*m_reply);
    const bool isForeign = isHtml(*m_reply) && m_reply->rawHeader("X-ClickHouse-Query-Id").isEmpty();
    m_isError = status < 200 || status > 299 || isForeign || m_reply->hasRawHeader("X-ClickHouse-Exception-Code");
    m_exceptionTag = m_reply->rawHeader("X-ClickHouse-Exception-Tag");
    if (!m_isError)
        m_store->setFormat(formatOf(*m_reply));
}

void Transfer::onReadable()
{
    if (m_isError) {
        takeError();
        return;
    }
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const std::span<char> room = m_store->room();
        if (room.empty()) {
            stop(Query::State::CutAtLimit, m_store->isFull() ? QueryError::Kind::None : QueryError::Kind::StorageFull);
            return;
        }
        const qint64 count = m_reply->read(room.data(), qint64(room.size()));
        if (count <= 0)
            break;
        if (m_store->commit(count) == ResultStore::Taken::DiskFull) {
            stop(Query::State::CutAtLimit, QueryError::Kind::StorageFull);
            return;
        }
    }
    if (!m_toldFirstRows && m_store->rowCount() > 0) {
        m_toldFirstRows = true;
        emit firstRowsArrived();
    }
}

void Transfer::takeError()
{
    m_errorBody += m_reply->read(longestErrorBody - m_errorBody.size());
    m_reply->skip(m_reply->bytesAvailable());
}

/// Nothing more is taken: the transfer ends here and the statement on the server.
void Transfer::stop(Query::State state, QueryError::Kind kind)
{
    TransferOutcome result{state, {}, noticesOf(*m_reply), summaryOf(*m_reply)};
    result.error.kind = kind;
    dropReply();
    killOnServer();
    emit finished(result);
}

void Transfer::onFinished()
{
    if (m_reply->bytesAvailable() > 0)
        onReadable();
    if (!m_reply)
        return;
    const TransferOutcome result = outcome();
    dropReply();
    emit finished(result);
}

TransferOutcome Transfer::outcome()
{
    TransferOutcome result{Query::State::Failed, {}, noticesOf(*m_reply), summaryOf(*m_reply)};
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
    if (m_reply->error() != QNetworkReply::NoError) {
        result.error = networkError();
        return result;
    }
    // A body without a length that is cut off is a success for Qt; but a table ends with a line feed.
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
    const int status = statusOf(*m_reply);
    if (status >= 300 && status < 400) {
        const QUrl target = m_reply->url().resolved(m_reply->header(QNetworkRequest::LocationHeader).toUrl());
        return {QueryError::Kind::Redirected, 0, target.host(), status, {}};
    }
    QueryError error = QueryError::fromServerText(m_errorBody, status);
    const int code = m_reply->rawHeader("X-ClickHouse-Exception-Code").toInt();
    if (error.code == 0)
        error.code = code;
    if (error.code == 0) {
        error.kind = QueryError::Kind::NotClickHouse;
        if (isHtml(*m_reply))
            error.text.clear();
    }
    return error;
}

/// Never Qt's own text: it holds the address and what the server said.
QueryError Transfer::networkError() const
{
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError: return {QueryError::Kind::ConnectFailed, 0, {}, 0, {}};
    case QNetworkReply::HostNotFoundError: return {QueryError::Kind::HostNotFound, 0, m_server.url.host(), 0, {}};
    case QNetworkReply::SslHandshakeFailedError: return {QueryError::Kind::TlsFailed, 0, {}, 0, {}};
    default: return {QueryError::Kind::ConnectionLost, 0, {}, statusOf(*m_reply), {}};
    }
}

} // namespace ClickHouse
