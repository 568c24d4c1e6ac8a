// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/broker/kafkabroker.h"

#include "core/json.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using Sandbox::KafkaBroker;
using Sandbox::Message;

namespace {

Message text(const std::string &value, int partition = 0)
{
    Message message;
    message.value = value;
    message.partition = partition;
    return message;
}

std::vector<std::string> valuesOf(const std::vector<Message> &messages)
{
    std::vector<std::string> values;
    for (const Message &message : messages)
        values.push_back(message.value.value_or("(null)"));
    return values;
}

using Texts = std::vector<std::string>;

} // namespace

class TestKafkaBroker : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_broker.reset(); }

    void listensOnLoopback();
    void returnsWhatWasProduced();
    void keepsNullAndEmptyApart();
    void readsFromTheGivenOffsets();
    void stopsAtTheByteLimit();
    void refusesWhatDoesNotExist();
    void refusesTopicsThatCannotBe();
    void deletesTopics();
    void growsTopics();
    void keepsPositionsOfGroups();
    void keepsEverythingOverARestart();
    void dropsABatchThatWasCut();
    void seedsTheSampleTopics();
    void keepsLiveTopicsFlowing();

private:
    void restart();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KafkaBroker> m_broker;
};

void TestKafkaBroker::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    restart();
}

void TestKafkaBroker::restart()
{
    m_broker.reset();
    m_broker = std::make_unique<KafkaBroker>(m_folder->path().toStdString());
}

void TestKafkaBroker::listensOnLoopback()
{
    QVERIFY(m_broker->bootstrapServers().starts_with("127.0.0.1:"));
    QVERIFY(m_broker->topics().empty());
}

void TestKafkaBroker::returnsWhatWasProduced()
{
    QVERIFY(m_broker->createTopic("events", 2));
    Message keyed = text("b", 1);
    keyed.key = "k";
    const auto results = m_broker->produce("events", {text("a"), keyed, text("c", 1)});
    QCOMPARE(results.size(), std::size_t(3));
    QCOMPARE(results[1].partition, 1);
    QCOMPARE(results[1].offset, 0);
    QCOMPARE(results[2].offset, 1);

    const auto messages = m_broker->read("events", {{0, 0}, {1, 0}}, 1 << 20, 3s);
    QVERIFY(messages);
    QCOMPARE(valuesOf(*messages), (Texts{"a", "b", "c"}));
    QCOMPARE(messages->at(1).key, std::optional<std::string>("k"));
    QVERIFY(!messages->at(0).key);
    QVERIFY(messages->at(0).timestampMs > 0);

    const auto partitions = m_broker->partitions("events");
    QCOMPARE(partitions->size(), std::size_t(2));
    QCOMPARE(partitions->at(1).earliestOffset, 0);
    QCOMPARE(partitions->at(1).latestOffset, 2);
}

void TestKafkaBroker::keepsNullAndEmptyApart()
{
    QVERIFY(m_broker->createTopic("events", 1));
    Message tombstone;
    tombstone.partition = 0;
    QVERIFY(!m_broker->produce("events", {tombstone, text("")}).at(1).error);
    const auto messages = m_broker->read("events", {{0, 0}}, 1 << 20, 3s);
    QCOMPARE(valuesOf(*messages), (Texts{"(null)", ""}));
}

void TestKafkaBroker::readsFromTheGivenOffsets()
{
    QVERIFY(m_broker->createTopic("events", 1));
    (void)m_broker->produce("events", {text("a"), text("b"), text("c")});
    QCOMPARE(valuesOf(*m_broker->read("events", {{0, 1}}, 1 << 20, 3s)), (Texts{"b", "c"}));
    QCOMPARE(valuesOf(*m_broker->read("events", {{0, -5}}, 1 << 20, 3s)), (Texts{"a", "b", "c"}));
    QVERIFY(m_broker->read("events", {{0, 3}}, 1 << 20, 3s)->empty());
    QVERIFY(m_broker->read("events", {{0, 300}}, 1 << 20, 3s)->empty());
}

