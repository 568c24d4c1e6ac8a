// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts.h"
#include "app/editor/editorpage.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/sandboxprocess.h"
#include "app/servicepage.h"
#include "app/settings.h"
#include "app/tokendialog.h"
#include "memorystore.h"
#include "support/fakenetwork.h"
#include "widgets/codeeditor.h"
#include "widgets/messagebar.h"
#include "widgets/style.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QNetworkRequest>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using TestSupport::FakeAnswer;
using TestSupport::FakeNetwork;
using TestSupport::FakeRequest;

namespace {

Core::Json kafka()
{
    return {{"service_integration_id", "11111111-2222-3333-4444-555555555555"},
            {"integration_type", "clickhouse_kafka"},
            {"enabled", true},
            {"active", true},
            {"source_service", "kafka-demo"},
            {"source_service_type", "kafka"},
            {"dest_service", "ch"},
            {"dest_service_type", "clickhouse"},
            {"user_config",
             {{"tables", Core::Json::array({{{"name", "events"},
                                             {"columns", Core::Json::array({{{"name", "id"}, {"type", "UInt64"}}})},
                                             {"topics", Core::Json::array({{{"name", "topic1"}}})},
                                             {"data_format", "JSONEachRow"},
                                             {"group_name", "g"}}})}}}};
}

Core::Json service()
{
    return {{"service_name", "ch"},
            {"service_type", "clickhouse"},
            {"plan", "startup-16"},
            {"cloud_name", "here"},
            {"state", "RUNNING"}};
}

/// One project with one service that has one integration.
FakeAnswer project(const FakeRequest &request)
{
    const QByteArray path = request.path.split('?').constFirst();
    if (path == "/v1/me")
        return FakeAnswer::json({{"user", {{"user", "jane@example.com"}}}});
    if (path == "/v1/project")
        return FakeAnswer::json({{"projects", Core::Json::array({{{"project_name", "p"}}})}});
    if (path.endsWith("/service"))
        return FakeAnswer::json({{"services", Core::Json::array({service()})}});
    if (path.endsWith("/service/ch"))
        return FakeAnswer::json({{"service", service()}});
    if (path.endsWith("/service/ch/integration"))
        return FakeAnswer::json({{"service_integrations", Core::Json::array({kafka()})}});
    if (path.contains("/integration/"))
        return FakeAnswer::json({{"service_integration", kafka()}});
    if (path.endsWith("/topic"))
        return FakeAnswer::json({{"topics", Core::Json::array({{{"topic_name", "topic1"}, {"partitions", 1}}})}});
    if (path.endsWith("/db"))
        return FakeAnswer::json({{"databases", Core::Json::array()}});
    return FakeAnswer::refusal(404, u"Not found"_s);
}

struct Fixture
{
    Fixture()
    {
        network.setHandler([this](const FakeRequest &request) {
            if (isOffline)
                return FakeAnswer::cut(QNetworkReply::ConnectionRefusedError);
            const bool good = request.request.rawHeader("Authorization") == "aivenv1 " + token;
            return good ? project(request) : FakeAnswer::refusal(401, u"Invalid token"_s);
        });
        window.resize(1280, 800);
        window.show();
        accounts.add(
            {QUrl(u"https://api.example"_s), Core::Secret(u"first-token"_s), u"api.example"_s, u"jane@example.com"_s},
            App::Accounts::Keep::ThisSession);
    }
    template <typename T>
    [[nodiscard]] T *find() const
    {
        return window.findChild<T *>();
    }
    [[nodiscard]] QPushButton *button(const QWidget &in, const QString &text) const
    {
        for (QPushButton *found : in.findChildren<QPushButton *>()) {
            if (found->isVisible() && found->text() == text)
                return found;
        }
        return nullptr;
    }
    void trigger(const QString &text) const
    {
        for (QAction *action : window.findChildren<QAction *>()) {
            if (action->text().remove(u'&') == text)
                action->trigger();
        }
    }

    QByteArray token = "first-token";
    bool isOffline = false;
    QTemporaryDir folder;
    QSettings store{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    App::Settings settings{store};
    FakeNetwork network;
    MemoryStore secrets;
    App::SandboxProcess sandbox{u"/nonexistent"_s};
    App::Accounts accounts{network, settings, secrets};
    App::MainWindow window{accounts, sandbox, settings};
};

} // namespace

/// A token that expires in the middle of work (N-17): one question, and nothing of the work is lost.
class TestSignIn final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void signsInAgainAndLosesNothingK11();
    void goesOnWhenTheConnectionIsBack();
};

