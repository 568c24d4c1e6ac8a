// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "app/accounts.h"
#include "app/actions.h"
#include "app/commandpalette.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/sandboxprocess.h"
#include "app/servicepage.h"
#include "app/settings.h"
#include "app/setup/setupdialog.h"
#include "app/sqlarea.h"
#include "memorystore.h"
#include "widgets/fonts.h"
#include "widgets/messagebar.h"
#include "widgets/style.h"
#include "widgets/theme.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QNetworkAccessManager>
#include <QPushButton>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

/// The window with the real sandbox.
class TestMainWindow final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void missingSandboxNamesCauseAndWayOut();
    void opensTheSandbox();
    void everyActionHasAName();
    void menusHaveOneEntryForEachKey();
    void sixGoesThroughAllAreas();
    void zoomAndColoursFollow();
    void K11_remembersWhereOneWas();
    void lockedKeychainOffersTheToken();
    void goesOnEnablingWhenTheDialogIsClosedK17();
};

namespace {

struct Fixture
{
    explicit Fixture(const QString &programs = qEnvironmentVariable("HEADGATE_BIN")) : sandbox(programs) {}

    void open()
    {
        window = std::make_unique<App::MainWindow>(accounts, sandbox, settings);
        window->resize(1280, 800);
        window->show();
    }

    /// The visible one of the dialog in front, which hides others of the same text, or of the window.
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const QWidget *const dialog = QApplication::activeModalWidget();
        for (QPushButton *found : (dialog ? dialog : window.get())->findChildren<QPushButton *>()) {
            if (found->isVisible() && found->text() == text)
                return found;
        }
        return nullptr;
    }

    /// Some message bar holds these words.
    [[nodiscard]] bool tells(const QString &words) const
    {
        for (const Widgets::MessageBar *bar : window->findChildren<Widgets::MessageBar *>()) {
            if (bar->isVisible() && (bar->title() + bar->text()).contains(words))
                return true;
        }
        return false;
    }

    [[nodiscard]] QAction *action(const QString &text) const
    {
        for (QAction *found : window->findChildren<QAction *>()) {
            if (found->text().remove(u'&') == text)
                return found;
        }
        return nullptr;
    }

    QTemporaryDir folder;
    QSettings store{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    App::Settings settings{store};
    QNetworkAccessManager network;
    MemoryStore secrets;
    App::SandboxProcess sandbox;
    App::Accounts accounts{network, settings, secrets};
    std::unique_ptr<App::MainWindow> window;
};

} // namespace

void TestMainWindow::initTestCase()
{
    App::installTranslations();
    QApplication::setStyle(new Widgets::HeadgateStyle);
    Widgets::applyFonts(*qApp);
}

void TestMainWindow::missingSandboxNamesCauseAndWayOut()
{
    Fixture fixture(u"/nonexistent"_s);
    fixture.open();
    fixture.button(u"Open the sandbox"_s)->click();
    QTRY_COMPARE(fixture.sandbox.state(), App::SandboxProcess::State::Failed);
    QVERIFY(fixture.tells(u"headgate-sandbox is missing"_s));
    QVERIFY(fixture.button(u"Open the sandbox"_s)->isEnabled());
    QTRY_VERIFY(fixture.button(u"Try again"_s));
}

