// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/connection.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Sandbox::Kafka {

namespace {

constexpr std::size_t sizeBytes = 4;
constexpr std::int64_t largestRequest = 64 * 1024 * 1024;
/// A client that does not take its answers gets no further ones.
constexpr std::size_t longestOutput = 64 * 1024 * 1024;

Answer dispatch(Broker &broker, Request &request)
{
    switch (request.key) {
    case ApiKey::Produce: return produce(broker, request);
    case ApiKey::Fetch: return fetch(broker, request);
    case ApiKey::ListOffsets: return listOffsets(broker, request);
    case ApiKey::Metadata: return metadata(broker, request);
    case ApiKey::OffsetCommit: return offsetCommit(broker, request);
    case ApiKey::OffsetFetch: return offsetFetch(broker, request);
    case ApiKey::FindCoordinator: return findCoordinator(broker, request);
    case ApiKey::JoinGroup: return joinGroup(broker, request);
    case ApiKey::Heartbeat: return heartbeat(broker, request);
    case ApiKey::LeaveGroup: return leaveGroup(broker, request);
    case ApiKey::SyncGroup: return syncGroup(broker, request);
    case ApiKey::DescribeGroups: return describeGroups(broker, request);
    case ApiKey::ListGroups: return listGroups(broker, request);
    case ApiKey::ApiVersions: return apiVersions(ErrorCode::None, request.version);
    case ApiKey::CreateTopics: return createTopics(broker, request);
    case ApiKey::DeleteTopics: return deleteTopics(broker, request);
    case ApiKey::InitProducerId: return initProducerId(broker, request);
    case ApiKey::CreatePartitions: return createPartitions(broker, request);
    }
    throw Malformed();
}

bool isSupported(ApiKey key, std::int16_t version)
{
    return std::any_of(supportedVersions.begin(), supportedVersions.end(), [&](const VersionRange &range) {
        return range.key == key && version >= range.first && version <= range.last;
    });
}

} // namespace

Connection::~Connection()
{
    ::close(m_socket);
}

short Connection::events() const
{
    // A client whose answer waits may send on; it is read later.
    const bool reads = !m_waiting && m_output.size() < longestOutput;
    return static_cast<short>((reads ? POLLIN : 0) | (m_output.empty() ? 0 : POLLOUT));
}

std::optional<Clock::time_point> Connection::deadline() const
{
    return m_waiting ? std::optional(m_waiting->deferred.deadline) : std::nullopt;
}

void Connection::receive()
{
    std::string piece(256 * 1024, '\0');
    const auto got = ::recv(m_socket, piece.data(), piece.size(), MSG_DONTWAIT);
    if (got > 0)
        m_input.append(piece, 0, static_cast<std::size_t>(got));
    else if (got == 0 || (errno != EAGAIN && errno != EINTR))
        m_isFinished = true;
}

void Connection::serve(Broker &broker, Clock::time_point now)
{
    try {
        do {
            if (m_waiting) {
                const auto body = m_waiting->deferred.answer(now >= m_waiting->deferred.deadline);
                if (!body)
                    break;
                answer(std::exchange(m_waiting, std::nullopt)->correlationId, *body);
            }
        } while (handleNext(broker));
    } catch (const Malformed &) {
        m_isFinished = true;
    }
    send();
}

bool Connection::handleNext(Broker &broker)
{
    if (m_output.size() >= longestOutput || m_input.size() < sizeBytes)
        return false;
    const std::int64_t size = integerAt(m_input, 0, sizeBytes);
    if (size < 0 || size > largestRequest)
        throw Malformed();
    const std::size_t end = sizeBytes + static_cast<std::size_t>(size);
    if (m_input.size() < end)
        return false;
    const std::string frame = m_input.substr(sizeBytes, end - sizeBytes);
    m_input.erase(0, end);
    handle(broker, frame);
    return true;
}

void Connection::handle(Broker &broker, std::string_view frame)
{
    Reader reader(frame);
    const auto key = static_cast<ApiKey>(reader.int16());
    const std::int16_t version = reader.int16();
    const std::int32_t correlationId = reader.int32();
    std::string clientId = reader.string();
    if (!isSupported(key, version)) {
        // A client asks for the versions first, in a version of its own; this answer tells it which it may use.
        if (key != ApiKey::ApiVersions)
            throw Malformed();
        return answer(correlationId, std::get<std::string>(apiVersions(ErrorCode::UnsupportedVersion, 0)));
    }
    Request request{key, version, std::move(clientId), reader};
    Answer result = dispatch(broker, request);
    if (const auto *body = std::get_if<std::string>(&result))
        answer(correlationId, *body);
    else if (auto *deferred = std::get_if<Deferred>(&result))
        m_waiting = Waiting{correlationId, std::move(*deferred)};
}

void Connection::answer(std::int32_t correlationId, const std::string &body)
{
    m_output += Writer().int32(static_cast<std::int32_t>(body.size() + sizeBytes)).int32(correlationId).take();
    m_output += body;
}

void Connection::send()
{
    if (m_output.empty())
        return;
    const auto sent = ::send(m_socket, m_output.data(), m_output.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent > 0)
        m_output.erase(0, static_cast<std::size_t>(sent));
    else if (errno != EAGAIN && errno != EINTR)
        m_isFinished = true;
}

} // namespace Sandbox::Kafka
