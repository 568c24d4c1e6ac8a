// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/broker/samplefeed.h"

#include "sandbox/broker/sampletopics.h"

#include <algorithm>

namespace Sandbox {

namespace {

using Clock = std::chrono::steady_clock;

SampleTime now()
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// A live topic with the time of its next message.
struct LiveTopic
{
    const SampleTopic *topic = nullptr;
    Clock::time_point due;
    int count = 0;
};

std::vector<LiveTopic> liveTopics()
{
    std::vector<LiveTopic> live;
    for (const SampleTopic &topic : sampleTopics()) {
        if (topic.interval.count() > 0)
            live.push_back({&topic, Clock::now() + topic.interval, topic.seedCount});
    }
    return live;
}

} // namespace

SampleFeed::SampleFeed(KafkaBroker &broker, KafkaBroker::Seed seedWish) : m_broker(broker)
{
    if (seedWish == KafkaBroker::Seed::Yes) {
        for (const SampleTopic &topic : sampleTopics())
            seed(topic);
    }
    m_thread = std::thread([this] { run(); });
}

SampleFeed::~SampleFeed()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

/// The seed looks as if the topic had been live for a while. A topic that does not exist refuses its messages.
void SampleFeed::seed(const SampleTopic &topic)
{
    const auto step = std::max<std::chrono::milliseconds>(topic.interval, std::chrono::seconds(1));
    std::vector<Message> messages;
    for (int i = 0; i < topic.seedCount; ++i)
        messages.push_back(topic.make(i, now() - (topic.seedCount - i) * step, m_random));
    (void)m_broker.produce(topic.name, messages);
}

void SampleFeed::run()
{
    std::vector<LiveTopic> live = liveTopics();
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        const auto next = std::min_element(live.begin(), live.end(),
                                           [](const LiveTopic &a, const LiveTopic &b) { return a.due < b.due; });
        if (m_wake.wait_until(lock, next->due, [this] { return m_ending; }))
            return;
        next->due = Clock::now() + next->topic->interval;
        const Message message = next->topic->make(next->count++, now(), m_random);
        lock.unlock();
        (void)m_broker.produce(next->topic->name, {message});
        lock.lock();
    }
}

} // namespace Sandbox
