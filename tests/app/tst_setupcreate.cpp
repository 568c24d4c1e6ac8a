// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "app/endpoints/endpointdialog.h"
#include "app/endpoints/endpointswindow.h"
#include "app/setup/createservicedialog.h"
#include "setupscene.h"
#include "widgets/rowdelegate.h"

#include <QComboBox>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace TestSupport;

class TestSetUpCreate : public QObject
{
    Q_OBJECT

private slots:
    void K1_K2_externalKafka();
    void K6_addsEndpointInPlace();
    void K6_endpointsKeepTheState();
    void K14_createsServiceInPlace();
    void K14_serviceRefused();
    void K16_lagAfterCreation();
    void K19_K20_namesBeforeAndAfter();
    void twoWindows();
    void serviceDeletedMeanwhile();
};

void TestSetUpCreate::K1_K2_externalKafka()
{
    FakeProject project;
    project.databases = {u"service_kafka-demo"_s, u"default"_s};
    Scene scene(project);
    QTRY_VERIFY(choose(scene.list(u"Source"_s), u"edge-broker"_s));
    QVERIFY(scene.shows(u"in your own cluster"_s) || scene.shows(u"Creates endpoint_edge-broker"_s));
    scene.click(u"Enable"_s);
    QTRY_COMPARE(project.network.count("POST"), 1);
    QCOMPARE(Core::textAt(project.wanted, "source_endpoint_id"), u"e-1"_s);
    QVERIFY(project.wanted["source_service"].is_null());
    // The name that the service chose is not the one that was expected.
    project.databases.append(u"endpoint_edge_broker_2"_s);
    QTRY_VERIFY(scene.shows(u"`endpoint_edge_broker_2` was created. It is empty"_s));
}

void TestSetUpCreate::K6_addsEndpointInPlace()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(scene.chooseKind(u"MySQL"_s));
    scene.click(u"Add external MySQL endpoint…"_s);
    QPointer<App::EndpointDialog> endpoint = scene.child<App::EndpointDialog>();
    QVERIFY(endpoint);
    fieldIn<QLineEdit>(endpoint, u"Name"_s)->setText(u"new-mysql"_s);
    for (const QString &caption : {u"Host"_s, u"Username"_s, u"Password"_s})
        fieldIn<QLineEdit>(endpoint, caption)->setText(u"x"_s);
    fieldIn<QLineEdit>(endpoint, u"Port"_s)->setText(u"3306"_s);
    QTest::mouseClick(buttonIn(endpoint, u"Create endpoint"_s), Qt::LeftButton);
    QTRY_VERIFY(endpoint.isNull());
    QTRY_COMPARE(scene.list(u"Source"_s)->currentIndex().data().toString(), u"new-mysql"_s);
    QVERIFY(scene.shows(u"Creates collection endpoint_new-mysql"_s));
}

void TestSetUpCreate::K6_endpointsKeepTheState()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(scene.chooseKind(u"PostgreSQL"_s));
    QVERIFY(choose(scene.list(u"Source"_s), u"shop-pg"_s));
    QTRY_VERIFY(scene.button(u"Endpoints…"_s));
    scene.button(u"Endpoints…"_s)->setFocus();
    scene.click(u"Endpoints…"_s);
    QPointer<App::EndpointsWindow> window = scene.child<App::EndpointsWindow>();
    QTRY_VERIFY(listIn(window, u"Integration endpoints"_s));
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTRY_COMPARE(window->focusWidget(), buttonIn(window, u"Edit…"_s)); // and not Close
    QCOMPARE(Accessibility::problemsIn(*window).join(u'\n'), QString());
    QCOMPARE(Accessibility::tabProblemsIn(*window).join(u'\n'), QString());
    QTest::mouseClick(buttonIn(window, u"Close"_s), Qt::LeftButton);
    QTRY_VERIFY(window.isNull());
    QCOMPARE(scene.dialog->focusWidget(), scene.button(u"Endpoints…"_s));
    // Everything is read again after this one; the button that has the focus stays.
    const QPointer<QPushButton> create = scene.button(u"Create PostgreSQL service…"_s);
    create->setFocus();
    create->click();
    const qsizetype before = project.network.requests().size();
    QTest::keyClick(scene.child<App::CreateServiceDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(project.network.requests().size() > before + 3);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(create && scene.dialog->focusWidget() == create);
    QCOMPARE(scene.list(u"Source"_s)->currentIndex().data().toString(), u"shop-pg"_s);
    QVERIFY(scene.shows(u"`endpoint_shop-pg_defaultdb_public`"_s));
}

