// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"

namespace App {

/// The further settings of a table checked against the schema of the API, beside the draft's own rules.
[[nodiscard]] Document::Draft::SchemaCheck schemaCheck(const Core::Json &userConfigSchema);

} // namespace App
