// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/createservice.h"

#include "workflow/patience.h"

namespace Workflow {

CreateService::CreateService(Aiven::Client &client, QString project, Aiven::NewService wanted, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_wanted(std::move(wanted))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &CreateService::look);
}

void CreateService::start()
{
    if (isRunning() || m_state == State::Running)
        return;
    m_clock.start();
    m_trouble.reset();
    setState(State::Sending);
    m_client.createService(m_project, m_wanted, this)->then([this](const Aiven::Result<Aiven::Service> &made) {
        if (made) {
            setState(State::Building);
            return onLooked(made);
        }
        if (made.error().effect == Aiven::ApiError::Effect::Unknown)
            return readBack(made.error());
        fail(made.error());
    });
}

/// The answer got lost: a service costs money, so it is never ordered a second time without looking.
void CreateService::readBack(const Aiven::ApiError &why)
{
    m_client.getService(m_project, m_wanted.name, Aiven::Secrets::Redact, this)
        ->then([this, why](const Aiven::Result<Aiven::Service> &seen) {
            if (!seen || seen->type != m_wanted.type)
                return fail(why);
            setState(State::Building);
            onLooked(seen);
        });
}

void CreateService::look()
{
    m_client.getService(m_project, m_wanted.name, Aiven::Secrets::Redact, this)
        ->then([this](const Aiven::Result<Aiven::Service> &seen) { onLooked(seen); });
}

void CreateService::onLooked(const Aiven::Result<Aiven::Service> &seen)
{
    m_trouble.reset();
    if (seen && seen->isUsable())
        return setState(State::Running);
    if (!seen) {
        const bool passes = mayPass(seen.error()) || isLag(seen.error(), elapsed(), m_client.timing());
        if (!passes)
            return fail(seen.error());
        m_trouble = seen.error();
    }
    m_pause.start(pauseAfter(elapsed(), m_client.timing()));
}

void CreateService::fail(const Aiven::ApiError &error)
{
    m_error = error;
    setState(State::Failed);
}

void CreateService::setState(State state)
{
    m_state = state;
    m_clock.reach(state);
    emit stateChanged();
}

} // namespace Workflow
