// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/statementsplitter.h"

#include "clickhouse/sqltokens.h"

#include <algorithm>

namespace ClickHouse {

namespace {

using Kind = SqlToken::Kind;

bool isWord(QStringView text, const SqlToken &token, QStringView word)
{
    return token.kind == Kind::Word && token.in(text).compare(word, Qt::CaseInsensitive) == 0;
}

/// The statement that is being gathered, token by token.
class Gatherer
{
public:
    explicit Gatherer(const QString &text) : m_text(text) {}

    /// Returns true when inlined data begins behind this token.
    bool take(const SqlToken &token)
    {
        if (m_start < 0) {
            m_start = token.start;
            m_isInsert = isWord(m_text, token, u"INSERT");
        }
        m_end = token.end();
        const bool beginsData = m_isInsert && m_afterFormat && !isWord(m_text, token, u"Values");
        m_afterFormat = isWord(m_text, token, u"FORMAT");
        return beginsData;
    }

    void extendTo(qsizetype end) { m_end = end; }

    void endStatement()
    {
        if (m_start >= 0)
            m_statements.append({m_start, m_end});
        m_start = -1;
        m_afterFormat = false;
    }

    [[nodiscard]] const QList<StatementRange> &statements() const { return m_statements; }

private:
    const QString &m_text;
    QList<StatementRange> m_statements;
    qsizetype m_start = -1;
    qsizetype m_end = 0;
    bool m_isInsert = false;
    bool m_afterFormat = false;
};

/// Inlined data goes to the next empty line: it may contain semicolons and quotes of any kind.
qsizetype endOfData(QStringView text, qsizetype from)
{
    for (qsizetype at = text.indexOf(u'\n', from); at >= 0; at = text.indexOf(u'\n', at + 1)) {
        qsizetype next = at + 1;
        while (next < text.size() && (text[next] == u' ' || text[next] == u'\t' || text[next] == u'\r'))
            ++next;
        if (next < text.size() && text[next] == u'\n')
            return at;
    }
    return text.size();
}

qsizetype trimmedEnd(QStringView text, qsizetype start, qsizetype end)
{
    while (end > start && text[end - 1].isSpace())
        --end;
    return end;
}

qsizetype nextLine(const QString &text, qsizetype from)
{
    const qsizetype lineFeed = text.indexOf(u'\n', from);
    return lineFeed < 0 ? text.size() : lineFeed;
}

} // namespace

QList<StatementRange> splitStatements(const QString &text)
{
    Gatherer gatherer(text);
    qsizetype at = 0;
    while (at < text.size()) {
        const SqlToken token = tokenAt(text, at);
        at = token.end();
        if (token.kind == Kind::Semicolon) {
            gatherer.endStatement();
        } else if (token.kind != Kind::Space && token.kind != Kind::Comment && gatherer.take(token)) {
            const bool endsHere = at < text.size() && text[at] == u';'; // the data are sent apart
            const qsizetype end = endsHere ? at : endOfData(text, at);
            gatherer.extendTo(trimmedEnd(text, token.end(), end));
            gatherer.endStatement();
            at = end;
        }
    }
    gatherer.endStatement();
    return gatherer.statements();
}

std::optional<StatementRange> statementAt(const QString &text, qsizetype cursor)
{
    const QList<StatementRange> statements = splitStatements(text);
    if (statements.isEmpty())
        return std::nullopt;
    for (qsizetype i = 0; i + 1 < statements.size(); ++i) {
        // The rest of the last line still belongs to a statement, unless the next one begins there.
        const qsizetype reach = std::min(nextLine(text, statements[i].end), statements[i + 1].start - 1);
        if (cursor <= reach)
            return statements[i];
    }
    return statements.last();
}

} // namespace ClickHouse
