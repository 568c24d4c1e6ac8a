// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/queryrun.h"
#include "engine/formats.h"
#include "engine/inserthead.h"
#include "engine/killquery.h"
#include "engine/progressreport.h"
#include "engine/resultstream.h"
#include "engine/summary.h"

#include <random>

namespace Engine {
namespace {

/// A statement, without the rows of an INSERT, is not longer than this.
constexpr size_t LongestStatement = 16 << 20;
/// The engine's own limit is a little higher (max_query_size).
constexpr size_t LongestByDefault = 200 << 10;

std::string randomLetters(size_t count)
{
    std::random_device random;
    std::string letters(count, 'a');
    for (char &letter : letters)
        letter = static_cast<char>('a' + random() % 26);
    return letters;
}

} // namespace

QueryRun::QueryRun(QueryService &service, QueryRequest &request, Parameters parameters)
    : m_service(service)
    , m_request(request)
    , m_parameters(std::move(parameters))
{
    if (m_parameters.queryId.empty())
        m_parameters.queryId = randomQueryId();
    if (m_parameters.database.empty())
        m_parameters.database = request.databaseHeader;
    if (m_parameters.defaultFormat.empty())
        m_parameters.defaultFormat = request.formatHeader;
}

Answer QueryRun::answer()
{
    m_registration = m_service.m_running.enter(m_parameters.queryId);
    if (!m_registration)
        return m_service.errorAnswer(
            makeError(Code::QueryIdInUse, "Query with id = " + m_parameters.queryId + " is already running."));
    Answer answer = answerBody();
    answer.headers.emplace_back("X-ClickHouse-Query-Id", m_parameters.queryId);
    return answer;
}

Answer QueryRun::answerBody()
{
    if (const Failure failure = readBody())
        return m_service.errorAnswer(*failure);
    std::optional<ProgressReport> report;
    if (m_parameters.wantsProgress)
        report.emplace(m_service.m_instance, m_parameters.queryId,
                       std::chrono::milliseconds(m_parameters.progressInterval), m_request.sendHeaderNow);
    return m_insert ? completed(m_insert->finish(), m_insertFormat) : runStatement();
}

QueryRun::Failure QueryRun::readBody()
{
    m_text = m_parameters.query;
    Failure failure;
    if (m_request.readBody) {
        if (!m_text.empty())
            failure = take("\n");
        // After a failure the body is still read to its end: the connection stays in step, and the client
        // sees the answer.
        const auto end = m_request.readBody([this, &failure](std::string_view piece) {
            if (!failure)
                failure = take(piece);
            return true;
        });
        m_request.whileWaiting(nullptr);
        if (end != QueryRequest::BodyEnd::Complete)
            failure = giveUp(end, std::move(failure));
    }
    if (!failure && !m_insert) {
        if (const auto begin = findInsertData(m_text, true))
            failure = beginInsert(*begin);
    }
    return failure;
}

QueryRun::Failure QueryRun::giveUp(QueryRequest::BodyEnd end, Failure failure)
{
    // What came of the rows must not stay, whether the client went away or sent nonsense.
    if (m_insert)
        m_insert->cancel();
    if (failure)
        return failure;
    return end == QueryRequest::BodyEnd::NotUnpacked
               ? makeError(Code::CannotDecompress, "The body of the request is not what its Content-Encoding says")
               : makeError(Code::SyntaxError, "The body of the request is incomplete");
}

QueryRun::Failure QueryRun::take(std::string_view piece)
{
    if (m_insert) {
        m_insert->write(piece);
        return std::nullopt;
    }
    if (m_text.size() + piece.size() > LongestStatement)
        return makeError(Code::SyntaxError,
                         "The statement is longer than " + std::to_string(LongestStatement) + " bytes");
    m_text.append(piece);
    if (mayBeInsert(m_text)) {
        if (const auto begin = findInsertData(m_text, false))
            return beginInsert(*begin);
    }
    return std::nullopt;
}

QueryRun::Failure QueryRun::beginInsert(size_t dataBegin)
{
    const auto canonical = m_service.m_instance.canonical(m_text.substr(0, dataBegin));
    if (!canonical)
        return canonical.error();
    const Statement statement(canonical.value());
    const auto ruling = judge(statement);
    if (!ruling)
        return ruling.error();
    if (auto failure = prepareConnection())
        return failure;
    m_insertFormat = statement.format();
    m_insert = std::make_unique<InsertStream>(m_service.m_instance, m_parameters.queryId, std::move(m_connection));
    if (m_request.whileWaiting)
        m_request.whileWaiting([this] { m_insert->whileBlocked(); });
    m_insert->start(statement.fromFile(m_insert->fileName()));
    m_insert->write(std::string_view(m_text).substr(dataBegin));
    m_text.clear();
    return std::nullopt;
}

Core::Expected<Ruling, Error> QueryRun::judge(const Statement &statement)
{
    const auto engineOf = [this](const std::string &database, const std::string &table) {
        return m_service.m_instance.lookUp(
            "SELECT engine FROM system.tables WHERE database = {d:String} AND name = {t:String}",
            {{"d", !database.empty()                ? database
                   : !m_parameters.database.empty() ? m_parameters.database
                                                    : "default"},
             {"t", table}});
    };
    const auto rank = m_request.internal ? Users::Rank::Internal : Users::Rank::Ordinary;
    const auto mayUse = [this](const std::string &collection) {
        return m_service.m_users.mayUse(m_request.user, collection);
    };
    return Policy(rank, m_request.readOnly, m_service.m_confined, engineOf, mayUse).judge(statement);
}

QueryRun::Failure QueryRun::prepareConnection()
{
    auto lease = m_service.m_sessions.lease(m_request.user, m_parameters);
    if (!lease)
        return lease.error();
    m_connection = lease.value();
    const std::string settings = setStatement(m_parameters);
    // The length of parameters is not that of the statement.
    const bool isLong = settings.size() > LongestByDefault;
    if (isLong)
        m_connection->run("SET max_query_size = 67108864");
    const Outcome set = m_connection->run(settings);
    if (set.failed())
        return parseError(set.error);
    if (isLong)
        m_connection->run("SET max_query_size = " + quoteString(m_parameters.setting("max_query_size", "262144")));
    if (!m_parameters.database.empty()) {
        const Outcome use = m_connection->run("USE " + quoteIdentifier(m_parameters.database));
        if (use.failed())
            return parseError(use.error);
    }
    return std::nullopt;
}

Answer QueryRun::runStatement()
{
    auto canonical = m_service.m_instance.canonical(m_text);
    if (!canonical)
        return m_service.errorAnswer(canonical.error());
    const Statement asked(canonical.value());
    const auto ruling = judge(asked);
    if (!ruling)
        return m_service.errorAnswer(ruling.error());
    m_notice = ruling.value().notice;
    const Statement statement(ruling.value().sql);
    if (const Failure failure = prepareConnection())
        return m_service.errorAnswer(*failure);
    if (statement.isKillQuery())
        return kill(statement);
    return statement.isReading() ? stream(statement) : runAtOnce(statement);
}

std::string QueryRun::formatOf(const Statement &statement) const
{
    const std::string own = statement.format();
    if (!own.empty())
        return own;
    return m_parameters.defaultFormat.empty() ? "TabSeparated" : m_parameters.defaultFormat;
}

Answer QueryRun::stream(const Statement &statement)
{
    const std::string format = formatOf(statement);
    const std::string tag = randomLetters(16);
    auto result = std::make_unique<ResultStream>(ResultStream::Context{m_service.m_instance, std::move(m_connection),
                                                                       std::move(m_registration), m_parameters.queryId,
                                                                       tag, m_request.clientIsGone});
    result->start(statement.intoFile(result->fileName(), quoteIdentifier(format)));
    result->prefetch(m_parameters.waitForEnd);
    Answer answer;
    if (result->ended()) {
        Outcome outcome = result->outcome();
        outcome.bytes = result->takePrefetched();
        return completed(outcome, format);
    }
    addHeaders(answer, format);
    // What is known now: the headers go before the rows.
    answer.headers.emplace_back("X-ClickHouse-Summary", summary(m_service.m_instance.progress(m_parameters.queryId)));
    answer.headers.emplace_back("X-ClickHouse-Exception-Tag", tag);
    answer.stream = std::move(result);
    return answer;
}

Answer QueryRun::runAtOnce(const Statement &statement)
{
    const std::string format = formatOf(statement);
    const Outcome outcome = m_connection->run(statement.text(), format);
    m_connection.reset();
    return completed(outcome, format);
}

Answer QueryRun::kill(const Statement &statement)
{
    const KillQuery killQuery(statement, m_parameters.queryId);
    const std::string format = formatOf(statement);
    const Outcome outcome = m_connection->run(killQuery.listing(), format);
    if (outcome.failed() || killQuery.onlyTells())
        return completed(outcome, format);
    const Outcome killed = m_connection->run(killQuery.killing());
    m_service.m_instance.countKill();
    return completed(killed.failed() ? killed : outcome, format);
}

Answer QueryRun::completed(const Outcome &outcome, const std::string &format)
{
    if (outcome.failed())
        return m_service.errorAnswer(parseError(outcome.error));
    Answer answer;
    addHeaders(answer, format);
    answer.headers.emplace_back("X-ClickHouse-Summary", summary(outcome.counters));
    answer.body = outcome.bytes;
    return answer;
}

void QueryRun::addHeaders(Answer &answer, const std::string &format) const
{
    answer.contentType = contentType(format);
    answer.headers.emplace_back("X-ClickHouse-Format", format);
    answer.headers.emplace_back("X-ClickHouse-Timezone", "UTC");
    if (!m_notice.empty())
        answer.headers.emplace_back("X-Sandbox-Notice", m_notice);
}

} // namespace Engine
