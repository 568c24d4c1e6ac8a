// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"

#include "core/secret.h"

namespace Core {

Q_LOGGING_CATEGORY(networkLog, "headgate.network", QtInfoMsg)
Q_LOGGING_CATEGORY(sqlLog, "headgate.sql", QtInfoMsg)
Q_LOGGING_CATEGORY(appLog, "headgate.app", QtInfoMsg)

namespace {

QtMessageHandler previous = nullptr;

void redactAndPass(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    previous(type, context, redacted(message));
}

} // namespace

void installRedactingLog()
{
    if (!previous)
        previous = qInstallMessageHandler(redactAndPass);
}

} // namespace Core
