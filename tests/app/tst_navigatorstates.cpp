// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/client.h"
#include "app/accounts.h"
#include "app/language.h"
#include "app/navigator.h"
#include "app/navigatormodel.h"
#include "app/settings.h"
#include "memorystore.h"
#include "support/fakenetwork.h"
#include "widgets/style.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using App::Accounts;
using TestSupport::FakeAnswer;
using TestSupport::FakeNetwork;
using TestSupport::FakeRequest;

namespace {

FakeAnswer projectsNamed(const QStringList &names)
{
    Core::Json list = Core::Json::array();
    for (const QString &name : names)
        list.push_back({{"project_name", Core::toStdString(name)}});
    return FakeAnswer::json({{"projects", std::move(list)}});
}

FakeAnswer oneService()
{
    return FakeAnswer::json({{"services", Core::Json::array({{{"service_name", "ch"},
                                                              {"service_type", "clickhouse"},
                                                              {"plan", "startup-16"},
                                                              {"state", "RUNNING"}}})}});
}

/// Two projects; the second one always answers.
struct Fixture
{
    explicit Fixture(const FakeAnswer &projectsAnswer, const FakeAnswer &servicesAnswer)
        : projects(projectsAnswer)
        , services(servicesAnswer)
    {
        navigator.resize(300, 600);
        navigator.show();
        session = accounts.add({QUrl(u"https://api.example"_s), Core::Secret(u"some-token"_s), u"Example"_s, {}},
                               Accounts::Keep::ThisSession);
    }
    [[nodiscard]] FakeAnswer answer(const FakeRequest &request) const
    {
        if (request.path == "/v1/project")
            return projects;
        return request.path.contains("/one/") ? services : oneService();
    }
    [[nodiscard]] QTreeView *tree() const { return navigator.findChild<QTreeView *>(); }
    [[nodiscard]] QModelIndex find(const QString &text) const
    {
        return tree()
            ->model()
            ->match(tree()->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }

    FakeAnswer projects;
    FakeAnswer services;
    QTemporaryDir folder;
    QSettings store{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    App::Settings settings{store};
    FakeNetwork network{[this](const FakeRequest &request) { return answer(request); }};
    MemoryStore secrets;
    Accounts accounts{network, settings, secrets};
    App::NavigatorModel model{accounts};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    App::Navigator navigator{model};
    App::Session *session = nullptr;
};

const QStringList two{u"one"_s, u"two"_s};
const QString againText = u"Try again"_s;

} // namespace

/// What the navigator says while it reads, where there is nothing, and where reading failed; and the way on from there.
class TestNavigatorStates final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tells_data();
    void tells();
    void triesAgain_data();
    void triesAgain();
    void readsWhileOneTries();
    void staysFailed();
    void staleStays();
    void failuresAreNoMatches();
};

void TestNavigatorStates::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
    App::installTranslations();
}

void TestNavigatorStates::tells_data()
{
    QTest::addColumn<FakeAnswer>("projects");
    QTest::addColumn<FakeAnswer>("services");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("nextStep"); // empty: nothing failed
    const FakeAnswer none = FakeAnswer::json({{"projects", Core::Json::array()}, {"services", Core::Json::array()}});
    const FakeAnswer forbidden = FakeAnswer::refusal(403, u"Not a <b>member</b>"_s);
    const FakeAnswer offline = FakeAnswer::cut(QNetworkReply::HostNotFoundError);
    const FakeAnswer broken = FakeAnswer::refusal(501, u"Not now"_s);
    const FakeAnswer projects = projectsNamed(two);
    const QString admin = u"Ask an admin of the project."_s;
    QTest::newRow("projects, loading") << FakeAnswer::hang() << none << u"Reading projects…"_s << QString();
    QTest::newRow("projects, empty") << none << none << u"No projects"_s << QString();
    QTest::newRow("projects, offline") << offline << none << u"No connection to api.example: name not found."_s
                                       << u"Check the network connection"_s;
    QTest::newRow("projects, no permission") << forbidden << none << u"Aiven does not permit this (403)."_s << admin;
    QTest::newRow("projects, error") << broken << none << u"api.example has a problem of its own (501)."_s
                                     << u"Try again in a minute."_s;
    QTest::newRow("services, loading") << projects << FakeAnswer::hang() << u"Reading services…"_s << QString();
    QTest::newRow("services, empty") << projects << none << u"No services"_s << QString();
    QTest::newRow("services, offline") << projects << offline << u"No connection to api.example: name not found."_s
                                       << u"Check the network connection"_s;
    QTest::newRow("services, no permission")
        << projects << forbidden << u"Aiven does not permit this (403)."_s << admin;
    QTest::newRow("services, error") << projects << broken << u"api.example has a problem of its own (501)."_s
                                     << u"Try again in a minute."_s;
    QTest::newRow("services, token") << projects << FakeAnswer::refusal(401, u"Invalid token"_s)
                                     << u"Aiven did not accept this token (401)."_s << u"Enter another token."_s;
}

