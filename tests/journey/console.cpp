// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/console.h"

#include "app/accounts.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/secretstore.h"
#include "widgets/fonts.h"
#include "widgets/style.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;

namespace {

/// HEADGATE_WINDOW=1024x640 walks in a window of another size.
QSize windowSize()
{
    const QStringList sides = qEnvironmentVariable("HEADGATE_WINDOW", u"1280x800"_s).split(u'x');
    return {sides.value(0).toInt(), sides.value(1).toInt()};
}

/// HEADGATE_COLOURS=dark walks in the dark.
Widgets::Scheme scheme()
{
    return qEnvironmentVariable("HEADGATE_COLOURS") == u"dark" ? Widgets::Scheme::Dark : Widgets::Scheme::Light;
}

/// No entry, ever: the desktop's keychain is none of a test's business.
class ForgetfulKeychain final : public App::SecretStore
{
public:
    void read(const QString &, QObject *, Read done) override { done(Core::Secret()); }
    void write(const QString &, const Core::Secret &, QObject *, Written done) override { done(std::monostate{}); }
    void remove(const QString &) override {}
};

} // namespace

Console::Console()
    : m_store(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
    , m_settings(m_store)
    , m_network(std::make_unique<QNetworkAccessManager>())
    , m_keychain(std::make_unique<ForgetfulKeychain>())
    , m_sandbox(qEnvironmentVariable("HEADGATE_BIN"))
{
    App::installTranslations();
    QApplication::setStyle(new Widgets::HeadgateStyle); // the application owns it
    Widgets::applyFonts(*qApp, 1.0);
    Widgets::applyTheme(*qApp, scheme());
    m_accounts = std::make_unique<App::Accounts>(*m_network, m_settings, *m_keychain);
    m_window = std::make_unique<App::MainWindow>(*m_accounts, m_sandbox, m_settings);
}

Console::~Console() = default;

void Console::show()
{
    m_window->resize(windowSize());
    m_window->show();
    m_window->afterFirstPaint();
}
