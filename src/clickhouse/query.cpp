// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/query.h"

#include "clickhouse/curllibrary.h"
#include "clickhouse/networkthread.h"
#include "clickhouse/transfer.h"

#include <QThread>
#include <QThreadPool>
#include <QUuid>

namespace ClickHouse {

Query::Query(Server server, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_store(std::make_shared<ResultStore>())
    , m_queryId(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    qRegisterMetaType<TransferOutcome>();
}

Query::~Query()
{
    if (m_transfer)
        QMetaObject::invokeMethod(m_transfer, &Transfer::abandon);
}

void Query::prepare()
{
    QThreadPool::globalInstance()->start([] { static_cast<void>(CurlLibrary::instance()); });
}

void Query::start(const QueryRequest &request)
{
    Q_ASSERT(m_state == State::Idle);
    m_store = std::make_shared<ResultStore>(request.limits);
    m_transfer = new Transfer(m_server, request, m_queryId, m_store);
    m_transfer->moveToThread(networkThread());
    // What runs when the program ends has nobody left to end it.
    connect(networkThread(), &QThread::finished, m_transfer, &QObject::deleteLater);
    connect(m_transfer, &Transfer::firstRowsArrived, this, &Query::firstRowsArrived);
    connect(m_transfer, &Transfer::finished, this, &Query::onFinished);
    connect(m_transfer, &Transfer::serverWorkChanged, this, [this](ServerWork work) {
        m_serverWork = work;
        emit serverWorkChanged(work);
    });
    m_clock.start();
    QMetaObject::invokeMethod(m_transfer, &Transfer::start);
    enter(State::Running);
}

void Query::cancel()
{
    if (!isRunning())
        return;
    QMetaObject::invokeMethod(m_transfer, &Transfer::cancel);
    m_serverWork = ServerWork::Asking;
    enter(State::Cancelled);
}

void Query::onFinished(const TransferOutcome &outcome)
{
    if (!isRunning()) // cancelled meanwhile
        return;
    const bool isUnknown = outcome.error.tls.cause == TlsProblem::Cause::UnknownIssuer;
    if (isUnknown && m_server.authority && !m_hasAskedAuthority)
        askAuthority(outcome);
    else
        end(outcome);
}

void Query::askAuthority(const TransferOutcome &refused)
{
    m_hasAskedAuthority = true;
    connect(
        m_server.authority, &Authority::answered, this,
        [this, refused](const QList<QSslCertificate> &certificates) { onAuthority(refused, certificates); },
        Qt::SingleShotConnection);
    m_server.authority->ask();
}

void Query::onAuthority(const TransferOutcome &refused, const QList<QSslCertificate> &certificates)
{
    if (!isRunning()) // cancelled meanwhile
        return;
    if (certificates.isEmpty()) {
        TransferOutcome outcome = refused;
        outcome.error.tls.isAuthorityMissing = true;
        end(outcome);
        return;
    }
    // No statement is sent twice by this: the handshake failed before anything of it was on its way.
    QMetaObject::invokeMethod(m_transfer,
                              [transfer = m_transfer, certificates] { transfer->startTrusting(certificates); });
}

void Query::end(const TransferOutcome &outcome)
{
    m_error = outcome.error;
    m_notices = outcome.notices;
    m_summary = outcome.summary;
    enter(outcome.state);
}

void Query::enter(State state)
{
    m_state = state;
    if (state != State::Running)
        m_elapsed = m_clock.elapsed();
    emit stateChanged(state);
}

qint64 Query::elapsedMilliseconds() const
{
    return isRunning() ? m_clock.elapsed() : m_elapsed;
}

} // namespace ClickHouse
