// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/queryresult.h"

namespace Aiven {

Core::Expected<QueryResult, QString> QueryResult::fromJson(const Core::Json &json)
{
    const Core::Json &meta = Core::memberAt(json, "meta");
    const Core::Json &data = Core::memberAt(json, "data");
    if (!meta.is_array() || !data.is_array())
        return Core::Unexpected{QStringLiteral("the lists \"meta\" and \"data\" are missing")};
    QueryResult result;
    for (const Core::Json &column : meta)
        result.columns.append({Core::textAt(column, "name"), Core::textAt(column, "type")});
    result.rows = data;
    const Core::Json &summary = Core::memberAt(json, "summary");
    result.elapsedNanoseconds = Core::integerAt(summary, "elapsed_ns");
    result.readRows = Core::integerAt(summary, "read_rows");
    result.writtenRows = Core::integerAt(summary, "written_rows");
    return result;
}

} // namespace Aiven
