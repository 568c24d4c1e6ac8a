// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codeeditor.h"
#include "widgets/theme.h"

#include <Qsci/qscilexerbash.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexersql.h>
#include <Qsci/qsciscintilla.h>

namespace Widgets {

namespace {

/// ClickHouse's words; the lexer compares without regard to case.
class ClickHouseLexer final : public QsciLexerSQL
{
public:
    using QsciLexerSQL::QsciLexerSQL;

    [[nodiscard]] const char *keywords(int set) const override
    {
        switch (set) {
        case 1:
            return "add after alias all alter and anti any array as asc asof async attach between by case check "
                   "cluster "
                   "codec collate column columns comment constraint create cross cube database databases default "
                   "deduplicate delete desc describe detach dictionary distinct distributed drop else end engine "
                   "engines "
                   "ephemeral except exchange exists explain expression extract false fetch fill final first following "
                   "for format freeze from full function functions global grant granularity group grouping having "
                   "hierarchical if ilike in index inf inner insert interpolate intersect interval into is join key "
                   "kill last layout left lifetime like limit live local materialize materialized merge merges min max "
                   "modify move mutation nan no none not null nulls offset on only optimize or order outer outfile "
                   "over "
                   "parameter partition paste pipeline plan populate preceding prewhere primary processlist projection "
                   "qualify query range recursive refresh rename replace replica reset restrict revoke right rollup "
                   "row "
                   "rows sample select semi set sets settings show source start stop substring sync syntax system "
                   "table "
                   "tables temporary test then ties to top totals trailing trim true truncate ttl unbounded "
                   "union update use using uuid values view views volume watch when where window with extended";
        case 2:
            return "int8 int16 int32 int64 int128 int256 uint8 uint16 uint32 uint64 uint128 uint256 float32 float64 "
                   "bfloat16 decimal decimal32 decimal64 decimal128 decimal256 bool string fixedstring date32 datetime "
                   "datetime64 enum enum8 enum16 ipv4 ipv6 lowcardinality map nested nothing nullable object point "
                   "polygon ring multipolygon simpleaggregatefunction aggregatefunction tuple variant dynamic json "
                   "mergetree replicatedmergetree replacingmergetree summingmergetree aggregatingmergetree "
                   "collapsingmergetree kafka";
        default: return nullptr;
        }
    }
};

void setColor(QsciLexer &lexer, std::initializer_list<int> styles, Token token)
{
    for (const int style : styles)
        lexer.setColor(color(token), style);
}

} // namespace

QsciLexer *JsonEditor::createLexer(QsciScintilla *parent) const
{
    auto *lexer = new QsciLexerJSON(parent);
    lexer->setHighlightEscapeSequences(false);
    lexer->setHighlightComments(false);
    lexer->setFoldCompact(false);
    return lexer;
}

void JsonEditor::colorLexer(QsciLexer &lexer) const
{
    setColor(lexer, {QsciLexerJSON::Property}, Token::SyntaxKey);
    setColor(lexer,
             {QsciLexerJSON::String, QsciLexerJSON::EscapeSequence, QsciLexerJSON::IRI, QsciLexerJSON::IRICompact},
             Token::SyntaxString);
    setColor(lexer, {QsciLexerJSON::Number}, Token::SyntaxNumber);
    setColor(lexer, {QsciLexerJSON::Keyword, QsciLexerJSON::KeywordLD}, Token::SyntaxLiteral);
    setColor(lexer, {QsciLexerJSON::CommentLine, QsciLexerJSON::CommentBlock}, Token::SyntaxComment);
    setColor(lexer, {QsciLexerJSON::Error, QsciLexerJSON::UnclosedString}, Token::Error);
}

QsciLexer *SqlEditor::createLexer(QsciScintilla *parent) const
{
    auto *lexer = new ClickHouseLexer(parent);
    lexer->setBackslashEscapes(true);
    lexer->setQuotedIdentifiers(true); // `service_my-kafka`
    lexer->setDottedWords(false);
    return lexer;
}

void SqlEditor::colorLexer(QsciLexer &lexer) const
{
    setColor(lexer, {QsciLexerSQL::Keyword}, Token::SyntaxKey);
    setColor(lexer, {QsciLexerSQL::KeywordSet6, 16}, Token::SyntaxLiteral); // 16: the second set of words
    setColor(lexer, {QsciLexerSQL::SingleQuotedString}, Token::SyntaxString);
    setColor(lexer, {QsciLexerSQL::Number}, Token::SyntaxNumber);
    setColor(
        lexer,
        {QsciLexerSQL::Comment, QsciLexerSQL::CommentLine, QsciLexerSQL::CommentLineHash, QsciLexerSQL::CommentDoc},
        Token::SyntaxComment);
}

CommandView::CommandView(const QString &name, QWidget *parent) : CodeEditor(name, parent)
{
    setReadOnly(true);
}

QsciLexer *CommandView::createLexer(QsciScintilla *parent) const
{
    return new QsciLexerBash(parent);
}

void CommandView::colorLexer(QsciLexer &lexer) const
{
    setColor(lexer, {QsciLexerBash::Keyword}, Token::SyntaxKey);
    setColor(
        lexer,
        {QsciLexerBash::DoubleQuotedString, QsciLexerBash::SingleQuotedString, QsciLexerBash::SingleQuotedHereDocument},
        Token::SyntaxString);
    setColor(lexer, {QsciLexerBash::Number}, Token::SyntaxNumber);
    setColor(lexer, {QsciLexerBash::Scalar, QsciLexerBash::ParameterExpansion}, Token::SyntaxLiteral);
    setColor(lexer, {QsciLexerBash::Comment}, Token::SyntaxComment);
}

} // namespace Widgets
