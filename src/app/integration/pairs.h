// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/database.h"
#include "aiven/types/integration.h"
#include "document/diff.h"

namespace App {

/// A PostgreSQL integration: each pair of database and schema in its settings is one database of ClickHouse.
[[nodiscard]] bool hasPairs(const Aiven::Integration &integration);

/// The databases that the integration will have no more with these settings, by name.
[[nodiscard]] QStringList erasedDatabases(const Aiven::Integration &integration, const Core::Json &mine);

/// What happens to the databases of ClickHouse when the pairs become mine. Listed: what the service lists, to tell how
/// many tables go with a database.
[[nodiscard]] QList<Document::Change> pairChanges(const Aiven::Integration &integration, const Core::Json &mine,
                                                  const QList<Aiven::Database> &listed);

/// Theirs, with what I added and without what I took away: pairs are a set, so that this always works.
[[nodiscard]] Core::Json mergedPairs(const Core::Json &loaded, const Core::Json &mine, const Core::Json &theirs);

/// The settings without the pair behind that database.
[[nodiscard]] Core::Json withoutDatabase(const Aiven::Integration &integration, const QString &database);

} // namespace App
