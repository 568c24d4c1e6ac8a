// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recipes.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Recipes {

using Core::Json;

namespace {

/// A quoted template of HCL: "${" and "%{" would start an interpolation.
QString hclText(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\' + QString(c);
        else if (c == u'\n')
            out += u"\\n"_s;
        else if (c == u'\t')
            out += u"\\t"_s;
        else if (c < u' ')
            out += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            out += c;
    }
    return u'"' + out.replace("${"_L1, "$${"_L1).replace("%{"_L1, "%%{"_L1) + u'"';
}

QString hclValue(const Json &value)
{
    if (value.is_string())
        return hclText(Core::toQString(value.get_ref<const std::string &>()));
    if (!value.is_array())
        return QString::fromUtf8(Core::toText(value));
    QStringList elements;
    for (const Json &element : value)
        elements.append(hclValue(element));
    return u'[' + elements.join(u", ") + u']';
}

bool isListOfObjects(const Json &value)
{
    return value.is_array() && !value.empty() && value[0].is_object();
}

QString indented(int level)
{
    return QString(level * 2, u' ');
}

/// Members as arguments, objects and lists of objects as repeated blocks: the shape of the provider's nested blocks.
void writeMembers(const Json &object, int level, QStringList &lines)
{
    static const QRegularExpression identifier(u"^[A-Za-z_][A-Za-z0-9_-]*\\z"_s);
    const auto writeBlock = [level, &lines](const QString &name, const Json &block) {
        lines.append(u"%1%2 {"_s.arg(indented(level), name));
        writeMembers(block, level + 1, lines);
        lines.append(indented(level) + u'}');
    };
    for (const auto &[key, value] : object.items()) {
        const QString name = Core::toQString(key);
        const bool isList = isListOfObjects(value);
        if (!identifier.match(name).hasMatch()) {
            lines.append(u"%1# %2 cannot be written in Terraform"_s.arg(indented(level), hclText(name)));
        } else if (value.is_object()) {
            writeBlock(name, value);
        } else if (isList) {
            // Terraform writes a list of objects as a block repeated under the list's name.
            for (const Json &element : value)
                writeBlock(name, element);
        } else if (!value.is_array() || !value.empty()) {
            lines.append(u"%1%2 = %3"_s.arg(indented(level), name, hclValue(value)));
        }
    }
}

/// A name for the resource: letters, digits, "_" and "-".
QString resourceName(const QString &service)
{
    QString name = service;
    name.replace(QRegularExpression(u"[^A-Za-z0-9_-]"_s), u"_"_s);
    return name.isEmpty() || name.front().isDigit() ? u"kafka_"_s + name : name;
}

} // namespace

QString terraform(const Target &target, const Json &userConfig)
{
    const QString name = resourceName(target.sourceService);
    QStringList lines{
        u"resource \"aiven_service_integration\" \"%1\" {"_s.arg(name),
        u"  project                  = %1"_s.arg(hclText(target.project)),
        u"  integration_type         = \"clickhouse_kafka\""_s,
        u"  source_service_name      = %1"_s.arg(hclText(target.sourceService)),
        u"  destination_service_name = %1"_s.arg(hclText(target.service)),
        QString(),
        u"  clickhouse_kafka_user_config {"_s,
    };
    writeMembers(userConfig, 2, lines);
    lines << u"  }"_s << u"}"_s;
    if (!target.integrationId.isEmpty()) {
        lines << QString()
              << u"# terraform import aiven_service_integration.%1 %2"_s.arg(
                     name, shellQuoted(target.project + u'/' + target.integrationId));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace Recipes
