// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/enableintegration.h"

#include "workflow/patience.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Workflow {

namespace {

using Kind = Aiven::ApiError::Kind;

bool isSame(const Aiven::Integration &existing, const Aiven::NewIntegration &wanted)
{
    return !existing.isCandidate() && existing.type == wanted.type && existing.source.service == wanted.sourceService &&
           existing.source.endpointId == wanted.sourceEndpointId && existing.dest.service == wanted.destService &&
           existing.dest.endpointId == wanted.destEndpointId;
}

} // namespace

EnableIntegration::EnableIntegration(Aiven::Client &client, QString project, Aiven::NewIntegration wanted,
                                     QString endpointName, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_wanted(std::move(wanted))
    , m_endpointName(std::move(endpointName))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &EnableIntegration::look);
}

bool EnableIntegration::isRunning() const
{
    return m_state == State::Sending || m_state == State::Accepted || m_state == State::Starting;
}

Aiven::Integration EnableIntegration::known() const
{
    if (m_integration.isCandidate())
        return m_wanted.preview(m_endpointName);
    Aiven::Integration integration = m_integration;
    // Replies may leave out the endpoint's name.
    if (integration.source.isEndpoint() && integration.source.endpoint.isEmpty())
        integration.source.endpoint = m_endpointName;
    return integration;
}

QStringList EnableIntegration::databaseNames() const
{
    return m_state == State::Active ? m_appeared : known().databaseNames();
}

QString EnableIntegration::collectionName() const
{
    return known().collectionName();
}

void EnableIntegration::start()
{
    if (isRunning() || m_state == State::Active)
        return;
    const bool outcomeOpen = m_state == State::Failed && m_failure.readBack == Failure::ReadBack::Unreadable;
    const std::optional<Aiven::ApiError> lost = m_failure.error;
    m_clock.start();
    m_trouble.reset();
    m_failure = {};
    setState(State::Sending);
    if (!m_integration.isCandidate())
        return accept(m_integration); // it exists; the watching failed
    if (outcomeOpen && lost)
        return findExisting(*lost);
    if (m_wanted.sourceService.isEmpty() && known().makesDatabases())
        return noteDatabases();
    create();
}

/// How Aiven names the databases of an endpoint is not written down: what was not there before is taken, too.
void EnableIntegration::noteDatabases()
{
    m_client.listDatabases(m_project, m_wanted.destService, this)
        ->then([this](Aiven::Result<QList<Aiven::Database>> databases) {
            m_before.clear();
            for (const Aiven::Database &database : databases ? *databases : QList<Aiven::Database>())
                m_before.append(database.name);
            create();
        });
}

void EnableIntegration::create()
{
    m_client.createIntegration(m_project, m_wanted, this)->then([this](Aiven::Result<Aiven::Integration> created) {
        onCreated(std::move(created));
    });
}

void EnableIntegration::onCreated(Aiven::Result<Aiven::Integration> created)
{
    if (created && !created->isCandidate())
        return accept(std::move(created).value());
    Aiven::ApiError error;
    if (created) {
        error.kind = Kind::BadReply;
        error.reason = u"the new integration has no id"_s;
        error.effect = Aiven::ApiError::Effect::Unknown;
    } else {
        error = created.error();
    }
    if (error.kind == Kind::Conflict || error.effect == Aiven::ApiError::Effect::Unknown)
        return findExisting(error);
    fail({.error = std::move(error)});
}

void EnableIntegration::findExisting(const Aiven::ApiError &why)
{
    const QString service = m_wanted.destService.isEmpty() ? m_wanted.sourceService : m_wanted.destService;
    m_client.listIntegrations(m_project, service, this)
        ->then([this, why](Aiven::Result<QList<Aiven::Integration>> list) {
            const bool lost = why.effect == Aiven::ApiError::Effect::Unknown;
            if (!list)
                return fail(
                    {.readBack = lost ? Failure::ReadBack::Unreadable : Failure::ReadBack::NotNeeded, .error = why});
            const auto found = std::find_if(list->cbegin(), list->cend(), [this](const Aiven::Integration &existing) {
                return isSame(existing, m_wanted);
            });
            if (found == list->cend())
                return fail(
                    {.readBack = lost ? Failure::ReadBack::NotDone : Failure::ReadBack::NotNeeded, .error = why});
            m_adopted = !lost;
            accept(*found);
        });
}

