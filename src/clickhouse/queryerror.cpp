// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/queryerror.h"

#include <QRegularExpression>

namespace ClickHouse {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 65'536;

std::optional<QueryError::Position> positionIn(const QString &text)
{
    static const QRegularExpression place(u"\\(line (\\d{1,9}), col (\\d{1,9})\\)"_s);
    const QRegularExpressionMatch match = place.match(text);
    if (match.hasMatch())
        return QueryError::Position{match.capturedView(1).toInt(), match.capturedView(2).toInt()};
    // A statement of one line is answered with the position only.
    static const QRegularExpression single(u"failed at position (\\d{1,9})"_s);
    const QRegularExpressionMatch singleMatch = single.match(text);
    if (singleMatch.hasMatch())
        return QueryError::Position{1, singleMatch.capturedView(1).toInt()};
    return std::nullopt;
}

/// "\r\n__exception__\r\nTAG\r\nmessage\n<length> TAG\r\n__exception__\r\n" at the very end.
std::optional<LateError> findTagged(QByteArrayView tail, const QByteArray &tag)
{
    const QByteArray opening = "\r\n__exception__\r\n" + tag + "\r\n";
    const qsizetype start = tail.lastIndexOf(opening);
    if (start < 0)
        return std::nullopt;
    QByteArrayView message = tail.sliced(start + opening.size());
    const qsizetype closing = message.lastIndexOf(QByteArray(" " + tag + "\r\n__exception__"));
    if (closing >= 0) {
        message = message.first(closing);
        message = message.first(std::max<qsizetype>(0, message.lastIndexOf('\n')));
    }
    return LateError{start, QueryError::fromServerText(message.toByteArray())};
}

/// Servers before 25.11 append the bare text. A row may look the same: then the cells count, and with one column the
/// version at the end, which ClickHouse adds to its errors.
std::optional<LateError> findUntagged(QByteArrayView tail, int columnCount)
{
    static const QRegularExpression pattern(u"(?:__exception__\\r?\\n)?Code: \\d{1,9}\\. DB::Exception: [^\\t]*$"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    const qsizetype last = tail.lastIndexOf("Code: ");
    if (last < 0)
        return std::nullopt;
    const QByteArray text = tail.sliced(last).toByteArray();
    const bool hasVersion = text.trimmed().endsWith(')') && text.contains("(version ");
    const bool isOnOwnLine = last == 0 || tail[last - 1] == '\n';
    if (!pattern.match(QString::fromUtf8(text)).hasMatch() || !(hasVersion || (isOnOwnLine && columnCount > 1)))
        return std::nullopt;
    return LateError{last, QueryError::fromServerText(text)};
}

} // namespace

QueryError QueryError::fromServerText(const QByteArray &text, int httpStatus)
{
    static const QRegularExpression head(u"^Code: (\\d{1,9})\\. (?:DB::Exception: )?"_s);
    QueryError error{Kind::Server, 0, QString::fromUtf8(text.left(longestText)).trimmed(), httpStatus, {}};
    const QRegularExpressionMatch match = head.match(error.text);
    if (match.hasMatch()) {
        error.code = match.capturedView(1).toInt();
        error.text = error.text.mid(match.capturedLength());
    }
    static const QRegularExpression version(u"\\s*\\(version [^()]*(?:\\([^()]*\\))?\\)\\s*$"_s);
    error.text.remove(version);
    error.position = positionIn(error.text);
    return error;
}

std::optional<LateError> findLateError(QByteArrayView tail, const QByteArray &tag, int columnCount)
{
    return tag.isEmpty() ? findUntagged(tail, columnCount) : findTagged(tail, tag);
}

} // namespace ClickHouse
