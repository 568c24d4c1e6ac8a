// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/request.h"

#include <QUrl>

namespace Aiven {

const char *name(Request::Verb verb)
{
    switch (verb) {
    case Request::Verb::Get: return "GET";
    case Request::Verb::Post: return "POST";
    case Request::Verb::Put: return "PUT";
    case Request::Verb::Delete: return "DELETE";
    }
    Q_UNREACHABLE();
}

void Detail::append(QByteArray &path, const QString &value)
{
    // "." and ".." survive percent-encoding and would climb in the path.
    if (value == QStringLiteral(".") || value == QStringLiteral(".."))
        path += value.size() == 1 ? "%2E" : "%2E%2E";
    else
        path += QUrl::toPercentEncoding(value);
}

} // namespace Aiven
