// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/server.h"

#include <QList>

#include <utility>

class QNetworkAccessManager;
class QNetworkReply;

namespace ClickHouse {

using Parameters = QList<std::pair<QString, QString>>;

/// Bytes that may wait in Qt's buffers before the server is made to pause.
inline constexpr qint64 readBufferBytes = qint64(4) << 20;

/// Sends SQL as the body of a POST, once: no repeats, no redirects, credentials in headers only, no time limit.
[[nodiscard]] QNetworkReply *postSql(QNetworkAccessManager &network, const Server &server, const QString &sql,
                                     const Parameters &parameters);

} // namespace ClickHouse
