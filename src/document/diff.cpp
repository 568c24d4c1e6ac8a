// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/diff.h"

#include "document/jsontext.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Document {

using Core::Json;

namespace {

using Kind = Change::Kind;
using Subject = Change::Subject;

QString shown(const Json &value)
{
    return value.is_string() ? Core::toQString(value.get_ref<const std::string &>())
                             : QString::fromUtf8(inlineText(value));
}

Change leaf(Kind kind, Subject subject, const QString &name, const QString &before, const QString &after)
{
    return {kind, subject, name, before, after, {}, nullptr, nullptr};
}

/// Elements of a list known by their names; the second one of a name is told from the first by its turn.
QList<std::pair<QString, const Json *>> named(const Json &list)
{
    QList<std::pair<QString, const Json *>> result;
    QHash<QString, int> turns;
    for (const Json &element : list) {
        const QString name = Core::textAt(element, "name");
        const int turn = turns[name]++;
        result.append({turn == 0 ? name : u"%1 (%2)"_s.arg(name, QString::number(turn + 1)), &element});
    }
    return result;
}

/// What stands beside the name: the type of a column, nothing for a topic, all members when there are more.
QString detail(const Json &element, Subject subject)
{
    if (subject == Subject::Column && element.size() <= 2)
        return Core::textAt(element, "type");
    return element.size() <= 1 ? Core::textAt(element, "name") : QString::fromUtf8(inlineText(element));
}

void diffList(const Json &before, const Json &after, Subject subject, QList<Change> &changes)
{
    const auto old = named(before);
    const auto now = named(after);
    QHash<QString, const Json *> byName(old.begin(), old.end());
    QStringList keptNow;
    for (const auto &[name, element] : now) {
        const Json *former = byName.take(name);
        if (!former) {
            changes.append(leaf(Kind::Added, subject, name, {}, detail(*element, subject)));
            continue;
        }
        keptNow.append(name);
        if (*former != *element)
            changes.append(leaf(Kind::Changed, subject, name, detail(*former, subject), detail(*element, subject)));
    }
    QStringList keptOld;
    for (const auto &[name, element] : old) {
        if (byName.contains(name))
            changes.append(leaf(Kind::Removed, subject, name, detail(*element, subject), {}));
        else
            keptOld.append(name);
    }
    if (keptOld != keptNow) {
        const QString list = subject == Subject::Column ? u"columns"_s : u"topics"_s;
        changes.append(leaf(Kind::Changed, Subject::Order, list, keptOld.join(u", "), keptNow.join(u", ")));
    }
}

void diffSettings(const Json &before, const Json &after, QList<Change> &changes)
{
    const auto isOwn = [](const std::string &key) { return key == "name" || key == "columns" || key == "topics"; };
    for (const auto &[key, value] : after.items()) {
        const QString name = Core::toQString(key);
        if (isOwn(key))
            continue;
        if (!before.contains(key))
            changes.append(leaf(Kind::Added, Subject::Setting, name, {}, shown(value)));
        else if (before[key] != value)
            changes.append(leaf(Kind::Changed, Subject::Setting, name, shown(before[key]), shown(value)));
    }
    for (const auto &[key, value] : before.items()) {
        if (!isOwn(key) && !after.contains(key))
            changes.append(leaf(Kind::Removed, Subject::Setting, Core::toQString(key), shown(value), {}));
    }
}

Change diffTable(const TablePtr &before, const TablePtr &after, const QString &name)
{
    static const Json none = Json::object();
    const Json &old = before ? before->json() : none;
    const Json &now = after ? after->json() : none;
    Change change{Kind::Changed, Subject::Table, name, {}, {}, {}, before, after};
    change.kind = !before ? Kind::Added : !after ? Kind::Removed : Kind::Changed;
    if (change.kind == Kind::Removed)
        return change;
    diffList(Core::memberAt(old, "columns"), Core::memberAt(now, "columns"), Subject::Column, change.parts);
    diffList(Core::memberAt(old, "topics"), Core::memberAt(now, "topics"), Subject::Topic, change.parts);
    diffSettings(old, now, change.parts);
    return change;
}

using Keyed = QList<std::pair<QString, TablePtr>>;

Keyed keyed(const Config &config)
{
    Keyed result;
    QHash<QString, int> turns;
    for (const TablePtr &table : config.tables()) {
        const int turn = turns[table->name()]++;
        result.append({turn == 0 ? table->name() : u"%1 (%2)"_s.arg(table->name(), QString::number(turn + 1)), table});
    }
    return result;
}

bool same(const TablePtr &a, const TablePtr &b)
{
    return a == b || (a && b && a->json() == b->json());
}

QList<Change> diffRest(const Json &before, const Json &after)
{
    Json old = before;
    Json now = after;
    old.erase("tables"); // compared table by table
    now.erase("tables");
    QList<Change> changes;
    diffSettings(old, now, changes);
    return changes;
}

} // namespace

QList<Change> diff(const Config &before, const Config &after)
{
    const Keyed old = keyed(before);
    const Keyed now = keyed(after);
    QHash<QString, TablePtr> byName(old.begin(), old.end());
    QList<Change> changes;
    QStringList keptNow;
    for (const auto &[name, table] : now) {
        const TablePtr former = byName.take(name);
        if (former)
            keptNow.append(name);
        if (!same(former, table))
            changes.append(diffTable(former, table, name));
    }
    QStringList keptOld;
    for (const auto &[name, table] : old) {
        if (byName.contains(name))
            changes.append(diffTable(table, nullptr, name));
        else
            keptOld.append(name);
    }
    changes += diffRest(before.rest(), after.rest());
    if (keptOld != keptNow)
        changes.append(leaf(Kind::Changed, Subject::Order, u"tables"_s, keptOld.join(u", "), keptNow.join(u", ")));
    return changes;
}

} // namespace Document