void TestSignIn::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
    App::installTranslations();
}

void TestSignIn::signsInAgainAndLosesNothingK11()
{
    Fixture fixture;
    QTRY_VERIFY(fixture.find<App::ServicePage>() && fixture.button(fixture.window, u"Edit tables"_s));
    fixture.button(fixture.window, u"Edit tables"_s)->click();
    QTRY_VERIFY(fixture.find<App::EditorPage>() && fixture.find<App::EditorPage>()->draft().tableCount() == 1);
    auto *const editor = fixture.find<App::EditorPage>();
    auto *const service = fixture.find<App::ServicePage>();
    editor->draft().setTableValue(0, u"group_name"_s, "another");
    QVERIFY(editor->draft().isModified());
    fixture.trigger(u"Open SQL"_s);
    QTRY_VERIFY(fixture.find<Widgets::SqlEditor>());
    fixture.find<Widgets::SqlEditor>()->setText(u"SELECT 'half a statem"_s);

    fixture.token = "second-token"; // the first one is refused from now on
    fixture.trigger(u"Read again"_s);
    QTRY_VERIFY(fixture.button(fixture.window, u"Sign in again…"_s));
    fixture.button(fixture.window, u"Sign in again…"_s)->click();
    auto *const dialog = fixture.find<App::TokenDialog>();
    QVERIFY(dialog->windowTitle().contains(u"api.example"));
    for (QLineEdit *field : dialog->findChildren<QLineEdit *>()) {
        if (field->echoMode() == QLineEdit::Password)
            field->setText(u"second-token"_s);
    }
    QTRY_VERIFY(fixture.button(*dialog, u"Connect"_s)->isEnabled());
    fixture.button(*dialog, u"Connect"_s)->click();

    QTRY_VERIFY(!fixture.button(fixture.window, u"Sign in again…"_s));
    QCOMPARE(fixture.accounts.sessions().size(), 1);
    QCOMPARE(fixture.find<App::EditorPage>(), editor);
    QCOMPARE(fixture.find<App::ServicePage>(), service);
    QVERIFY(editor->draft().isModified());
    QCOMPARE(editor->draft().table(0).group(), u"another"_s);
    QTRY_COMPARE(service->state(), App::ServicePage::State::Ready);
    QCOMPARE(fixture.find<Widgets::SqlEditor>()->text(), u"SELECT 'half a statem"_s);
}

/// N-41, N-42: everything stays readable, nothing is lost, and nobody has to try by hand.
void TestSignIn::goesOnWhenTheConnectionIsBack()
{
    constexpr int enough = 15'000; // two quiet repeats, then a look each five seconds
    Fixture fixture;
    QTRY_VERIFY(fixture.find<App::ServicePage>() && fixture.button(fixture.window, u"Edit tables"_s));
    auto *const service = fixture.find<App::ServicePage>();
    fixture.button(fixture.window, u"Edit tables"_s)->click();
    QTRY_VERIFY(fixture.find<App::EditorPage>() && fixture.find<App::EditorPage>()->draft().tableCount() == 1);
    auto *const editor = fixture.find<App::EditorPage>();
    editor->draft().setTableValue(0, u"group_name"_s, "another");
    QTRY_VERIFY(fixture.button(*editor, u"Review and apply"_s)->isEnabled());

    fixture.isOffline = true;
    service->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.button(*editor, u"Review and apply"_s)->isEnabled(), enough);
    QCOMPARE(fixture.button(*editor, u"Review and apply"_s)->toolTip(), u"No connection"_s);
    QTRY_COMPARE_WITH_TIMEOUT(service->state(), App::ServicePage::State::Stale, enough);
    QVERIFY(!service->canSetUp());
    editor->draft().setTableValue(0, u"group_name"_s, "offline"); // editing goes on

    fixture.isOffline = false;
    QTRY_VERIFY_WITH_TIMEOUT(fixture.button(*editor, u"Review and apply"_s)->isEnabled(), enough);
    QTRY_COMPARE(service->state(), App::ServicePage::State::Ready);
    QCOMPARE(editor->draft().table(0).group(), u"offline"_s);
}

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
