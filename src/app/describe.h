// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Aiven {
struct ApiError;
}
namespace Workflow {
struct Failure;
}

namespace App {

/// What a user reads about an error: plain text, never HTML.
struct UserMessage
{
    QString title;    ///< bold sentence: what happened
    QString text;     ///< the cause, with the server's own words where there are any
    QString nextStep; ///< what to do now
    QString details;  ///< request, status, request id and the server's text verbatim, for Details and Copy report

    /// Cause and next step in one paragraph.
    [[nodiscard]] QString body() const { return (text + u' ' + nextStep).trimmed(); }
    /// What Copy report copies.
    [[nodiscard]] QString report() const { return title + u'\n' + text + u'\n' + details; }
};

/// All wording about failed calls stands here.
[[nodiscard]] UserMessage describe(const Aiven::ApiError &error);
[[nodiscard]] UserMessage describe(const Workflow::Failure &failure);
/// No answer came: the icon is another one, and it may pass by itself.
[[nodiscard]] bool isOffline(const Aiven::ApiError &error);
/// What should have been created is there already, or something else of its name.
[[nodiscard]] bool isTaken(const Aiven::ApiError &error);

} // namespace App
