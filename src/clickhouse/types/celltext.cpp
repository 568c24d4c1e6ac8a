// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/types/celltext.h"

#include <algorithm>
#include <array>

namespace ClickHouse {

using namespace Qt::StringLiterals;

namespace {

char meaningOfEscape(char c)
{
    switch (c) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'b': return '\b';
    case 'f': return '\f';
    case '0': return '\0';
    default: return c;
    }
}

/// The longest beginning of at most limit bytes that ends neither inside a UTF-8 character nor inside an escape.
QByteArrayView cutBetweenCharacters(QByteArrayView bytes, qsizetype limit, bool isEscaped)
{
    qsizetype end = limit;
    while (end > 0 && limit - end < 4 && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U)
        --end;
    qsizetype backslashes = 0;
    while (isEscaped && backslashes < end && bytes[end - 1 - backslashes] == '\\')
        ++backslashes;
    return bytes.first(end - backslashes % 2);
}

QString unescaped(QByteArrayView bytes)
{
    QByteArray result;
    result.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const bool escapes = bytes[at] == '\\' && at + 1 < bytes.size();
        result += escapes ? meaningOfEscape(bytes[++at]) : bytes[at];
    }
    return QString::fromUtf8(result);
}

} // namespace

bool isEscapedAsWhole(const QString &type)
{
    static constexpr std::array composites{"Array("_L1,          "Tuple("_L1,  "Map("_L1,        "Nested("_L1,
                                           "Nullable(Tuple("_L1, "Point"_L1,   "Ring"_L1,        "LineString"_L1,
                                           "MultiLineString"_L1, "Polygon"_L1, "MultiPolygon"_L1};
    return std::none_of(composites.begin(), composites.end(),
                        [&type](QLatin1StringView composite) { return type.startsWith(composite); });
}

Cell decodeCell(QByteArrayView bytes, bool isEscaped, qsizetype maxBytes)
{
    if (isEscaped && bytes == "\\N")
        return {{}, true, false};
    const bool isCut = maxBytes >= 0 && bytes.size() > maxBytes;
    if (isCut)
        bytes = cutBetweenCharacters(bytes, maxBytes, isEscaped);
    const bool hasEscapes = isEscaped && bytes.contains('\\');
    return {hasEscapes ? unescaped(bytes) : QString::fromUtf8(bytes), false, isCut};
}

QByteArray encodeTsv(const QString &text)
{
    QByteArray result;
    const QByteArray utf8 = text.toUtf8();
    result.reserve(utf8.size());
    for (const char c : utf8) {
        switch (c) {
        case '\n': result += "\\n"; break;
        case '\t': result += "\\t"; break;
        case '\r': result += "\\r"; break;
        case '\b': result += "\\b"; break;
        case '\f': result += "\\f"; break;
        case '\0': result += "\\0"; break;
        case '\\': result += "\\\\"; break;
        default: result += c;
        }
    }
    return result;
}

} // namespace ClickHouse
