// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/httppost.h"
#include "clickhouse/query.h"

namespace ClickHouse {

class KillRequest;

/// How a transfer ended.
struct TransferOutcome
{
    Query::State state = Query::State::Complete;
    QueryError error;
    QStringList notices;
    QuerySummary summary;
};

/// The half of a Query that lives in the network thread: moves the answer into the store and recognises how it ended.
/// Belongs to its Query until abandon().
class Transfer final : public QObject
{
    Q_OBJECT

public:
    Transfer(Server server, QueryRequest request, QString queryId, std::shared_ptr<ResultStore> store);

    void start();
    /// Starts again after a failed handshake, in which not a byte of the statement was sent. Only these authorities may
    /// vouch for the server now, also when the statement is ended on it.
    void startTrusting(const QList<QSslCertificate> &authorities);
    /// Stops reading and ends the statement on the server.
    void cancel();
    /// The Query is gone: as cancel() when still running, then deletes itself.
    void abandon();

signals:
    void firstRowsArrived();
    void finished(const ClickHouse::TransferOutcome &outcome);
    void serverWorkChanged(ClickHouse::Query::ServerWork work);

private:
    void onHead();
    void onReceived(QByteArrayView bytes);
    void store(QByteArrayView bytes);
    void onFinished(HttpPost::End end);
    void findTlsProblem();
    void stop(Query::State state, QueryError::Kind kind);
    KillRequest *killOnServer();
    void dropPost();
    [[nodiscard]] TransferOutcome outcome(HttpPost::End end);
    [[nodiscard]] QueryError errorInHead() const;
    [[nodiscard]] QueryError networkError(HttpPost::End end) const;

    Server m_server;
    const QueryRequest m_request;
    const QString m_queryId;
    const std::shared_ptr<ResultStore> m_store;
    HttpPost *m_post = nullptr; ///< while it runs
    QByteArray m_errorBody;     ///< the answer, when it is an error from its head on
    QByteArray m_exceptionTag;
    bool m_isError = false;
    bool m_toldFirstRows = false;
};

} // namespace ClickHouse

Q_DECLARE_METATYPE(ClickHouse::TransferOutcome)
