// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "core/webaddress.h"

#include <QCommandLineParser>
#include <QLocalSocket>

namespace App {

using namespace Qt::StringLiterals;

namespace {

// English on purpose: no translation is loaded before there is an application.
const QCommandLineOption &sandboxOption()
{
    static const QCommandLineOption option(u"sandbox"_s,
                                           u"Open the sandbox: no account, nothing leaves this computer."_s);
    return option;
}

const QCommandLineOption &dataOption()
{
    static const QCommandLineOption option(u"sandbox-data"_s, u"Keep the sandbox's data in DIR; implies --sandbox."_s,
                                           u"DIR"_s);
    return option;
}

const QCommandLineOption &urlOption()
{
    static const QCommandLineOption option(u"api-url"_s, u"Use the API at URL, with the token in HEADGATE_TOKEN."_s,
                                           u"URL"_s);
    return option;
}

const QCommandLineOption &helpOption()
{
    static const QCommandLineOption option({u"h"_s, u"help"_s}, u"Show this help."_s);
    return option;
}

const QCommandLineOption &versionOption()
{
    static const QCommandLineOption option({u"v"_s, u"version"_s}, u"Show the version."_s);
    return option;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Headgate, a desktop console for integrations of Aiven for ClickHouse."_s);
    parser.addOptions({sandboxOption(), dataOption(), urlOption(), helpOption(), versionOption()});
}

/// Whether something answers at the local X server that DISPLAY names.
bool localServerAnswers(const QString &display)
{
    const QString number = display.section(u':', 1).section(u'.', 0, 0);
    const QString path = u"/tmp/.X11-unix/X"_s + number;
    QLocalSocket socket;
    socket.connectToServer(path);
    return socket.waitForConnected(1000);
}

} // namespace

Core::Expected<Options, QString> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return Core::Unexpected{parser.errorText()};
    if (!parser.positionalArguments().isEmpty())
        return Core::Unexpected{u"Unexpected argument '%1'."_s.arg(parser.positionalArguments().constFirst())};
    Options options;
    if (parser.isSet(helpOption()))
        options.wanted = Options::Wanted::Help;
    else if (parser.isSet(versionOption()))
        options.wanted = Options::Wanted::Version;
    options.sandboxData = parser.value(dataOption());
    options.sandbox = parser.isSet(sandboxOption()) || parser.isSet(dataOption());
    if (parser.isSet(dataOption()) && options.sandboxData.isEmpty())
        return Core::Unexpected{u"--sandbox-data needs the name of a folder."_s};
    if (parser.isSet(urlOption())) {
        options.apiUrl = QUrl(parser.value(urlOption()));
        if (Core::addressProblem(options.apiUrl) != Core::AddressProblem::None)
            return Core::Unexpected{
                u"--api-url needs an https address (or http to 127.0.0.1), without user name or password."_s};
    }
    return options;
}

QString usage()
{
    QCommandLineParser parser;
    describe(parser);
    QString text = u"Usage: headgate [options]\n\n"_s +
                   u"Headgate, a desktop console for integrations of Aiven for ClickHouse.\n\nOptions:\n"_s;
    for (const QCommandLineOption &option :
         {sandboxOption(), dataOption(), urlOption(), helpOption(), versionOption()}) {
        const QString value = option.valueName().isEmpty() ? QString() : u" "_s + option.valueName();
        text += u"  --%1  %2\n"_s.arg((option.names().constLast() + value).leftJustified(20), option.description());
    }
    return text + u"\nEnvironment:\n  HEADGATE_TOKEN        the token for --api-url\n"_s;
}

QString displayProblem()
{
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && qEnvironmentVariable("QT_QPA_PLATFORM") != "xcb"_L1)
        return {};
    if (!qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return {};
    const QString display = qEnvironmentVariable("DISPLAY");
    const QString wayOut = u" Start it in a desktop session, or use packaging/run, which makes a private screen."_s;
    if (display.isEmpty())
        return u"There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."_s + wayOut;
    const bool local = display.startsWith(u':') || display.startsWith("unix:"_L1);
    if (local && !localServerAnswers(display))
        return u"The display %1 does not answer."_s.arg(display) + wayOut;
    return {};
}

} // namespace App
