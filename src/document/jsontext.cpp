// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/jsontext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Document {

using Core::Json;

namespace {

QByteArray indentation(int level)
{
    return QByteArray(qsizetype(level) * 4, ' ');
}

bool isFlat(const Json &value)
{
    return std::none_of(value.begin(), value.end(), [](const Json &member) { return member.is_structured(); });
}

/// One element a line: {"name": "id", "type": "UInt64"}.
bool isListOfRecords(const Json &value)
{
    return value.is_array() && std::all_of(value.begin(), value.end(), [](const Json &element) {
               return element.is_object() && !element.empty() && isFlat(element);
           });
}

QByteArray lines(const QList<QByteArray> &elements, int level, char open, char close)
{
    const QByteArray indent = indentation(level + 1);
    return open + "\n"_ba + indent + elements.join(",\n" + indent) + '\n' + indentation(level) + close;
}

QByteArray listText(const Json &value, int level, const QString &key)
{
    const bool records = isListOfRecords(value);
    if (value.empty() || isFlat(value) || (records && key == "topics"_L1))
        return inlineText(value);
    QList<QByteArray> elements;
    for (const Json &element : value)
        elements.append(records ? inlineText(element) : guideText(element, level + 1));
    return lines(elements, level, '[', ']');
}

} // namespace

QByteArray inlineText(const Json &value)
{
    if (!value.is_structured())
        return Core::toText(value);
    QList<QByteArray> elements;
    if (value.is_array()) {
        for (const Json &element : value)
            elements.append(inlineText(element));
        return '[' + elements.join(", ") + ']';
    }
    for (const auto &[key, member] : value.items())
        elements.append(Core::toText(Json(key)) + ": " + inlineText(member));
    return '{' + elements.join(", ") + '}';
}

QByteArray guideText(const Json &value, int level, const QString &key)
{
    if (value.is_array())
        return listText(value, level, key);
    if (!value.is_object() || value.empty())
        return inlineText(value);
    QList<QByteArray> members;
    for (const auto &[name, member] : value.items())
        members.append(Core::toText(Json(name)) + ": " + guideText(member, level + 1, Core::toQString(name)));
    return lines(members, level, '{', '}');
}

} // namespace Document
