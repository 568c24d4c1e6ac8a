// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/authority.h"
#include "core/secret.h"

#include <QPointer>
#include <QString>
#include <QUrl>

namespace ClickHouse {

/// Where SQL goes and as whom.
struct Server
{
    QUrl url; ///< scheme, host and port: https, or http on the loopback
    QString user;
    Core::Secret password;
    QPointer<Authority> authority = {};  ///< asked when no authority of the system vouches for the server
    QList<QSslCertificate> trusted = {}; ///< only these may vouch for it; empty: the system's
};

} // namespace ClickHouse
