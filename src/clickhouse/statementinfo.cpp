// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/statementinfo.h"

#include "clickhouse/sqltokens.h"
#include "clickhouse/types/quoting.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace ClickHouse {

using namespace Qt::StringLiterals;

namespace {

using Kind = SqlToken::Kind;

/// Statements that never read rows of the tables they name.
bool readsNothing(const QString &verb)
{
    static const QSet<QString> verbs{u"SHOW"_s,   u"DESCRIBE"_s, u"DESC"_s,   u"EXISTS"_s,   u"USE"_s,
                                     u"SET"_s,    u"GRANT"_s,    u"REVOKE"_s, u"KILL"_s,     u"DROP"_s,
                                     u"DETACH"_s, u"ATTACH"_s,   u"RENAME"_s, u"EXCHANGE"_s, u"TRUNCATE"_s,
                                     u"SYSTEM"_s, u"OPTIMIZE"_s, u"UNDROP"_s};
    return verbs.contains(verb);
}

/// Table functions whose arguments name no table of this server.
bool readsNoTable(const QString &function)
{
    static const QSet<QString> functions{
        u"numbers"_s,    u"numbers_mt"_s,      u"zeros"_s, u"zeros_mt"_s, u"generaterandom"_s, u"generate_series"_s,
        u"values"_s,     u"format"_s,          u"url"_s,   u"s3"_s,       u"file"_s,           u"input"_s,
        u"postgresql"_s, u"mysql"_s,           u"null"_s,  u"one"_s,      u"generateseries"_s, u"azureblobstorage"_s,
        u"view"_s,       u"viewifpermitted"_s, u"sqlite"_s};
    return functions.contains(function.toLower());
}

/// Words that end the list of tables of a FROM.
bool endsTables(const QString &word)
{
    static const QSet<QString> words{u"WHERE"_s,   u"PREWHERE"_s, u"GROUP"_s,     u"ORDER"_s,  u"HAVING"_s,
                                     u"LIMIT"_s,   u"SETTINGS"_s, u"UNION"_s,     u"FORMAT"_s, u"WINDOW"_s,
                                     u"QUALIFY"_s, u"SELECT"_s,   u"INTERSECT"_s, u"EXCEPT"_s};
    return words.contains(word);
}

/// What is known inside one pair of parentheses.
struct Level
{
    bool sawSelect = false; ///< without it a FROM may be that of EXTRACT(DAY FROM ts)
    bool inTables = false;
    qsizetype begin = 0;
};

class Reader
{
public:
    explicit Reader(const QString &sql) : m_sql(sql), m_tokens(significantTokens(sql)) {}

    [[nodiscard]] StatementInfo read();

private:
    struct NamedQuery
    {
        QString name;
        qsizetype begin;
        qsizetype end;
    };
    struct Read
    {
        TableName table;
        qsizetype at;
    };

    [[nodiscard]] QString word(qsizetype i) const;
    [[nodiscard]] bool isSymbol(qsizetype i, char16_t symbol) const;
    [[nodiscard]] bool isName(qsizetype i) const;
    [[nodiscard]] qsizetype closing(qsizetype open) const;
    [[nodiscard]] bool createsViewOnly() const;
    qsizetype readInsertTarget();
    void scan(qsizetype from, bool onlyNested);
    void scanWord(qsizetype i, Level &level, bool counts);
    void readTable(qsizetype i, bool counts);
    void readFunction(qsizetype name);
    TableName nameAt(qsizetype i);
    void collectNamedQueries();
    void checkDashesOnly();