void TestKafkaBroker::stopsAtTheByteLimit()
{
    QVERIFY(m_broker->createTopic("events", 1));
    (void)m_broker->produce("events", {text("aaaa"), text("bbbb"), text("cccc")});
    QCOMPARE(valuesOf(*m_broker->read("events", {{0, 0}}, 8, 3s)), (Texts{"aaaa", "bbbb"}));
    // At least one message always comes, otherwise a reader could never get past a large one.
    QCOMPARE(valuesOf(*m_broker->read("events", {{0, 0}}, 1, 3s)), (Texts{"aaaa"}));
}

void TestKafkaBroker::refusesWhatDoesNotExist()
{
    QVERIFY(m_broker->createTopic("events", 1));
    QCOMPARE(m_broker->read("nothing", {{0, 0}}, 1024, 3s).error().message,
             std::string("Topic 'nothing' does not exist"));
    QCOMPARE(m_broker->read("events", {{7, 0}}, 1024, 3s).error().message,
             std::string("Topic 'events' has no partition 7"));
    QVERIFY(m_broker->produce("nothing", {text("a")}).at(0).error);
    QVERIFY(m_broker->produce("events", {text("a", 7)}).at(0).error);
    QVERIFY(!m_broker->partitions("nothing"));
    QVERIFY(!m_broker->deleteTopic("nothing"));
    QCOMPARE(m_broker->topics().size(), std::size_t(1));
}

void TestKafkaBroker::refusesTopicsThatCannotBe()
{
    QVERIFY(m_broker->createTopic("events", 1));
    QVERIFY(!m_broker->createTopic("events", 1));
    for (const std::string name : {"", ".", "..", "a b", "a/b", "ä"})
        QVERIFY2(!m_broker->createTopic(name, 1), name.c_str());
    QVERIFY(!m_broker->createTopic("many", 0));
    QVERIFY(!m_broker->createTopic("many", 1000000));
}

void TestKafkaBroker::deletesTopics()
{
    QVERIFY(m_broker->createTopic("empty", 2));
    QVERIFY(m_broker->createTopic("full", 1));
    (void)m_broker->produce("full", {text("a")});
    QVERIFY(m_broker->deleteTopic("empty"));
    QVERIFY(m_broker->deleteTopic("full"));
    QVERIFY(m_broker->topics().empty());
    QVERIFY(!m_broker->read("full", {{0, 0}}, 1024, 3s));
    QVERIFY(m_broker->produce("full", {text("b")}).at(0).error);

    // Made again it is empty, and may have another number of partitions.
    QVERIFY(m_broker->createTopic("full", 2));
    QCOMPARE(m_broker->partitions("full")->at(0).latestOffset, 0);
    QVERIFY(!m_broker->produce("full", {text("c", 1)}).at(0).error);
    QCOMPARE(valuesOf(*m_broker->read("full", {{0, 0}, {1, 0}}, 1024, 3s)), Texts{"c"});
}

void TestKafkaBroker::growsTopics()
{
    QVERIFY(m_broker->createTopic("events", 2));
    (void)m_broker->produce("events", {text("a", 1)});
    QVERIFY(m_broker->growTopic("events", 4));
    QVERIFY(!m_broker->produce("events", {text("b", 3)}).at(0).error);
    QCOMPARE(valuesOf(*m_broker->read("events", {{1, 0}, {3, 0}}, 1024, 3s)), (Texts{"a", "b"}));
    QCOMPARE(m_broker->growTopic("events", 3).error().message,
             std::string("Topic 'events' has 4 partitions; they can only be increased, to 1000 at most"));
    QVERIFY(!m_broker->growTopic("nothing", 3));
}

