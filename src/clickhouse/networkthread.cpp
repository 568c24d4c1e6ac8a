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

} // namespace

QThread *networkThread()
{
    static QPointer<NetworkThread> thread;
    if (!thread) {
        thread = new NetworkThread(QCoreApplication::instance());
        thread->setObjectName(QStringLiteral("sql"));
        thread->start();
    }
    return thread;
}

} // namespace ClickHouse
