// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/json.h"
#include "sandbox/state/schemaregistry.h"

#include <string>
#include <string_view>

namespace Sandbox {

// A message with a schema: a zero byte, the id of the schema in four bytes, the datum. Errors are sentences.
[[nodiscard]] Core::Expected<Core::Json, std::string> readFrame(const SchemaRegistry &registry, std::string_view bytes);
[[nodiscard]] Core::Expected<std::string, std::string> frameOf(const SchemaVersion &schema, const Core::Json &value);

} // namespace Sandbox
