// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"

#include <QMutex>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

// Shorter texts would mask ordinary words.
constexpr qsizetype shortestMasked = 6;

class Register
{
public:
    void add(const QString &text)
    {
        if (text.size() < shortestMasked)
            return;
        const QMutexLocker lock(&m_mutex);
        m_texts.insert(text);
    }

    void mask(QString &text) const
    {
        const QMutexLocker lock(&m_mutex);
        for (const QString &secret : m_texts)
            text.replace(secret, u"<secret>"_s);
    }

private:
    mutable QMutex m_mutex;
    QSet<QString> m_texts;
};

Register &knownSecrets()
{
    static Register known;
    return known;
}

} // namespace

Secret::Secret(QString text) : m_text(std::move(text))
{
    knownSecrets().add(m_text);
}

QString redacted(QString text)
{
    knownSecrets().mask(text);
    static const QRegularExpression header(u"((?:authorization|x-clickhouse-key)\\s*[:=]\\s*)[^\\r\\n\"]+"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression assignment(
        uR"(((?:password|token|secret)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s"'&,;]+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(u"(://)[^/@\\s]+@"_s);
    static const QRegularExpression pem(u"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----"_s,
                                        QRegularExpression::DotMatchesEverythingOption);
    text.replace(pem, u"<secret>"_s);
    text.replace(header, u"\\1<secret>"_s);
    text.replace(assignment, u"\\1<secret>"_s);
    text.replace(userInfo, u"\\1<secret>@"_s);
    return text;
}

} // namespace Core
