// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/createtopicdialog.h"
#include "app/setup/kinds.h"
#include "app/setup/setupfacts.h"
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

App::SetUpFacts factsOf(const TestSupport::FakeProject &project)
{
    App::SetUpFacts facts;
    facts.project = u"sandbox"_s;
    facts.serviceName = u"clickhouse-demo"_s;
    facts.services = read<Aiven::Service>(project.services);
    facts.service = facts.services.constFirst();
    facts.types = read<Aiven::IntegrationType>(project.types);
    facts.integrations = read<Aiven::Integration>(project.candidates);
    return facts;
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
    void kindsComeFromTheApi();
    void kafkaComesFirstAndAlone();
    void sources();
    void sourceReasons_data();
    void sourceReasons();
    void plans();
    void topicNames_data();
    void topicNames();
};

void TestSetUpRows::kindsComeFromTheApi()
{
    TestSupport::FakeProject project;
    const QList<Kind> kinds = App::kindsOf(factsOf(project));
    QCOMPARE(titles(kinds, Kind::Group::DataSources),
             QStringList({u"Apache Kafka"_s, u"PostgreSQL"_s, u"MySQL"_s, u"Amazon S3"_s, u"ClickHouse"_s}));
    // What this program has never heard of appears, too; what has no ClickHouse side does not.
    QCOMPARE(titles(kinds, Kind::Group::Observability),
             QStringList({u"Metrics"_s, u"Logs"_s, u"Datadog"_s, u"Tomorrow logs"_s}));
    QCOMPARE(titles(kinds, Kind::Group::Other), QStringList(u"Autoscaler"_s));
    QVERIFY(App::kindsOf({}).isEmpty());
}

void TestSetUpRows::kafkaComesFirstAndAlone()
{
    TestSupport::FakeProject project;
    const QList<Kind> kinds = App::kindsOf(factsOf(project));
    QVERIFY(kinds.constFirst().isAvailable());
    QCOMPARE(kinds.constFirst().sourceTypes, QStringList({u"kafka"_s, u"external_kafka"_s}));
    for (const Kind &kind : kinds.sliced(1))
        QVERIFY(!kind.isAvailable() && !kind.sentence.isEmpty());
}

void TestSetUpRows::sources()
{
    TestSupport::FakeProject project;
    const App::SetUpFacts facts = factsOf(project);
    const QList<Source> found = App::sourcesOf(facts, App::kindsOf(facts).constFirst());
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).name, u"kafka-demo"_s);
    QVERIFY(found.at(0).isAvailable());
    QCOMPARE(found.at(0).facts, u"Aiven for Apache Kafka 3.9 · business-4 · sandbox"_s);
    QCOMPARE(found.at(1).reason, u"Powered off: integrations cannot be changed."_s);
    QCOMPARE(found.at(2).group, Source::Group::ExternalEndpoints);
    QCOMPARE(found.at(2).name, u"edge-broker"_s);
    QVERIFY(!found.at(2).isAvailable());
}

void TestSetUpRows::sourceReasons_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reason");
    QTest::newRow("being built") << u"state"_s << u"REBUILDING"_s << u"Being built: it can be chosen when it runs."_s;
    QTest::newRow("rebalancing") << u"state"_s << u"REBALANCING"_s << QString();
    QTest::newRow("unknown state") << u"state"_s << u"DREAMING"_s << u"Being built: it can be chosen when it runs."_s;
    QTest::newRow("hobbyist") << u"plan"_s << u"hobbyist"_s
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
    const App::SetUpFacts facts = factsOf(project);
    for (const Source &source : App::sourcesOf(facts, App::kindsOf(facts).constFirst())) {
        if (source.name == "kafka-demo"_L1)
            QCOMPARE(source.reason, reason);
    }
}

void TestSetUpRows::plans()
{
    TestSupport::FakeProject project;
    QCOMPARE(App::planProblem(factsOf(project)), QString());
    project.service("clickhouse-demo")["plan"] = "hobbyist";
    QCOMPARE(App::planProblem(factsOf(project)),
             u"Aiven for ClickHouse service integrations are available for Startup plans and higher. "
             "This service: hobbyist."_s);
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
