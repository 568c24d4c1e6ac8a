// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/suggestions.h"

#include "document/rules.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Document {

using Core::Json;

namespace {

/// The wish, or the wish with "_2", "_3"… that is not taken, never longer than the limit.
QString numbered(const QString &wish, int limit, QChar joint, const QSet<QString> &taken)
{
    QString name = wish.first(qMin<qsizetype>(wish.size(), limit));
    for (int number = 2; taken.contains(name); ++number) {
        const QString ending = joint + QString::number(number);
        name = wish.first(qMin(wish.size(), limit - ending.size())) + ending;
    }
    return name;
}

QString typeFor(const Json &value)
{
    static const QRegularExpression date(u"^\\d{4}-\\d\\d-\\d\\d\\z"_s);
    static const QRegularExpression time(
        u"^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?\\z"_s);
    if (value.is_boolean())
        return u"Bool"_s;
    if (value.is_number_unsigned())
        return u"UInt64"_s;
    if (value.is_number_integer())
        return u"Int64"_s;
    if (value.is_number())
        return u"Float64"_s;
    if (value.is_array())
        return u"Array(%1)"_s.arg(value.empty() || value[0].is_null() ? u"String"_s : typeFor(value[0]));
    if (!value.is_string())
        return value.is_object() ? u"JSON"_s : u"Nullable(String)"_s;
    const QString text = Core::toQString(value.get_ref<const std::string &>());
    if (date.match(text).hasMatch())
        return u"Date32"_s;
    if (time.match(text).hasMatch())
        return text.contains(u'.') ? u"DateTime64(3)"_s : u"DateTime"_s;
    return u"String"_s;
}

QList<Column> columnsFromJson(const Json &json)
{
    if (json.is_object() && json.contains("columns"))
        return columnsFromJson(json["columns"]);
    QList<Column> columns;
    for (const Json &element : json.is_array() ? json : Json::array({json})) {
        const Column column{Core::textAt(element, "name"), Core::textAt(element, "type")};
        if (!column.name.isEmpty())
            columns.append(column);
    }
    return columns;
}

/// Cuts at the separators that stand outside brackets and quotation marks.
QStringList splitOutside(const QString &text, QStringView separators)
{
    QStringList parts{QString()};
    int depth = 0;
    QChar quote;
    for (const QChar c : text) {
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'`' || c == u'"' || c == u'\'')
            quote = c;
        else if (c == u'(' || c == u')')
            depth += c == u'(' ? 1 : -1;
        if (quote.isNull() && depth <= 0 && separators.contains(c))
            parts.append(QString());
        else
            parts.last().append(c);
    }
    return parts;
}

/// What stands before the bracket that closes one opened before the text.
QString untilClosed(const QString &text)
{
    int depth = 1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
        if (depth == 0)
            return text.first(i);
    }
    return text;
}

std::optional<Column> columnFromLine(QString line)
{
    line = line.trimmed();
    if (line.isEmpty())
        return std::nullopt;
    const QChar first = line.front();
    const bool quoted = (first == u'`' || first == u'"') && line.indexOf(first, 1) > 0;
    static const QRegularExpression gap(u"[\\s:;]"_s);
    qsizetype end = quoted ? line.indexOf(first, 1) + 1 : line.indexOf(gap);
    if (end < 0)
        end = line.size();
    Column column{line.first(end), line.sliced(end).trimmed()};
    if (quoted)
        column.name = column.name.sliced(1, column.name.size() - 2);
    while (column.type.startsWith(u':') || column.type.startsWith(u';'))
        column.type = column.type.sliced(1).trimmed();
    if (column.type.isEmpty())
        column.type = u"String"_s;
    return column;
}

} // namespace

QString freeTableName(const Config &config, const QString &wish)
{
    QSet<QString> taken;
    for (const TablePtr &table : config.tables())
        taken.insert(table->name());
    return numbered(wish.isEmpty() ? u"table"_s : wish, Limits::nameLength, u'_', taken);
}

QString freeGroup(const Config &config, const Surroundings &surroundings, const QString &tableName)
{
    QSet<QString> taken{u"clickhouse"_s};
    for (const TablePtr &table : config.tables())
        taken.insert(table->group());
    const QString service = surroundings.service.isEmpty() ? u"clickhouse"_s : surroundings.service;
    const QString wish = tableName.isEmpty() ? service + u"-table"_s : service + u'-' + tableName;
    return numbered(wish, Limits::groupLength, u'-', taken);
}

QString freeColumnName(const QList<Column> &columns, const QString &wish)
{
    QSet<QString> taken;
    for (const Column &column : columns)
        taken.insert(column.name);
    return numbered(wish, Limits::nameLength, u'_', taken);
}

Json newTable(const Config &config, const Surroundings &surroundings, const QString &topic,
              const QList<Column> &columns)
{
    const QString name = freeTableName(config, topic);
    const QList<Column> chosen =
        columns.isEmpty() ? QList<Column>{{u"id"_s, u"UInt64"_s}, {u"name"_s, u"String"_s}} : columns;
    Json table = Json::object();
    table["name"] = Core::toStdString(name);
    table["columns"] = Json::array();
    for (const Column &column : chosen) {
        Json one = Json::object();
        one["name"] = Core::toStdString(column.name);
        one["type"] = Core::toStdString(column.type);
        table["columns"].push_back(std::move(one));
    }
    table["topics"] = Json::array();
    if (!topic.isEmpty())
        table["topics"].push_back(Json::object({{"name", Core::toStdString(topic)}}));
    table["data_format"] = "JSONEachRow";
    table["group_name"] = Core::toStdString(freeGroup(config, surroundings, name));
    return table;
}

QList<Column> columnsFromText(const QString &text)
{
    if (const auto json = Core::parseJson(text.trimmed().toUtf8()); json && json->is_structured())
        return columnsFromJson(*json);
    QString body = text.trimmed();
    static const QRegularExpression create(u"^CREATE\\s[^(]*\\("_s, QRegularExpression::CaseInsensitiveOption);
    if (const auto match = create.match(body); match.hasMatch()) {
        body = untilClosed(body.sliced(match.capturedEnd())); // ENGINE and the rest follow
    }
    QList<Column> columns;
    for (const QString &line : splitOutside(body, u",\n\r")) {
        if (const auto column = columnFromLine(line))
            columns.append(*column);
    }
    return columns;
}

QList<Column> columnsFromMessage(const QByteArray &message)
{
    const auto json = Core::parseJson(message);
    if (!json || !json->is_object())
        return {};
    QList<Column> columns;
    for (const auto &[key, value] : json->items()) {
        if (!key.empty())
            columns.append({Core::toQString(key).left(Limits::nameLength), typeFor(value)});
    }
    return columns.first(qMin<qsizetype>(columns.size(), Limits::columns));
}

} // namespace Document
