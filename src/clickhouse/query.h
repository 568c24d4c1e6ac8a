// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/queryerror.h"
#include "clickhouse/server.h"
#include "clickhouse/types/resultstore.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

#include <memory>
#include <utility>

namespace ClickHouse {

class Transfer;
struct TransferOutcome;

/// What to run: one statement.
struct QueryRequest
{
    QString sql;
    QString database;                            ///< the default database of the statement; may be empty
    QList<std::pair<QString, QString>> settings; ///< name and value
    ResultStore::Limits limits;
};

/// What the server says about its work (X-ClickHouse-Summary); -1 when it does not.
struct QuerySummary
{
    qint64 readRows = -1;
    qint64 readBytes = -1;
    qint64 writtenRows = -1;
};

/// One statement on its way. The network runs in a thread of its own and writes straight into the store, which can be
/// read at any time. A Query runs once.
class Query final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Running, Complete, Cancelled, Failed, CutAtLimit };
    Q_ENUM(State)
    /// Does the server still work on a statement that was cancelled?
    enum class ServerWork { NotAsked, Asking, Stopped, StillRunning, Unknown };
    Q_ENUM(ServerWork)

    explicit Query(Server server, QObject *parent = nullptr);
    /// A running statement is cancelled, on the server too.
    ~Query() override;
    /// Loads in the background what the first statement would wait for, 20 to 50 ms. To be called when SQL is in sight.
    static void prepare();

    void start(const QueryRequest &request);
    /// Ends at once for the caller; then aborts the transfer, sends KILL QUERY and tells by serverWorkChanged.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }
    [[nodiscard]] ServerWork serverWork() const { return m_serverWork; }
    [[nodiscard]] const QString &queryId() const { return m_queryId; }
    [[nodiscard]] std::shared_ptr<const ResultStore> store() const { return m_store; }
    /// Set in the states Failed and CutAtLimit (StorageFull); rows that arrived before are kept.
    [[nodiscard]] const QueryError &error() const { return m_error; }
    /// Remarks of the server ("ReplicatedMergeTree was created as MergeTree …").
    [[nodiscard]] const QStringList &notices() const { return m_notices; }
    [[nodiscard]] const QuerySummary &summary() const { return m_summary; }
    [[nodiscard]] qint64 elapsedMilliseconds() const;

signals:
    void stateChanged(ClickHouse::Query::State state);
    /// The columns are known and the first rows can be read: paint now, without waiting for a timer.
    void firstRowsArrived();
    void serverWorkChanged(ClickHouse::Query::ServerWork work);

private:
    void onFinished(const TransferOutcome &outcome);
    void askAuthority(const TransferOutcome &refused);
    void onAuthority(const TransferOutcome &refused, const QList<QSslCertificate> &certificates);
    void end(const TransferOutcome &outcome);
    void enter(State state);

    const Server m_server;
    std::shared_ptr<ResultStore> m_store;
    Transfer *m_transfer = nullptr; ///< lives in the network thread and deletes itself
    bool m_hasAskedAuthority = false;
    State m_state = State::Idle;
    ServerWork m_serverWork = ServerWork::NotAsked;
    QString m_queryId;
    QueryError m_error;
    QStringList m_notices;
    QuerySummary m_summary;
    QElapsedTimer m_clock;
    qint64 m_elapsed = 0;
};

} // namespace ClickHouse
