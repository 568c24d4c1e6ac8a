// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <utility>

namespace Core {

/// Runs a job in the thread pool and hands what it returns, uncopied, to then() in the context's thread; not when the
/// context is gone by then. then() may delete the context. The job must not use the context.
template <typename Job, typename Then>
void inBackground(QObject *context, Job job, Then then)
{
    // The answer does not go through the future: QFuture::takeResult() resets it, and the promise, when it goes a moment
    // later in its own thread, finishes it once more, without an answer.
    auto answer = std::make_shared<std::optional<std::invoke_result_t<Job>>>();
    auto promise = std::make_shared<QPromise<void>>();
    auto *const watcher = new QFutureWatcher<void>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context,
        [watcher, answer, then] {
            watcher->deleteLater();
            then(std::move(**answer));
        },
        Qt::QueuedConnection); // then() may delete the watcher with the context
    watcher->setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, answer, job = std::move(job)] {
        *answer = job();
        promise->finish();
    });
}

} // namespace Core
