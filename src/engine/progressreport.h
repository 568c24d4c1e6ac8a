// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace Engine {

/// Tells the client of a long statement how far it is, for as long as this object lives: headers that come one by one
/// also keep the connection from looking dead (send_progress_in_http_headers).
class ProgressReport
{
public:
    using Send = std::function<void(const std::string &name, const std::string &value)>;

    ProgressReport(const Instance &instance, std::string queryId, std::chrono::milliseconds interval, Send send);
    ~ProgressReport();
    ProgressReport(const ProgressReport &) = delete;
    ProgressReport &operator=(const ProgressReport &) = delete;

private:
    void report(std::chrono::milliseconds interval);

    const Instance &m_instance;
    const std::string m_queryId;
    const Send m_send;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ended = false;
    std::thread m_thread;
};

} // namespace Engine
