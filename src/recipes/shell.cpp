// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recipes.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Recipes {

namespace {

/// "first \⏎  second \⏎  third"
QString continued(const QStringList &lines)
{
    return lines.join(u" \\\n    "_s) + u'\n';
}

/// A value beside an option: an id that begins with a dash must not be read as an option.
QString option(const QString &name, const QString &value)
{
    return value.startsWith(u'-') ? name + u'=' + shellQuoted(value) : name + u' ' + shellQuoted(value);
}

} // namespace

QString shellQuoted(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:@%+,-]+\\z"_s);
    if (plain.match(text).hasMatch())
        return text;
    // Inside single quotes a shell reads everything as it stands; only the quote itself has to be written outside.
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString avnCreate(const QString &project, const Aiven::NewIntegration &wanted)
{
    QStringList lines{u"avn service integration-create"_s, option(u"--project"_s, project),
                      option(u"--integration-type"_s, wanted.type)};
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines.append(option(name, value));
    };
    add(u"--source-service"_s, wanted.sourceService);
    add(u"--source-endpoint-id"_s, wanted.sourceEndpointId);
    add(u"--dest-service"_s, wanted.destService);
    add(u"--dest-endpoint-id"_s, wanted.destEndpointId);
    if (!wanted.userConfig.empty())
        add(u"--user-config-json"_s, QString::fromUtf8(Core::toText(wanted.userConfig)));
    return continued(lines);
}

QString avnUpdate(const Target &target, const QByteArray &userConfig)
{
    return continued({u"avn service integration-update"_s, shellQuoted(target.integrationId),
                      option(u"--project"_s, target.project),
                      u"--user-config-json "_s + shellQuoted(QString::fromUtf8(userConfig))});
}

QString curlUpdate(const Target &target, const QByteArray &userConfig)
{
    QString base = target.apiUrl.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    if (base.endsWith("/v1"_L1))
        base.chop(3);
    const QString url =
        u"%1/v1/project/%2/integration/%3"_s.arg(base, QString::fromLatin1(QUrl::toPercentEncoding(target.project)),
                                                 QString::fromLatin1(QUrl::toPercentEncoding(target.integrationId)));
    const QString body = u"{\"user_config\": "_s + QString::fromUtf8(userConfig) + u"}"_s;
    return continued({u"curl --fail-with-body -X PUT"_s, u"-H \"Authorization: Bearer $AIVEN_AUTH_TOKEN\""_s,
                      u"-H 'Content-Type: application/json'"_s, u"--data-binary "_s + shellQuoted(body),
                      shellQuoted(url)});
}

} // namespace Recipes
