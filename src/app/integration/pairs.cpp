// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/integration/pairs.h"

#include "core/format.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using Core::Json;
using Document::Change;

namespace App {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(App::Pairs)

public:
    static QString tables(qsizetype count)
    {
        //: Review: how many tables a database has in ClickHouse
        return tr("%n table(s)", nullptr, int(count));
    }
    static QString source(const Json &pair)
    {
        //: Review: what a new database of ClickHouse shows; a PostgreSQL database and its schema
        return tr("shows %1, schema %2")
            .arg(Core::textAt(pair, "database", u"defaultdb"_s), Core::textAt(pair, "schema", u"public"_s));
    }
};

/// The schema's default stands for pairs that were never named.
Json pairsOf(const Json &config)
{
    const Json &pairs = Core::memberAt(config, "databases");
    return pairs.is_array() ? pairs : Json::array({Json::object()});
}

bool samePair(const Json &one, const Json &other)
{
    return Core::textAt(one, "database", u"defaultdb"_s) == Core::textAt(other, "database", u"defaultdb"_s) &&
           Core::textAt(one, "schema", u"public"_s) == Core::textAt(other, "schema", u"public"_s);
}

bool contains(const Json &pairs, const Json &pair)
{
    return std::any_of(pairs.begin(), pairs.end(), [&pair](const Json &one) { return samePair(one, pair); });
}

/// A database stands for a table in the list of changes: something that will be there, or gone.
Change change(Change::Kind kind, const QString &name, const QString &before, const QString &after)
{
    return {kind, Change::Subject::Table, name, before, after, {}, nullptr, nullptr};
}

QStringList databasesWith(Aiven::Integration integration, const Json &config)
{
    integration.userConfig = config;
    return integration.databaseNames();
}

} // namespace

bool hasPairs(const Aiven::Integration &integration)
{
    return integration.type == "clickhouse_postgresql"_L1;
}

QStringList erasedDatabases(const Aiven::Integration &integration, const Json &mine)
{
    QStringList erased = integration.databaseNames();
    const QStringList kept = databasesWith(integration, mine);
    erased.removeIf([&kept](const QString &name) { return kept.contains(name); });
    return erased;
}

QList<Change> pairChanges(const Aiven::Integration &integration, const Json &mine, const QList<Aiven::Database> &listed)
{
    QList<Change> changes;
    for (const QString &name : erasedDatabases(integration, mine)) {
        const auto found = std::find_if(listed.cbegin(), listed.cend(),
                                        [&name](const Aiven::Database &database) { return database.name == name; });
        changes.append(change(Change::Kind::Removed, name,
                              found == listed.cend() ? QString() : Words::tables(found->tables.size()), {}));
    }
    const QStringList before = integration.databaseNames();
    const QStringList after = databasesWith(integration, mine);
    const Json pairs = pairsOf(mine);
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (!before.contains(after.at(i)))
            changes.append(change(Change::Kind::Added, after.at(i), {}, Words::source(pairs.at(std::size_t(i)))));
    }
    return changes;
}

Json mergedPairs(const Json &loaded, const Json &mine, const Json &theirs)
{
    const Json before = pairsOf(loaded);
    const Json my = pairsOf(mine);
    Json merged = Json::array();
    for (const Json &pair : pairsOf(theirs)) {
        const bool isGone = contains(before, pair) && !contains(my, pair);
        if (!isGone)
            merged.push_back(pair);
    }
    for (const Json &pair : my) {
        if (!contains(before, pair) && !contains(merged, pair))
            merged.push_back(pair);
    }
    Json result = theirs.is_object() ? theirs : Json::object();
    result["databases"] = std::move(merged);
    return result;
}

Json withoutDatabase(const Aiven::Integration &integration, const QString &database)
{
    const Json pairs = pairsOf(integration.userConfig);
    const QStringList names = integration.databaseNames();
    Json left = Json::array();
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names.at(i) != database)
            left.push_back(pairs.at(std::size_t(i)));
    }
    Json result = integration.userConfig.is_object() ? integration.userConfig : Json::object();
    result["databases"] = std::move(left);
    return result;
}

} // namespace App