    const QString &m_sql;
    const QList<SqlToken> m_tokens;
    QList<Read> m_reads;
    QList<NamedQuery> m_namedQueries;
    StatementInfo m_info;
};

QString Reader::word(qsizetype i) const
{
    const bool isWord = i >= 0 && i < m_tokens.size() && m_tokens[i].kind == Kind::Word;
    return isWord ? m_tokens[i].in(m_sql).toString().toUpper() : QString();
}

bool Reader::isSymbol(qsizetype i, char16_t symbol) const
{
    return i < m_tokens.size() && m_tokens[i].kind == Kind::Symbol && m_sql[m_tokens[i].start] == symbol;
}

bool Reader::isName(qsizetype i) const
{
    return i < m_tokens.size() && (m_tokens[i].kind == Kind::Word || m_tokens[i].kind == Kind::QuotedName);
}

qsizetype Reader::closing(qsizetype open) const
{
    qsizetype depth = 0;
    for (qsizetype i = open; i < m_tokens.size(); ++i) {
        if (isSymbol(i, u'('))
            ++depth;
        else if (isSymbol(i, u')') && --depth == 0)
            return i;
    }
    return m_tokens.size();
}

/// A view reads when it is asked, a materialized view when messages come; POPULATE reads at once.
bool Reader::createsViewOnly() const
{
    bool isView = false;
    for (qsizetype i = 1; i < m_tokens.size() && word(i) != u"SELECT"; ++i) {
        isView = isView || (i < 6 && word(i) == u"VIEW");
        if (word(i) == u"POPULATE")
            return false;
    }
    return isView;
}

/// The name that begins here. A name with dashes but without backticks is understood, and kept for the hint.
TableName Reader::nameAt(qsizetype i)
{
    static const QRegularExpression dashed(
        u"([A-Za-z_][\\w$]*(?:-[\\w$]+)*)(?:\\s*\\.\\s*([A-Za-z_][\\w$]*(?:-[\\w$]+)*))?"_s);
    const qsizetype start = m_tokens[i].start;
    const auto match =
        dashed.match(m_sql, start, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (m_tokens[i].kind == Kind::Word && match.hasMatch() && match.capturedView().contains(u'-')) {
        const auto mended = [](const QString &part) { return part.contains(u'-') ? quoteIdentifier(part) : part; };
        const QString first = match.captured(1);
        const QString second = match.captured(2);
        const QString replacement = second.isEmpty() ? mended(first) : mended(first) + u'.' + mended(second);
        if (!m_info.unquotedDash)
            m_info.unquotedDash = UnquotedDash{start, match.capturedLength(), replacement};
        return second.isEmpty() ? TableName{{}, first} : TableName{first, second};
    }
    const QString first = unquoted(m_tokens[i].in(m_sql));
    if (isSymbol(i + 1, u'.') && isName(i + 2))
        return {first, unquoted(m_tokens[i + 2].in(m_sql))};
    return {{}, first};
}

void Reader::readFunction(qsizetype name)
{
    const QString function = unquoted(m_tokens[name].in(m_sql));
    if (readsNoTable(function))
        return;
    if (function.startsWith(u"merge"_s, Qt::CaseInsensitive)) // names its tables by a pattern
        m_info.readsUnknown = true;
    const qsizetype end = closing(name + 1);
    for (qsizetype i = name + 2; i < end; ++i) {
        if (isName(i) || m_tokens[i].kind == Kind::String)
            m_info.mayRead += unquoted(m_tokens[i].in(m_sql)).split(u'.');
    }
}

void Reader::readTable(qsizetype i, bool counts)
{
    if (isSymbol(i, u'{') && counts)
        m_info.readsUnknown = true;
    if (!isName(i))
        return;
    if (isSymbol(i + 1, u'(')) {
        if (counts)
            readFunction(i);
        return;
    }
    const TableName name = nameAt(i);
    if (counts)
        m_reads.append({name, i});
}

void Reader::scanWord(qsizetype i, Level &level, bool counts)
{
    const QString text = word(i);
    if (text == u"FROM" && (level.begin == 0 || level.sawSelect || level.begin == i)) {
        level.inTables = true;
        readTable(i + 1, counts);
    } else if (text == u"JOIN" && word(i - 1) != u"ARRAY") {
        level.inTables = true;
        readTable(i + 1, counts);
    } else if (text == u"IN" && isName(i + 1)) {
        readTable(i + 1, counts);
    } else if (endsTables(text)) {
        level.inTables = false;
        level.sawSelect = level.sawSelect || text == u"SELECT";
    }
}

void Reader::scan(qsizetype from, bool onlyNested)
{
    QList<Level> levels{Level{}};
    for (qsizetype i = from; i < m_tokens.size(); ++i) {
        const bool counts = !onlyNested || levels.size() > 1;
        if (isSymbol(i, u'(')) {
            levels.append(Level{false, false, i + 1});
        } else if (isSymbol(i, u')')) {
            if (levels.size() > 1)
                levels.removeLast();
        } else if (isSymbol(i, u',') && levels.last().inTables) {
            readTable(i + 1, counts);
        } else if (m_tokens[i].kind == Kind::Word) {
            scanWord(i, levels.last(), counts);
        }
    }
}

/// INSERT INTO [TABLE] name [(columns)]; returns where a SELECT may begin, or the end when data follow.
qsizetype Reader::readInsertTarget()
{
    qsizetype i = 1;
    while (word(i) == u"INTO" || word(i) == u"TABLE")
        ++i;
    if (word(i) == u"FUNCTION" && isName(i + 1))
        return i + 2;
    if (isName(i))
        m_info.insertsInto = nameAt(i);
    for (qsizetype next = i; next < m_tokens.size(); ++next) {
        if (word(next) == u"VALUES" || word(next) == u"FORMAT")
            return m_tokens.size();
        if (word(next) == u"SELECT" || word(next) == u"WITH" || word(next) == u"FROM")
            return next;
    }
    return m_tokens.size();
}

void Reader::collectNamedQueries()
{
    for (qsizetype i = 0; i + 2 < m_tokens.size(); ++i) {
        if (isName(i) && word(i + 1) == u"AS" && isSymbol(i + 2, u'('))
            m_namedQueries.append({unquoted(m_tokens[i].in(m_sql)), i + 2, closing(i + 2)});
    }
}

void Reader::checkDashesOnly()
{
    static const QSet<QString> before{u"TABLE"_s, u"FROM"_s, u"USE"_s, u"DATABASE"_s, u"INTO"_s, u"TO"_s, u"VIEW"_s};
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        if (before.contains(word(i)) && isName(i + 1))
            static_cast<void>(nameAt(i + 1));
    }
}

StatementInfo Reader::read()
{
    const QString verb = word(0);
    if (verb == u"USE" && isName(1))
        m_info.usesDatabase = unquoted(m_tokens[1].in(m_sql));
    if (readsNothing(verb) || (verb == u"CREATE" && createsViewOnly())) {
        checkDashesOnly();
        return m_info;
    }
    const qsizetype from = verb == u"INSERT" ? readInsertTarget() : 0;
    scan(from, verb == u"EXPLAIN");
    if (verb == u"CREATE")
        checkDashesOnly();
    collectNamedQueries();
    for (const Read &read : std::as_const(m_reads)) {
        // WITH events AS (SELECT * FROM events): inside its own body the name still means the table.
        const bool isNamedQuery =
            std::any_of(m_namedQueries.begin(), m_namedQueries.end(), [&read](const NamedQuery &query) {
                return read.table.database.isEmpty() && query.name == read.table.table &&
                       (read.at < query.begin || read.at > query.end);
            });
        if (!isNamedQuery)
            m_info.reads.append(read.table);
    }
    return m_info;
}

} // namespace

StatementInfo StatementInfo::of(const QString &statement)
{
    return Reader(statement).read();
}

} // namespace ClickHouse
