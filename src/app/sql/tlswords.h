// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/describe.h"

namespace ClickHouse {
struct TlsProblem;
}

namespace App {

/// Why a service's certificate was refused, with the names and dates that tell whose fault it is.
[[nodiscard]] UserMessage describe(const ClickHouse::TlsProblem &problem, const QString &serviceName,
                                   const QString &host);

} // namespace App
