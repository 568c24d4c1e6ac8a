// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/editorloader.h"

#include "core/background.h"

using namespace Qt::StringLiterals;

namespace App {

namespace {

/// With the text of each table, which the JSON beside the form shows: together 100 ms for the largest.
Core::Expected<Document::Config, QString> configOf(const Core::Json &userConfig)
{
    const auto config = Document::Config::fromJson(userConfig);
    if (!config)
        return Core::Unexpected{config.error().message};
    for (const Document::TablePtr &table : config->tables())
        static_cast<void>(table->text());
    return *config;
}

} // namespace

EditorLoader::EditorLoader(Aiven::Client &client, QString project, QString service, QString integrationId,
                           QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(service))
    , m_id(std::move(integrationId))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(client.timing().poll);
    connect(&m_pause, &QTimer::timeout, this, &EditorLoader::lookAtState);
}

void EditorLoader::start()
{
    m_calls = std::make_unique<QObject>();
    m_config.reset();
    if (!m_left)
        readLeftDraft();
    auto *call = m_client.getIntegration(m_project, m_id, m_calls.get());
    connect(call, &Aiven::ApiCall::waiting, this, &EditorLoader::paused);
    call->then([this](Aiven::Result<Aiven::Integration> integration) {
        if (!integration)
            return emit failed(integration.error());
        m_integration = std::move(integration).value();
        readConfig();
    });
}

DraftAddress EditorLoader::address() const
{
    return {m_client.account().baseUrl.toString(), m_project, m_id};
}

void EditorLoader::readLeftDraft()
{
    Core::inBackground(
        m_calls.get(), [address = address()] { return DraftJournal::left(address); },
        [this](LeftDraft left) {
            m_left = std::move(left);
            goOn();
        });
}

void EditorLoader::readConfig()
{
    Core::inBackground(
        m_calls.get(), [userConfig = m_integration.userConfig] { return configOf(userConfig); },
        [this](Core::Expected<Document::Config, QString> config) {
            m_config = std::move(config);
            goOn();
        });
}

void EditorLoader::cancel()
{
    m_calls.reset();
}

void EditorLoader::goOn()
{
    if (!m_config || !m_left)
        return;
    emit loaded();
    if (!m_calls)
        return;
    m_looks = 0;
    m_pause.start();
    readSchema();
    readTopics();
}

void EditorLoader::watchStart(const Aiven::Integration &integration)
{
    m_integration = integration;
    m_looks = 0;
    if (m_calls)
        readState(); // what the workflow read is from before the tables were there
}

void EditorLoader::lookAtState()
{
    constexpr int mostLooks = 20; // a minute; the page shows "Starting" from then on
    const bool isStarting =
        m_integration.status.state == Aiven::IntegrationStatus::State::Starting || !m_integration.active;
    if (isStarting && m_calls && ++m_looks <= mostLooks)
        readState();
}

void EditorLoader::readState()
{
    m_client.getIntegration(m_project, m_id, m_calls.get())->then([this](Aiven::Result<Aiven::Integration> seen) {
        if (seen) {
            m_integration = std::move(seen).value();
            emit stateRead(m_integration);
        }
        m_pause.start();
    });
}

void EditorLoader::readSchema()
{
    m_client.listIntegrationTypes(m_project, m_calls.get())
        ->then([this](Aiven::Result<QList<Aiven::IntegrationType>> types) {
            if (!types)
                return; // the rules that are built in stay; the service checks again
            for (const Aiven::IntegrationType &type : *types) {
                if (type.type == m_integration.type && type.userConfigSchema.is_object())
                    m_schema = type.userConfigSchema;
            }
            emit schemaLoaded();
        });
}

void EditorLoader::readTopics()
{
    if (m_integration.source.isEndpoint() || !m_calls)
        return; // the API does not list the topics of an external cluster
    m_client.listTopics(m_project, m_integration.source.service, m_calls.get())
        ->then([this](Aiven::Result<QList<Aiven::Topic>> topics) {
            if (!topics)
                return emit topicsFailed(topics.error());
            m_topics.clear();
            m_partitions = QHash<QString, int>();
            for (const Aiven::Topic &topic : *topics) {
                m_partitions->insert(topic.name, topic.partitionCount);
                if (!topic.name.startsWith(u'_'))
                    m_topics.append(topic.name);
            }
            emit topicsLoaded();
        });
}

Document::Surroundings EditorLoader::surroundings() const
{
    Document::Surroundings known;
    known.database = m_integration.databaseName();
    known.kafkaService = m_integration.source.name();
    known.service = m_service;
    known.partitions = m_partitions;
    const Schema::Field root = Schema::parseField(m_schema);
    if (const Schema::Field *format = root.at(u"/tables/0/data_format"_s)) {
        for (const Core::Json &choice : format->choices) {
            if (choice.is_string())
                known.formats.append(Core::toQString(choice.get_ref<const std::string &>()));
        }
    }
    return known;
}

} // namespace App
