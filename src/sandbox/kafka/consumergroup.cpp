// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/consumergroup.h"

#include <algorithm>

namespace Sandbox::Kafka {

namespace {

using namespace std::chrono_literals;

/// How long the first member waits for others, so that the consumers of one table share the first generation. Kafka
/// waits three seconds; here all of them start on one machine.
constexpr auto firstJoinDelay = 300ms;
constexpr auto longestRebalance = 5min;

std::string metadataFor(const ConsumerGroup::Member &member, const std::string &protocol)
{
    for (const auto &offered : member.protocols) {
        if (offered.name == protocol)
            return offered.metadata;
    }
    return {};
}

} // namespace

Core::Expected<std::string, ErrorCode> ConsumerGroup::join(const Joining &joining, Clock::time_point now)
{
    if (!m_members.empty() && joining.protocolType != m_protocolType)
        return Core::Unexpected{ErrorCode::InconsistentGroupProtocol};
    std::string id = joining.memberId;
    if (id.empty())
        id = joining.clientId + '-' + std::to_string(++m_lastNumber);
    else if (!m_members.contains(id))
        return Core::Unexpected{ErrorCode::UnknownMemberId};
    m_protocolType = joining.protocolType;
    Member &member = m_members[id];
    member.clientId = joining.clientId;
    member.protocols = joining.protocols;
    member.sessionTimeout = joining.sessionTimeout;
    member.rebalanceTimeout = std::min<std::chrono::milliseconds>(joining.rebalanceTimeout, longestRebalance);
    member.lastSeen = now;
    if (m_state != State::Joining)
        startRebalance(now);
    member.hasJoined = true;
    m_latestEnd = std::max(m_latestEnd, now + member.rebalanceTimeout);
    tick(now);
    return id;
}

std::optional<Core::Expected<ConsumerGroup::Joined, ErrorCode>> ConsumerGroup::joined(const std::string &memberId,
                                                                                      std::int32_t before) const
{
    using Result = Core::Expected<Joined, ErrorCode>;
    if (!m_members.contains(memberId))
        return Result(Core::Unexpected{ErrorCode::UnknownMemberId});
    if (m_generation == before)
        return std::nullopt;
    Joined result{m_generation, m_protocol, m_leader, {}};
    if (memberId == m_leader) {
        for (const auto &[id, member] : m_members)
            result.members.emplace_back(id, metadataFor(member, m_protocol));
    }
    return Result(std::move(result));
}

ErrorCode ConsumerGroup::sync(const std::string &memberId, std::int32_t generation,
                              const std::vector<std::pair<std::string, std::string>> &assignments,
                              Clock::time_point now)
{
    if (const ErrorCode error = check(memberId, generation, now); error != ErrorCode::None)
        return error;
    if (m_state == State::Joining)
        return ErrorCode::RebalanceInProgress;
    if (m_state == State::Assigning && memberId == m_leader) {
        for (const auto &[id, assignment] : assignments) {
            if (const auto member = m_members.find(id); member != m_members.end())
                member->second.assignment = assignment;
        }
        m_state = State::Stable;
    }
    return ErrorCode::None;
}

std::optional<Core::Expected<std::string, ErrorCode>> ConsumerGroup::assignment(const std::string &memberId,
                                                                                std::int32_t generation) const
{
    using Result = Core::Expected<std::string, ErrorCode>;
    const auto member = m_members.find(memberId);
    if (member == m_members.end())
        return Result(Core::Unexpected{ErrorCode::UnknownMemberId});
    if (generation != m_generation || m_state == State::Joining)
        return Result(Core::Unexpected{ErrorCode::RebalanceInProgress});
    if (m_state != State::Stable)
        return std::nullopt;
    return Result(member->second.assignment);
}

ErrorCode ConsumerGroup::heartbeat(const std::string &memberId, std::int32_t generation, Clock::time_point now)
{
    if (const ErrorCode error = check(memberId, generation, now); error != ErrorCode::None)
        return error;
    return m_state == State::Joining ? ErrorCode::RebalanceInProgress : ErrorCode::None;
}

ErrorCode ConsumerGroup::leave(const std::string &memberId, Clock::time_point now)
{
    if (m_members.erase(memberId) == 0)
        return ErrorCode::UnknownMemberId;
    if (m_members.empty() || m_state != State::Joining)
        startRebalance(now);
    tick(now);
    return ErrorCode::None;
}

ErrorCode ConsumerGroup::checkCommit(const std::string &memberId, std::int32_t generation, Clock::time_point now)
{
    if (generation < 0 && m_members.empty())
        return ErrorCode::None;
    // While members join, the former ones may still store how far they came; once they have new parts they may not.
    // librdkafka's mock cluster refuses that, and does not wait for former members: a view whose table got a second
    // consumer stored its rows twice.
    if (const ErrorCode error = check(memberId, generation, now); error != ErrorCode::None)
        return error;
    return m_state == State::Assigning ? ErrorCode::RebalanceInProgress : ErrorCode::None;
}

void ConsumerGroup::tick(Clock::time_point now)
{
    // Who has joined waits for an answer and cannot send heartbeats meanwhile.
    const auto isSilent = [&](const auto &entry) {
        const Member &member = entry.second;
        const bool waits = m_state == State::Joining && member.hasJoined;
        return !waits && now - member.lastSeen > member.sessionTimeout;
    };
    if (std::erase_if(m_members, isSilent) > 0 && m_state != State::Joining)
        startRebalance(now);
    if (m_state != State::Joining || now < m_earliestEnd)
        return;
    if (now >= m_latestEnd)
        std::erase_if(m_members, [](const auto &entry) { return !entry.second.hasJoined; });
    if (std::all_of(m_members.begin(), m_members.end(), [](const auto &entry) { return entry.second.hasJoined; }))
        endRebalance();
}

ErrorCode ConsumerGroup::check(const std::string &memberId, std::int32_t generation, Clock::time_point now)
{
    const auto member = m_members.find(memberId);
    if (member == m_members.end())
        return ErrorCode::UnknownMemberId;
    if (generation != m_generation)
        return ErrorCode::IllegalGeneration;
    member->second.lastSeen = now;
    return ErrorCode::None;
}

void ConsumerGroup::startRebalance(Clock::time_point now)
{
    m_earliestEnd = m_state == State::Empty ? now + firstJoinDelay : now;
    m_latestEnd = now;
    m_state = State::Joining;
    for (auto &[id, member] : m_members) {
        member.hasJoined = false;
        member.assignment.clear();
        m_latestEnd = std::max(m_latestEnd, now + member.rebalanceTimeout);
    }
}

void ConsumerGroup::endRebalance()
{
    ++m_generation;
    m_state = m_members.empty() ? State::Empty : State::Assigning;
    m_protocol = commonProtocol();
    if (!m_members.contains(m_leader))
        m_leader = m_members.empty() ? std::string() : m_members.begin()->first;
    const auto now = Clock::now();
    for (auto &[id, member] : m_members)
        member.lastSeen = now;
}

/// The first of the leader's choice that everybody offers.
std::string ConsumerGroup::commonProtocol() const
{
    if (m_members.empty())
        return {};
    for (const Protocol &wish : m_members.begin()->second.protocols) {
        const bool isCommon = std::all_of(m_members.begin(), m_members.end(), [&wish](const auto &entry) {
            const auto &offers = entry.second.protocols;
            return std::any_of(offers.begin(), offers.end(), [&](const Protocol &p) { return p.name == wish.name; });
        });
        if (isCommon)
            return wish.name;
    }
    return {};
}

const char *ConsumerGroup::stateName() const
{
    switch (m_state) {
    case State::Empty: return "Empty";
    case State::Joining: return "PreparingRebalance";
    case State::Assigning: return "CompletingRebalance";
    case State::Stable: return "Stable";
    }
    return "Dead";
}

} // namespace Sandbox::Kafka