void TestKafkaBroker::keepsPositionsOfGroups()
{
    QVERIFY(m_broker->createTopic("events", 2));
    (void)m_broker->produce("events", {text("a"), text("b")});
    QVERIFY(m_broker->partitions("events")->at(0).groups.empty());
    const auto now = std::chrono::system_clock::now();
    m_broker->startGroup("events", "old", now - 1h);
    m_broker->startGroup("events", "new", now + 1h);
    m_broker->startGroup("events", "old", now + 1h); // has a position already
    const auto partitions = m_broker->partitions("events");
    QCOMPARE(partitions->at(0).groups.size(), std::size_t(2));
    QCOMPARE(partitions->at(0).groups.at(0).group, std::string("new"));
    QCOMPARE(partitions->at(0).groups.at(0).offset, 2);
    QCOMPARE(partitions->at(0).groups.at(1).offset, 0);
    QVERIFY(m_broker->deleteTopic("events"));
    QVERIFY(m_broker->createTopic("events", 1));
    QVERIFY(m_broker->partitions("events")->at(0).groups.empty());
}

void TestKafkaBroker::keepsEverythingOverARestart()
{
    QVERIFY(m_broker->createTopic("events", 2));
    QVERIFY(m_broker->createTopic("gone", 1));
    (void)m_broker->produce("events", {text("a"), text("b", 1)});
    m_broker->startGroup("events", "g", std::chrono::system_clock::now() + 1h);
    QVERIFY(m_broker->deleteTopic("gone"));
    const auto before = m_broker->partitions("events");
    QVERIFY(before->at(0).size > 0);
    const std::string servers = m_broker->bootstrapServers();
    restart();
    QCOMPARE(m_broker->bootstrapServers(), servers);
    QCOMPARE(m_broker->topics().size(), std::size_t(1));
    const auto after = m_broker->partitions("events");
    QCOMPARE(after->at(0).size, before->at(0).size);
    QCOMPARE(after->at(1).groups.at(0).offset, 1);
    (void)m_broker->produce("events", {text("c")});
    QCOMPARE(valuesOf(*m_broker->read("events", {{0, 0}, {1, 0}}, 1024, 3s)), (Texts{"a", "c", "b"}));
}

void TestKafkaBroker::dropsABatchThatWasCut()
{
    QVERIFY(m_broker->createTopic("events", 1));
    (void)m_broker->produce("events", {text("a")});
    (void)m_broker->produce("events", {text("b")});
    m_broker.reset();
    QFile file(m_folder->filePath(QStringLiteral("topics/events/0.log")));
    QVERIFY(file.resize(file.size() - 1));
    restart();
    (void)m_broker->produce("events", {text("c")});
    QCOMPARE(valuesOf(*m_broker->read("events", {{0, 0}}, 1024, 3s)), (Texts{"a", "c"}));
}

void TestKafkaBroker::seedsTheSampleTopics()
{
    for (const auto &topic : KafkaBroker::sampleTopics())
        QVERIFY(m_broker->createTopic(topic.name, topic.partitions));
    m_broker->startSamples(KafkaBroker::Seed::Yes);

    const auto messages = m_broker->read("topic1", {{0, 0}}, 1 << 20, 3s);
    QCOMPARE(messages->size(), std::size_t(5));
    QCOMPARE(messages->at(0).value, std::optional<std::string>(R"({"id":1,"name":"Michelangelo"})"));
    const auto orders = m_broker->read("orders", {{0, 0}, {1, 0}}, 1 << 20, 3s);
    QVERIFY(orders->size() >= 12);
    QVERIFY(orders->at(0).value->starts_with("Obj\x01"));
}

void TestKafkaBroker::keepsLiveTopicsFlowing()
{
    QVERIFY(m_broker->createTopic("clicks", 1));
    m_broker->startSamples(KafkaBroker::Seed::No);
    QTRY_VERIFY(m_broker->partitions("clicks")->at(0).latestOffset >= 2);
    const auto messages = m_broker->read("clicks", {{0, 0}}, 1 << 20, 3s);
    const auto parsed = Core::parseJson(QByteArray::fromStdString(messages->at(0).value.value()));
    QVERIFY(parsed);
    QVERIFY(parsed->contains("page"));
    // A sample topic that does not exist is not made by its messages.
    QCOMPARE(m_broker->topics().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestKafkaBroker)
#include "tst_kafkabroker.moc"
