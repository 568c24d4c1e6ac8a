// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "engine/errors.h"
#include "engine/statement.h"
#include "engine/users.h"

#include <functional>
#include <string>
#include <vector>

namespace Engine {

/// What a statement became on its way to the engine.
struct Ruling
{
    std::string sql;
    std::string notice; ///< told to the client, when the statement was changed
};

/// What clients may run on this server, and in which form. Everything that the library cannot do as a cloud
/// service does is either rewritten with a notice or refused with the reason.
class Policy
{
public:
    /// `engineOf(database, table)` tells the engine of a table; an empty database means the current one.
    using EngineLookup = std::function<std::string(const std::string &database, const std::string &table)>;

    /// Whether the user may use a named collection.
    using CollectionRight = std::function<bool(const std::string &collection)>;

    Policy(Users::Rank rank, bool readOnly, bool confined, EngineLookup engineOf, CollectionRight mayUse);

    [[nodiscard]] Core::Expected<Ruling, Error> judge(const Statement &statement) const;

private:
    using Refusal = std::optional<Error>;
    [[nodiscard]] Refusal refuseForEveryone(const Statement &statement) const;
    [[nodiscard]] Refusal refuseForUsers(const Statement &statement) const;
    [[nodiscard]] Refusal refuseOnKafkaTables(const Statement &statement) const;
    [[nodiscard]] Refusal refuseReservedDatabases(const Statement &statement) const;
    [[nodiscard]] Refusal refuseCollections(const Statement &statement) const;
    [[nodiscard]] Refusal refuseFileAccess(const Statement &statement) const;

    Users::Rank m_rank;
    bool m_readOnly;
    bool m_confined;
    EngineLookup m_engineOf;
    CollectionRight m_mayUse;
};

} // namespace Engine
