// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/errors.h"

#include <cstdlib>

namespace Engine {
namespace {

std::string_view nameOf(int code)
{
    switch (code) {
    case Code::BadArguments: return "BAD_ARGUMENTS";
    case Code::NotImplemented: return "NOT_IMPLEMENTED";
    case Code::SyntaxError: return "SYNTAX_ERROR";
    case Code::UnknownSetting: return "UNKNOWN_SETTING";
    case Code::Readonly: return "READONLY";
    case Code::QueryIdInUse: return "QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING";
    case Code::SupportIsDisabled: return "SUPPORT_IS_DISABLED";
    case Code::SessionNotFound: return "SESSION_NOT_FOUND";
    case Code::SessionIsLocked: return "SESSION_IS_LOCKED";
    case Code::InvalidSessionTimeout: return "INVALID_SESSION_TIMEOUT";
    case Code::CannotDecompress: return "CANNOT_DECOMPRESS";
    case Code::AccessDenied: return "ACCESS_DENIED";
    case Code::AuthenticationFailed: return "AUTHENTICATION_FAILED";
    default: return "UNKNOWN_EXCEPTION";
    }
}

} // namespace

Error makeError(int code, std::string_view message)
{
    std::string text = "Code: ";
    text += std::to_string(code) + ". DB::Exception: ";
    text.append(message).append(" (").append(nameOf(code)).append(")");
    return {code, std::move(text)};
}

Error parseError(std::string_view engineText)
{
    constexpr int unknownException = 1002;
    constexpr std::string_view prefix = "Code: ";
    Error error{unknownException, {}};
    if (const size_t at = engineText.find(prefix); at != std::string_view::npos)
        error.code = std::atoi(engineText.data() + at + prefix.size());
    engineText = engineText.substr(0, engineText.find(", Stack trace"));
    while (!engineText.empty() && (engineText.back() == '\n' || engineText.back() == ' '))
        engineText.remove_suffix(1);
    error.text = engineText;
    return error;
}

std::string withVersion(const Error &error, std::string_view version)
{
    return error.text + " (version " + std::string(version) + ")";
}

int httpStatus(int code)
{
    switch (code) {
    case 6:
    case 26:
    case 27:
    case 36:
    case 37:
    case 38:
    case 41:
    case 42:
    case 43:
    case 44:
    case 53:
    case 62:
    case 69:
    case 70:
    case 72:
    case 117:
    case 130:
    case 190:
    case 321:
    case 386:
    case 456:
    case 457:
    case Code::InvalidSessionTimeout:
    case Code::CannotDecompress:
    case 708: return 400;
    case Code::AccessDenied:
    case Code::AuthenticationFailed: return 403;
    case 16:
    case 46:
    case 47:
    case 50:
    case 60:
    case 73:
    case 81:
    case 115:
    case Code::SessionNotFound: return 404;
    case 159:
    case 202: return code == 202 ? 503 : 500;
    case 307: return 413;
    case Code::NotImplemented: return 501;
    default: return 500;
    }
}

} // namespace Engine
