// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/tlsproblem.h"

#include <QString>

#include <optional>

namespace ClickHouse {

/// Why a statement did not end well. The text is the server's own; words for the other kinds are made by app/.
struct QueryError
{
    enum class Kind {
        None,
        Server,        ///< ClickHouse refused or failed: code and text
        ConnectFailed, ///< nothing was sent
        HostNotFound,
        TlsFailed,      ///< nothing was sent; tls says why, text names the host
        ConnectionLost, ///< sent, but the answer is missing or incomplete: a write may have happened
        Redirected,     ///< not followed, because the credentials would go along; text names the host
        NotClickHouse,  ///< an answer, but not from ClickHouse
        StorageFull,    ///< no room for the rows on this machine
        NoLibrary,      ///< libcurl cannot be loaded: nothing was sent
    };

    /// A place in the statement, as the server counts: from 1.
    struct Position
    {
        int line = 0;
        int column = 0;
        friend bool operator==(const Position &, const Position &) = default;
    };

    Kind kind = Kind::None;
    int code = 0; ///< ClickHouse's error code
    QString text;
    int httpStatus = 0;
    std::optional<Position> position;
    TlsProblem tls = {};

    /// Reads "Code: 62. DB::Exception: …" with its code and position.
    [[nodiscard]] static QueryError fromServerText(const QByteArray &text, int httpStatus = 0);
};

/// Looks for an error that came after the first rows, at the end of a body that began well. Returns the offset in tail at
/// which the data ends. The tag is that of the header X-ClickHouse-Exception-Tag; servers before 25.11 send none.
struct LateError
{
    qsizetype dataEnd = 0;
    QueryError error;
};
[[nodiscard]] std::optional<LateError> findLateError(QByteArrayView tail, const QByteArray &tag, int columnCount);

} // namespace ClickHouse
