// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"

#include <QStringList>

#include <unordered_set>
#include <vector>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

constexpr std::size_t deepest = 64;

struct Position
{
    int line = 1;
    int column = 1;
};

Position positionOf(const QByteArray &text, qsizetype offset)
{
    offset = qBound(qsizetype(0), offset, text.size());
    const QByteArray before = text.first(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {int(before.count('\n')) + 1, int(QString::fromUtf8(before.sliced(lineStart)).size()) + 1};
}

QString plainReason(const std::string &what)
{
    // "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing …"
    const QString text = toQString(what);
    const qsizetype colon = text.indexOf(u": "_s);
    return colon < 0 ? text : text.sliced(colon + 2);
}

/// Reads the text once without keeping values, and refuses what the library would let pass: deep nesting and a key given
/// twice. A pass of its own, because the library's parser with a callback looks at all earlier elements of an array again
/// after each object in it: two megabytes took four seconds.
class Guard final : public nlohmann::json_sax<Json>
{
public:
    [[nodiscard]] const QString &reason() const { return m_reason; }
    /// Where, in bytes; for a duplicate key see key().
    [[nodiscard]] qsizetype offset() const { return m_offset; }
    [[nodiscard]] const std::string &key() const { return m_key; }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_array(std::size_t) override { return enter(); }
    bool end_array() override { return leave(); }
    bool end_object() override { return leave(); }
    bool start_object(std::size_t) override { return enter(); }

    bool key(string_t &name) override
    {
        if (m_keys.back().insert(name).second)
            return true;
        m_key = name;
        m_reason = u"the key \"%1\" stands twice in one object"_s.arg(toQString(name));
        return false;
    }

    bool parse_error(std::size_t position, const std::string &token, const Json::exception &error) override
    {
        // A number out of range is reported after it, all else at its last character.
        const bool isNumber = dynamic_cast<const Json::out_of_range *>(&error);
        m_offset = qsizetype(position) - (isNumber ? qsizetype(token.size()) : 1);
        m_reason = plainReason(error.what());
        return false;
    }

private:
    bool enter()
    {
        m_keys.emplace_back();
        if (m_keys.size() <= deepest)
            return true;
        m_reason = u"nested more than %1 levels deep"_s.arg(deepest);
        return false;
    }

    bool leave()
    {
        m_keys.pop_back();
        return true;
    }

    std::vector<std::unordered_set<std::string>> m_keys; ///< one per level; arrays keep none
    QString m_reason;
    std::string m_key;
    qsizetype m_offset = 0;
};

} // namespace

Expected<Json, JsonError> parseJson(const QByteArray &text)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        return Unexpected{JsonError{u"the text starts with a byte order mark"_s, 1, 1}};
    Guard guard;
    if (Json::sax_parse(text.cbegin(), text.cend(), &guard))
        return Json::parse(text.cbegin(), text.cend());
    qsizetype offset = guard.offset();
    if (!guard.key().empty()) {
        const QByteArray quoted = '"' + QByteArray::fromStdString(guard.key()) + '"';
        offset = text.indexOf(quoted, text.indexOf(quoted) + 1);
    }
    const Position at = positionOf(text, offset);
    return Unexpected{JsonError{guard.reason(), at.line, at.column}};
}

QByteArray toText(const Json &value, int indent)
{
    return QByteArray::fromStdString(value.dump(indent, ' ', false, Json::error_handler_t::replace));
}

QString toQString(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::string toStdString(const QString &text)
{
    return text.toUtf8().toStdString();
}

const Json &memberAt(const Json &object, const char *key)
{
    static const Json none;
    if (!object.is_object())
        return none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

QString textAt(const Json &object, const char *key, const QString &fallback)
{
    const Json &member = memberAt(object, key);
    return member.is_string() ? toQString(member.get_ref<const std::string &>()) : fallback;
}

bool boolAt(const Json &object, const char *key, bool fallback)
{
    const Json &member = memberAt(object, key);
    return member.is_boolean() ? member.get<bool>() : fallback;
}

qint64 integerAt(const Json &object, const char *key, qint64 fallback)
{
    const Json &member = memberAt(object, key);
    return member.is_number_integer() ? member.get<qint64>() : fallback;
}

} // namespace Core
