// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/requests.h"

namespace Sandbox::Kafka {

namespace {

/// What begins most answers since their first version.
Writer throttled(std::int16_t version, std::int16_t since)
{
    Writer answer;
    if (version >= since)
        answer.int32(0);
    return answer;
}

std::string joinAnswer(std::int16_t version, const std::string &memberId,
                       const Core::Expected<ConsumerGroup::Joined, ErrorCode> &result)
{
    Writer answer = throttled(version, 2);
    if (!result) {
        return answer.int16(number(result.error())).int32(-1).string({}).string({}).string(memberId).count(0).take();
    }
    answer.int16(0).int32(result->generation).string(result->protocol).string(result->leader).string(memberId);
    answer.count(result->members.size());
    for (const auto &[id, metadata] : result->members) {
        answer.string(id);
        if (version >= 5)
            answer.nullString(); // no member has a fixed name
        answer.bytes(metadata);
    }
    return answer.take();
}

ConsumerGroup::Joining readJoining(Request &request, std::string &group)
{
    Reader &body = request.body;
    ConsumerGroup::Joining joining;
    joining.clientId = request.clientId;
    group = body.string();
    joining.sessionTimeout = std::chrono::milliseconds(body.int32());
    joining.rebalanceTimeout = request.version >= 1 ? std::chrono::milliseconds(body.int32()) : joining.sessionTimeout;
    joining.memberId = body.string();
    if (request.version >= 5)
        (void)body.nullableString();
    joining.protocolType = body.string();
    joining.protocols = body.list([](Reader &reader) {
        std::string name = reader.string();
        return ConsumerGroup::Protocol{std::move(name), std::string(reader.bytes())};
    });
    return joining;
}

std::string syncAnswer(std::int16_t version, const Core::Expected<std::string, ErrorCode> &result)
{
    Writer answer = throttled(version, 1);
    return answer.int16(result ? 0 : number(result.error())).bytes(result ? *result : std::string()).take();
}

} // namespace

Answer findCoordinator(Broker &broker, Request &request)
{
    Writer answer = throttled(request.version, 1);
    answer.int16(0);
    if (request.version >= 1)
        answer.nullString();
    return answer.int32(nodeId).string("127.0.0.1").int32(broker.port).take();
}

Answer joinGroup(Broker &broker, Request &request)
{
    std::string name;
    const ConsumerGroup::Joining joining = readJoining(request, name);
    ConsumerGroup &group = broker.groups[name];
    const std::int32_t before = group.generation();
    const auto now = Clock::now();
    const auto joined = group.join(joining, now);
    if (!joined)
        return joinAnswer(request.version, joining.memberId, Core::Unexpected{joined.error()});
    const auto answer = [&group, version = request.version, id = *joined,
                         before](bool isLate) -> std::optional<std::string> {
        if (const auto result = group.joined(id, before))
            return joinAnswer(version, id, *result);
        if (isLate)
            return joinAnswer(version, id, Core::Unexpected{ErrorCode::RebalanceInProgress});
        return std::nullopt;
    };
    if (auto first = answer(false))
        return std::move(*first);
    // The group itself ends a rebalance that takes too long.
    return Deferred{answer, now + std::chrono::minutes(10)};
}

Answer syncGroup(Broker &broker, Request &request)
{
    Reader &body = request.body;
    ConsumerGroup &group = broker.groups[body.string()];
    const std::int32_t generation = body.int32();
    const std::string id = body.string();
    if (request.version >= 3)
        (void)body.nullableString();
    const auto assignments = body.list([](Reader &reader) {
        std::string member = reader.string();
        return std::pair(std::move(member), std::string(reader.bytes()));
    });
    const auto now = Clock::now();
    if (const ErrorCode error = group.sync(id, generation, assignments, now); error != ErrorCode::None)
        return syncAnswer(request.version, Core::Unexpected{error});
    const auto answer = [&group, version = request.version, id, generation](bool isLate) -> std::optional<std::string> {
        if (const auto part = group.assignment(id, generation))
            return syncAnswer(version, *part);
        if (isLate)
            return syncAnswer(version, Core::Unexpected{ErrorCode::RebalanceInProgress});
        return std::nullopt;
    };
    if (auto first = answer(false))
        return std::move(*first);
    return Deferred{answer, now + std::chrono::seconds(30)};
}

Answer heartbeat(Broker &broker, Request &request)
{
    Reader &body = request.body;
    ConsumerGroup &group = broker.groups[body.string()];
    const std::int32_t generation = body.int32();
    const ErrorCode error = group.heartbeat(body.string(), generation, Clock::now());
    return throttled(request.version, 1).int16(number(error)).take();
}

Answer leaveGroup(Broker &broker, Request &request)
{
    Reader &body = request.body;
    ConsumerGroup &group = broker.groups[body.string()];
    Writer answer = throttled(request.version, 1);
    if (request.version < 3)
        return answer.int16(number(group.leave(body.string(), Clock::now()))).take();
    const auto members = body.list([](Reader &reader) {
        std::string id = reader.string();
        (void)reader.nullableString();
        return id;
    });
    answer.int16(0).count(members.size());
    for (const std::string &id : members)
        answer.string(id).nullString().int16(number(group.leave(id, Clock::now())));
    return answer.take();
}

Answer describeGroups(Broker &broker, Request &request)
{
    const auto names = request.body.list([](Reader &reader) { return reader.string(); });
    Writer answer = throttled(request.version, 1);
    answer.count(names.size());
    for (const std::string &name : names) {
        const auto found = broker.groups.find(name);
        static const ConsumerGroup none;
        const ConsumerGroup &group = found == broker.groups.end() ? none : found->second;
        answer.int16(0).string(name).string(group.stateName()).string(group.protocolType()).string(group.protocol());
        answer.count(group.members().size());
        for (const auto &[id, member] : group.members()) {
            answer.string(id);
            if (request.version >= 4)
                answer.nullString();
            answer.string(member.clientId).string("/127.0.0.1").bytes({}).bytes(member.assignment);
        }
        if (request.version >= 3)
            answer.int32(0);
    }
    return answer.take();
}

Answer listGroups(Broker &broker, Request &request)
{
    std::map<std::string, std::string> types;
    for (const auto &[name, positions] : broker.offsets.all())
        types[name] = "consumer";
    for (const auto &[name, group] : broker.groups)
        types[name] = group.protocolType();
    Writer answer = throttled(request.version, 1);
    answer.int16(0).count(types.size());
    for (const auto &[name, type] : types)
        answer.string(name).string(type);
    return answer.take();
}

} // namespace Sandbox::Kafka
