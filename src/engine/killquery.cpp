// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/killquery.h"

namespace Engine {
namespace {

bool endsCondition(const Statement &statement, size_t index)
{
    for (const std::string_view word : {"SYNC", "ASYNC", "TEST", "FORMAT", "SETTINGS"}) {
        if (statement.startsWith({word}, index))
            return true;
    }
    return false;
}

} // namespace

KillQuery::KillQuery(const Statement &statement, const std::string &ownQueryId)
{
    const Tokens &tokens = statement.tokens();
    m_onlyTells = statement.find({"TEST"}).has_value();
    const auto where = statement.find({"WHERE"});
    std::string condition;
    size_t copied = where ? tokens[*where].end() : statement.text().size();
    for (size_t i = where ? *where + 1 : tokens.size(); i < tokens.size(); ++i) {
        if (endsCondition(statement, i)) {
            condition += statement.text().substr(copied, tokens[i].offset - copied);
            copied = statement.text().size();
            break;
        }
        if (tokens[i].isIdentifier() && identifierName(tokens[i]) == "query_id") {
            condition += statement.text().substr(copied, tokens[i].offset - copied) + "Settings['log_comment']";
            copied = tokens[i].end();
        }
    }
    condition += statement.text().substr(copied);
    m_condition = "(" + condition + ") AND Settings['log_comment'] NOT IN ('', " + quoteString(ownQueryId) + ")";
}

std::string KillQuery::listing() const
{
    return "SELECT 'waiting' AS kill_status, Settings['log_comment'] AS query_id, user, "
           "replaceRegexpOne(query, ' INTO OUTFILE ''/dev/fd/[0-9]+'' TRUNCATE', '') AS query FROM "
           "system.processes WHERE " +
           m_condition;
}

std::string KillQuery::killing() const
{
    return "KILL QUERY WHERE " + m_condition + " ASYNC";
}

} // namespace Engine
