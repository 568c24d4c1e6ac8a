// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace Engine {

/// An error as ClickHouse tells it to an HTTP client.
struct Error
{
    int code = 0;
    std::string text;
};

/// Error codes of ClickHouse that this program raises itself or treats specially.
namespace Code {
constexpr int BadArguments = 36;
constexpr int NotImplemented = 48;
constexpr int SyntaxError = 62;
constexpr int UnknownSetting = 115;
constexpr int Readonly = 164;
constexpr int QueryIdInUse = 216;
constexpr int SessionNotFound = 372;
constexpr int SessionIsLocked = 373;
constexpr int SupportIsDisabled = 344;
constexpr int InvalidSessionTimeout = 374;
constexpr int CannotDecompress = 271;
constexpr int AccessDenied = 497;
constexpr int AuthenticationFailed = 516;
} // namespace Code

/// "Code: N. DB::Exception: MESSAGE (NAME)", the form in which the engine itself writes errors.
[[nodiscard]] Error makeError(int code, std::string_view message);

/// Reads the code out of the engine's text, and cuts what follows ", Stack trace".
[[nodiscard]] Error parseError(std::string_view engineText);

/// The text as servers send it: with " (version …)" at its end, which the library leaves out.
[[nodiscard]] std::string withVersion(const Error &error, std::string_view version);

[[nodiscard]] int httpStatus(int code);

} // namespace Engine
