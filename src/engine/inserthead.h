// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace Engine {

/// Where the rows of an INSERT begin in the text as the client sent it: after VALUES, or after the line of
/// FORMAT. Nothing when `text`, which may be only the beginning of the request, is not (or not yet) such a
/// statement. `complete` says that no more text follows.
[[nodiscard]] std::optional<size_t> findInsertData(std::string_view text, bool complete);

/// Whether the text may still turn out to be an INSERT with rows when more of it has come.
[[nodiscard]] bool mayBeInsert(std::string_view text);

} // namespace Engine
