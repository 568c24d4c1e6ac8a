// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/insertstream.h"
#include "engine/parameters.h"
#include "engine/policy.h"
#include "engine/queryservice.h"

#include <memory>
#include <optional>

namespace Engine {

/// One request on its way: the statement is recognised while the body arrives, an INSERT takes its rows from
/// the rest of the body, everything else runs when the body is complete.
class QueryRun
{
public:
    QueryRun(QueryService &service, QueryRequest &request, Parameters parameters);

    [[nodiscard]] Answer answer();

private:
    using Failure = std::optional<Error>;

    [[nodiscard]] Answer answerBody();
    [[nodiscard]] Failure readBody();
    [[nodiscard]] Failure giveUp(QueryRequest::BodyEnd end, Failure failure);
    [[nodiscard]] Failure take(std::string_view piece);
    [[nodiscard]] Failure beginInsert(size_t dataBegin);
    [[nodiscard]] Failure prepareConnection();
    [[nodiscard]] Core::Expected<Ruling, Error> judge(const Statement &statement);

    [[nodiscard]] Answer runStatement();
    [[nodiscard]] Answer stream(const Statement &statement);
    [[nodiscard]] Answer runAtOnce(const Statement &statement);
    [[nodiscard]] Answer kill(const Statement &statement);
    [[nodiscard]] Answer completed(const Outcome &outcome, const std::string &format);
    [[nodiscard]] std::string formatOf(const Statement &statement) const;
    void addHeaders(Answer &answer, const std::string &format) const;

    QueryService &m_service;
    QueryRequest &m_request;
    Parameters m_parameters;
    std::string m_text;
    std::string m_notice;
    RunningQueries::Registration m_registration;
    Sessions::Lease m_connection;
    std::unique_ptr<InsertStream> m_insert;
    std::string m_insertFormat;
};

} // namespace Engine
