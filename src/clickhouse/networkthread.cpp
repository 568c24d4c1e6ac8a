// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/networkthread.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThread>

namespace ClickHouse {

namespace {

class NetworkThread final : public QThread
{
public:
    using QThread::QThread;
    ~NetworkThread() override
    {
        quit();
        wait();
    }
};

QPointer<NetworkThread> running;

} // namespace

QThread *networkThread()
{
    if (!running) {
        running = new NetworkThread;
        running->setObjectName(QStringLiteral("sql"));
        running->start();
        // Not as a child of the application: what lives in the thread can only be deleted while there is one.
        qAddPostRoutine([] { delete running; });
    }
    return running;
}

} // namespace ClickHouse
