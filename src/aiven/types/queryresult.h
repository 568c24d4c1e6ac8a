// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QList>
#include <QString>

namespace Aiven {

struct QueryColumn
{
    QString name;
    QString type;
};

struct QueryResult
{
    QList<QueryColumn> columns;
    Core::Json rows = Core::Json::array(); ///< arrays in the order of the columns; 64-bit integers as numbers or texts
    qint64 elapsedNanoseconds = 0;
    qint64 readRows = 0;
    qint64 writtenRows = 0;

    [[nodiscard]] static Core::Expected<QueryResult, QString> fromJson(const Core::Json &json);
};

} // namespace Aiven
