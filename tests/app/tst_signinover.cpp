// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "app/accountdesk.h"
#include "app/accounts.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/sandboxprocess.h"
#include "app/servicepage.h"
#include "app/settings.h"
#include "app/setup/createtopicdialog.h"
#include "app/setup/setupdialog.h"
#include "app/tokendialog.h"
#include "fakeproject.h"
#include "memorystore.h"
#include "shownwindow.h"
#include "widgets/style.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QPointer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace TestSupport;

namespace {

const QByteArray enableLine = "POST /v1/project/sandbox/integration";

/// The window over a project, with "Set up integration" open and choices made in it that are not the first ones.
struct Fixture
{
    Fixture()
    {
        window.resize(1280, 800);
        window.show();
        session = accounts.add(
            {QUrl(u"https://api.example"_s), Core::Secret(u"first-token"_s), u"api.example"_s, u"ada@example.org"_s},
            App::Accounts::Keep::ThisSession);
    }
    void openSetUp()
    {
        QTRY_VERIFY(window.findChild<App::ServicePage *>() && window.findChild<App::ServicePage *>()->canSetUp());
        for (QAction *action : window.findChildren<QAction *>()) {
            if (action->text().remove(u'&') == u"Set up integration…"_s)
                action->trigger();
        }
        setUp = window.findChild<App::SetUpDialog *>();
        QVERIFY(setUp);
    }
    void choosePostgreSql()
    {
        QTRY_VERIFY(isReady(u"Enable"_s));
        QVERIFY(choose(listIn(setUp, u"Integration types"_s), u"PostgreSQL"_s));
        QTRY_VERIFY(choose(listIn(setUp, u"Source"_s), u"shop-pg"_s));
        QTRY_VERIFY(isReady(u"Enable"_s));
    }
    [[nodiscard]] bool isReady(const QString &caption) const
    {
        const QPushButton *const found = buttonIn(setUp, caption);
        return found && found->isEnabled();
    }
    void click(const QString &caption) const { QTest::mouseClick(buttonIn(setUp, caption), Qt::LeftButton); }
    [[nodiscard]] App::TokenDialog *asking() const
    {
        for (auto *dialog : window.findChildren<App::TokenDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    void signIn() const
    {
        App::TokenDialog *const dialog = asking();
        for (QLineEdit *field : dialog->findChildren<QLineEdit *>()) {
            if (field->echoMode() == QLineEdit::Password)
                field->setText(u"second-token"_s);
        }
        QTRY_VERIFY(buttonIn(dialog, u"Connect"_s)->isEnabled());
        buttonIn(dialog, u"Connect"_s)->click();
    }

    FakeProject project;
    QTemporaryDir folder;
    QSettings store{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    App::Settings settings{store};
    MemoryStore secrets;
    App::SandboxProcess sandbox{folder.path()};
    App::Accounts accounts{project.network, settings, secrets};
    App::MainWindow window{accounts, sandbox, settings};
    App::Session *session = nullptr;
    QPointer<App::SetUpDialog> setUp;
};

FakeAnswer refused()
{
    return FakeAnswer::refusal(401, u"Invalid token"_s);
}

} // namespace

/// The token expires while a dialog is open: the message of the window is out of reach behind it, so the question comes
/// on top, once, and what was chosen is there when it is answered.
class TestSignInOver final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void N17_choicesSurvive();
    void N17_watchingGoesOn();
    void N17_whileFactsAreRead();
    void N17_overADialogAboveIt();
    void asksAgainAfterCancel();
    void staysInTheWindowWithoutADialog();
    void signOutSaysWhenThereIsNobody();
};

void TestSignInOver::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
    App::installTranslations();
}

void TestSignInOver::N17_choicesSurvive()
{
    Fixture fixture;
    fixture.openSetUp();
    fixture.choosePostgreSql();
    fixture.project.answerNext(enableLine, refused());
    fixture.click(u"Enable"_s);
    QTRY_VERIFY(fixture.asking());
    QCOMPARE(QApplication::activeModalWidget(), fixture.asking()); // on top
    QCOMPARE(Accessibility::problemsIn(*fixture.asking()).join(u'\n'), QString());
    QVERIFY(showsText(fixture.setUp, u"Aiven did not accept this token (401)."_s));
    fixture.signIn();
    QTRY_VERIFY(!fixture.asking());
    QVERIFY(fixture.setUp && fixture.setUp->isVisible());
    QTRY_VERIFY(!showsText(fixture.setUp, u"Aiven did not accept this token (401)."_s)); // it holds no more
    QCOMPARE(listIn(fixture.setUp, u"Integration types"_s)->currentIndex().data().toString(), u"PostgreSQL"_s);
    QCOMPARE(listIn(fixture.setUp, u"Source"_s)->currentIndex().data().toString(), u"shop-pg"_s);
    QTRY_VERIFY(fixture.isReady(u"Enable"_s));
    fixture.project.databases.append(u"endpoint_shop-pg_defaultdb_public"_s);
    fixture.click(u"Enable"_s);
    QTRY_VERIFY(showsText(fixture.setUp, u"was created: a live view of the remote database."_s));
    QCOMPARE(Core::textAt(fixture.project.wanted, "source_endpoint_id"), u"e-2"_s);
    QCOMPARE(fixture.project.network.requests().constLast().request.rawHeader("Authorization"), "aivenv1 second-token");
}

void TestSignInOver::N17_watchingGoesOn()
{
    // Accepted, and refused while it starts: nothing is sent a second time.
    Fixture fixture;
    fixture.openSetUp();
    QTRY_VERIFY(fixture.isReady(u"Enable"_s));
    fixture.project.answerNext("GET /v1/project/sandbox/integration/i-1", refused());
    fixture.click(u"Enable"_s);
    QTRY_VERIFY(fixture.asking());
    fixture.signIn();
    QTRY_VERIFY(showsText(fixture.setUp, u"`service_kafka-demo` was created."_s));
    QCOMPARE(fixture.project.network.lines().count(enableLine), 1);
}

void TestSignInOver::N17_whileFactsAreRead()
{
    Fixture fixture;
    QTRY_VERIFY(fixture.window.findChild<App::ServicePage *>() &&
                fixture.window.findChild<App::ServicePage *>()->canSetUp());
    fixture.project.answerNext("GET /v1/project/sandbox/integration_types", refused());
    fixture.openSetUp();
    QTRY_VERIFY(fixture.asking());
    fixture.signIn();
    QTRY_VERIFY(fixture.isReady(u"Enable"_s)); // read again by itself
}

void TestSignInOver::N17_overADialogAboveIt()
{
    Fixture fixture;
    fixture.project.topics.clear();
    fixture.openSetUp();
    QTRY_VERIFY(buttonIn(fixture.setUp, u"Create topic…"_s));
    fixture.click(u"Create topic…"_s);
    const QPointer<App::CreateTopicDialog> topic = fixture.setUp->findChild<App::CreateTopicDialog *>();
    auto *const name = topic->findChild<QLineEdit *>();
    name->setText(u"orders"_s);
    fixture.project.answerNext("POST /v1/project/sandbox/service/kafka-demo/topic", refused());
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(fixture.asking());
    fixture.signIn();
    QTRY_VERIFY(!fixture.asking());
    QCOMPARE(name->text(), u"orders"_s);
    QTRY_VERIFY(buttonIn(topic, u"Create topic"_s)->isEnabled());
    buttonIn(topic, u"Create topic"_s)->click();
    QTRY_VERIFY(!topic);
    QCOMPARE(fixture.project.topics, QStringList(u"orders"_s));
}

void TestSignInOver::asksAgainAfterCancel()
{
    Fixture fixture;
    fixture.openSetUp();
    QTRY_VERIFY(fixture.isReady(u"Enable"_s));
    fixture.project.answerNext(enableLine, refused());
    fixture.click(u"Enable"_s);
    QTRY_VERIFY(fixture.asking());
    fixture.asking()->reject();
    QVERIFY(fixture.setUp->isVisible());
    QTRY_VERIFY(fixture.isReady(u"Enable"_s));
    const qsizetype sent = fixture.project.network.lines().count(enableLine);
    fixture.click(u"Enable"_s);
    QTRY_VERIFY(fixture.asking()); // there is no other way to go on from here
    QCOMPARE(fixture.project.network.lines().count(enableLine), sent);
    fixture.signIn();
    QTRY_VERIFY(!fixture.asking() && fixture.isReady(u"Enable"_s));
    fixture.click(u"Enable"_s);
    QTRY_VERIFY(showsText(fixture.setUp, u"`service_kafka-demo` was created."_s));
}

void TestSignInOver::staysInTheWindowWithoutADialog()
{
    Fixture fixture;
    QTRY_VERIFY(fixture.window.findChild<App::ServicePage *>() &&
                fixture.window.findChild<App::ServicePage *>()->canSetUp());
    fixture.project.answerNext("GET /v1/project/sandbox/service", refused());
    fixture.session->client().listServices(u"sandbox"_s, fixture.session)->then([](const auto &) {});
    QTRY_VERIFY(buttonIn(&fixture.window, u"Sign in again…"_s));
    QVERIFY(!fixture.asking()); // nobody is interrupted who only looks
    buttonIn(&fixture.window, u"Sign in again…"_s)->click();
    QVERIFY(fixture.asking());
    fixture.signIn();
    QTRY_VERIFY(!buttonIn(&fixture.window, u"Sign in again…"_s));
}

void TestSignInOver::signOutSaysWhenThereIsNobody()
{
    Fixture fixture;
    QMenu menu;
    auto *const desk = fixture.window.findChild<App::AccountDesk *>();
    desk->fillSignOut(menu);
    QCOMPARE(menu.actions().size(), 1);
    QCOMPARE(menu.actions().constFirst()->text(), u"api.example"_s);
    menu.actions().constFirst()->trigger();
    desk->fillSignOut(menu);
    QCOMPARE(menu.actions().constFirst()->text(), u"No account is open"_s);
    QVERIFY(!menu.actions().constFirst()->isEnabled());
    QTRY_VERIFY(showsText(&fixture.window, u"token"_s)); // the welcome page offers the ways in
}

QTEST_MAIN(TestSignInOver)
#include "tst_signinover.moc"
