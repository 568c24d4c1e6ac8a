// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/violation.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;
using Core::Json;

namespace Schema {

namespace {

// A message is read by people; the rest of a 1 MB text helps nobody.
constexpr qsizetype longestShown = 200;

QString pythonList(const Json &value);

/// A value as Python prints it, because the API's messages are those of Python's jsonschema.
QString pythonText(const Json &value)
{
    switch (value.type()) {
    case Json::value_t::null: return u"None"_s;
    case Json::value_t::boolean: return value.get<bool>() ? u"True"_s : u"False"_s;
    case Json::value_t::string: {
        QString text = Core::toQString(value.get_ref<const std::string &>());
        const QChar quote = text.contains(u'\'') && !text.contains(u'"') ? u'"' : u'\'';
        text.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s);
        return quote + (quote == u'\'' ? text.replace(u'\'', u"\\'"_s) : text) + quote;
    }
    case Json::value_t::array: return u'[' + pythonList(value) + u']';
    case Json::value_t::object: {
        QStringList members;
        for (const auto &[key, member] : value.items())
            members.append(pythonText(Json(key)) + u": "_s + pythonText(member));
        return u'{' + members.join(u", "_s) + u'}';
    }
    default: return QString::fromUtf8(Core::toText(value));
    }
}

QString pythonList(const Json &value)
{
    QStringList items;
    for (const Json &item : value)
        items.append(pythonText(item));
    return items.join(u", "_s);
}

QString shown(const Json &value)
{
    const QString text = pythonText(value);
    return text.size() <= longestShown ? text : text.first(longestShown) + u'…';
}

bool hasType(const Json &value, const Json &type)
{
    if (type == "object")
        return value.is_object();
    if (type == "array")
        return value.is_array();
    if (type == "string")
        return value.is_string();
    if (type == "integer")
        return value.is_number_integer();
    if (type == "number")
        return value.is_number();
    if (type == "boolean")
        return value.is_boolean();
    if (type == "null")
        return value.is_null();
    return true;
}

/// Collects what one value does wrong.
class Check
{
public:
    Check(const Json &value, const Json &schema, const QString &pointer)
        : m_value(value)
        , m_schema(schema)
        , m_pointer(pointer)
    {}

    QList<Violation> run()
    {
        if (!checkType())
            return m_violations; // what follows would only repeat it
        checkChoice();
        if (m_value.is_string())
            checkText();
        else if (m_value.is_number())
            checkNumber();
        else if (m_value.is_array())
            checkSize("minItems", "maxItems", qint64(m_value.size()));
        else if (m_value.is_object())
            checkProperties();
        return m_violations;
    }

private:
    [[nodiscard]] const Json &keyword(const char *name) const { return Core::memberAt(m_schema, name); }
    void add(const QString &message) { m_violations.append({m_pointer, message}); }

    bool checkType()
    {
        const Json &type = keyword("type");
        const Json types = type.is_array() ? type : type.is_string() ? Json::array({type}) : Json::array();
        const auto fits = [this](const Json &name) { return hasType(m_value, name); };
        if (types.empty() || std::any_of(types.begin(), types.end(), fits))
            return true;
        add(u"%1 is not of type %2"_s.arg(shown(m_value), pythonList(types)));
        return false;
    }

    void checkChoice()
    {
        const Json &choices = keyword("enum");
        if (choices.is_array() && std::find(choices.begin(), choices.end(), m_value) == choices.end())
            add(u"%1 is not one of %2"_s.arg(shown(m_value), pythonText(choices)));
    }

    void checkSize(const char *least, const char *most, qint64 size)
    {
        if (keyword(least).is_number() && size < keyword(least).get<qint64>())
            add(u"%1 is too short"_s.arg(shown(m_value)));
        if (keyword(most).is_number() && size > keyword(most).get<qint64>())
            add(u"%1 is too long"_s.arg(shown(m_value)));
    }

    void checkText()
    {
        const QString text = Core::toQString(m_value.get_ref<const std::string &>());
        checkSize("minLength", "maxLength", text.toUcs4().size());
        const QString pattern = Core::textAt(m_schema, "pattern");
        // PCRE gives up on its own limits, where std::regex overflows the stack on a long text.
        if (!pattern.isEmpty() && !QRegularExpression(pattern).match(text).hasMatch()) {
            const QString hint = Core::textAt(m_schema, "user_error");
            add(u"%1 does not match %2"_s.arg(shown(m_value), pythonText(keyword("pattern"))) +
                (hint.isEmpty() ? QString() : u". "_s + hint));
        }
    }

    void checkNumber()
    {
        if (keyword("minimum").is_number() && m_value < keyword("minimum"))
            add(u"%1 is less than the minimum of %2"_s.arg(shown(m_value), pythonText(keyword("minimum"))));
        if (keyword("maximum").is_number() && m_value > keyword("maximum"))
            add(u"%1 is greater than the maximum of %2"_s.arg(shown(m_value), pythonText(keyword("maximum"))));
    }

    void checkProperties()
    {
        for (const Json &name : keyword("required")) {
            if (name.is_string() && !m_value.contains(name.get_ref<const std::string &>()))
                add(u"%1 is a required property"_s.arg(pythonText(name)));
        }
        if (keyword("additionalProperties") != Json(false))
            return;
        Json unexpected = Json::array();
        for (const auto &[key, member] : m_value.items()) {
            if (!keyword("properties").is_object() || !keyword("properties").contains(key))
                unexpected.push_back(key);
        }
        if (!unexpected.empty()) {
            const QString verb = unexpected.size() == 1 ? u"was"_s : u"were"_s;
            add(u"Additional properties are not allowed (%1 %2 unexpected)"_s.arg(pythonList(unexpected), verb));
        }
    }

    const Json &m_value;
    const Json &m_schema;
    const QString &m_pointer;
    QList<Violation> m_violations;
};

bool isIndex(const QString &part)
{
    return !part.isEmpty() && std::all_of(part.cbegin(), part.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

QList<Violation> violationsOf(const Json &value, const Json &schema, const QString &pointer)
{
    return Check(value, schema, pointer).run();
}

QString readablePath(const QString &pointer)
{
    QString path;
    if (pointer.isEmpty())
        return path;
    for (QString part : pointer.split(u'/').sliced(1)) {
        part.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        if (isIndex(part))
            path += u'[' + part + u']';
        else
            path += (path.isEmpty() ? QString() : u"."_s) + part;
    }
    return path;
}

} // namespace Schema
