// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QString>
#include <QUrl>

namespace ClickHouse {

/// Where SQL goes and as whom.
struct Server
{
    QUrl url; ///< scheme, host and port: https, or http on the loopback
    QString user;
    Core::Secret password;
};

} // namespace ClickHouse
