// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/jsontext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Document {

namespace {

/// Walks over text that is known to be well-formed JSON, without building values, in time linear in its length.
class Walker
{
public:
    explicit Walker(const QByteArray &text) : m_text(text) {}

    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    char peek() ///< skips white space
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
        return atEnd() ? '\0' : m_text[m_at];
    }
    void skip() { ++m_at; }

    void skipString()
    {
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
        }
        m_at = qMin(m_at + 1, m_text.size());
    }

    QString readKey()
    {
        const qsizetype start = m_at;
        skipString();
        const auto key = Core::parseJson(m_text.sliced(start, m_at - start));
        if (peek() == ':')
            skip();
        return key && key->is_string() ? Core::toQString(key->get_ref<const std::string &>()) : QString();
    }

    void skipValue()
    {
        const char first = peek();
        if (first == '"')
            return skipString();
        if (first != '{' && first != '[')
            return skipPlain();
        int depth = 0;
        do {
            const char next = peek();
            if (next == '"') {
                skipString();
                continue;
            }
            depth += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
            skip();
        } while (depth > 0 && !atEnd());
    }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

    void skipPlain()
    {
        while (!atEnd() && !isSpace(m_text[m_at]) && QByteArrayView(",]}:").indexOf(m_text[m_at]) < 0)
            ++m_at;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

QString escaped(QString key)
{
    return key.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

struct Member
{
    QString name;
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// Calls visit for each member or element of the object or list that the walker stands at; visit returns whether to stop.
template <typename Visit>
void eachMember(Walker &walker, Visit &&visit)
{
    const char open = walker.peek();
    if (open != '{' && open != '[')
        return;
    walker.skip();
    for (int index = 0; !walker.atEnd(); ++index) {
        const char next = walker.peek();
        if (next == '}' || next == ']')
            return;
        if (next == ',')
            walker.skip();
        walker.peek();
        Member member;
        member.name = open == '{' ? walker.readKey() : QString::number(index);
        walker.peek();
        member.begin = walker.at();
        walker.skipValue();
        member.end = walker.at();
        if (visit(member) || member.end == member.begin)
            return;
    }
}

} // namespace

TextPlace locate(const QByteArray &text, const QString &pointer)
{
    Walker whole(text);
    whole.peek();
    qsizetype begin = whole.at();
    whole.skipValue();
    qsizetype end = whole.at();
    for (const QString &step : pointer.split(u'/', Qt::SkipEmptyParts)) {
        const QByteArray part = text.sliced(begin, end - begin);
        Walker walker(part);
        std::optional<Member> found;
        eachMember(walker, [&found, &step](const Member &member) {
            if (escaped(member.name) == step)
                found = member;
            return found.has_value();
        });
        if (!found)
            break;
        end = begin + found->end;
        begin += found->begin;
    }
    return {begin, end - begin, int(text.first(begin).count('\n'))};
}

QString pointerAt(const QByteArray &text, qsizetype offset)
{
    QString pointer;
    qsizetype begin = 0;
    QByteArray part = text;
    while (true) {
        Walker walker(part);
        std::optional<Member> found;
        eachMember(walker, [&found, local = offset - begin](const Member &member) {
            if (local >= member.begin && local < member.end)
                found = member;
            return found.has_value() || member.begin > local;
        });
        if (!found)
            return pointer;
        pointer += u'/' + escaped(found->name);
        part = part.sliced(found->begin, found->end - found->begin);
        begin += found->begin;
    }
}

} // namespace Document
