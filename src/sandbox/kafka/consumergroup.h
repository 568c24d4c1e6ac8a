// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "sandbox/kafka/protocol.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Sandbox::Kafka {

/// One consumer group: who its members are, and which of them reads what. The members agree in two steps: all join, then
/// the first of them tells each its part. Kafka calls that a rebalance.
class ConsumerGroup
{
public:
    struct Protocol
    {
        std::string name;
        std::string metadata;
    };
    struct Joining
    {
        std::string memberId; ///< empty: somebody new
        std::string clientId;
        std::string protocolType;
        std::vector<Protocol> protocols;
        std::chrono::milliseconds sessionTimeout{};
        std::chrono::milliseconds rebalanceTimeout{};
    };
    struct Joined
    {
        std::int32_t generation = -1;
        std::string protocol;
        std::string leader;
        std::vector<std::pair<std::string, std::string>> members; ///< with their metadata; for the leader alone
    };
    struct Member
    {
        std::string clientId;
        std::vector<Protocol> protocols;
        std::chrono::milliseconds sessionTimeout{};
        std::chrono::milliseconds rebalanceTimeout{};
        Clock::time_point lastSeen;
        bool hasJoined = false; ///< in the rebalance that is going on
        std::string assignment;
    };

    /// The member's id. Its part is known when joined() has a value.
    [[nodiscard]] Core::Expected<std::string, ErrorCode> join(const Joining &joining, Clock::time_point now);
    /// What a join came to, given the generation before it; nothing as long as others have to join.
    [[nodiscard]] std::optional<Core::Expected<Joined, ErrorCode>> joined(const std::string &memberId,
                                                                          std::int32_t before) const;
    /// The leader brings everyone's part, the others bring nothing.
    [[nodiscard]] ErrorCode sync(const std::string &memberId, std::int32_t generation,
                                 const std::vector<std::pair<std::string, std::string>> &assignments,
                                 Clock::time_point now);
    /// The member's part; nothing as long as the leader has not told it.
    [[nodiscard]] std::optional<Core::Expected<std::string, ErrorCode>> assignment(const std::string &memberId,
                                                                                   std::int32_t generation) const;
    [[nodiscard]] ErrorCode heartbeat(const std::string &memberId, std::int32_t generation, Clock::time_point now);
    [[nodiscard]] ErrorCode leave(const std::string &memberId, Clock::time_point now);
    /// Whether a member of that generation may store its offsets. A group without members lets anybody do so.
    [[nodiscard]] ErrorCode checkCommit(const std::string &memberId, std::int32_t generation, Clock::time_point now);
    /// Forgets members that were silent too long, and ends a rebalance that is complete or has lasted too long.
    void tick(Clock::time_point now);

    [[nodiscard]] std::int32_t generation() const { return m_generation; }
    [[nodiscard]] const char *stateName() const;
    [[nodiscard]] const std::string &protocolType() const { return m_protocolType; }
    [[nodiscard]] const std::string &protocol() const { return m_protocol; }
    [[nodiscard]] const std::map<std::string, Member> &members() const { return m_members; }

private:
    enum class State { Empty, Joining, Assigning, Stable };

    [[nodiscard]] ErrorCode check(const std::string &memberId, std::int32_t generation, Clock::time_point now);
    void startRebalance(Clock::time_point now);
    void endRebalance();
    [[nodiscard]] std::string commonProtocol() const;

    State m_state = State::Empty;
    std::int32_t m_generation = 0;
    std::string m_protocolType;
    std::string m_protocol;
    std::string m_leader;
    std::map<std::string, Member> m_members;
    int m_lastNumber = 0; ///< of member ids
    Clock::time_point m_earliestEnd;
    Clock::time_point m_latestEnd;
};

} // namespace Sandbox::Kafka
