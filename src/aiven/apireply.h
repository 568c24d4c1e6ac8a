// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apicall.h"

#include <optional>
#include <utility>

namespace Aiven {

/// The typed answer of one call.
template <typename T>
class ApiReply final : public ApiCall
{
public:
    using Parse = Core::Expected<T, QString> (*)(const Core::Json &);

    ApiReply(std::shared_ptr<Channel> channel, Request request, Parse parse, QObject *owner)
        : ApiCall(std::move(channel), std::move(request), owner)
        , m_parse(parse)
    {}

    /// Calls handler(Result<T>) once. The parent is the context, so Qt itself forgets the handler when the owner dies.
    /// The handler takes its result by value, because it may close (and so delete) the owner and this reply with it.
    template <typename F>
    void then(F &&handler)
    {
        connect(this, &ApiCall::finished, parent(),
                [this, f = std::forward<F>(handler)]() mutable { f(std::move(*m_result)); });
    }

private:
    void take(Result<Core::Json> answer) override
    {
        if (!answer) {
            m_result = Core::Unexpected{std::move(answer).error()};
            return;
        }
        Core::Expected<T, QString> value = m_parse(*answer);
        if (value)
            m_result = std::move(value).value();
        else
            m_result = Core::Unexpected{badReply(value.error())};
    }

    const Parse m_parse;
    std::optional<Result<T>> m_result;
};

} // namespace Aiven
