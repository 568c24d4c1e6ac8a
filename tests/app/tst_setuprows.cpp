// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoints/projectfacts.h"
#include "app/setup/createservicedialog.h"
#include "app/setup/createtopicdialog.h"
#include "app/setup/kinds.h"
#include "app/setup/sources.h"
#include "fakeproject.h"

#include <QTest>

using namespace Qt::StringLiterals;
using App::Kind;
using App::Source;

namespace {

template <typename T>
QList<T> read(const Core::Json &array)
{
    QList<T> list;
    for (const Core::Json &entry : array)
        list.append(*T::fromJson(entry));
    return list;
}

App::ProjectFacts factsOf(const TestSupport::FakeProject &project)
{
    App::ProjectFacts facts;
    facts.project = u"sandbox"_s;
    facts.serviceName = u"clickhouse-demo"_s;
    facts.services = read<Aiven::Service>(project.services);
    facts.service = facts.services.constFirst();
    facts.types = read<Aiven::IntegrationType>(project.types);
    facts.integrations = read<Aiven::Integration>(project.candidates);
    facts.endpoints = read<Aiven::Endpoint>(project.endpoints);
    facts.endpointTypes = read<Aiven::EndpointType>(project.endpointTypes);
    facts.serviceTypes = {u"kafka"_s, u"pg"_s};
    return facts;
}

QList<Source> kafkaSources(const App::ProjectFacts &facts)
{
    const Kind kafka = App::kindsOf(facts).constFirst();
    return App::sourcesOf(facts, kafka, kafka.routes.constFirst());
}

const Kind &kindOf(const QList<Kind> &kinds, const QString &id)
{
    for (const Kind &kind : kinds) {
        if (kind.id == id)
            return kind;
    }
    qFatal("no such kind");
}

QStringList titles(const QList<Kind> &kinds, Kind::Group group)
{
    QStringList found;
    for (const Kind &kind : kinds) {
        if (kind.group == group)
            found.append(kind.title);
    }
    return found;
}

} // namespace

class TestSetUpRows : public QObject
{
    Q_OBJECT

private slots:
    void D3_D4_kindsComeFromTheApi();
    void K13_kafkaComesFirst();
    void K13_blockedStaysVisibleWithReason();
    void K13_countsWhatIsEnabled();
    void routes_data();
    void routes();
    void D7_sourceOfTheOtherRouteSaysWhy();
    void K1_D5_sources();
    void serviceDeletedMeanwhile();
    void serviceNames_data();
    void serviceNames();
    void costs_data();
    void costs();
    void sourceReasons_data();
    void sourceReasons();
    void K4_plans();
    void topicNames_data();
    void topicNames();
};

void TestSetUpRows::D3_D4_kindsComeFromTheApi()
{
    TestSupport::FakeProject project;
    const QList<Kind> kinds = App::kindsOf(factsOf(project));
    QCOMPARE(titles(kinds, Kind::Group::DataSources),
             QStringList({u"Apache Kafka"_s, u"PostgreSQL"_s, u"MySQL"_s, u"Amazon S3"_s, u"ClickHouse"_s}));
    // What this program has never heard of appears, too; what has no ClickHouse side does not.
    QCOMPARE(titles(kinds, Kind::Group::Observability),
             QStringList({u"Metrics"_s, u"Datadog"_s, u"Logs"_s, u"Tomorrow logs"_s}));
    QCOMPARE(titles(kinds, Kind::Group::Other), QStringList(u"Autoscaler"_s));
    QVERIFY(App::kindsOf({}).isEmpty());
}

void TestSetUpRows::K13_kafkaComesFirst()
{
    TestSupport::FakeProject project;
    const QList<Kind> kinds = App::kindsOf(factsOf(project));
    QVERIFY(kinds.constFirst().isAvailable());
    QCOMPARE(kinds.constFirst().otherTypes(), QStringList({u"kafka"_s, u"external_kafka"_s}));
    for (const Kind &kind : kinds)
        QVERIFY2(!kind.sentence.isEmpty(), qPrintable(kind.title));
}