void EnableIntegration::accept(Aiven::Integration integration)
{
    m_integration = std::move(integration);
    setState(State::Accepted);
    look();
}

void EnableIntegration::look()
{
    if (m_state == State::Starting && m_integration.enabled && m_integration.active)
        return lookForDatabase();
    m_client.getIntegration(m_project, m_integration.id, this)->then([this](Aiven::Result<Aiven::Integration> seen) {
        onLooked(std::move(seen));
    });
}

void EnableIntegration::onLooked(Aiven::Result<Aiven::Integration> seen)
{
    if (!seen) {
        if (isLag(seen.error(), elapsed() - reachedAt(State::Accepted).value_or(0), m_client.timing()))
            return keepWatching({});
        if (mayPass(seen.error()))
            return keepWatching(seen.error());
        return fail({.error = seen.error()});
    }
    m_integration = std::move(seen).value();
    if (m_integration.status.state == Aiven::IntegrationStatus::State::Failed) {
        QStringList messages = m_integration.status.errors;
        if (messages.isEmpty())
            messages.append(m_integration.status.description);
        return fail({.cause = Failure::Cause::IntegrationFailed, .messages = messages});
    }
    if (m_state == State::Accepted)
        setState(State::Starting);
    if (m_integration.enabled && m_integration.active)
        return lookForDatabase();
    keepWatching({});
}

void EnableIntegration::lookForDatabase()
{
    if (!known().makesDatabases()) {
        m_trouble.reset();
        return setState(State::Active);
    }
    m_client.listDatabases(m_project, m_integration.dest.service, this)
        ->then([this](Aiven::Result<QList<Aiven::Database>> databases) { onDatabases(std::move(databases)); });
}

void EnableIntegration::onDatabases(Aiven::Result<QList<Aiven::Database>> databases)
{
    if (!databases) {
        if (isLag(databases.error(), elapsed() - reachedAt(State::Accepted).value_or(0), m_client.timing()))
            return keepWatching({});
        if (mayPass(databases.error()))
            return keepWatching(databases.error());
        return fail({.error = databases.error()});
    }
    m_appeared = appearedAmong(*databases);
    if (m_appeared.isEmpty())
        return keepWatching({});
    m_trouble.reset();
    setState(State::Active);
}

/// All of the integration's databases, or none while some are missing.
QStringList EnableIntegration::appearedAmong(const QList<Aiven::Database> &databases) const
{
    QStringList ready;
    for (const Aiven::Database &database : databases) {
        if (database.isReady())
            ready.append(database.name);
    }
    const QStringList expected = known().databaseNames();
    const bool all =
        std::all_of(expected.cbegin(), expected.cend(), [&](const QString &one) { return ready.contains(one); });
    if (all)
        return expected;
    if (!m_wanted.sourceService.isEmpty() || m_before.isEmpty())
        return {};
    ready.removeIf([this](const QString &name) { return m_before.contains(name); });
    return ready.size() >= expected.size() ? ready : QStringList();
}

void EnableIntegration::keepWatching(std::optional<Aiven::ApiError> trouble)
{
    const bool changed = m_trouble.has_value() != trouble.has_value();
    m_trouble = std::move(trouble);
    m_pause.start(pauseAfter(elapsed(), m_client.timing()));
    if (changed)
        emit stateChanged();
}

void EnableIntegration::fail(Failure failure)
{
    m_failure = std::move(failure);
    m_failedIn = m_state;
    setState(State::Failed);
}

void EnableIntegration::setState(State state)
{
    m_state = state;
    m_clock.reach(state);
    emit stateChanged();
}

} // namespace Workflow
