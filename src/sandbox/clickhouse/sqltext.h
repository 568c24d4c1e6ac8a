// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace Sandbox {

/// `name`, whatever the name holds.
[[nodiscard]] std::string quotedName(std::string_view name);
/// 'text', whatever the text holds.
[[nodiscard]] std::string quotedText(std::string_view text);
/// ClickHouse's way to make a file name of any name: letters, digits and '_' stay, other bytes become %XX.
[[nodiscard]] std::string fileName(std::string_view name);

/// The word that says what a statement does, in capitals, behind white space and comments: "SELECT".
[[nodiscard]] std::string firstWord(std::string_view sql);

} // namespace Sandbox
