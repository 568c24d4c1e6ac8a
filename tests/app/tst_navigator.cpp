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
#include <QLabel>
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

Core::Json projectsJson(int count, int organizations)
{
    Core::Json list = Core::Json::array();
    for (int i = 0; i < count; ++i)
        list.push_back({{"project_name", "project-" + std::to_string(i)},
                        {"organization_id", "org" + std::to_string(i % organizations)},
                        {"account_name", "Organization " + std::to_string(i % organizations)}});
    return {{"projects", std::move(list)}};
}

Core::Json servicesJson(int count)
{
    Core::Json list = Core::Json::array();
    for (int i = 0; i < count; ++i)
        list.push_back({{"service_name", "service-" + std::to_string(i)},
                        {"service_type", i % 2 ? "kafka" : "clickhouse"},
                        {"plan", "startup-16"},
                        {"state", "RUNNING"}});
    return {{"services", std::move(list)}};
}

struct Fixture
{
    Fixture(int projectCount, int serviceCount, int organizations = 1) : projects(projectCount), services(serviceCount)
    {
        network.setHandler([this, organizations](const FakeRequest &request) {
            if (failing)
                return FakeAnswer::cut(QNetworkReply::ConnectionRefusedError);
            return FakeAnswer::json(request.path == "/v1/project" ? projectsJson(projects, organizations)
                                                                  : servicesJson(services));
        });
        navigator.resize(300, 600);
        navigator.show();
        accounts.add({QUrl(u"https://api.example"_s), Core::Secret(u"some-token"_s), u"Example"_s, {}},
                     Accounts::Keep::ThisSession);
    }
    [[nodiscard]] QTreeView *tree() const { return navigator.findChild<QTreeView *>(); }
    [[nodiscard]] QModelIndex find(const QString &text) const
    {
        return tree()
            ->model()
            ->match(tree()->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }
    [[nodiscard]] int shownRows() const
    {
        int rows = 0;
        for (QModelIndex index = tree()->model()->index(0, 0); index.isValid(); index = tree()->indexBelow(index))
            ++rows;
        return rows;
    }

    int projects;
    int services;
    bool failing = false;
    QTemporaryDir folder;
    QSettings store{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    App::Settings settings{store};
    FakeNetwork network;
    MemoryStore secrets;
    Accounts accounts{network, settings, secrets};
    App::NavigatorModel model{accounts};
    App::Navigator navigator{model};
};

constexpr int openedAtFirst = 5;

} // namespace

/// The tree of services with organizations that hold much.
class TestNavigator final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsProjectsAsTheyAreOpened();
    void filtersWithoutReadingEverything();
    void putsAThousandServicesInOneBlock();
    void keepsWhatIsThereWhenReadAgain();
    void showsOrganizationsWhenThereAreSeveral();
    void K6_opensProjects();
    void saysWhatFailed();
    void staysWhereOneIs_data();
    void staysWhereOneIs();
    void readsServicesAgain();
};

void TestNavigator::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
    App::installTranslations();
}

void TestNavigator::readsProjectsAsTheyAreOpened()
{
    Fixture fixture(500, 3);
    QTRY_COMPARE(fixture.shownRows(), 1 + 500 + openedAtFirst * 3);
    QCOMPARE(fixture.network.requests().size(), 1 + openedAtFirst); // not 500
    fixture.tree()->expand(fixture.find(u"project-400"_s));
    QTRY_COMPARE(fixture.shownRows(), 1 + 500 + (openedAtFirst + 1) * 3);
    QCOMPARE(fixture.network.requests().constLast().path, "/v1/project/project-400/service");
}

void TestNavigator::filtersWithoutReadingEverything()
{
    Fixture fixture(500, 3);
    QTRY_COMPARE(fixture.shownRows(), 1 + 500 + openedAtFirst * 3);
    auto *filter = fixture.navigator.findChild<QLineEdit *>();
    filter->setText(u"service-1"_s);
    QCOMPARE(fixture.shownRows(), 1 + openedAtFirst * 2); // a project and its match each
    filter->setText(u"project-49"_s);
    QCOMPARE(fixture.shownRows(), 1 + 11); // 49 and 490 to 499
    filter->setText(u"reading"_s);         // what stands in place of services is no service
    QCOMPARE(fixture.shownRows(), 0);
    QCOMPARE(fixture.network.requests().size(), 1 + openedAtFirst);
    bool told = false;
    for (const QLabel *label : fixture.navigator.findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text().contains(u"495 projects not searched"));
    QVERIFY(told);
}

