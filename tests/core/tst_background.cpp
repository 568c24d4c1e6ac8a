// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/background.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

class TestBackground final : public QObject
{
    Q_OBJECT

private slots:
    void answersInTheThreadOfItsContext();
    void keepsQuietWhenTheContextIsGone();
    void mayEndItsContext();
};

/// Often enough to meet the moment in which a thread of the pool has answered and not yet let go.
void TestBackground::answersInTheThreadOfItsContext()
{
    constexpr int often = 2'000;
    int answers = 0;
    for (int round = 0; round < often; ++round) {
        Core::inBackground(
            this, [round] { return std::pair(round, QThread::currentThread()); },
            [&answers, this](const std::pair<int, QThread *> &answer) {
                answers += QThread::currentThread() == thread() && answer.second != thread() ? 1 : 0;
            });
    }
    QTRY_COMPARE(answers, often);
}

void TestBackground::keepsQuietWhenTheContextIsGone()
{
    QSemaphore mayGoOn;
    bool isDone = false;
    bool isTold = false;
    auto context = std::make_unique<QObject>();
    Core::inBackground(
        context.get(),
        [&mayGoOn] {
            mayGoOn.acquire();
            return 1;
        },
        [&isTold](int) { isTold = true; });
    context.reset();
    mayGoOn.release();
    Core::inBackground(
        this, [] { return QThreadPool::globalInstance()->activeThreadCount(); }, [&](int) { isDone = true; });
    QTRY_VERIFY(isDone);
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCoreApplication::processEvents();
    QVERIFY(!isTold);
}

void TestBackground::mayEndItsContext()
{
    auto *context = new QObject;
    QByteArray told;
    Core::inBackground(
        context, [] { return QByteArray("answer"); },
        [context, &told](QByteArray answer) {
            delete context;
            told = std::move(answer);
        });
    QTRY_COMPARE(told, QByteArray("answer"));
}

QTEST_GUILESS_MAIN(TestBackground)
#include "tst_background.moc"