void TestSetUpRows::K13_blockedStaysVisibleWithReason()
{
    // Logs go to OpenSearch: none is there, no endpoint can stand for it, and it cannot be created here.
    TestSupport::FakeProject project;
    const QList<Kind> kinds = App::kindsOf(factsOf(project));
    const Kind &logs = kindOf(kinds, u"logs"_s);
    QVERIFY(!logs.isAvailable());
    QCOMPARE(logs.sentence, u"Needs Opensearch: this project has none, and none can be created here."_s);
    QVERIFY(kindOf(kinds, u"metrics"_s).isAvailable());
    QVERIFY(kindOf(kinds, u"datadog"_s).isAvailable());
}

void TestSetUpRows::K13_countsWhatIsEnabled()
{
    TestSupport::FakeProject project;
    App::ProjectFacts facts = factsOf(project);
    project.exists = true;
    Aiven::Integration kafka;
    kafka.id = u"i-1"_s;
    kafka.type = u"clickhouse_kafka"_s;
    kafka.source.service = u"kafka-demo"_s;
    kafka.source.serviceType = u"kafka"_s;
    kafka.dest.service = u"clickhouse-demo"_s;
    facts.integrations.append(kafka);
    const QList<Kind> kinds = App::kindsOf(facts);
    QCOMPARE(kinds.constFirst().enabled, 1);
    QCOMPARE(kindOf(kinds, u"pg"_s).enabled, 0);
}

void TestSetUpRows::routes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("databases");
    QTest::addColumn<bool>("credentials");
    QTest::newRow("D15 Kafka") << u"kafka"_s << true << false;
    QTest::newRow("D17 PostgreSQL") << u"pg"_s << true << true;
    QTest::newRow("D18 MySQL") << u"mysql"_s << false << true;
    QTest::newRow("D16 S3, from the API only") << u"aws_s3"_s << false << true;
}

void TestSetUpRows::routes()
{
    QFETCH(const QString, kind);
    QFETCH(const bool, databases);
    QFETCH(const bool, credentials);
    TestSupport::FakeProject project;
    const QList<Kind> kinds = App::kindsOf(factsOf(project));
    QCOMPARE(kindOf(kinds, kind).route(App::Route::Method::Databases) != nullptr, databases);
    QCOMPARE(kindOf(kinds, kind).route(App::Route::Method::Credentials) != nullptr, credentials);
}

void TestSetUpRows::D7_sourceOfTheOtherRouteSaysWhy()
{
    TestSupport::FakeProject project;
    const App::ProjectFacts facts = factsOf(project);
    const QList<Kind> kinds = App::kindsOf(facts);
    const Kind &pg = kindOf(kinds, u"pg"_s);
    const QList<Source> sources = App::sourcesOf(facts, pg, *pg.route(App::Route::Method::Credentials));
    QCOMPARE(sources.size(), 2);
    QCOMPARE(sources.at(0).name, u"pg-demo"_s);
    QCOMPARE(sources.at(0).reason, u"Managed credentials are not offered for this source."_s);
    QVERIFY(sources.at(1).isEndpoint() && sources.at(1).isAvailable());
}

void TestSetUpRows::K1_D5_sources()
{
    TestSupport::FakeProject project;
    const App::ProjectFacts facts = factsOf(project);
    const QList<Source> found = kafkaSources(facts);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).name, u"kafka-demo"_s);
    QVERIFY(found.at(0).isAvailable());
    QCOMPARE(found.at(0).facts, u"Aiven for Apache Kafka 3.9 · business-4 · sandbox"_s);
    QCOMPARE(found.at(1).reason, u"Powered off: integrations cannot be changed."_s);
    QCOMPARE(found.at(2).group, Source::Group::ExternalEndpoints);
    QCOMPARE(found.at(2).name, u"edge-broker"_s);
    QVERIFY(found.at(2).isAvailable());
    QCOMPARE(found.at(2).facts, u"External Apache Kafka · broker.example.org:9093"_s);
}

