// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/httppost.h"
#include "clickhouse/server.h"

namespace ClickHouse {

using Parameters = QList<std::pair<QString, QString>>;

/// SQL as the body of a POST, with the credentials in a header only.
[[nodiscard]] PostRequest sqlRequest(const Server &server, const QString &sql, const Parameters &parameters);

} // namespace ClickHouse
