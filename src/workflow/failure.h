// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apierror.h"

#include <QStringList>

#include <optional>

namespace Workflow {

/// Why several calls together did not reach their end. Facts only: App::describe holds the wording.
struct Failure
{
    enum class Cause {
        Api,               ///< a call failed: see error
        IntegrationFailed, ///< the API reports the integration as failed: see messages
        NotAsSent          ///< read back, the configuration is not what was sent: messages holds JSON pointers
    };
    /// After a change whose answer got lost, the state was read back.
    enum class ReadBack { NotNeeded, NotDone, Unreadable };

    Cause cause = Cause::Api;
    ReadBack readBack = ReadBack::NotNeeded;
    std::optional<Aiven::ApiError> error = {};
    QStringList messages = {};
};

} // namespace Workflow
