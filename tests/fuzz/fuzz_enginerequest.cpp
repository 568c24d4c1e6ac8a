// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What headgate-engine reads before the library sees anything: the head of a request, its parameters, the statement.
#include "engine/compression/negotiation.h"
#include "engine/gate.h"
#include "engine/inserthead.h"
#include "engine/killquery.h"
#include "engine/parameters.h"
#include "engine/policy.h"
#include "engine/replicatedengine.h"
#include "engine/urlquery.h"
#include "fuzz/expect.h"

#include <cstdint>

using namespace Engine;

namespace {

/// Whether a text is one token of this kind, so that nothing in it can end it.
bool isOneToken(const std::string &text, Token::Kind kind)
{
    const Tokens tokens = tokenize(text);
    return tokens.size() == 1 && tokens[0].kind == kind && tokens[0].text.size() == text.size();
}

void readHead(std::string_view text)
{
    Fields fields;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const size_t colon = std::min(line.find(':'), line.size());
        fields.emplace(line.substr(0, colon), line.substr(std::min(colon + 1, line.size())));
    }
    for (const char *method : {"GET", "POST"})
        (void)checkHead(method, fields, 1234);
    Users users;
    users.set({{"user", "password"}});
    Login login;
    (void)logIn(fields, {}, users, login);
    for (const auto &[name, value] : fields) {
        (void)chooseMethod(value);
        (void)methodOf(value);
    }
}

void readTarget(const std::string &target)
{
    const auto url = readUrlQuery(target);
    for (const auto &[name, value] : url) {
        expect(isOneToken(quoteString(value), Token::Kind::String), "a quoted text is one token");
        expect(isOneToken(quoteIdentifier(value), Token::Kind::QuotedIdentifier), "a quoted name is one token");
        const std::string quoted = quoteIdentifier(value);
        expect(identifierName(tokenize(quoted)[0]) == value, "a quoted name stands for the name");
    }
    const auto parameters = readParameters(url);
    if (!parameters)
        return;
    // SET name = 'text', … and nothing else, whatever the names and values are.
    const std::string set = setStatement(*parameters);
    const Tokens tokens = tokenize(set);
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        const bool fits = i == 0       ? token.isKeyword("SET")
                          : i % 4 == 1 ? token.kind == Token::Kind::Word
                          : i % 4 == 2 ? token.isSymbol('=')
                          : i % 4 == 3 ? token.kind == Token::Kind::String
                                       : token.isSymbol(',');
        expect(fits, "a SET statement sets values only");
    }
}

void readStatement(const std::string &text)
{
    const auto begin = findInsertData(text, true);
    expect(!begin || *begin <= text.size(), "the rows begin inside the text");
    (void)findInsertData(text, false);
    (void)mayBeInsert(text);
    const Statement statement(text);
    (void)statement.isReading();
    (void)statement.intoFile("/dev/fd/7", "`TSV`");
    if (statement.takesData())
        (void)statement.fromFile("/dev/fd/7");
    (void)KillQuery(statement, "own").killing();
    (void)withoutReplication(statement);
    const Policy policy(
        Users::Rank::Ordinary, false, false,
        [](const std::string &, const std::string &) { return std::string("Kafka"); },
        [](const std::string &collection) { return collection.size() % 2 == 0; });
    (void)policy.judge(statement);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    readHead(text);
    readTarget("/?" + text);
    readStatement(text);
    return 0;
}
