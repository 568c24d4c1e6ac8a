// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Aiven {

/// Builds the path of a URL: literals stand as they are, QStrings are percent-encoded with nothing kept as safe (a topic
/// "a/b" becomes "a%2Fb"). The overload decides, so a name cannot be forgotten.
template <typename... Parts>
[[nodiscard]] QByteArray path(const Parts &...parts);

/// What one call asks for.
struct Request
{
    enum class Verb { Get, Post, Put, Delete };
    enum class Patience { Check, Usual, Long }; ///< how long the answer may take: see Timing

    Verb verb = Verb::Get;
    QByteArray path;                ///< encoded, with the query if any
    std::optional<Core::Json> body; ///< sent as application/json
    Patience patience = Patience::Usual;
    qint64 budget = 1 << 20; ///< most bytes of a good answer; an error body may have 64 KiB

    [[nodiscard]] bool changesSomething() const { return verb != Verb::Get; }
};

[[nodiscard]] const char *name(Request::Verb verb);

namespace Detail {
inline void append(QByteArray &path, const char *literal)
{
    path += literal;
}
void append(QByteArray &path, const QString &value);
} // namespace Detail

template <typename... Parts>
QByteArray path(const Parts &...parts)
{
    QByteArray joined;
    (Detail::append(joined, parts), ...);
    return joined;
}

} // namespace Aiven
