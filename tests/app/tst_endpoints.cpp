// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "app/endpoints/deleteendpointdialog.h"
#include "app/endpoints/endpointdialog.h"
#include "app/endpoints/endpointrules.h"
#include "app/endpoints/endpointsview.h"
#include "fakeproject.h"
#include "rowmenuof.h"
#include "shownwindow.h"
#include "widgets/rowdelegate.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace TestSupport;

namespace {

/// The page over a fake project, in a window of its own.
struct Scene
{
    explicit Scene(FakeProject &project) : client(project.client()), view(client, u"sandbox"_s)
    {
        view.setWindowTitle(u"Integration endpoints"_s);
        view.resize(900, 600);
        view.show();
        (void)QTest::qWaitForWindowActive(&view);
    }
    [[nodiscard]] QListView *list() const { return listIn(&view, u"Integration endpoints"_s); }
    [[nodiscard]] QString secondLine(int row) const
    {
        return list()->model()->index(row, 0).data(Widgets::SecondLineRole).toString();
    }
    template <typename T>
    [[nodiscard]] T *dialog() const
    {
        return view.findChild<T *>();
    }

    Aiven::Client client;
    App::EndpointsView view;
};

Core::Json use(const char *id)
{
    return {{"service_integration_id", "i-9"},
            {"integration_type", "clickhouse_kafka"},
            {"source_endpoint_id", id},
            {"source_service", nullptr},
            {"dest_service", "clickhouse-demo"}};
}

} // namespace

class TestEndpoints : public QObject
{
    Q_OBJECT

private slots:
    void K6_listsWithTypeAddressAndUse();
    void K6_createsExternalKafka();
    void K6_editKeepsSecrets();
    void rowsHaveAMenu();
    void K6_deleteNamesWhatUsesIt();
    void K6_deletes();
    void states_data();
    void states();
    void staleListStays();
    void lookOnly();
    void offlineAndBack();
    void refusalStandsAtItsField();
    void lostAnswerIsReadBack();
    void doubleClickCreatesOnce();
    void names_data();
    void names();
    void rules_data();
    void rules();
    void everyTypeOfTheApiHasAForm();
};

void TestEndpoints::K6_listsWithTypeAddressAndUse()
{
    FakeProject project;
    project.service("clickhouse-demo")["service_integrations"] = Core::Json::array({use("e-1")});
    Scene scene(project);
    QTRY_VERIFY(scene.list());
    QCOMPARE(scene.list()->model()->rowCount(), 4);
    QCOMPARE(scene.secondLine(0),
             u"External Apache Kafka · broker.example.org:9093 · used by clickhouse-demo: clickhouse_kafka"_s);
    QCOMPARE(scene.secondLine(1), u"External PostgreSQL · db.example.org:5432 · not used"_s);
    QCOMPARE(Accessibility::problemsIn(scene.view), QStringList());
    Accessibility::Host window(scene.view);
    QCOMPARE(Accessibility::tabProblemsIn(window).join(u'\n'), QString());
}

