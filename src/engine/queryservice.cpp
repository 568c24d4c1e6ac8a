// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/queryservice.h"
#include "engine/queryrun.h"

#include <chrono>
#include <thread>

namespace Engine {

QueryService::QueryService(Instance &instance, const Users &users, bool confined)
    : m_instance(instance)
    , m_users(users)
    , m_confined(confined)
    , m_sessions(instance)
    , m_purge(instance, m_running)
{}

Answer QueryService::run(QueryRequest request)
{
    auto parameters = readParameters(request.url);
    if (!parameters)
        return errorAnswer(parameters.error());
    return QueryRun(*this, request, std::move(parameters).value()).answer();
}

Answer QueryService::errorAnswer(const Error &error) const
{
    Answer answer;
    answer.status = httpStatus(error.code);
    answer.headers.emplace_back("X-ClickHouse-Exception-Code", std::to_string(error.code));
    answer.body = withVersion(error, m_instance.version()) + "\n";
    return answer;
}

void QueryService::stopAll()
{
    constexpr int attempts = 15;
    for (int attempt = 0; attempt < attempts && !m_running.isEmpty(); ++attempt) {
        m_instance.killEverything();
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}

} // namespace Engine
