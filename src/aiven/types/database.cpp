// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/database.h"

#include "aiven/types/reading.h"

namespace Aiven {

Core::Expected<DatabaseTable, QString> DatabaseTable::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"name"}))
        return Core::Unexpected{*missing};
    return DatabaseTable{Core::textAt(json, "name"),
                         Core::textAt(json, "uuid"),
                         Core::textAt(json, "engine"),
                         Core::integerAt(json, "total_rows", -1),
                         Core::integerAt(json, "total_bytes", -1),
                         Core::textAt(json, "state")};
}

Core::Expected<Database, QString> Database::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"name"}))
        return Core::Unexpected{*missing};
    auto tables = readOptionalList<DatabaseTable>(json, "tables");
    if (!tables)
        return Core::Unexpected{std::move(tables).error()};
    return Database{Core::textAt(json, "name"), Core::textAt(json, "engine"), Core::textAt(json, "state"),
                    Core::boolAt(json, "required"), std::move(tables).value()};
}

} // namespace Aiven
