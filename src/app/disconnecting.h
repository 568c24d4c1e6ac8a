// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/database.h"
#include "aiven/types/integration.h"
#include "app/erasedialog.h"

namespace App {

/// What disconnecting an integration of this service erases: its databases with their tables, as the service lists them
/// now, and its configuration.
[[nodiscard]] Erasure disconnecting(const Aiven::Integration &integration, const QString &service,
                                    const QList<Aiven::Database> &databases);

} // namespace App
