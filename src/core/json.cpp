// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"

#include <QSet>
#include <QStringList>

#include <vector>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

constexpr int deepest = 64;

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

/// Refuses what the library would let pass: deep nesting and a key given twice.
class Guard
{
public:
    // The library calls this for each event; false would drop the value silently, so the first refusal is kept.
    bool operator()(int depth, Json::parse_event_t event, Json &parsed)
    {
        using Event = Json::parse_event_t;
        if (depth > deepest && m_reason.isEmpty())
            m_reason = u"nested more than %1 levels deep"_s.arg(deepest);
        if (event == Event::object_start)
            m_keys.emplace_back();
        else if (event == Event::object_end && !m_keys.empty())
            m_keys.pop_back();
        else if (event == Event::key && !m_keys.empty())
            noteKey(toQString(parsed.get_ref<const std::string &>()));
        return m_reason.isEmpty();
    }

    [[nodiscard]] const QString &reason() const { return m_reason; }
    [[nodiscard]] const QString &key() const { return m_key; }

private:
    void noteKey(const QString &key)
    {
        if (m_keys.back().contains(key) && m_reason.isEmpty()) {
            m_key = key;
            m_reason = u"the key \"%1\" stands twice in one object"_s.arg(key);
        }
        m_keys.back().insert(key);
    }

    std::vector<QSet<QString>> m_keys;
    QString m_reason;
    QString m_key;
};

QString plainReason(const std::string &what)
{
    // "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing …"
    const QString text = toQString(what);
    const qsizetype colon = text.indexOf(u": "_s);
    return colon < 0 ? text : text.sliced(colon + 2);
}

} // namespace

Expected<Json, JsonError> parseJson(const QByteArray &text)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        return Unexpected{JsonError{u"the text starts with a byte order mark"_s, 1, 1}};
    Guard guard;
    try {
        Json value = Json::parse(text.cbegin(), text.cend(), std::ref(guard));
        if (guard.reason().isEmpty())
            return value;
    } catch (const Json::parse_error &error) {
        const Position at = positionOf(text, qsizetype(error.byte) - 1);
        if (guard.reason().isEmpty())
            return Unexpected{JsonError{plainReason(error.what()), at.line, at.column}};
    } catch (const Json::out_of_range &error) { // 1e999: the library does not tell where
        return Unexpected{JsonError{plainReason(error.what()), 1, 1}};
    }
    qsizetype offset = 0;
    if (!guard.key().isEmpty()) {
        const QByteArray quoted = '"' + guard.key().toUtf8() + '"';
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
