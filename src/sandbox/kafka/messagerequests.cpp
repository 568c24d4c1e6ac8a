// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/requests.h"

#include <algorithm>

namespace Sandbox::Kafka {

namespace {

/// What a client may ask for at most in one answer.
constexpr std::size_t largestFetch = 32 * 1024 * 1024;

void writeProduced(Writer &answer, std::int16_t version, const Core::Expected<std::int64_t, ErrorCode> &first)
{
    answer.int16(first ? 0 : number(first.error())).int64(first ? *first : -1).int64(-1);
    if (version >= 5)
        answer.int64(first ? 0 : -1);
    if (version >= 8)
        answer.count(0).nullString();
}

struct FetchPlace
{
    std::int32_t partition = 0;
    std::int64_t offset = 0;
    std::size_t maxBytes = 0;
};

struct FetchTopic
{
    std::string name;
    std::vector<FetchPlace> places;
};

struct FetchWish
{
    std::int16_t version = 0;
    std::chrono::milliseconds longestWait{};
    std::size_t minBytes = 0;
    std::size_t maxBytes = 0;
    std::vector<FetchTopic> topics;
};

FetchWish readFetch(Request &request)
{
    Reader &body = request.body;
    FetchWish wish;
    wish.version = request.version;
    (void)body.int32(); // replica
    wish.longestWait = std::chrono::milliseconds(std::clamp(body.int32(), 0, 30'000));
    wish.minBytes = static_cast<std::size_t>(std::max(0, body.int32()));
    wish.maxBytes = std::min(static_cast<std::size_t>(std::max(0, body.int32())), largestFetch);
    (void)body.int8(); // isolation: there are no transactions
    if (request.version >= 7) {
        (void)body.int32(); // sessions are not offered, so each request names all partitions
        (void)body.int32();
    }
    wish.topics = body.list([&](Reader &reader) {
        FetchTopic topic{reader.string(), {}};
        topic.places = reader.list([&](Reader &place) {
            FetchPlace wanted;
            wanted.partition = place.int32();
            if (request.version >= 9)
                (void)place.int32(); // leader epoch
            wanted.offset = place.int64();
            if (request.version >= 5)
                (void)place.int64(); // a replica's own start
            wanted.maxBytes = static_cast<std::size_t>(std::max(0, place.int32()));
            return wanted;
        });
        return topic;
    });
    return wish;
}

struct FetchResult
{
    std::string answer;
    std::size_t bytes = 0;
    bool hasError = false;
};

void writeFetched(Writer &answer, const FetchWish &wish, const FetchPlace &place, PartitionLog *log,
                  FetchResult &result)
{
    ErrorCode error = ErrorCode::None;
    if (!log)
        error = ErrorCode::UnknownTopicOrPartition;
    else if (place.offset < log->earliest() || place.offset > log->latest())
        error = ErrorCode::OffsetOutOfRange;
    std::string records;
    if (error == ErrorCode::None && result.bytes < wish.maxBytes)
        records = log->read(place.offset, std::min(place.maxBytes, wish.maxBytes - result.bytes));
    result.bytes += records.size();
    result.hasError = result.hasError || error != ErrorCode::None;
    answer.int32(place.partition).int16(number(error));
    answer.int64(log ? log->latest() : -1).int64(log ? log->latest() : -1);
    if (wish.version >= 5)
        answer.int64(log ? log->earliest() : -1);
    answer.nullArray(); // aborted transactions
    if (wish.version >= 11)
        answer.int32(-1); // no replica is nearer
    answer.bytes(records);
}

FetchResult tryFetch(Broker &broker, const FetchWish &wish)
{
    FetchResult result;
    Writer answer;
    answer.int32(0);
    if (wish.version >= 7)
        answer.int16(0).int32(0);
    answer.count(wish.topics.size());
    for (const FetchTopic &topic : wish.topics) {
        answer.string(topic.name).count(topic.places.size());
        for (const FetchPlace &place : topic.places)
            writeFetched(answer, wish, place, broker.topics.find(topic.name, place.partition), result);
    }
    result.answer = answer.take();
    return result;
}

} // namespace

Answer produce(Broker &broker, Request &request)
{
    Reader &body = request.body;
    const bool isTransactional = body.nullableString().has_value();
    const std::int16_t acknowledgements = body.int16();
    (void)body.int32(); // timeout: nothing here waits for replicas
    Writer answer;
    answerPartitions(body, answer, [&](const std::string &topic, std::int32_t partition) {
        const std::string_view records = body.bytes();
        PartitionLog *log = broker.topics.find(topic, partition);
        Core::Expected<std::int64_t, ErrorCode> first = Core::Unexpected{ErrorCode::UnknownTopicOrPartition};
        if (isTransactional)
            first = Core::Unexpected{ErrorCode::TransactionalIdAuthorizationFailed};
        else if (log)
            first = log->append(records);
        writeProduced(answer.int32(partition), request.version, first);
    });
    if (acknowledgements == 0)
        return std::monostate{};
    return answer.int32(0).take();
}

Answer fetch(Broker &broker, Request &request)
{
    FetchWish wish = readFetch(request);
    FetchResult first = tryFetch(broker, wish);
    if (first.bytes >= wish.minBytes || first.hasError || wish.longestWait.count() == 0)
        return std::move(first.answer);
    const auto deadline = Clock::now() + wish.longestWait;
    const auto again = [&broker, wish = std::move(wish)](bool isLate) -> std::optional<std::string> {
        FetchResult result = tryFetch(broker, wish);
        if (result.bytes >= wish.minBytes || result.hasError || isLate)
            return std::move(result.answer);
        return std::nullopt;
    };
    return Deferred{again, deadline};
}

Answer listOffsets(Broker &broker, Request &request)
{
    constexpr std::int64_t latest = -1;
    constexpr std::int64_t earliest = -2;
    Reader &body = request.body;
    (void)body.int32(); // replica
    if (request.version >= 2)
        (void)body.int8(); // isolation
    Writer answer;
    if (request.version >= 2)
        answer.int32(0);
    answerPartitions(body, answer, [&](const std::string &topic, std::int32_t partition) {
        if (request.version >= 4)
            (void)body.int32(); // leader epoch
        const std::int64_t time = body.int64();
        PartitionLog *log = broker.topics.find(topic, partition);
        PartitionLog::TimedOffset found;
        if (log && time == latest)
            found.offset = log->latest();
        else if (log && time == earliest)
            found.offset = log->earliest();
        else if (log)
            found = log->atTime(time);
        answer.int32(partition).int16(log ? 0 : number(ErrorCode::UnknownTopicOrPartition));
        answer.int64(found.timestamp).int64(found.offset);
        if (request.version >= 4)
            answer.int32(0);
    });
    return answer.take();
}

/// Idempotent producers get a number; what they send twice after a broken connection is kept twice.
Answer initProducerId(Broker &broker, Request &request)
{
    const bool isTransactional = request.body.nullableString().has_value();
    Writer answer;
    answer.int32(0);
    if (isTransactional)
        answer.int16(number(ErrorCode::TransactionalIdAuthorizationFailed)).int64(-1).int16(-1);
    else
        answer.int16(0).int64(++broker.lastProducerId).int16(0);
    return answer.take();
}

} // namespace Sandbox::Kafka
