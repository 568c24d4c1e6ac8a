// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/typegrammar.h"

#include "document/typenames.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Document {

namespace {

class TypeText
{
    Q_DECLARE_TR_FUNCTIONS(Document::TypeText)

public:
    explicit TypeText(const QString &text) : m_text(text) {}

    std::optional<TypeIssue> check()
    {
        if (const auto issue = scan())
            return issue;
        if (const auto issue = checkTail())
            return issue;
        return checkNames();
    }

private:
    struct Name
    {
        QString text;
        qsizetype at = 0;
        int arguments = -1; ///< -1: no brackets
    };

    static TypeIssue wrong(const QString &message, const QString &caption = {}, const QString &mended = {})
    {
        return {TypeIssue::Certainty::Wrong, message, caption, mended};
    }

    std::optional<TypeIssue> scan();
    std::optional<TypeIssue> openBracket();
    std::optional<TypeIssue> closeBracket();
    std::optional<TypeIssue> checkTail() const;
    std::optional<TypeIssue> checkNames() const;
    std::optional<TypeIssue> checkName(const Name &name) const;
    bool skipQuoted();
    void readName();
    [[nodiscard]] QString shown() const;
    [[nodiscard]] TypeIssue tooManyClosed() const;

    const QString m_text;
    qsizetype m_at = 0;
    QList<Name> m_names;     ///< names that stand where a type must stand
    QList<qsizetype> m_open; ///< per open bracket: index of its name in m_names, or -1
    QChar m_last = u'(';     ///< last character that is no space: '(' and ',' want a type next
    bool m_spaceInside = false;
};

bool isWordStart(QChar c)
{
    return c.isLetter() || c == u'_';
}

} // namespace

QString TypeText::shown() const
{
    return u'`' + (m_text.size() > 60 ? m_text.first(59) + u'…' : m_text) + u'`';
}

bool TypeText::skipQuoted()
{
    const QChar quote = m_text[m_at];
    for (++m_at; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == u'\\')
            ++m_at;
        else if (m_text[m_at] == quote)
            return true;
    }
    return false;
}

void TypeText::readName()
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_' || m_text[m_at] == u'.'))
        ++m_at;
    // "Tuple(id UInt64)": the second word in a row is the type, the first one was the field's name.
    const bool afterWord = m_spaceInside && !m_names.isEmpty() && (m_last.isLetterOrNumber() || m_last == u'_');
    if (afterWord && (m_open.isEmpty() || m_open.last() != m_names.size() - 1))
        m_names.removeLast();
    m_names.append({m_text.sliced(start, m_at - start), start, -1});
    --m_at;
}

std::optional<TypeIssue> TypeText::openBracket()
{
    const bool named = isWordStart(m_last) || m_last.isLetterOrNumber();
    if (!named || m_names.isEmpty()) {
        //: %1 is a column type
        return wrong(tr("Type %1 does not parse: a type name is missing before a bracket.").arg(shown()));
    }
    m_names.last().arguments = 0;
    m_open.append(m_names.size() - 1);
    return std::nullopt;
}

TypeIssue TypeText::tooManyClosed() const
{
    QString mended = m_text;
    mended.remove(m_at, 1);
    //: %1 is a column type
    return wrong(tr("Type %1 does not parse: a closing bracket has no opening one.").arg(shown()),
                 //: Button that mends a column type
                 tr("Remove the bracket"), mended);
}

std::optional<TypeIssue> TypeText::closeBracket()
{
    if (m_open.isEmpty())
        return tooManyClosed();
    if (m_last == u',') {
        //: %1 is a column type
        return wrong(tr("Type %1 does not parse: an argument is missing after a comma.").arg(shown()));
    }
    Name &name = m_names[m_open.takeLast()];
    if (m_last != u'(')
        ++name.arguments;
    return std::nullopt;
}

std::optional<TypeIssue> TypeText::scan()
{
    for (; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c.isSpace()) {
            m_spaceInside = true;
            continue;
        }
        if (c == u'\'' || c == u'"' || c == u'`') {
            if (!skipQuoted()) {
                //: %1 is a column type
                return wrong(tr("Type %1 does not parse: a quotation mark is not closed.").arg(shown()));
            }
        } else if (isWordStart(c)) {
            readName();
        } else if (c == u'(') {
            if (auto issue = openBracket())
                return issue;
        } else if (c == u')') {
            if (auto issue = closeBracket())
                return issue;
        } else if (c == u',') {
            if (m_open.isEmpty() || m_last == u'(' || m_last == u',') {
                //: %1 is a column type
                return wrong(tr("Type %1 does not parse: a comma stands where a type must stand.").arg(shown()));
            }
            ++m_names[m_open.last()].arguments;
        } else if (!c.isDigit() && c != u'=' && c != u'-' && c != u'.' && c != u'+') {
            //: %1 is a column type, %2 one character
            return wrong(tr("Type %1 does not parse: unexpected character “%2”.").arg(shown(), QString(c)));
        }
        m_last = m_text[qMin(m_at, m_text.size() - 1)];
        m_spaceInside = false;
    }
    return std::nullopt;
}

