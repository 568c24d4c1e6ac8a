// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/draft.h"

#include "document/jsontext.h"
#include "document/suggestions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Document {

using Core::Json;

namespace {

QString tablePointer(int row, const QString &key = {})
{
    const QString table = u"/tables/"_s + QString::number(row);
    return key.isEmpty() ? table : table + u'/' + key;
}

Json columnJson(const Column &column)
{
    Json json = Json::object();
    json["name"] = Core::toStdString(column.name);
    json["type"] = Core::toStdString(column.type);
    return json;
}

/// The list of that name inside a table, made when it is missing.
Json &listIn(Json &table, const char *key)
{
    Json &list = table[key];
    if (!list.is_array())
        list = Json::array();
    return list;
}

} // namespace

int Draft::addTable(const Json &table, int row)
{
    const int at = row < 0 || row > tableCount() ? tableCount() : row;
    Config config = m_config;
    config.insertTable(at, makeTable(table));
    //: Undo step
    push(std::move(config), tr("Add table"), tablePointer(at));
    return at;
}

int Draft::duplicateTable(int row)
{
    if (!has(row))
        return -1;
    Json copy = table(row).json();
    const QString name = freeTableName(m_config, table(row).name());
    copy["name"] = Core::toStdString(name);
    copy["group_name"] = Core::toStdString(freeGroup(m_config, m_surroundings, name));
    return addTable(copy, row + 1);
}

int Draft::addOneTopicCopy(int row)
{
    if (!has(row) || table(row).topics().isEmpty())
        return -1;
    Json copy = table(row).json();
    Json &topics = listIn(copy, "topics");
    topics.erase(topics.begin() + 1, topics.end());
    const QString name = freeTableName(m_config, table(row).name() + u"_write"_s);
    copy["name"] = Core::toStdString(name);
    copy["group_name"] = Core::toStdString(freeGroup(m_config, m_surroundings, name));
    return addTable(copy, row + 1);
}

void Draft::removeTable(int row)
{
    if (!has(row))
        return;
    Config config = m_config;
    config.removeTable(row);
    //: Undo step
    push(std::move(config), tr("Remove table"), tablePointer(row));
}

void Draft::moveTable(int from, int to)
{
    if (!has(from) || !has(to) || from == to)
        return;
    Config config = m_config;
    config.moveTable(from, to);
    //: Undo step
    push(std::move(config), tr("Move table"), tablePointer(to));
}

void Draft::editTable(int row, Json json, const QString &undoText, const QString &pointer, EditKind kind)
{
    if (json == table(row).json() && !m_typed.text)
        return;
    Config config = m_config;
    config.setTable(row, makeTable(std::move(json)));
    push(std::move(config), undoText, pointer, kind);
}

void Draft::setTableValue(int row, const QString &key, const Json &value, EditKind kind)
{
    if (!has(row))
        return;
    Json json = table(row).json();
    json[Core::toStdString(key)] = value;
    //: Undo step; %1 is a setting's key such as group_name
    editTable(row, std::move(json), tr("Change %1").arg(key), tablePointer(row, key), kind);
}

void Draft::resetTableValue(int row, const QString &key)
{
    if (!has(row))
        return;
    Json json = table(row).json();
    json.erase(Core::toStdString(key));
    //: Undo step; %1 is a setting's key such as num_consumers
    editTable(row, std::move(json), tr("Reset %1").arg(key), tablePointer(row, key), EditKind::Whole);
}

void Draft::insertColumns(int row, int at, const QList<Column> &columns)
{
    if (!has(row) || columns.isEmpty())
        return;
    Json json = table(row).json();
    Json &list = listIn(json, "columns");
    at = qBound(0, at < 0 ? int(list.size()) : at, int(list.size()));
    for (qsizetype i = 0; i < columns.size(); ++i)
        list.insert(list.begin() + at + i, columnJson(columns[i]));
    //: Undo step
    const QString undoText = columns.size() == 1 ? tr("Add column") : tr("Add columns");
    editTable(row, std::move(json), undoText, tablePointer(row, u"columns/%1"_s.arg(QString::number(at))),
              EditKind::Whole);
}

