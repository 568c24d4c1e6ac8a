// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QList>
#include <QString>

namespace Aiven {

struct DatabaseTable
{
    QString name;
    QString uuid;
    QString engine;
    qint64 totalRows = -1; ///< -1: the server does not know (Kafka tables)
    qint64 totalBytes = -1;
    QString state;

    [[nodiscard]] static Core::Expected<DatabaseTable, QString> fromJson(const Core::Json &json);
};

struct Database
{
    QString name;
    QString engine;
    QString state; ///< "pending_creation", "ok", "pending_removal"; empty counts as "ok"
    bool required = false;
    QList<DatabaseTable> tables;

    [[nodiscard]] bool isReady() const { return state.isEmpty() || state == QStringLiteral("ok"); }

    [[nodiscard]] static Core::Expected<Database, QString> fromJson(const Core::Json &json);
};

} // namespace Aiven
