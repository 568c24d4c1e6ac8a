// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/servermessage.h"

#include "core/json.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Aiven {

namespace {

constexpr qsizetype longestMessage = 32'000;
constexpr qsizetype longestOfField = 2'000; ///< it stands below the field

QString cut(QString text, qsizetype longest = longestMessage)
{
    if (text.size() > longest)
        text = text.first(longest) + u'\u2026';
    return text;
}

/// "user_config.tables[0].name", "tables.0.name", "['tables'][0]['name']", "/tables/0/name" → "/tables/0/name"
QString pointerOf(const QString &place)
{
    static const QRegularExpression separators(u"[.\\[\\]'\"/]+"_s);
    QStringList parts = place.split(separators, Qt::SkipEmptyParts);
    if (!parts.isEmpty() && parts.constFirst() == "user_config"_L1)
        parts.removeFirst();
    QString pointer;
    for (const QString &part : std::as_const(parts))
        pointer += u'/' + part;
    return pointer;
}

/// The place that the sentence is about: what stands after "for", or any path with an index in it.
QString placeIn(const QString &sentence)
{
    static const QRegularExpression named(u"\\bInvalid input for ['\"]?([A-Za-z_][\\w.\\[\\]'\"/]*)"_s);
    static const QRegularExpression indexed(
        u"(?:^|[\\s'\"(])(/?(?:user_config[./\\[])?[A-Za-z_]\\w*'?\\]?(?:\\[\\d+\\]|[./]\\d+)(?:[./\\[]['\"]?\\w+['\"]?\\]?)*)"_s);
    for (const QRegularExpression &pattern : {indexed, named}) {
        const QRegularExpressionMatch match = pattern.match(sentence);
        if (match.hasMatch())
            return pointerOf(match.captured(1));
    }
    return {};
}

/// Python's jsonschema names the missing or surplus property in the sentence, not in the path.
QString propertyIn(const QString &sentence)
{
    static const QRegularExpression required(u"'(\\w+)' is a required property"_s);
    static const QRegularExpression surplus(u"\\('(\\w+)' was unexpected\\)"_s);
    for (const QRegularExpression &pattern : {required, surplus}) {
        const QRegularExpressionMatch match = pattern.match(sentence);
        if (match.hasMatch())
            return match.captured(1);
    }
    return {};
}

void readEntry(const Core::Json &entry, ApiError &error)
{
    if (error.errorCode.isEmpty())
        error.errorCode = Core::textAt(entry, "error_code");
    const QString message = cut(Core::textAt(entry, "message"), longestOfField);
    for (const FieldError &field : fieldErrors(message)) {
        if (!error.fields.contains(field))
            error.fields.append(field);
    }
}

} // namespace

void readRefusal(const QByteArray &body, const QByteArray &contentType, ApiError &error)
{
    const auto json = Core::parseJson(body);
    const QString message = json ? Core::textAt(*json, "message") : QString();
    if (message.isEmpty()) {
        error.serverMessage = plainText(body, contentType);
        return;
    }
    error.serverMessage = cut(message);
    readEntry(*json, error);
    const Core::Json &entries = Core::memberAt(*json, "errors");
    if (entries.is_array()) {
        for (const Core::Json &entry : entries)
            readEntry(entry, error);
    }
}

qint64 waitAskedFor(const QByteArray &retryAfter, const QString &message)
{
    bool isNumber = false;
    const qint64 seconds = retryAfter.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return qBound(qint64(0), seconds, qint64(86'400));
    const QDateTime until =
        QLocale::c().toDateTime(QString::fromLatin1(retryAfter), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (until.isValid()) {
        const QDateTime utc(until.date(), until.time(), Qt::UTC);
        return qBound(qint64(0), QDateTime::currentDateTimeUtc().secsTo(utc), qint64(86'400));
    }
    static const QRegularExpression inText(u"try again in (\\d{1,5})\\s*s"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return inText.match(message).captured(1).toLongLong();
}

QList<FieldError> fieldErrors(const QString &message)
{
    const QString property = propertyIn(message);
    QString pointer = placeIn(message);
    if (!property.isEmpty())
        pointer += u'/' + property;
    if (pointer.isEmpty())
        return {};
    return {{pointer, message}};
}

QString plainText(const QByteArray &body, const QByteArray &contentType)
{
    QString text = QString::fromUtf8(body);
    if (contentType.toLower().contains("html") || text.trimmed().startsWith(u'<')) {
        static const QRegularExpression unseen(u"<(script|style|head)\\b[^>]*>.*?</\\1\\s*>"_s,
                                               QRegularExpression::CaseInsensitiveOption |
                                                   QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression tag(u"<[^<>]*>"_s);
        text.replace(unseen, u" "_s).replace(tag, u" "_s);
        text.replace(u"&nbsp;"_s, u" "_s).replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s);
        text.replace(u"&quot;"_s, u"\""_s).replace(u"&#39;"_s, u"'"_s).replace(u"&amp;"_s, u"&"_s);
    }
    return cut(text.simplified());
}

} // namespace Aiven
