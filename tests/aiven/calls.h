// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"

#include <QTest>

namespace TestSupport {

[[nodiscard]] inline Aiven::Timing quick()
{
    using namespace std::chrono_literals;
    return {.check = 100ms, .usual = 100ms, .slow = 100ms, .backOff = 1ms, .longestWait = 5ms, .poll = 1ms};
}

[[nodiscard]] inline Aiven::Account account(const QString &url = QStringLiteral("https://api.example.org"))
{
    return {QUrl(url), Core::Secret(QStringLiteral("token-of-the-test")), QStringLiteral("test")};
}

/// Waits for a call's answer.
template <typename T>
std::optional<Aiven::Result<T>> wait(Aiven::ApiReply<T> *reply)
{
    std::optional<Aiven::Result<T>> got;
    reply->then([&got](Aiven::Result<T> result) { got = std::move(result); });
    [&got] { QTRY_VERIFY(got.has_value()); }();
    return got;
}

/// Sends one changing call of the given verb and waits for its error.
[[nodiscard]] inline std::optional<Aiven::ApiError> errorOf(Aiven::Client &client, const QByteArray &verb)
{
    QObject owner;
    std::optional<Aiven::ApiError> error;
    const auto keep = [&error](const auto &result) {
        if (!result)
            error = result.error();
    };
    if (verb == "POST")
        client.createIntegration(QStringLiteral("p"), {}, &owner)->then(keep);
    else if (verb == "PUT")
        client.updateIntegration(QStringLiteral("p"), QStringLiteral("id"), Core::Json::object(), &owner)->then(keep);
    else
        client.deleteIntegration(QStringLiteral("p"), QStringLiteral("id"), &owner)->then(keep);
    [&error] { QTRY_VERIFY(error.has_value()); }();
    return error;
}

inline const QByteArrayList changingVerbs{"POST", "PUT", "DELETE"};

} // namespace TestSupport