void TestMainWindow::opensTheSandbox()
{
    Fixture fixture;
    fixture.open();
    QCOMPARE(Accessibility::problemsIn(*fixture.window).join(u" | "_s), QString());
    QCOMPARE(Accessibility::tabProblemsIn(*fixture.window).join(u" | "_s), QString());
    fixture.button(u"Open the sandbox"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window->findChild<App::ServicePage *>(), 20'000);
    auto *page = fixture.window->findChild<App::ServicePage *>();
    QTRY_COMPARE_WITH_TIMEOUT(page->state(), App::ServicePage::State::Ready, 20'000);
    QCOMPARE(page->place().service, u"clickhouse-demo"_s);
    const auto *tree = fixture.window->findChild<QTreeView *>();
    QVERIFY(tree->model()->rowCount() == 1);
    QCOMPARE(Accessibility::problemsIn(*fixture.window).join(u" | "_s), QString());
    QCOMPARE(Accessibility::tabProblemsIn(*fixture.window).join(u" | "_s), QString());
    QVERIFY(fixture.action(u"Set up integration…"_s)->isEnabled());
    // The welcome page is not in front any more: it must not keep the rows of a result out of sight.
    fixture.action(u"SQL pane"_s)->trigger();
    const auto *sql = fixture.window->findChild<App::SqlArea *>();
    QTRY_VERIFY2(sql->height() > 1.3 * page->height(), qPrintable(u"%1, %2"_s.arg(sql->height()).arg(page->height())));
    // A command leads to its page, wherever it was given.
    fixture.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QVERIFY(sql->isAncestorOf(QApplication::focusWidget()));
    fixture.action(u"Integration endpoints"_s)->trigger();
    QTRY_VERIFY(fixture.button(u"Add endpoint…"_s));
    QTRY_COMPARE(QApplication::focusWidget(), fixture.button(u"Add endpoint…"_s));
}

void TestMainWindow::everyActionHasAName()
{
    Fixture fixture;
    fixture.open();
    fixture.action(u"Commands…"_s)->trigger();
    auto *palette = fixture.window->findChild<App::CommandPalette *>();
    QVERIFY(palette);
    QTRY_VERIFY(palette->isVisible());
    const auto *list = palette->findChild<QListView *>();
    QVERIFY(list->model()->rowCount() > 20);
    for (int row = 0; row < list->model()->rowCount(); ++row)
        QVERIFY(!list->model()->index(row, 0).data().toString().isEmpty());
    QTest::keyClicks(palette->findChild<QLineEdit *>(), u"zoom in"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(fixture.settings.zoomPercent.get(), 110);
    fixture.action(u"Original size"_s)->trigger();
}

/// Two entries with the same letter or the same shortcut: neither can be chosen by it.
void TestMainWindow::menusHaveOneEntryForEachKey()
{
    Fixture fixture;
    fixture.open();
    QStringList shortcuts;
    QList<QWidget *> menus{fixture.window->menuBar()};
    for (QMenu *menu : fixture.window->menuBar()->findChildren<QMenu *>())
        menus.append(menu);
    for (const QWidget *menu : std::as_const(menus)) {
        QStringList letters;
        for (const QAction *action : menu->actions()) {
            const qsizetype mark = action->text().indexOf(u'&');
            const QString letter = mark < 0 ? QString() : action->text().mid(mark + 1, 1).toLower();
            QVERIFY2(letter.isEmpty() || !letters.contains(letter), qPrintable(action->text()));
            letters.append(letter);
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(!shortcuts.contains(keys.toString()), qPrintable(keys.toString()));
                shortcuts.append(keys.toString());
            }
        }
    }
}

void TestMainWindow::sixGoesThroughAllAreas()
{
    Fixture fixture;
    fixture.open();
    fixture.button(u"Open the sandbox"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.action(u"Set up integration…"_s)->isEnabled(), 20'000);
    fixture.action(u"Set up integration…"_s)->trigger();
    QTRY_VERIFY(fixture.button(u"Enable"_s) && fixture.button(u"Enable"_s)->isEnabled());
    fixture.button(u"Enable"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.button(u"Define tables"_s), 20'000);
    fixture.button(u"Define tables"_s)->click();
    QTRY_VERIFY(fixture.button(u"Review and apply"_s));
    QTRY_VERIFY(!QApplication::activeModalWidget());
    fixture.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QTRY_COMPARE(Accessibility::nameOf(QApplication::focusWidget()), u"Table name"_s);
    const auto around = [](Qt::KeyboardModifiers modifiers) {
        QStringList names;
        do {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, modifiers);
            names.append(Accessibility::nameOf(QApplication::focusWidget()));
        } while (names.last() != "Table name"_L1 && names.size() < 10);
        return names;
    };
    const QStringList there = around(Qt::NoModifier);
    QStringList back = around(Qt::ShiftModifier);
    QCOMPARE(there.first(), u"JSON"_s);
    QCOMPARE(there.join(u", "_s), u"JSON, SQL, Show the navigator, Back to the service, Tables, Table name"_s);
    std::reverse(back.begin(), back.end() - 1);
    QCOMPARE(back, there);
    // In the room of the editor the navigator is folded; the key for it brings it back.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F9);
    QVERIFY(fixture.window->findChild<QTreeView *>()->isVisible());
    // The SQL pane has an editor in its middle, which keeps Tab, too: what comes behind it is an area of its own.
    fixture.action(u"SQL pane"_s)->trigger();
    QTRY_COMPARE(Accessibility::nameOf(QApplication::focusWidget()), u"SQL editor"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QCOMPARE(Accessibility::nameOf(QApplication::focusWidget()), u"Result"_s);
}

void TestMainWindow::zoomAndColoursFollow()
{
    Fixture fixture;
    fixture.open();
    const int before = fixture.button(u"Open the sandbox"_s)->height();
    for (int i = 0; i < 5; ++i)
        fixture.action(u"Zoom in"_s)->trigger();
    QTRY_VERIFY(fixture.button(u"Open the sandbox"_s)->height() > before);
    fixture.action(u"Original size"_s)->trigger();
    QTRY_COMPARE(fixture.button(u"Open the sandbox"_s)->height(), before);
    fixture.action(u"Dark colours"_s)->trigger();
    QVERIFY(Widgets::isDark());
    fixture.action(u"Light colours"_s)->trigger();
    QVERIFY(!Widgets::isDark());
}

void TestMainWindow::K11_remembersWhereOneWas()
{
    Fixture fixture;
    fixture.open();
    fixture.button(u"Open the sandbox"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window->findChild<App::ServicePage *>(), 20'000);
    fixture.action(u"Welcome page"_s)->trigger();
    const QListView *resume = nullptr;
    for (const QListView *list : fixture.window->findChildren<QListView *>()) {
        if (list->isVisible() && list->accessibleName() == u"Continue where you stopped"_s)
            resume = list;
    }
    QVERIFY(resume);
    QCOMPARE(resume->model()->index(0, 0).data().toString(), u"clickhouse-demo"_s);
}

void TestMainWindow::lockedKeychainOffersTheToken()
{
    Fixture fixture;
    fixture.secrets.locked = true;
    fixture.settings.accounts.set({u"https://api.example"_s});
    fixture.open();
    fixture.window->afterFirstPaint();
    QTRY_VERIFY(fixture.tells(u"api.example"_s));
    QVERIFY(fixture.settings.accounts.get().contains(u"https://api.example"_s)); // locked does not mean gone
}

void TestMainWindow::goesOnEnablingWhenTheDialogIsClosedK17()
{
    Fixture fixture;
    fixture.open();
    fixture.button(u"Open the sandbox"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window->findChild<App::ServicePage *>(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.action(u"Set up integration…"_s)->isEnabled(), 20'000);
    fixture.action(u"Set up integration…"_s)->trigger();
    QTRY_VERIFY(fixture.button(u"Enable"_s) && fixture.button(u"Enable"_s)->isEnabled());
    fixture.button(u"Enable"_s)->click();
    fixture.window->findChild<App::SetUpDialog *>()->close();
    const auto tells = [&fixture](const QString &words) {
        for (const QLabel *label : fixture.window->statusBar()->findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(tells(u"`service_kafka-demo` was created."_s), 20'000);
    QTRY_VERIFY(!fixture.window->findChild<App::SetUpDialog *>());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