void Draft::setColumn(int row, int at, const Column &column, EditKind kind)
{
    if (!has(row) || at < 0 || at >= table(row).columns().size() || table(row).columns().at(at) == column)
        return;
    Json json = table(row).json();
    Json &element = json["columns"][std::size_t(at)];
    element["name"] = Core::toStdString(column.name);
    element["type"] = Core::toStdString(column.type);
    const bool isRename = table(row).columns().at(at).name != column.name;
    const QString pointer =
        tablePointer(row, u"columns/%1/%2"_s.arg(QString::number(at), isRename ? u"name"_s : u"type"_s));
    //: Undo step
    editTable(row, std::move(json), isRename ? tr("Rename column") : tr("Change column type"), pointer, kind);
}

void Draft::removeColumns(int row, QList<int> positions)
{
    if (!has(row) || positions.isEmpty())
        return;
    std::sort(positions.begin(), positions.end(), std::greater<>());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    Json json = table(row).json();
    Json &list = listIn(json, "columns");
    for (const int at : positions) {
        if (at >= 0 && at < int(list.size()))
            list.erase(list.begin() + at);
    }
    //: Undo step
    const QString undoText = positions.size() == 1 ? tr("Remove column") : tr("Remove columns");
    const QString place = u"columns/%1"_s.arg(QString::number(positions.last()));
    editTable(row, std::move(json), undoText, tablePointer(row, place), EditKind::Whole);
}

void Draft::moveColumn(int row, int from, int to)
{
    const int count = has(row) ? int(table(row).columns().size()) : 0;
    if (from < 0 || from >= count || to < 0 || to >= count || from == to)
        return;
    Json json = table(row).json();
    Json &list = listIn(json, "columns");
    Json moved = list[std::size_t(from)];
    list.erase(list.begin() + from);
    list.insert(list.begin() + to, std::move(moved));
    //: Undo step
    editTable(row, std::move(json), tr("Move column"), tablePointer(row, u"columns/%1"_s.arg(QString::number(to))),
              EditKind::Whole);
}

void Draft::setTopics(int row, const QStringList &topics)
{
    if (!has(row) || table(row).topics() == topics)
        return;
    Json json = table(row).json();
    Json &list = listIn(json, "topics");
    Json wanted = Json::array();
    for (const QString &topic : topics) {
        // An element that is there already may carry keys that this program does not know.
        const qsizetype at = table(row).topics().indexOf(topic);
        wanted.push_back(at >= 0 ? list[std::size_t(at)] : Json::object({{"name", Core::toStdString(topic)}}));
    }
    list = std::move(wanted);
    //: Undo step
    editTable(row, std::move(json), tr("Change topics"), tablePointer(row, u"topics"_s), EditKind::Whole);
}

void Draft::replaceText(const QByteArray &text)
{
    if (text == this->text())
        return;
    State after{m_config, {text, std::nullopt}};
    auto json = Core::parseJson(text);
    if (!json) {
        after.typed.error = json.error();
    } else if (auto config = Config::fromJson(*json); !config) {
        const TextPlace place = locate(text, config.error().pointer);
        after.typed.error = Core::JsonError{config.error().message, place.line + 1, 1};
    } else {
        after.config = *config;
        after.config.shareWith(m_config);
    }
    //: Undo step
    pushState(std::move(after), tr("Edit JSON"), {}, u"text#"_s + QString::number(m_typingSession));
}

void Draft::replaceConfig(const Config &config, const QString &undoText)
{
    Config wanted = config;
    wanted.shareWith(m_config);
    push(std::move(wanted), undoText, {});
}

void Draft::revertAll()
{
    //: Undo step
    replaceConfig(m_baseline, tr("Discard all changes"));
}

void Draft::applyFix(const Fix &fix)
{
    if (fix.kind == Fix::Kind::None)
        return;
    Json json = m_config.toJson();
    try {
        const Json::json_pointer pointer(Core::toStdString(fix.pointer));
        if (fix.kind == Fix::Kind::Set) {
            json[pointer] = fix.value;
        } else {
            const std::string last = pointer.back();
            Json &parent = json.at(pointer.parent_pointer());
            if (parent.is_array())
                parent.erase(std::stoul(last));
            else
                parent.erase(last);
        }
    } catch (const std::exception &) {
        return; // the place has gone since the problem was found
    }
    if (auto config = Config::fromJson(json))
        replaceConfig(*config, fix.caption);
}

} // namespace Document