std::optional<TypeIssue> TypeText::checkTail() const
{
    if (!m_open.isEmpty()) {
        const QString mended = m_text.trimmed() + QString(m_open.size(), u')');
        if (m_last == u',' || m_last == u'(') {
            //: %1 is a column type
            return wrong(tr("Type %1 does not parse: it ends before its brackets close.").arg(shown()));
        }
        if (m_open.size() == 1) {
            //: %1 is a column type
            return wrong(tr("Type %1 does not parse: a closing bracket is missing.").arg(shown()),
                         //: Button that mends a column type
                         tr("Add the bracket"), mended);
        }
        //: %1 is a column type, %2 a number of at least two
        return wrong(
            tr("Type %1 does not parse: %2 closing brackets are missing.").arg(shown(), QString::number(m_open.size())),
            //: Button that mends a column type
            tr("Add the brackets"), mended);
    }
    if (m_names.isEmpty()) {
        //: %1 is a column type
        return wrong(tr("Type %1 does not start with the name of a type.").arg(shown()));
    }
    return std::nullopt;
}

std::optional<TypeIssue> TypeText::checkNames() const
{
    static const QStringList clauses{u"DEFAULT"_s, u"MATERIALIZED"_s, u"ALIAS"_s, u"EPHEMERAL"_s};
    for (const QString &word : m_text.split(u' ', Qt::SkipEmptyParts)) {
        if (clauses.contains(word.toUpper())) {
            //: %1 is an SQL word such as DEFAULT
            return wrong(tr("Columns of a Kafka table cannot have %1: the engine does not allow default values.")
                             .arg(word.toUpper()),
                         //: Button that mends a column type by removing the default value
                         tr("Keep only the type"), m_text.first(m_text.indexOf(word)).trimmed());
        }
    }
    // Inside AggregateFunction(…), JSON(…) and the like stand names of functions and options, which only the service knows.
    for (const Name &name : m_names) {
        if (const auto issue = checkName(name))
            return issue;
        if (name.text.endsWith("AggregateFunction"_L1) || name.text == "JSON"_L1 || name.text == "Dynamic"_L1 ||
            name.text == "Object"_L1 || name.text == "QBit"_L1)
            break;
    }
    return std::nullopt;
}

std::optional<TypeIssue> TypeText::checkName(const Name &name) const
{
    const auto composed = composedTypes().constFind(name.text);
    if (composed != composedTypes().constEnd()) {
        const int given = qMax(name.arguments, 0);
        if (given >= composed->least && (composed->most < 0 || given <= composed->most))
            return std::nullopt;
        const int wanted = given > composed->least ? composed->most : composed->least;
        //: Part of "Map needs 2 arguments in brackets, not 1."
        const QString count = wanted == 1 ? tr("1 argument") : tr("%n arguments", nullptr, wanted);
        //: %1 is a column type such as Map, %2 is "2 arguments", %3 the number that stands there
        return wrong(tr("%1 needs %2 in brackets, not %3.").arg(name.text, count, QString::number(given)));
    }
    if (isKnownType(name.text))
        return std::nullopt;
    const QString near = nearestType(name.text);
    QString mended = m_text;
    mended.replace(name.at, name.text.size(), near);
    if (!near.isEmpty()) {
        //: %1 is what stands there, %2 the type that is probably meant
        return wrong(tr("`%1` is not a type. `%2` may be meant.").arg(name.text, near),
                     //: Button; %1 is a type
                     tr("Change to %1").arg(near), mended);
    }
    //: %1 is the name of a column type
    return TypeIssue{TypeIssue::Certainty::Doubtful,
                     tr("`%1` is not a type that Headgate knows; the service decides.").arg(name.text),
                     {},
                     {}};
}

std::optional<TypeIssue> checkType(const QString &type)
{
    return TypeText(type).check();
}

} // namespace Document
