// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/client.h"
#include "app/accounts.h"
#include "app/settings.h"
#include "memorystore.h"
#include "support/fakenetwork.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using App::Accounts;
using App::Session;
using TestSupport::FakeAnswer;
using TestSupport::FakeNetwork;
using TestSupport::FakeRequest;

namespace {

const QUrl aiven(u"https://api.aiven.example"_s);

Aiven::Account account(const QString &user, const QString &token, const QUrl &url = aiven)
{
    return {url, Core::Secret(token), url.host(), user};
}

struct Fixture
{
    QTemporaryDir folder;
    QSettings store{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    App::Settings settings{store};
    FakeNetwork network;
    MemoryStore secrets;
    Accounts accounts{network, settings, secrets};
};

} // namespace

/// Several accounts at once, and tokens that come and go.
class TestAccounts final : public QObject
{
    Q_OBJECT

private slots:
    void opensSeveralAtOnce();
    void keepsTokensInTheKeychainOnly_data();
    void keepsTokensInTheKeychainOnly();
    void usesTheTokenForTheSessionWhenTheKeychainIsLocked();
    void restoresWhoItWas();
    void goesOnWithAnotherToken();
    void forgetsOnSignOut();
};

void TestAccounts::opensSeveralAtOnce()
{
    Fixture fixture;
    const Session *jane = fixture.accounts.add(account(u"jane@example.com"_s, u"token-a"_s), Accounts::Keep::Always);
    const Session *joe = fixture.accounts.add(account(u"joe@example.com"_s, u"token-b"_s), Accounts::Keep::Always);
    const Session *own =
        fixture.accounts.add(account({}, u"token-c"_s, QUrl(u"http://127.0.0.1:8080"_s)), Accounts::Keep::ThisSession);
    QCOMPARE(fixture.accounts.sessions().size(), 3);
    QCOMPARE(jane->label(), u"api.aiven.example"_s);
    QCOMPARE(joe->label(), u"api.aiven.example · joe@example.com"_s); // told apart
    QCOMPARE(own->label(), u"127.0.0.1"_s);
    QTRY_COMPARE(fixture.settings.accounts.get().size(), 2);
    QCOMPARE(fixture.secrets.keys(), (QStringList{u"token https://api.aiven.example#jane@example.com"_s,
                                                  u"token https://api.aiven.example#joe@example.com"_s}));
}

void TestAccounts::keepsTokensInTheKeychainOnly_data()
{
    QTest::addColumn<bool>("always");
    QTest::newRow("kept") << true;
    QTest::newRow("this session only") << false;
}

void TestAccounts::keepsTokensInTheKeychainOnly()
{
    QFETCH(bool, always);
    Fixture fixture;
    fixture.accounts.add(account(u"jane@example.com"_s, u"very-secret-token"_s),
                         always ? Accounts::Keep::Always : Accounts::Keep::ThisSession);
    QTRY_COMPARE(fixture.settings.accounts.get().size(), always ? 1 : 0);
    QCOMPARE(fixture.secrets.keys().size(), always ? 1 : 0);
    fixture.store.sync();
    for (QDirIterator files(fixture.folder.path(), QDir::Files); files.hasNext();) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("very-secret"));
    }
}

void TestAccounts::usesTheTokenForTheSessionWhenTheKeychainIsLocked()
{
    Fixture fixture;
    fixture.secrets.locked = true;
    QSignalSpy notKept(&fixture.accounts, &Accounts::notKept);
    fixture.accounts.add(account(u"jane@example.com"_s, u"token-a"_s), Accounts::Keep::Always);
    QTRY_COMPARE(notKept.size(), 1);
    QCOMPARE(fixture.accounts.sessions().size(), 1);
    QVERIFY(fixture.settings.accounts.get().isEmpty());
}

void TestAccounts::restoresWhoItWas()
{
    Fixture fixture;
    fixture.accounts.add(account(u"jane doe@example.com"_s, u"token-a"_s), Accounts::Keep::Always);
    QTRY_COMPARE(fixture.settings.accounts.get().size(), 1);
    Accounts next(fixture.network, fixture.settings, fixture.secrets);
    next.restore();
    QTRY_COMPARE(next.sessions().size(), 1);
    QCOMPARE(next.sessions().constFirst()->baseUrl(), aiven);
    QCOMPARE(next.sessions().constFirst()->user(), u"jane doe@example.com"_s);
    QCOMPARE(next.sessions().constFirst()->account().token.reveal(), u"token-a"_s);
}

void TestAccounts::goesOnWithAnotherToken()
{
    // N-17: the token expires in the middle of work; the session, and with it what is open, goes on with the next one.
    Fixture fixture;
    fixture.network.setHandler([](const FakeRequest &request) {
        if (request.request.rawHeader("Authorization") != "aivenv1 new-token")
            return FakeAnswer::refusal(401, u"Invalid token"_s);
        return FakeAnswer::json({{"projects", Core::Json::array()}});
    });
    Session *session = fixture.accounts.add(account(u"jane@example.com"_s, u"old-token"_s), Accounts::Keep::Always);
    QSignalSpy refused(session, &Session::tokenRefused);
    QSignalSpy renewed(session, &Session::tokenRenewed);
    QSignalSpy added(&fixture.accounts, &Accounts::added);
    QSignalSpy removed(&fixture.accounts, &Accounts::removed);
    for (int i = 0; i < 3; ++i)
        session->client().listProjects(session)->then([](const auto &) {});
    QTRY_COMPARE(refused.size(), 1);
    fixture.accounts.add(account(u"jane@example.com"_s, u"new-token"_s), Accounts::Keep::Always);
    QCOMPARE(renewed.size(), 1);
    bool good = false;
    session->client().listProjects(session)->then([&good](const auto &answer) { good = answer.has_value(); });
    QTRY_VERIFY(good);
    QCOMPARE(added.size() + removed.size(), 0);
    QTRY_COMPARE(fixture.secrets.keys().size(), 1);
}

void TestAccounts::forgetsOnSignOut()
{
    Fixture fixture;
    fixture.accounts.add(account(u"jane@example.com"_s, u"token-a"_s), Accounts::Keep::Always);
    Session *joe = fixture.accounts.add(account(u"joe@example.com"_s, u"token-b"_s), Accounts::Keep::Always);
    QTRY_COMPARE(fixture.settings.accounts.get().size(), 2);
    fixture.accounts.remove(joe);
    QCOMPARE(fixture.accounts.sessions().size(), 1);
    QCOMPARE(fixture.secrets.keys(), QStringList{u"token https://api.aiven.example#jane@example.com"_s});
    QCOMPARE(fixture.settings.accounts.get(), QStringList{u"https://api.aiven.example#jane@example.com"_s});
}

QTEST_MAIN(TestAccounts)
#include "tst_accounts.moc"
