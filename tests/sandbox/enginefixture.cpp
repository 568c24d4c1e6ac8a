// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/enginefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace std::chrono_literals;

EngineFixture::EngineFixture()
{
    m_integration.id = "integration";
    m_integration.type = Sandbox::kafkaIntegration;
    m_integration.sourceService = "kafka-demo";
    m_integration.destService = "clickhouse-demo";
    start();
}

void EngineFixture::start()
{
    m_broker = std::make_shared<Sandbox::KafkaBroker>(m_folder.filePath(QStringLiteral("kafka")).toStdString());
    (void)m_broker->createTopic("topic1", 1);
    (void)m_broker->createTopic("topic2", 1);
    Sandbox::Engine::Options options;
    options.serviceName = "clickhouse-demo";
    options.dataFolder = m_folder.filePath(QStringLiteral("clickhouse")).toStdString();
    options.program = qEnvironmentVariable("HEADGATE_BIN").toStdString() + "/headgate-engine";
    options.users = {{"avnadmin", "a password"}};
    m_engine = std::make_unique<Sandbox::Engine>(options);
    m_engine->start();
    m_integrations = std::make_unique<Sandbox::KafkaIntegrations>(
        *m_engine, [this](const std::string &) { return m_broker; }, [](const std::string &) { return 0; });
    if (m_integration.applied.is_array()) // as the reconciler does
        QCOMPARE(apply(m_integration.wanted().dump()), QString());
}

void EngineFixture::stop()
{
    m_integrations.reset();
    m_engine.reset();
    m_broker.reset();
}

QByteArrayList EngineFixture::rows(const std::string &sql)
{
    const auto answer = m_engine->query("default", sql);
    if (!answer) {
        m_lastError = answer.error();
        return {QByteArray::fromStdString(answer.error().message)};
    }
    QByteArrayList rows;
    for (const Core::Json &row : answer->data) {
        QByteArrayList cells;
        for (const Core::Json &cell : row)
            cells.append(QByteArray::fromStdString(cell.is_string() ? cell.get<std::string>() : cell.dump()));
        rows.append(cells.join('|'));
    }
    return rows;
}

int EngineFixture::count(const std::string &sql)
{
    bool isNumber = false;
    const int number = rows(sql).value(0).toInt(&isNumber);
    return isNumber ? number : -1;
}

QString EngineFixture::apply(const std::string &tables)
{
    Sandbox::Integration wanted = m_integration;
    wanted.userConfig["tables"] = Core::Json::parse(tables);
    const Core::Json before = wanted.applied.is_array() ? wanted.applied : Core::Json::array();
    const auto outcome = m_integrations->apply({}, wanted, before);
    if (!outcome) {
        m_lastError = outcome.error();
        return QString::fromStdString(m_lastError.path + ": " + m_lastError.message);
    }
    wanted.applied = m_integrations->wanted({}, wanted);
    m_integration = wanted;
    return {};
}

void EngineFixture::produce(const std::string &topic, const std::vector<std::string> &values)
{
    std::vector<Sandbox::Message> messages;
    for (const std::string &value : values)
        messages.push_back({std::nullopt, value, 0, -1, 0});
    for (const auto &result : m_broker->produce(topic, messages))
        QVERIFY2(!result.error, result.error ? result.error->message.c_str() : "");
}

QByteArrayList EngineFixture::valuesIn(const std::string &topic)
{
    QByteArrayList values;
    const auto messages = m_broker->read(topic, {{0, 0}}, 1 << 20, 3s);
    if (messages) {
        for (const Sandbox::Message &message : *messages)
            values.append(QByteArray::fromStdString(message.value.value_or("(null)")));
    }
    return values;
}

std::int64_t EngineFixture::committed(const std::string &group) const
{
    const auto partitions = m_broker->partitions("topic1");
    if (partitions) {
        for (const Sandbox::GroupOffset &position : partitions->at(0).groups) {
            if (position.group == group)
                return position.offset;
        }
    }
    return -1;
}

/// The one child of this process; each thread lists the children that it started.
int EngineFixture::enginePid() const
{
    const QDir threads(QStringLiteral("/proc/self/task"));
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile children(threads.filePath(thread + QStringLiteral("/children")));
        if (children.open(QIODevice::ReadOnly)) {
            if (const int pid = children.readAll().trimmed().split(' ').value(0).toInt(); pid > 0)
                return pid;
        }
    }
    return 0;
}

std::string guideTable(const std::string &name, const std::string &topics, const std::string &group,
                       const std::string &more)
{
    return R"({"name": ")" + name +
           R"(", "columns": [{"name": "id", "type": "UInt64"}, {"name": "name", "type": "String"}], )" +
           R"("topics": [)" + topics + R"(], "data_format": "JSONEachRow", "group_name": ")" + group + '"' + more + '}';
}
