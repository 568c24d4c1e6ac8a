// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/broker/kafkabroker.h"

#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

namespace Sandbox {

struct SampleTopic;

/// Fills the sample topics that exist: their first messages at once, the live ones' further messages from a thread that
/// ends with this object. A sample topic that was deleted stays away.
class SampleFeed
{
public:
    SampleFeed(KafkaBroker &broker, KafkaBroker::Seed seed);
    ~SampleFeed();
    SampleFeed(const SampleFeed &) = delete;
    SampleFeed &operator=(const SampleFeed &) = delete;

private:
    void seed(const SampleTopic &topic);
    void run();

    KafkaBroker &m_broker;
    std::mt19937 m_random{20260101};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace Sandbox
