// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the functions of Client share; included by the files that define them only.
#include "aiven/client.h"
#include "aiven/types/reading.h"

namespace Aiven::Calls {

using Verb = Request::Verb;
using Patience = Request::Patience;

inline constexpr qint64 listBudget = 16 << 20;
inline constexpr qint64 typesBudget = 64 << 20;   // schemas of every type of integration
inline constexpr qint64 messagesBudget = 4 << 20; // one mebibyte asked for, then escaped as JSON or base64

/// A key of the reply, as a template argument.
template <size_t size>
struct Key
{
    constexpr Key(const char (&text)[size]) { std::copy_n(text, size, name); } // NOLINT: implicit by design
    char name[size];
};

template <typename T, Key key>
Core::Expected<T, QString> one(const Core::Json &reply)
{
    return T::fromJson(Core::memberAt(reply, key.name));
}

template <typename T, Key key>
Core::Expected<QList<T>, QString> list(const Core::Json &reply)
{
    return readList<T>(Core::memberAt(reply, key.name));
}

inline Core::Expected<Done, QString> done(const Core::Json &)
{
    return Done{};
}

inline QByteArray servicePath(const QString &project, const QString &service)
{
    return path("/v1/project/", project, "/service/", service);
}

inline const char *queryOf(Secrets secrets)
{
    return secrets == Secrets::Include ? "?include_secrets=true" : "?include_secrets=false";
}

} // namespace Aiven::Calls

namespace Aiven {

template <typename T>
ApiReply<T> *Client::send(Request request, Core::Expected<T, QString> (*parse)(const Core::Json &), QObject *owner)
{
    return new ApiReply<T>(m_channel, std::move(request), parse, owner);
}

} // namespace Aiven
