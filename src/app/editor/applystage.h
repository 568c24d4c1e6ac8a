// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Workflow {
class ApplyDraft;
}

namespace App {

/// What applying does right now, while it runs: "Sending…".
[[nodiscard]] QString applyStage(const Workflow::ApplyDraft &apply);
/// How long it has been at it; after a minute, that it is no use waiting here.
[[nodiscard]] QString applyPatience(const Workflow::ApplyDraft &apply);

} // namespace App
