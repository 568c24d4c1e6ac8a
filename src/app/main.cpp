// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accountdesk.h"
#include "app/accounts.h"
#include "app/endsignals.h"
#include "app/firstpaint.h"
#include "app/keychain.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/options.h"
#include "app/sandboxprocess.h"
#include "app/settings.h"
#include "core/logging.h"
#include "widgets/fonts.h"
#include "widgets/style.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QNetworkAccessManager>

#include <cstdio>

// The composition root: everything that lives as long as the program is made here, in the order in which it is used.

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsageError = 64;  // sysexits.h: EX_USAGE
constexpr int kUnavailable = 69; // EX_UNAVAILABLE

int say(std::FILE *stream, const QString &text, int code)
{
    std::fputs(qPrintable(text), stream);
    return code;
}

QStringList argumentList(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// Opens what the command line asked for. The token is taken from the environment, so that children do not inherit it.
void openAsAsked(const App::Options &options, App::Accounts &accounts, App::MainWindow &window)
{
    const Core::Secret token(qEnvironmentVariable("HEADGATE_TOKEN"));
    qunsetenv("HEADGATE_TOKEN");
    if (options.sandbox)
        window.desk().openSandbox(options.sandboxData);
    if (options.apiUrl.isEmpty())
        return;
    if (token.isEmpty())
        window.desk().openTokenDialog(options.apiUrl);
    else
        accounts.add({options.apiUrl, token, options.apiUrl.host(), {}}, App::Accounts::Keep::ThisSession);
}

int runConsole(int &argc, char **argv, const App::Options &options)
{
    QApplication::setStyle(new Widgets::HeadgateStyle); // the application owns it
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Headgate"_s);
    QApplication::setOrganizationName(u"Headgate"_s);
    QApplication::setDesktopFileName(u"headgate"_s);
    QSettings store(QSettings::IniFormat, QSettings::UserScope, u"headgate"_s, u"headgate"_s);
    App::Settings settings(store);
    App::installTranslations();
    Widgets::applyFonts(application, settings.zoomPercent.get() / 100.0);
    Widgets::applyTheme(application, Widgets::Scheme(settings.scheme.get()));

    // Declared in this order, so that windows die before sessions, and their calls before the network.
    QNetworkAccessManager network;
    App::Keychain keychain;
    App::SandboxProcess sandbox(QCoreApplication::applicationDirPath());
    App::Accounts accounts(network, settings, keychain);
    App::MainWindow window(accounts, sandbox, settings);
    // Nothing that can wait, or be waited for, or fail, happens before the first paint.
    App::FirstPaint firstPaint(window);
    QObject::connect(&firstPaint, &App::FirstPaint::painted, &window, [&] {
        openAsAsked(options, accounts, window);
        window.afterFirstPaint();
    });
    window.show();
    App::EndSignals endSignals;
    QObject::connect(&endSignals, &App::EndSignals::received, &application, &QApplication::quit);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    Core::installRedactingLog();
    QCoreApplication::setApplicationVersion(QStringLiteral(HEADGATE_VERSION));
    const auto options = App::parseOptions(argumentList(argc, argv));
    if (!options)
        return say(stderr, u"headgate: %1\n\n%2"_s.arg(options.error(), App::usage()), kUsageError);
    if (options->wanted == App::Options::Wanted::Help)
        return say(stdout, App::usage(), 0);
    if (options->wanted == App::Options::Wanted::Version)
        return say(stdout, u"headgate %1\n"_s.arg(QCoreApplication::applicationVersion()), 0);
    const QString problem = App::displayProblem();
    if (!problem.isEmpty())
        return say(stderr, u"headgate: %1\n"_s.arg(problem), kUnavailable);
    return runConsole(argc, argv, *options);
}
