// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webaddress.h"

using namespace Qt::StringLiterals;

namespace Core {

AddressProblem addressProblem(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1))
        return AddressProblem::NotAUrl;
    if (!url.userInfo().isEmpty())
        return AddressProblem::UserInfo;
    const bool loopback = url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1;
    return scheme == "https"_L1 || loopback ? AddressProblem::None : AddressProblem::PlainHttp;
}

QString hostAndPort(const QUrl &url)
{
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    return url.port() < 0 ? host : host + u':' + QString::number(url.port());
}

} // namespace Core
