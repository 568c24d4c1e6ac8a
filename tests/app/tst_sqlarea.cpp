// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sqlarea.h"

#include "app/activitylog.h"
#include "app/servicepage.h"
#include "clickhouse/scriptedserver.h"
#include "clickhouse/server.h"
#include "support/certificates.h"
#include "support/fakenetwork.h"
#include "widgets/style.h"

#include <QApplication>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TestSupport;

/// What the pages give to the SQL pane.
class TestSqlArea final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new Widgets::HeadgateStyle); }
    void N25_readsTheProjectsAuthority();
};

void TestSqlArea::N25_readsTheProjectsAuthority()
{
    const Certificates project(u"Project-CA"_s);
    const ScriptedServer server(
        [](QTcpSocket &socket, const SeenRequest &) { ScriptedServer::answerOk(socket, "name\nString\ndefault\n"); },
        project.server(u"IP:127.0.0.1"_s));
    const int port = server.address().url.port();
    FakeNetwork network([&project, port](const FakeRequest &request) {
        if (request.path.endsWith("/kms/ca"))
            return FakeAnswer::json({{"certificate", project.authority().toStdString()}});
        if (!request.path.contains("/service/ch?"))
            return FakeAnswer::refusal(404, u"Not found"_s);
        return FakeAnswer::json(
            {{"service",
              {{"service_name", "ch"},
               {"service_type", "clickhouse"},
               {"plan", "startup-16"},
               {"state", "RUNNING"},
               {"components",
                Core::Json::array({{{"component", "clickhouse_https"}, {"host", "127.0.0.1"}, {"port", port}}})},
               {"users", Core::Json::array({{{"username", "avnadmin"}, {"password", "pass:word"}}})}}}});
    });
    App::Session session(network, {QUrl(u"https://api.example"_s), Core::Secret(u"some-token"_s), u"Example"_s},
                         u"cloud"_s, nullptr);
    App::ActivityLog log;
    const App::ServicePage page({&session, u"p"_s, u"ch"_s, u"clickhouse"_s}, log);
    App::SqlArea area;
    area.setService(page);
    area.setOpen(true);
    QTRY_COMPARE(server.statements().size(), 1); // the list of databases
    QCOMPARE(network.lines().count("GET /v1/project/p/kms/ca"), 1);
}

QTEST_MAIN(TestSqlArea)
#include "tst_sqlarea.moc"