void TestSetUpRows::sourceReasons_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reason");
    QTest::newRow("K14 being built") << u"state"_s << u"REBUILDING"_s
                                     << u"Being built: it can be chosen when it runs."_s;
    QTest::newRow("rebalancing") << u"state"_s << u"REBALANCING"_s << QString();
    QTest::newRow("unknown state") << u"state"_s << u"DREAMING"_s << u"Being built: it can be chosen when it runs."_s;
    QTest::newRow("K4 hobbyist") << u"plan"_s << u"hobbyist"_s
                                 << u"Needs a Startup plan or higher. This service: hobbyist."_s;
    QTest::newRow("free") << u"plan"_s << u"free-0"_s << u"Needs a Startup plan or higher. This service: free-0."_s;
}

void TestSetUpRows::sourceReasons()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const QString, reason);
    TestSupport::FakeProject project;
    project.service("kafka-demo")[Core::toStdString(key)] = Core::toStdString(value);
    const App::ProjectFacts facts = factsOf(project);
    for (const Source &source : kafkaSources(facts)) {
        if (source.name == "kafka-demo"_L1)
            QCOMPARE(source.reason, reason);
    }
}

void TestSetUpRows::K4_plans()
{
    TestSupport::FakeProject project;
    QCOMPARE(App::serviceProblem(factsOf(project)), QString());
    project.service("clickhouse-demo")["plan"] = "hobbyist";
    QCOMPARE(App::serviceProblem(factsOf(project)),
             u"Aiven for ClickHouse service integrations are available for Startup plans and higher. "
             "This service: hobbyist."_s);
}

void TestSetUpRows::serviceDeletedMeanwhile()
{
    TestSupport::FakeProject project;
    App::ProjectFacts facts = factsOf(project);
    facts.service.reset();
    QCOMPARE(App::serviceProblem(facts),
             u"clickhouse-demo does not exist any more. It was deleted while this window was open."_s);
}

void TestSetUpRows::serviceNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("K14 plain") << u"my-kafka-2"_s << true;
    QTest::newRow("K14 64 characters") << u"a"_s + QString(63, u'b') << true;
    QTest::newRow("K14 too long") << QString(65, u'a') << false;
    QTest::newRow("K14 capital") << u"Kafka"_s << false;
    QTest::newRow("K14 digit first") << u"1a"_s << false;
    QTest::newRow("K14 unicode") << u"kafk\u00e4"_s << false;
    QTest::newRow("K14 line break") << u"a\n"_s << false;
}

void TestSetUpRows::serviceNames()
{
    QFETCH(const QString, name);
    QFETCH(const bool, good);
    QCOMPARE(App::serviceNameProblem(name).isEmpty(), good);
}

void TestSetUpRows::costs_data()
{
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("text");
    QTest::newRow("K14 price") << u"0.41"_s << u"US$ 0.41 an hour, about US$ 299 a month"_s;
    QTest::newRow("K14 free") << u"0.00"_s << u"free of charge"_s;
    QTest::newRow("K14 not told") << QString() << u"not told"_s;
}

void TestSetUpRows::costs()
{
    QFETCH(const QString, price);
    QFETCH(const QString, text);
    QVERIFY2(App::costText(price).contains(text), qPrintable(App::costText(price)));
}

void TestSetUpRows::topicNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << u"orders_v1.2-x"_s << true;
    QTest::newRow("longest") << QString(249, u'a') << true;
    QTest::newRow("too long") << QString(250, u'a') << false;
    QTest::newRow("space") << u"a b"_s << false;
    QTest::newRow("slash") << u"../x"_s << false;
    QTest::newRow("dot") << u"."_s << false;
    QTest::newRow("dots") << u".."_s << false;
    QTest::newRow("not ASCII") << u"ü"_s << false;
    QTest::newRow("newline") << u"a\n"_s << false;
}

void TestSetUpRows::topicNames()
{
    QFETCH(const QString, name);
    QFETCH(const bool, good);
    QCOMPARE(App::topicNameProblem(name).isEmpty(), good);
}

QTEST_GUILESS_MAIN(TestSetUpRows)
#include "tst_setuprows.moc"