void TestEndpoints::K6_createsExternalKafka()
{
    FakeProject project;
    project.endpoints = Core::Json::array();
    Scene scene(project);
    QTRY_VERIFY(showsText(&scene.view, u"No integration endpoints yet"_s));
    QTest::mouseClick(buttonIn(&scene.view, u"Add endpoint…"_s), Qt::LeftButton);
    QPointer<App::EndpointDialog> dialog = scene.dialog<App::EndpointDialog>();
    QVERIFY(dialog);
    QCOMPARE(Accessibility::problemsIn(*dialog).join(u'\n'), QString());
    QVERIFY(!fieldIn<QLineEdit>(dialog, u"SASL plain password"_s));
    // Everything by keyboard: the name has the focus, Return sends.
    QTRY_VERIFY(fieldIn<QLineEdit>(dialog, u"Name"_s)->hasFocus());
    QTest::keyClicks(dialog->focusWidget(), u"edge"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(showsText(dialog, u"This is needed."_s));
    QTest::keyClicks(fieldIn<QLineEdit>(dialog, u"Bootstrap servers"_s), u"broker:9092"_s);
    auto *const protocol = fieldIn<QComboBox>(dialog, u"Security protocol"_s);
    protocol->setFocus();
    while (protocol->currentText() != "SASL_PLAINTEXT"_L1)
        QTest::keyClick(protocol, Qt::Key_Down);
    QVERIFY(!fieldIn<QPlainTextEdit>(dialog, u"SSL CA cert"_s)); // no TLS, no certificate
    auto *const mechanism = fieldIn<QComboBox>(dialog, u"SASL mechanism"_s);
    mechanism->setFocus();
    QTest::keyClick(mechanism, Qt::Key_Down);
    QTest::keyClicks(fieldIn<QLineEdit>(dialog, u"SASL plain username"_s), u"ada"_s);
    QTest::keyClicks(fieldIn<QLineEdit>(dialog, u"SASL plain password"_s), u"secret-of-ada"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(dialog.isNull());
    QTRY_COMPARE(project.endpoints.size(), 1U);
    QCOMPARE(Core::toText(project.endpoints[0]["user_config"]),
             R"({"bootstrap_servers":"broker:9092","security_protocol":"SASL_PLAINTEXT","sasl_mechanism":"PLAIN",)"
             R"("sasl_plain_username":"ada","sasl_plain_password":"secret-of-ada"})");
    QTRY_VERIFY(scene.list() && scene.list()->model()->rowCount() == 1);
}

void TestEndpoints::K6_editKeepsSecrets()
{
    FakeProject project;
    Scene scene(project);
    QSignalSpy happened(&scene.view, &App::EndpointsView::happened);
    QTRY_VERIFY(choose(scene.list(), u"edge-broker"_s));
    const Core::Json before = project.endpoints[0]["user_config"];
    QTest::keyClick(scene.list(), Qt::Key_Return);
    QPointer<App::EndpointDialog> dialog = scene.dialog<App::EndpointDialog>();
    QVERIFY(dialog);
    QVERIFY(!fieldIn<QLineEdit>(dialog, u"Name"_s)->isEnabled());
    QVERIFY(fieldIn<QLineEdit>(dialog, u"SASL plain password"_s)->text().isEmpty());
    auto *const servers = fieldIn<QLineEdit>(dialog, u"Bootstrap servers"_s);
    servers->selectAll();
    QTest::keyClicks(servers, u"other:9093"_s);
    QTest::mouseClick(buttonIn(dialog, u"Save changes"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog.isNull());
    Core::Json expected = before;
    expected["bootstrap_servers"] = "other:9093";
    QCOMPARE(Core::toText(project.endpoints[0]["user_config"]),
             Core::toText(expected)); // "<redacted>" and the unknown key included
    QTRY_COMPARE(happened.size(), 1);
    QCOMPARE(happened.constFirst().constFirst().toString(), u"Endpoint edge-broker changed"_s);
}

/// What the buttons above the list do, for who is in a row.
void TestEndpoints::rowsHaveAMenu()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(choose(scene.list(), u"edge-broker"_s));
    const QMenu *const menu = rowMenuOf(scene.list());
    QVERIFY(menu);
    QCOMPARE(captionsOf(*menu), (QStringList{u"Edit…"_s, u"Delete…"_s}));
    menu->actions().constFirst()->trigger();
    QVERIFY(scene.dialog<App::EndpointDialog>());
}

void TestEndpoints::K6_deleteNamesWhatUsesIt()
{
    FakeProject project;
    project.service("clickhouse-demo")["service_integrations"] = Core::Json::array({use("e-1")});
    Scene scene(project);
    QTRY_VERIFY(choose(scene.list(), u"edge-broker"_s));
    scene.list()->setFocus();
    QTest::keyClick(scene.list(), Qt::Key_Delete);
    auto *const dialog = scene.dialog<App::DeleteEndpointDialog>();
    QVERIFY(dialog);
    QVERIFY(showsText(dialog, u"clickhouse-demo: clickhouse_kafka"_s));
    QVERIFY(!buttonIn(dialog, u"Delete endpoint"_s)->isEnabled());
    QCOMPARE(project.network.count("DELETE"), 0);
}

void TestEndpoints::K6_deletes()
{
    FakeProject project;
    project.answerNext("DELETE /v1/project/sandbox/integration_endpoint/e-2", FakeAnswer::refusal(409, u"In use"_s));
    Scene scene(project);
    QTRY_VERIFY(choose(scene.list(), u"shop-pg"_s));
    QTest::mouseClick(buttonIn(&scene.view, u"Delete…"_s), Qt::LeftButton);
    QPointer<App::DeleteEndpointDialog> dialog = scene.dialog<App::DeleteEndpointDialog>();
    QTest::mouseClick(buttonIn(dialog, u"Delete endpoint"_s), Qt::LeftButton);
    QTRY_VERIFY(showsText(dialog, u"In use"_s)); // used by something that appeared meanwhile
    QTest::mouseClick(buttonIn(dialog, u"Delete endpoint"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog.isNull());
    QTRY_COMPARE(scene.list()->model()->rowCount(), 3);
}

void TestEndpoints::states_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    QTest::newRow("offline") << 0 << u"No connection to api.example.org"_s;
    QTest::newRow("no permission") << 403 << u"Aiven does not permit this (403)."_s;
    QTest::newRow("server trouble") << 500 << u"(500)"_s;
}

void TestEndpoints::states()
{
    QFETCH(const int, status);
    QFETCH(const QString, text);
    FakeProject project;
    const QByteArray line = "GET /v1/project/sandbox/integration_endpoint";
    for (int i = 0; i < 3; ++i) // a GET is repeated twice
        project.answerNext(line, status == 0 ? FakeAnswer::cut(QNetworkReply::HostNotFoundError)
                                             : FakeAnswer::refusal(status, u"No"_s));
    Scene scene(project);
    QTRY_VERIFY(showsText(&scene.view, text));
    QVERIFY(!scene.list());
    for (int i = 0; i < 3 && !scene.list(); ++i) { // what is not repeated has answers left
        QTRY_VERIFY(buttonIn(&scene.view, u"Try again"_s));
        QTest::mouseClick(buttonIn(&scene.view, u"Try again"_s), Qt::LeftButton);
        QTRY_VERIFY(scene.list() || buttonIn(&scene.view, u"Try again"_s));
    }
    QTRY_VERIFY(scene.list());
}

void TestEndpoints::staleListStays()
{
    FakeProject project;
    Scene scene(project);
    QTRY_VERIFY(scene.list());
    for (int i = 0; i < 3; ++i)
        project.answerNext("GET /v1/project/sandbox/service", FakeAnswer::cut(QNetworkReply::HostNotFoundError));
    scene.view.refresh();
    QTRY_VERIFY(showsText(&scene.view, u"No connection to api.example.org"_s));
    QCOMPARE(scene.list()->model()->rowCount(), 4);
}

void TestEndpoints::offlineAndBack()
{
    FakeProject project;
    project.timing.probe = std::chrono::milliseconds(5);
    Scene scene(project);
    QTRY_VERIFY(choose(scene.list(), u"edge-broker"_s));
    buttonIn(&scene.view, u"Edit…"_s)->click();
    QTRY_VERIFY(scene.dialog<App::EndpointDialog>());
    QPushButton *const save = buttonIn(scene.dialog<App::EndpointDialog>(), u"Save changes"_s);
    project.isOffline = true;
    scene.view.refresh();
    QTRY_VERIFY(!save->isEnabled());
    QCOMPARE(save->toolTip(), u"No connection"_s);
    QVERIFY(showsText(&scene.view, u"No connection to api.example.org: refused."_s));
    QCOMPARE(scene.list()->model()->rowCount(), 4); // all of it stays readable
    for (const QString &caption : {u"Add endpoint…"_s, u"Edit…"_s, u"Delete…"_s})
        QVERIFY(!buttonIn(&scene.view, caption)->isEnabled());
    project.isOffline = false;
    QTRY_VERIFY(save->isEnabled());
    QTRY_VERIFY(buttonIn(&scene.view, u"Add endpoint…"_s)->isEnabled());
    QTRY_VERIFY(!showsText(&scene.view, u"No connection"_s));
}

void TestEndpoints::lookOnly()
{
    FakeProject project;
    project.roles = Core::Json::array({"developer"});
    Scene scene(project);
    QTRY_VERIFY(choose(scene.list(), u"edge-broker"_s));
    QVERIFY(showsText(&scene.view, u"project:integrations:write. Your role: developer."_s));
    for (const QString &caption : {u"Add endpoint…"_s, u"Edit…"_s, u"Delete…"_s})
        QVERIFY(!buttonIn(&scene.view, caption)->isEnabled());
    QTest::keyClick(scene.list(), Qt::Key_Return);
    QVERIFY(!scene.dialog<App::EndpointDialog>());
}

void TestEndpoints::refusalStandsAtItsField()
{
    FakeProject project;
    project.answerNext("PUT /v1/project/sandbox/integration_endpoint/e-2",
                       FakeAnswer::refusal(400, u"Invalid 'user_config': Invalid input for port: 1 is reserved"_s));
    Aiven::Client client = project.client();
    const auto type = Aiven::EndpointType::fromJson(project.endpointTypes[1]);
    const auto endpoint = Aiven::Endpoint::fromJson(project.endpoints[1]);
    QPointer<App::EndpointDialog> dialog = new App::EndpointDialog(client, u"sandbox"_s, {*type}, *endpoint);
    dialog->open();
    auto *const port = fieldIn<QLineEdit>(dialog, u"Port"_s);
    port->setText(u"1"_s);
    QTest::mouseClick(buttonIn(dialog, u"Save changes"_s), Qt::LeftButton);
    QTRY_VERIFY(showsText(dialog, u"1 is reserved"_s));
    QCOMPARE(port->text(), u"1"_s); // nothing typed is lost
    QVERIFY(buttonIn(dialog, u"Save changes"_s)->isEnabled());
    delete dialog;
}

void TestEndpoints::lostAnswerIsReadBack()
{
    // N-04: sent once; what became of it is read back.
    FakeProject project;
    project.answerNext("POST /v1/project/sandbox/integration_endpoint", FakeAnswer::cut());
    project.endpoints.push_back(
        {{"endpoint_id", "e-7"}, {"endpoint_name", "edge"}, {"endpoint_type", "external_mysql"}});
    Aiven::Client client = project.client();
    const auto type = Aiven::EndpointType::fromJson(project.endpointTypes[2]);
    QPointer<App::EndpointDialog> dialog = new App::EndpointDialog(client, u"sandbox"_s, {*type});
    QSignalSpy saved(dialog, &App::EndpointDialog::saved);
    dialog->open();
    fieldIn<QLineEdit>(dialog, u"Name"_s)->setText(u"edge"_s);
    for (const QString &caption : {u"Host"_s, u"Username"_s, u"Password"_s})
        fieldIn<QLineEdit>(dialog, caption)->setText(u"x"_s);
    fieldIn<QLineEdit>(dialog, u"Port"_s)->setText(u"3306"_s);
    QTest::mouseClick(buttonIn(dialog, u"Create endpoint"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog.isNull());
    QCOMPARE(saved.size(), 1);
    QCOMPARE(project.network.count("POST"), 1);
}

void TestEndpoints::doubleClickCreatesOnce()
{
    // N-44
    FakeProject project;
    Aiven::Client client = project.client();
    QPointer<App::EndpointDialog> dialog =
        new App::EndpointDialog(client, u"sandbox"_s, {*Aiven::EndpointType::fromJson(project.endpointTypes[1])},
                                *Aiven::Endpoint::fromJson(project.endpoints[1]));
    dialog->open();
    dialog->accept();
    dialog->accept();
    QTRY_VERIFY(dialog.isNull());
    QCOMPARE(project.network.count("PUT"), 1);
}

void TestEndpoints::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("dashes") << u"edge-broker-1"_s << true;
    QTest::newRow("unicode") << u"Lüneburg Kafka ☕"_s << true;
    QTest::newRow("longest") << QString(40, u'a') << true;
    QTest::newRow("too long") << QString(41, u'a') << false;
    QTest::newRow("64 characters") << QString(64, u'a') << false;
    QTest::newRow("blank at the end") << u"a "_s << false;
}

void TestEndpoints::names()
{
    QFETCH(const QString, name);
    QFETCH(const bool, good);
    QCOMPARE(App::endpointNameProblem(name).isEmpty(), good);
}

void TestEndpoints::rules_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("hidden");
    QTest::addColumn<bool>("needed");
    const QString kafka = u"external_kafka"_s;
    const auto protocol = [](const char *name) { return QByteArray(R"({"security_protocol": ")") + name + "\"}"; };
    QTest::newRow("K6 PLAINTEXT, user") << kafka << protocol("PLAINTEXT") << u"sasl_plain_username"_s << true << false;
    QTest::newRow("K6 PLAINTEXT, CA") << kafka << protocol("PLAINTEXT") << u"ssl_ca_cert"_s << true << false;
    QTest::newRow("K6 SSL, CA") << kafka << protocol("SSL") << u"ssl_ca_cert"_s << false << false;
    QTest::newRow("K6 SSL, user") << kafka << protocol("SSL") << u"sasl_plain_username"_s << true << false;
    QTest::newRow("K6 SSL, certificate without key")
        << kafka << QByteArray(R"({"security_protocol": "SSL", "ssl_client_cert": "x"})") << u"ssl_client_key"_s
        << false << true;
    QTest::newRow("K6 SASL_PLAINTEXT, password")
        << kafka << protocol("SASL_PLAINTEXT") << u"sasl_plain_password"_s << false << true;
    QTest::newRow("K6 SASL_PLAINTEXT, CA") << kafka << protocol("SASL_PLAINTEXT") << u"ssl_ca_cert"_s << true << false;
    QTest::newRow("K6 SASL_SSL, CA") << kafka << protocol("SASL_SSL") << u"ssl_ca_cert"_s << false << false;
    QTest::newRow("K6 SASL_SSL, client key") << kafka << protocol("SASL_SSL") << u"ssl_client_key"_s << true << false;
    QTest::newRow("custom syslog") << u"rsyslog"_s << QByteArray(R"({"format": "custom"})") << u"logline"_s << false
                                   << true;
    QTest::newRow("plain syslog") << u"rsyslog"_s << QByteArray(R"({"format": "rfc5424"})") << u"logline"_s << true
                                  << false;
    QTest::newRow("unknown type") << u"tomorrow"_s << QByteArray("{}") << u"logline"_s << false << false;
}

void TestEndpoints::rules()
{
    QFETCH(const QString, type);
    QFETCH(const QByteArray, config);
    QFETCH(const QString, key);
    QFETCH(const bool, hidden);
    QFETCH(const bool, needed);
    const App::EndpointRules rules = App::endpointRules(type, *Core::parseJson(config));
    QCOMPARE(rules.hidden.contains(key), hidden);
    QCOMPARE(rules.needed.contains(key), needed);
}

void TestEndpoints::everyTypeOfTheApiHasAForm()
{
    FakeProject project;
    project.endpointTypes.push_back(
        {{"endpoint_type", "tomorrow"},
         {"title", "Tomorrow"},
         {"user_config_schema",
          {{"type", "object"}, {"properties", {{"far", {{"title", "Far"}, {"type", "string"}}}}}}}});
    Aiven::Client client = project.client();
    QList<Aiven::EndpointType> types;
    for (const Core::Json &type : project.endpointTypes)
        types.append(*Aiven::EndpointType::fromJson(type));
    App::EndpointDialog dialog(client, u"sandbox"_s, types);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    auto *const box = fieldIn<QComboBox>(&dialog, u"Type"_s);
    QCOMPARE(box->count(), int(types.size()));
    for (int i = 0; i < box->count(); ++i) {
        box->setCurrentIndex(i);
        QVERIFY(dialog.windowTitle().contains(types.at(i).title));
        const QStringList problems = Accessibility::problemsIn(dialog) + Accessibility::tabProblemsIn(dialog);
        QVERIFY2(problems.isEmpty(), qPrintable(types.at(i).type + u": "_s + problems.join(u'\n')));
    }
    QVERIFY(fieldIn<QLineEdit>(&dialog, u"Far"_s));
}

QTEST_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
