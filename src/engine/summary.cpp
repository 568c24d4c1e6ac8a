// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/summary.h"

#include <cstdio>
#include <random>

namespace Engine {

std::string summary(const Counters &counters)
{
    constexpr double nanoseconds = 1e9;
    std::string text = "{";
    const auto add = [&text](const char *name, uint64_t value) {
        text += std::string(text.size() > 1 ? "," : "") + "\"" + name + "\":\"" + std::to_string(value) + "\"";
    };
    add("read_rows", counters.readRows);
    add("read_bytes", counters.readBytes);
    add("written_rows", counters.writtenRows);
    add("written_bytes", counters.writtenBytes);
    add("total_rows_to_read", counters.totalRows);
    add("result_rows", counters.resultRows);
    add("result_bytes", counters.resultBytes);
    add("elapsed_ns", static_cast<uint64_t>(counters.seconds * nanoseconds));
    if (counters.memory)
        add("memory_usage", counters.memory);
    return text + "}";
}

std::string randomQueryId()
{
    static thread_local std::mt19937_64 random{std::random_device{}()};
    const uint64_t a = random(), b = random();
    char text[37];
    std::snprintf(text, sizeof text, "%08x-%04x-4%03x-a%03x-%012llx", static_cast<unsigned>(a >> 32),
                  static_cast<unsigned>(a & 0xffff), static_cast<unsigned>((a >> 16) & 0xfff),
                  static_cast<unsigned>(b & 0xfff), static_cast<unsigned long long>(b >> 16));
    return text;
}

} // namespace Engine