void TestNavigatorStates::tells()
{
    QFETCH(FakeAnswer, projects);
    QFETCH(FakeAnswer, services);
    QFETCH(QString, row);
    QFETCH(QString, nextStep);
    Fixture fixture(projects, services);
    QTRY_VERIFY(fixture.find(row).isValid());
    const QModelIndex said = fixture.find(row);
    QCOMPARE(fixture.find(againText).isValid(), !nextStep.isEmpty()); // where something failed, and only there
    if (nextStep.isEmpty()) {
        QVERIFY(!said.flags().testFlag(Qt::ItemIsEnabled));
        return;
    }
    QCOMPARE(fixture.find(againText).parent(), said.parent());
    QVERIFY(said.flags().testFlag(Qt::ItemIsEnabled)); // the keys stop at it, so that it is read aloud
    QVERIFY(said.data(Qt::AccessibleDescriptionRole).toString().contains(nextStep));
    QVERIFY(said.data(Qt::ToolTipRole).toString().contains(nextStep));
    QVERIFY(!said.data(Qt::ToolTipRole).toString().contains(u'<')); // the server's words are no markup
    const bool isProject = said.parent().parent().isValid();
    QTRY_COMPARE(fixture.find(u"ch"_s).isValid(),
                 isProject); // the other project is not held up
}

void TestNavigatorStates::triesAgain_data()
{
    QTest::addColumn<bool>("ofProject");
    QTest::addColumn<bool>("byKey");
    QTest::newRow("services, mouse") << true << false;
    QTest::newRow("services, Return") << true << true;
    QTest::newRow("projects, mouse") << false << false;
    QTest::newRow("projects, Return") << false << true;
}

void TestNavigatorStates::triesAgain()
{
    QFETCH(bool, ofProject);
    QFETCH(bool, byKey);
    const FakeAnswer refused = FakeAnswer::refusal(403, u"Not yet"_s);
    Fixture fixture(ofProject ? projectsNamed({u"one"_s}) : refused, ofProject ? refused : oneService());
    QTRY_VERIFY(fixture.find(againText).isValid());
    fixture.projects = projectsNamed({u"one"_s});
    fixture.services = oneService();
    const QModelIndex again = fixture.find(againText);
    if (byKey) {
        fixture.tree()->setCurrentIndex(again);
        QTest::keyClick(fixture.tree(), Qt::Key_Return);
    } else {
        QTest::mouseClick(fixture.tree()->viewport(), Qt::LeftButton, {}, fixture.tree()->visualRect(again).center());
    }
    QTRY_VERIFY(fixture.find(u"ch"_s).isValid());
    QVERIFY(!fixture.find(againText).isValid());
    QVERIFY(fixture.tree()->currentIndex().isValid()); // the keys go on from where they were
}

void TestNavigatorStates::readsWhileOneTries()
{
    Fixture fixture(projectsNamed(two), FakeAnswer::refusal(403, u"Not yet"_s));
    QTRY_VERIFY(fixture.find(againText).isValid());
    fixture.services = FakeAnswer::hang();
    fixture.model.retry(fixture.model.indexOf({}));
    QVERIFY(fixture.find(againText).isValid()); // nothing was meant by that
    emit fixture.tree()->activated(fixture.find(againText));
    QVERIFY(fixture.find(u"Reading services…"_s).isValid());
    QVERIFY(!fixture.find(againText).isValid());
}

void TestNavigatorStates::staysFailed()
{
    Fixture fixture(projectsNamed(two), FakeAnswer::refusal(403, u"Not yet"_s));
    QTRY_VERIFY(fixture.find(againText).isValid());
    emit fixture.tree()->activated(fixture.find(againText));
    QVERIFY(!fixture.find(againText).isValid());
    QTRY_VERIFY(fixture.find(againText).isValid());
    const QModelIndex project = fixture.find(u"one"_s);
    QCOMPARE(fixture.tree()->model()->rowCount(project), 2);
    fixture.model.refresh(); // F5 tries it, too
    QTRY_COMPARE(fixture.network.lines().count("GET /v1/project/one/service"), 3);
}

void TestNavigatorStates::staleStays()
{
    Fixture fixture(projectsNamed({u"one"_s}), oneService());
    QTRY_VERIFY(fixture.find(u"ch"_s).isValid());
    QSignalSpy failed(&fixture.model, &App::NavigatorModel::failed);
    fixture.services = FakeAnswer::refusal(403, u"Not any more"_s);
    fixture.model.refresh();
    QTRY_COMPARE(failed.size(), 1); // the window says so
    QVERIFY(fixture.find(u"ch"_s).isValid());
    QVERIFY(!fixture.find(againText).isValid());
}

void TestNavigatorStates::failuresAreNoMatches()
{
    Fixture fixture(projectsNamed(two), FakeAnswer::refusal(403, u"Not yet"_s));
    QTRY_VERIFY(fixture.find(againText).isValid());
    fixture.navigator.findChild<QLineEdit *>()->setText(u"again"_s);
    QVERIFY(!fixture.find(againText).isValid());
}

QTEST_MAIN(TestNavigatorStates)
#include "tst_navigatorstates.moc"
