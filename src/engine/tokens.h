// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Engine {

/// A piece of SQL text. Strings and quoted identifiers are whole tokens, so that a word inside them is never
/// taken for a keyword; comments are left out.
struct Token
{
    enum class Kind { Word, QuotedIdentifier, String, Number, Symbol };

    Kind kind = Kind::Symbol;
    std::string_view text;
    size_t offset = 0;
    int depth = 0; ///< how many brackets are open around it

    [[nodiscard]] bool isKeyword(std::string_view word) const;
    [[nodiscard]] bool isSymbol(char symbol) const { return kind == Kind::Symbol && text.front() == symbol; }
    [[nodiscard]] bool isIdentifier() const { return kind == Kind::Word || kind == Kind::QuotedIdentifier; }
    [[nodiscard]] size_t end() const { return offset + text.size(); }
};

using Tokens = std::vector<Token>;

/// Reads tokens one by one, so that the head of an INSERT can be read without looking at its data.
class Tokenizer
{
public:
    explicit Tokenizer(std::string_view sql) : m_sql(sql) {}
    /// False at the end of the text.
    bool next(Token &token);

private:
    void skipBlanksAndComments();
    size_t endOfQuoted(char quote) const;

    std::string_view m_sql;
    size_t m_at = 0;
    int m_depth = 0;
};

[[nodiscard]] Tokens tokenize(std::string_view sql);

/// The name that an identifier token stands for, without its quotes.
[[nodiscard]] std::string identifierName(const Token &token);
/// 'text', with everything escaped that would end the literal.
[[nodiscard]] std::string quoteString(std::string_view text);
/// The form in which the engine takes values of parameters: as in a cell of TabSeparated.
[[nodiscard]] std::string escapeParameter(std::string_view text);
/// `name`
[[nodiscard]] std::string quoteIdentifier(std::string_view name);

} // namespace Engine
