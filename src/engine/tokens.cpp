// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokens.h"

#include <algorithm>
#include <cctype>

namespace Engine {
namespace {

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

std::string quote(std::string_view text, char mark)
{
    std::string quoted(1, mark);
    for (const char c : text) {
        if (c == mark || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted += mark;
}

} // namespace

bool Token::isKeyword(std::string_view word) const
{
    return kind == Kind::Word && std::equal(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) {
               return std::toupper(static_cast<unsigned char>(a)) == b;
           });
}

void Tokenizer::skipBlanksAndComments()
{
    while (m_at < m_sql.size()) {
        if (std::isspace(static_cast<unsigned char>(m_sql[m_at]))) {
            ++m_at;
        } else if (m_sql.substr(m_at, 2) == "--" || m_sql.substr(m_at, 2) == "#!" || m_sql.substr(m_at, 2) == "# ") {
            m_at = std::min(m_sql.find('\n', m_at), m_sql.size());
        } else if (m_sql.substr(m_at, 2) == "/*") {
            const size_t end = m_sql.find("*/", m_at + 2);
            m_at = end == std::string_view::npos ? m_sql.size() : end + 2;
        } else {
            return;
        }
    }
}

size_t Tokenizer::endOfQuoted(char quote) const
{
    for (size_t at = m_at + 1; at < m_sql.size(); ++at) {
        if (m_sql[at] == '\\')
            ++at;
        else if (m_sql[at] == quote && m_sql.substr(at + 1, 1) == std::string_view(&quote, 1))
            ++at;
        else if (m_sql[at] == quote)
            return at + 1;
    }
    return m_sql.size();
}

bool Tokenizer::next(Token &token)
{
    skipBlanksAndComments();
    if (m_at >= m_sql.size())
        return false;
    const size_t begin = m_at;
    const char c = m_sql[begin];
    token.depth = m_depth;
    if (c == '\'' || c == '`' || c == '"') {
        token.kind = c == '\'' ? Token::Kind::String : Token::Kind::QuotedIdentifier;
        m_at = endOfQuoted(c);
    } else if (isWordCharacter(c)) {
        token.kind = std::isdigit(static_cast<unsigned char>(c)) ? Token::Kind::Number : Token::Kind::Word;
        while (m_at < m_sql.size() && isWordCharacter(m_sql[m_at]))
            ++m_at;
    } else {
        token.kind = Token::Kind::Symbol;
        ++m_at;
        if (c == '(' || c == '[' || c == '{')
            ++m_depth;
        else if (c == ')' || c == ']' || c == '}')
            token.depth = --m_depth;
    }
    token.offset = begin;
    token.text = m_sql.substr(begin, m_at - begin);
    return true;
}

Tokens tokenize(std::string_view sql)
{
    Tokens tokens;
    Tokenizer tokenizer(sql);
    for (Token token; tokenizer.next(token);)
        tokens.push_back(token);
    return tokens;
}

std::string identifierName(const Token &token)
{
    if (token.kind != Token::Kind::QuotedIdentifier)
        return std::string(token.text);
    const std::string_view inside = token.text.substr(1, token.text.size() - 2);
    std::string name;
    for (size_t at = 0; at < inside.size(); ++at) {
        const bool doubled = inside[at] == token.text.front();
        if ((inside[at] == '\\' || doubled) && at + 1 < inside.size())
            ++at;
        name += inside[at];
    }
    return name;
}

std::string quoteString(std::string_view text)
{
    return quote(text, '\'');
}

std::string escapeParameter(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        switch (c) {
        case '\\': escaped += "\\\\"; break;
        case '\t': escaped += "\\t"; break;
        case '\n': escaped += "\\n"; break;
        case '\r': escaped += "\\r"; break;
        case '\0': escaped += "\\0"; break;
        default: escaped += c;
        }
    }
    return escaped;
}

std::string quoteIdentifier(std::string_view name)
{
    return quote(name, '`');
}

} // namespace Engine
