// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statement.h"

namespace Engine {

Statement::Statement(std::string canonical) : m_text(std::move(canonical)), m_tokens(tokenize(m_text)) {}

bool Statement::startsWith(std::initializer_list<std::string_view> keywords, size_t index) const
{
    for (const std::string_view keyword : keywords) {
        if (index >= m_tokens.size() || m_tokens[index].depth != 0 || !m_tokens[index].isKeyword(keyword))
            return false;
        ++index;
    }
    return true;
}

std::optional<size_t> Statement::find(std::initializer_list<std::string_view> keywords, size_t from) const
{
    for (size_t index = from; index < m_tokens.size(); ++index) {
        if (startsWith(keywords, index))
            return index;
    }
    return std::nullopt;
}

bool Statement::isReading() const
{
    if (m_tokens.empty() || find({"PARALLEL", "WITH"}))
        return false;
    if (m_tokens.front().isSymbol('('))
        return true;
    for (const std::string_view word : {"SELECT", "WITH", "SHOW", "DESCRIBE", "DESC", "EXISTS", "EXPLAIN", "CHECK"}) {
        if (startsWith({word}))
            return true;
    }
    return false;
}

bool Statement::takesData() const
{
    return isInsert() && formatClause() && !find({"SELECT"}) && !find({"WITH"});
}

std::optional<size_t> Statement::formatClause() const
{
    // It ends the statement, or only SETTINGS follow: a column called FORMAT does not look like that.
    for (size_t index = m_tokens.size(); index-- > 0;) {
        if (!startsWith({"FORMAT"}, index) || index + 1 >= m_tokens.size() || !m_tokens[index + 1].isIdentifier())
            continue;
        if (index + 2 == m_tokens.size() || startsWith({"SETTINGS"}, index + 2))
            return index;
    }
    return std::nullopt;
}

std::string Statement::format() const
{
    const auto clause = formatClause();
    return clause ? identifierName(m_tokens[*clause + 1]) : std::string();
}

std::string Statement::inserted(size_t offset, const std::string &clause) const
{
    return m_text.substr(0, offset) + clause + m_text.substr(offset);
}

std::string Statement::intoFile(const std::string &file, const std::string &defaultFormat) const
{
    const std::string clause = "INTO OUTFILE '" + file + "' TRUNCATE ";
    if (const auto format = formatClause())
        return inserted(m_tokens[*format].offset, clause);
    return m_text + " " + clause + "FORMAT " + defaultFormat;
}

std::string Statement::fromFile(const std::string &file) const
{
    const auto format = formatClause();
    auto place = find({"SETTINGS"});
    if (!place || *place > *format)
        place = format;
    return inserted(m_tokens[*place].offset, "FROM INFILE '" + file + "' ");
}

} // namespace Engine