void TestNavigator::putsAThousandServicesInOneBlock()
{
    Fixture fixture(1, 1'000);
    QSignalSpy inserted(&fixture.model, &QAbstractItemModel::rowsInserted);
    QTRY_COMPARE(fixture.shownRows(), 1 + 1 + 1'000);
    const auto blocks = std::count_if(inserted.cbegin(), inserted.cend(), [](const QList<QVariant> &signal) {
        return signal.at(2).toInt() - signal.at(1).toInt() == 999;
    });
    QCOMPARE(blocks, 1);
    QCOMPARE(fixture.model.services().size(), 1'000);
    const App::Place place = fixture.model.services().at(700);
    QCOMPARE(fixture.model.placeOf(fixture.model.indexOf(place)).service, place.service);
}

void TestNavigator::keepsWhatIsThereWhenReadAgain()
{
    Fixture fixture(3, 4);
    QAbstractItemModelTester tester(&fixture.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(fixture.shownRows(), 1 + 3 + 3 * 4);
    fixture.tree()->setCurrentIndex(fixture.find(u"service-1"_s));
    fixture.tree()->collapse(fixture.find(u"project-2"_s));
    fixture.services = 2;
    fixture.projects = 4;
    fixture.model.refresh();
    fixture.model.readServices(fixture.model.indexOf(fixture.model.services().constFirst()).parent());
    QTRY_VERIFY(fixture.find(u"project-3"_s).isValid());
    QTRY_COMPARE(fixture.tree()->model()->rowCount(fixture.find(u"project-0"_s)), 2);
    QCOMPARE(fixture.tree()->currentIndex().data().toString(), u"service-1"_s);
    QVERIFY(!fixture.tree()->isExpanded(fixture.find(u"project-2"_s)));
    fixture.projects = 1;
    fixture.model.refresh();
    QTRY_VERIFY(!fixture.find(u"project-3"_s).isValid());
}

void TestNavigator::showsOrganizationsWhenThereAreSeveral()
{
    Fixture fixture(6, 1, 2);
    QTRY_VERIFY(fixture.find(u"Organization 1"_s).isValid());
    QCOMPARE(fixture.tree()->model()->rowCount(fixture.find(u"Organization 1"_s)), 3);
}

void TestNavigator::K6_opensProjects()
{
    Fixture fixture(3, 1);
    QTRY_COMPARE(fixture.shownRows(), 1 + 3 + 3);
    QSignalSpy opened(&fixture.navigator, &App::Navigator::projectActivated);
    const QModelIndex project = fixture.find(u"project-1"_s);
    QTest::mouseClick(fixture.tree()->viewport(), Qt::LeftButton, {}, fixture.tree()->visualRect(project).center());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().value<App::Place>().project, u"project-1"_s);
    QVERIFY(fixture.tree()->isExpanded(project)); // as it was
    for (int i = 0; i < 4 && fixture.tree()->currentIndex() != fixture.find(u"project-0"_s); ++i)
        QTest::keyClick(fixture.tree(), Qt::Key_Up);
    QCOMPARE(opened.size(), 1); // not on the way
    QTest::keyClick(fixture.tree(), Qt::Key_Return);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.constLast().constFirst().value<App::Place>().project, u"project-0"_s);
}

void TestNavigator::saysWhatFailed()
{
    Fixture fixture(1, 1);
    fixture.failing = true;
    QSignalSpy failed(&fixture.model, &App::NavigatorModel::failed);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(fixture.find(u"No connection to api.example: refused."_s).isValid());
    fixture.failing = false;
    fixture.model.refresh();
    QTRY_VERIFY(fixture.find(u"service-0"_s).isValid());
}

void TestNavigator::staysWhereOneIs_data()
{
    QTest::addColumn<bool>("isDeleted");
    QTest::newRow("filtered out") << false;
    QTest::newRow("N-19 deleted") << true;
}

void TestNavigator::staysWhereOneIs()
{
    QFETCH(bool, isDeleted);
    Fixture fixture(1, 4);
    QTRY_COMPARE(fixture.shownRows(), 1 + 1 + 4);
    QSignalSpy activated(&fixture.navigator, &App::Navigator::activated);
    fixture.tree()->setCurrentIndex(fixture.find(u"service-2"_s));
    QCOMPARE(activated.size(), 1);
    auto *filter = fixture.navigator.findChild<QLineEdit *>();
    if (isDeleted) {
        fixture.services = 2;
        fixture.model.refresh();
        QTRY_COMPARE(fixture.shownRows(), 1 + 1 + 2);
    } else {
        filter->setText(u"service-1"_s);
        QCOMPARE(fixture.shownRows(), 1 + 1 + 1);
    }
    QCOMPARE(activated.size(), 1); // nobody chose another service
    filter->clear();
    if (!isDeleted)
        QCOMPARE(fixture.tree()->currentIndex().data().toString(), u"service-2"_s);
    QCOMPARE(activated.size(), 1);
}

void TestNavigator::readsServicesAgain()
{
    Fixture fixture(8, 1);
    QTRY_COMPARE(fixture.model.services().size(), openedAtFirst);
    fixture.services = 2;
    fixture.model.refresh();
    QTRY_COMPARE(fixture.shownRows(), 1 + 8 + openedAtFirst * 2);
    QCOMPARE(fixture.network.requests().size(), 2 * (1 + openedAtFirst)); // not those that nobody opened
}

QTEST_MAIN(TestNavigator)
#include "tst_navigator.moc"
