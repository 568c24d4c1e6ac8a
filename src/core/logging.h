// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace Core {

Q_DECLARE_LOGGING_CATEGORY(networkLog) ///< verb, path, status, duration; never bodies or headers
Q_DECLARE_LOGGING_CATEGORY(sqlLog)
Q_DECLARE_LOGGING_CATEGORY(appLog)

/// Puts the redactor under every log message of this process, before it reaches standard error.
void installRedactingLog();

} // namespace Core
