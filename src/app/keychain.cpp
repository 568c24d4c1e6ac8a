// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include <qt6keychain/keychain.h>

namespace App {

using namespace Qt::StringLiterals;

namespace {

/// Prepares a job that deletes itself. No insecure fallback: without a keychain there is no store.
template <typename Job>
Job *makeJob(const QString &key)
{
    auto *job = new Job(u"Headgate"_s);
    job->setKey(key);
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    return job;
}

} // namespace

void Keychain::read(const QString &key, QObject *context, Read done)
{
    auto *job = makeJob<QKeychain::ReadPasswordJob>(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        if (job->error() == QKeychain::NoError)
            done(Core::Secret(job->textData()));
        else if (job->error() == QKeychain::EntryNotFound)
            done(Core::Secret());
        else
            done(Core::Unexpected{job->errorString()});
    });
    job->start();
}

void Keychain::write(const QString &key, const Core::Secret &secret, QObject *context, Written done)
{
    auto *job = makeJob<QKeychain::WritePasswordJob>(key);
    job->setTextData(secret.reveal());
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        if (job->error() == QKeychain::NoError)
            done(std::monostate());
        else
            done(Core::Unexpected{job->errorString()});
    });
    job->start();
}

void Keychain::remove(const QString &key)
{
    makeJob<QKeychain::DeletePasswordJob>(key)->start();
}

} // namespace App
