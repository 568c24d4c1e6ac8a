// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace Core {

/// Why a URL must not be used for requests that carry credentials.
enum class AddressProblem { None, NotAUrl, UserInfo, PlainHttp };

/// Allowed: https to anywhere, and http to the literal addresses 127.0.0.1 and ::1 ("localhost" can be made to mean
/// another computer). User info in a URL ends up in logs and is refused.
[[nodiscard]] AddressProblem addressProblem(const QUrl &url);

/// "api.aiven.io", "127.0.0.1:8123": the host, and the port where the URL gives one.
[[nodiscard]] QString hostAndPort(const QUrl &url);

} // namespace Core
