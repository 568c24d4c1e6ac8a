// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/applydraft.h"

#include "workflow/configcompare.h"
#include "workflow/patience.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Workflow {

namespace {

using Effect = Aiven::ApiError::Effect;

QStringList tableNames(const Core::Json &config)
{
    QStringList names;
    const Core::Json &tables = Core::memberAt(config, "tables");
    if (!tables.is_array())
        return names;
    for (const Core::Json &table : tables)
        names.append(Core::textAt(table, "name"));
    return names;
}

bool saysUnchanged(const Aiven::ApiError &error)
{
    return error.serverMessage.contains("user config not changed"_L1, Qt::CaseInsensitive);
}

int countDatabases(const QList<Aiven::Database> &databases, const QStringList &wanted)
{
    return int(std::count_if(databases.cbegin(), databases.cend(), [&wanted](const Aiven::Database &database) {
        return database.isReady() && wanted.contains(database.name);
    }));
}

int countTables(const QList<Aiven::Database> &databases, const QString &databaseName, const QStringList &wanted)
{
    const auto database = std::find_if(databases.cbegin(), databases.cend(), [&](const Aiven::Database &candidate) {
        return candidate.name == databaseName;
    });
    if (database == databases.cend())
        return 0;
    return int(std::count_if(wanted.cbegin(), wanted.cend(), [&database](const QString &name) {
        return std::any_of(database->tables.cbegin(), database->tables.cend(),
                           [&name](const Aiven::DatabaseTable &table) { return table.name == name; });
    }));
}

} // namespace

ApplyDraft::ApplyDraft(Aiven::Client &client, QString project, QString integrationId, Core::Json loaded,
                       Core::Json mine, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_id(std::move(integrationId))
    , m_loaded(std::move(loaded))
    , m_mine(std::move(mine))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ApplyDraft::look);
}

bool ApplyDraft::isRunning() const
{
    return m_state != State::Idle && m_state != State::Conflict && m_state != State::Done && m_state != State::Failed;
}

void ApplyDraft::start()
{
    if (m_state != State::Idle && m_state != State::Failed)
        return;
    m_clock.start();
    m_failure = {};
    m_lost.reset();
    m_trouble.reset();
    m_unchanged = false;
    m_waitsForPower = false;
    m_confirmedByReading = false;
    m_visible = 0;
    setState(State::Reading);
    m_client.getIntegration(m_project, m_id, this)->then([this](Aiven::Result<Aiven::Integration> fresh) {
        onRead(std::move(fresh));
    });
}

void ApplyDraft::onRead(Aiven::Result<Aiven::Integration> fresh)
{
    if (!fresh)
        return fail({.error = fresh.error()});
    m_integration = std::move(fresh).value();
    if (sameConfig(m_integration.userConfig, m_mine)) {
        m_unchanged = true;
        return waitForClickHouse();
    }
    if (!sameConfig(m_integration.userConfig, m_loaded))
        return setState(State::Conflict);
    send();
}

void ApplyDraft::overwrite()
{
    if (m_state == State::Conflict)
        send();
}

void ApplyDraft::send()
{
    setState(State::Sending);
    m_client.updateIntegration(m_project, m_id, m_mine, this)->then([this](Aiven::Result<Aiven::Integration> sent) {
        onSent(std::move(sent));
    });
}

void ApplyDraft::onSent(Aiven::Result<Aiven::Integration> sent)
{
    if (sent)
        return verify();
    if (saysUnchanged(sent.error())) {
        m_unchanged = true;
        return verify();
    }
    if (sent.error().effect == Effect::Unknown) {
        m_lost = sent.error();
        return verify();
    }
    fail({.error = sent.error()});
}

void ApplyDraft::verify()
{
    setState(State::Verifying);
    m_client.getIntegration(m_project, m_id, this)->then([this](Aiven::Result<Aiven::Integration> seen) {
        onVerified(std::move(seen));
    });
}

void ApplyDraft::onVerified(Aiven::Result<Aiven::Integration> seen)
{
    if (!seen)
        return fail({.readBack = Failure::ReadBack::Unreadable, .error = m_lost.value_or(seen.error())});
    m_integration = std::move(seen).value();
    const QStringList wrong = differences(m_mine, m_integration.userConfig);
    if (wrong.isEmpty()) {
        m_confirmedByReading = m_lost.has_value();
        return waitForClickHouse();
    }
    if (m_lost)
        return fail({.readBack = Failure::ReadBack::NotDone, .error = m_lost});
    fail({.cause = Failure::Cause::NotAsSent, .messages = wrong});
}

void ApplyDraft::waitForClickHouse()
{
    if (!m_integration.makesDatabases())
        return setState(State::Done);
    m_wanted = waitsForTables() ? tableNames(m_mine) : m_integration.databaseNames();
    setState(State::WaitingForClickHouse);
    look();
}

void ApplyDraft::look()
{
    m_client.listDatabases(m_project, m_integration.dest.service, this)
        ->then([this](Aiven::Result<QList<Aiven::Database>> databases) { onDatabases(std::move(databases)); });
}

void ApplyDraft::onDatabases(Aiven::Result<QList<Aiven::Database>> databases)
{
    if (!databases) {
        if (isLag(databases.error(), elapsed() - reachedAt(State::WaitingForClickHouse).value_or(0), m_client.timing()))
            return keepWaiting({});
        if (mayPass(databases.error()))
            return keepWaiting(databases.error());
        if (databases.error().errorCode == "not_powered"_L1) {
            m_waitsForPower = true;
            return setState(State::Done);
        }
        return fail({.error = databases.error()});
    }
    const int visible = waitsForTables() ? countTables(*databases, m_integration.databaseName(), m_wanted)
                                         : countDatabases(*databases, m_wanted);
    const bool moved = visible != m_visible;
    m_visible = visible;
    if (m_visible == wanted()) {
        m_trouble.reset();
        return setState(State::Done);
    }
    if (moved)
        emit stateChanged();
    // A table that cannot be made shows in the integration's status only.
    m_client.getIntegration(m_project, m_id, this)->then([this](Aiven::Result<Aiven::Integration> seen) {
        onStatus(std::move(seen));
    });
}

void ApplyDraft::onStatus(Aiven::Result<Aiven::Integration> seen)
{
    if (!seen)
        return mayPass(seen.error()) ? keepWaiting(seen.error()) : fail({.error = seen.error()});
    m_integration = std::move(seen).value();
    if (m_integration.status.state != Aiven::IntegrationStatus::State::Failed)
        return keepWaiting({});
    QStringList messages = m_integration.status.errors;
    if (messages.isEmpty())
        messages.append(m_integration.status.description);
    fail({.cause = Failure::Cause::IntegrationFailed, .messages = messages});
}

void ApplyDraft::keepWaiting(std::optional<Aiven::ApiError> trouble)
{
    const bool changed = m_trouble.has_value() != trouble.has_value();
    m_trouble = std::move(trouble);
    m_pause.start(pauseAfter(elapsed(), m_client.timing()));
    if (changed)
        emit stateChanged();
}

void ApplyDraft::fail(Failure failure)
{
    m_failure = std::move(failure);
    m_failedIn = m_state;
    setState(State::Failed);
}

void ApplyDraft::setState(State state)
{
    m_state = state;
    m_clock.reach(state);
    emit stateChanged();
}

} // namespace Workflow