void TestSetUpCreate::K14_createsServiceInPlace()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    scene.click(u"Create Apache Kafka service…"_s);
    QPointer<App::CreateServiceDialog> create = scene.child<App::CreateServiceDialog>();
    QVERIFY(create);
    QTRY_VERIFY(showsText(create, u"US$ 0.41 an hour, about US$ 299 a month"_s));
    QCOMPARE(Accessibility::problemsIn(*create).join(u'\n'), QString());
    QCOMPARE(Accessibility::tabProblemsIn(*create).join(u'\n'), QString());
    auto *const plan = fieldIn<QComboBox>(create, u"Plan"_s);
    QCOMPARE(plan->currentText(), u"business-4 · 3 node(s) · 4 GB memory"_s); // the hobbyist plan is listed, but off
    QCOMPARE(plan->itemData(0).toString(), u"hobbyist"_s);
    auto *const name = fieldIn<QLineEdit>(create, u"Name"_s);
    name->setText(u"kafka-demo"_s);
    QVERIFY(showsText(create, u"This project has a service of that name."_s));
    QVERIFY(!buttonIn(create, u"Create service"_s)->isEnabled());
    name->setText(u"kafka-new"_s);
    QTest::mouseClick(buttonIn(create, u"Create service"_s), Qt::LeftButton);
    QTRY_VERIFY(create.isNull());
    // It is listed at once, cannot be chosen while it is built, and is chosen as soon as it runs.
    const auto row = [&scene](const QString &wanted) {
        const QAbstractItemModel *const model = scene.list(u"Source"_s)->model();
        for (int i = 0; i < model->rowCount(); ++i) {
            if (model->index(i, 0).data().toString() == wanted)
                return model->index(i, 0);
        }
        return QModelIndex();
    };
    QTRY_COMPARE(row(u"kafka-new"_s).data(Widgets::SecondLineRole).toString(),
                 u"Being built: it can be chosen when it runs."_s);
    project.service("kafka-new")["state"] = "RUNNING";
    QTRY_COMPARE(scene.list(u"Source"_s)->currentIndex().data().toString(), u"kafka-new"_s);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
}

void TestSetUpCreate::K14_serviceRefused()
{
    FakeProject project;
    project.answerNext("POST /v1/project/sandbox/service",
                       FakeAnswer::refusal(403, u"No permission to create services"_s));
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    scene.click(u"Create Apache Kafka service…"_s);
    QPointer<App::CreateServiceDialog> create = scene.child<App::CreateServiceDialog>();
    QTRY_VERIFY(buttonIn(create, u"Create service"_s)->isEnabled());
    QTest::mouseClick(buttonIn(create, u"Create service"_s), Qt::LeftButton);
    QTRY_VERIFY(showsText(create, u"No permission to create services"_s));
    QVERIFY(fieldIn<QLineEdit>(create, u"Name"_s)->text() == "kafka-1"_L1); // nothing typed is lost
    create->reject();
    QTRY_VERIFY(create.isNull());
    QVERIFY(scene.isReady(u"Enable"_s));
}

void TestSetUpCreate::K16_lagAfterCreation()
{
    FakeProject project;
    project.answerNext("GET /v1/project/sandbox/integration/i-1", FakeAnswer::refusal(404, u"Not found"_s));
    project.looksUntilActive = 2;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.shows(endText));
}

void TestSetUpCreate::K19_K20_namesBeforeAndAfter()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    QVERIFY(scene.shows(u"service_kafka-demo"_s));
    QVERIFY(scene.shows(u"One database appears. It is empty: no tables exist until you define them."_s));
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.shows(endText));
    QVERIFY(scene.button(u"Define tables"_s)->isDefault());
}

void TestSetUpCreate::twoWindows()
{
    // The other window was faster: 409, and the integration of the other is taken.
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    project.exists = true;
    project.answerNext("POST /v1/project/sandbox/integration",
                       FakeAnswer::refusal(409, u"Service integration already exists"_s));
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.shows(u"`service_kafka-demo` exists already: this integration was set up before."_s));
    QVERIFY(scene.isReady(u"Define tables"_s));
}

void TestSetUpCreate::serviceDeletedMeanwhile()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.isReady(u"Enable"_s));
    project.services.erase(1);
    project.answerNext("POST /v1/project/sandbox/integration",
                       FakeAnswer::refusal(404, u"Service kafka-demo does not exist"_s));
    scene.click(u"Enable"_s);
    QTRY_VERIFY(scene.shows(u"kafka-demo does not exist any more."_s)); // once the lists are known
    QVERIFY(scene.shows(u"Choose another one, or create it anew."_s));
    QVERIFY(scene.list(u"Source"_s)->model()->index(1, 0).data().toString() == "kafka-staging"_L1);
}

QTEST_MAIN(TestSetUpCreate)
#include "tst_setupcreate.moc"
