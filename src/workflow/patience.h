// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apierror.h"
#include "aiven/channel.h"

namespace Workflow {

/// The pause before the next look: the usual one in the first minute, three times that later.
[[nodiscard]] inline std::chrono::milliseconds pauseAfter(qint64 elapsed, const Aiven::Timing &timing)
{
    return elapsed < 60'000 ? timing.poll : 3 * timing.poll;
}

/// For a while after a change the API, or a service that was just built, may not know the thing yet.
[[nodiscard]] inline bool isLag(const Aiven::ApiError &error, qint64 sinceChange, const Aiven::Timing &timing)
{
    return error.kind == Aiven::ApiError::Kind::NotFound && sinceChange < 20 * timing.poll.count();
}

/// Whether looking again later can help: the network or the server has a bad moment.
[[nodiscard]] inline bool mayPass(const Aiven::ApiError &error)
{
    using Kind = Aiven::ApiError::Kind;
    switch (error.kind) {
    case Kind::Network:
    case Kind::Timeout:
    case Kind::RateLimited:
    case Kind::Server:
    case Kind::BadReply: return true;
    default: return false;
    }
}

} // namespace Workflow
