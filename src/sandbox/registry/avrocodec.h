// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/json.h"
#include "sandbox/registry/avroschema.h"

#include <string>
#include <string_view>

namespace Sandbox {

// A datum in Avro's binary encoding from and to JSON. Bytes are texts of the characters U+0000 to U+00FF, as in Avro's
// own JSON encoding. A union's value may be written plainly or tagged ({"string": "x"}); it is read plainly. Errors are
// sentences that name the place.
[[nodiscard]] Core::Expected<std::string, std::string> avroEncoded(const AvroSchema &schema, const Core::Json &value);
[[nodiscard]] Core::Expected<Core::Json, std::string> avroDecoded(const AvroSchema &schema, std::string_view bytes);

} // namespace Sandbox
