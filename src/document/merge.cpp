// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/diff.h"

#include <QMap>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Document {

using Core::Json;

namespace {

TablePtr tableNamed(const Config &config, const QString &name)
{
    const int row = config.rowOf(name);
    return row < 0 ? nullptr : config.tables().at(row);
}

bool same(const TablePtr &a, const TablePtr &b)
{
    return a == b || (a && b && a->json() == b->json());
}

/// What one side did to one table.
void applyTable(Config &config, const QString &name, const TablePtr &wanted)
{
    const int row = config.rowOf(name);
    if (row < 0 && wanted)
        config.insertTable(int(config.tables().size()), wanted);
    else if (row >= 0 && wanted)
        config.setTable(row, wanted);
    else if (row >= 0)
        config.removeTable(row);
}

void mergeTables(const Config &loaded, const Config &mine, const Config &theirs, ThreeWay &result)
{
    QStringList names;
    for (const Config *config : {&loaded, &mine, &theirs}) {
        for (const TablePtr &table : config->tables()) {
            if (!names.contains(table->name()))
                names.append(table->name());
        }
    }
    for (const QString &name : names) {
        const TablePtr base = tableNamed(loaded, name);
        const TablePtr my = tableNamed(mine, name);
        const TablePtr their = tableNamed(theirs, name);
        if (!same(base, their))
            result.theirs.append(name);
        if (same(base, my))
            continue;
        result.mine.append(name);
        if (!same(base, their) && !same(my, their))
            result.conflicts.append(name);
        applyTable(result.merged, name, my);
    }
}

void mergeRest(const Config &loaded, const Config &mine, const Config &theirs, ThreeWay &result)
{
    QMap<QString, bool> keys;
    for (const Config *config : {&loaded, &mine, &theirs}) {
        for (const auto &[key, value] : config->rest().items()) {
            if (key != "tables")
                keys.insert(Core::toQString(key), true);
        }
    }
    for (auto it = keys.constBegin(); it != keys.constEnd(); ++it) {
        const std::string key = Core::toStdString(it.key());
        const Json &base = Core::memberAt(loaded.rest(), key.c_str());
        const Json &my = Core::memberAt(mine.rest(), key.c_str());
        const Json &their = Core::memberAt(theirs.rest(), key.c_str());
        if (base != their)
            result.theirs.append(it.key());
        if (base == my)
            continue;
        result.mine.append(it.key());
        if (base != their && my != their)
            result.conflicts.append(it.key());
        if (mine.rest().contains(key))
            result.merged.setRest(it.key(), my);
        else
            result.merged.removeRest(it.key());
    }
}

} // namespace

ThreeWay compareThree(const Config &loaded, const Config &mine, const Config &theirs)
{
    ThreeWay result;
    result.merged = theirs;
    mergeTables(loaded, mine, theirs, result);
    mergeRest(loaded, mine, theirs, result);
    return result;
}

} // namespace Document
