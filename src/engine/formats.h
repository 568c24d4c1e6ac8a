// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace Engine {

/// The Content-Type that ClickHouse sends for an output format.
[[nodiscard]] std::string contentType(const std::string &format);

} // namespace Engine
