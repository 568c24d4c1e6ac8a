// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/sqltokens.h"

namespace ClickHouse {

namespace {

using Kind = SqlToken::Kind;

bool beginsWord(QChar c)
{
    return c.isLetter() || c == u'_' || c.isSurrogate();
}
bool goesOnInWord(QChar c)
{
    return beginsWord(c) || c.isDigit() || c == u'$';
}

template <typename Predicate>
qsizetype skipWhile(QStringView sql, qsizetype at, Predicate fits)
{
    while (at < sql.size() && fits(sql[at]))
        ++at;
    return at;
}

qsizetype endOfText(QStringView sql, QStringView mark, qsizetype from)
{
    const qsizetype found = sql.indexOf(mark, from);
    return found < 0 ? sql.size() : found + mark.size();
}

/// A doubled quote and a backslash keep the quote open.
qsizetype endOfQuoted(QStringView sql, qsizetype start)
{
    const QChar quote = sql[start];
    for (qsizetype at = start + 1; at < sql.size(); ++at) {
        if (sql[at] == u'\\') {
            ++at;
        } else if (sql[at] == quote) {
            if (at + 1 >= sql.size() || sql[at + 1] != quote)
                return at + 1;
            ++at;
        }
    }
    return sql.size();
}

/// $tag$ … $tag$, or 0 when the dollar begins no heredoc.
qsizetype endOfHeredoc(QStringView sql, qsizetype start)
{
    const qsizetype tagEnd = skipWhile(sql, start + 1, [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
    if (tagEnd >= sql.size() || sql[tagEnd] != u'$')
        return 0;
    const QStringView mark = sql.mid(start, tagEnd + 1 - start);
    const qsizetype close = sql.indexOf(mark, tagEnd + 1);
    return close < 0 ? 0 : close + mark.size();
}

/// The end of a comment that begins here, or 0.
qsizetype endOfComment(QStringView sql, qsizetype at)
{
    const QStringView rest = sql.mid(at);
    if (rest.startsWith(u"/*"))
        return endOfText(sql, u"*/", at + 2);
    if (rest.startsWith(u"--") || rest.startsWith(u"# ") || rest.startsWith(u"#!"))
        return endOfText(sql, u"\n", at);
    return 0;
}

qsizetype endOfNumber(QStringView sql, qsizetype at)
{
    at = skipWhile(sql, at, [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'.'; });
    const bool hasExponent = sql[at - 1].toLower() == u'e' && at < sql.size() && (sql[at] == u'-' || sql[at] == u'+');
    return hasExponent ? skipWhile(sql, at + 1, [](QChar c) { return c.isDigit(); }) : at;
}

QChar unescaped(QChar c)
{
    switch (c.unicode()) {
    case u'n': return u'\n';
    case u't': return u'\t';
    case u'r': return u'\r';
    case u'b': return u'\b';
    case u'f': return u'\f';
    case u'0': return u'\0';
    default: return c;
    }
}

} // namespace

SqlToken tokenAt(QStringView sql, qsizetype at)
{
    const auto token = [at](Kind kind, qsizetype end) { return SqlToken{kind, at, end - at}; };
    const QChar c = sql[at];
    if (c.isSpace())
        return token(Kind::Space, skipWhile(sql, at, [](QChar d) { return d.isSpace(); }));
    if (const qsizetype end = endOfComment(sql, at))
        return token(Kind::Comment, end);
    if (c == u'\'')
        return token(Kind::String, endOfQuoted(sql, at));
    if (c == u'`' || c == u'"')
        return token(Kind::QuotedName, endOfQuoted(sql, at));
    if (c == u'$') {
        if (const qsizetype end = endOfHeredoc(sql, at))
            return token(Kind::Heredoc, end);
    }
    if (c == u';')
        return token(Kind::Semicolon, at + 1);
    if (beginsWord(c))
        return token(Kind::Word, skipWhile(sql, at, goesOnInWord));
    if (c.isDigit())
        return token(Kind::Number, endOfNumber(sql, at));
    return token(Kind::Symbol, at + 1);
}

QList<SqlToken> tokenize(QStringView sql)
{
    QList<SqlToken> tokens;
    for (qsizetype at = 0; at < sql.size(); at = tokens.last().end())
        tokens.append(tokenAt(sql, at));
    return tokens;
}

QList<SqlToken> significantTokens(QStringView sql)
{
    QList<SqlToken> tokens = tokenize(sql);
    tokens.removeIf([](const SqlToken &token) { return token.kind == Kind::Space || token.kind == Kind::Comment; });
    return tokens;
}

QString unquoted(QStringView token)
{
    if (token.isEmpty() || !u"'`\""_qs.contains(token.front()))
        return token.toString();
    const QChar quote = token.front();
    const QStringView inner = token.mid(1, token.size() - (token.size() > 1 && token.back() == quote ? 2 : 1));
    QString result;
    for (qsizetype at = 0; at < inner.size(); ++at) {
        const bool escapes =
            at + 1 < inner.size() && (inner[at] == u'\\' || (inner[at] == quote && inner[at + 1] == quote));
        if (!escapes)
            result += inner[at];
        else if (inner[at++] == u'\\')
            result += unescaped(inner[at]);
        else
            result += quote;
    }
    return result;
}

} // namespace ClickHouse
