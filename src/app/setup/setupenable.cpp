// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the click on Enable to the end of the work.
#include "app/setup/setupdialog.h"

#include "app/describe.h"
#include "app/setup/credentialspanel.h"
#include "app/setup/setuppage.h"
#include "app/setup/setupprogresspage.h"
#include "core/format.h"
#include "workflow/connectiontest.h"
#include "workflow/createservice.h"

#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace App {

namespace {

using State = Workflow::EnableIntegration::State;

/// The database that a first query names.
QString proposedDatabase(const ProjectFacts &facts, const Aiven::IntegrationSide &source)
{
    const auto found = std::find_if(facts.endpoints.cbegin(), facts.endpoints.cend(),
                                    [&source](const Aiven::Endpoint &one) { return one.id == source.endpointId; });
    const QString own =
        found == facts.endpoints.cend() ? QString() : Core::textAt(found->userConfig, "default_database");
    return own.isEmpty() ? defaultDatabase(source) : own;
}

} // namespace

void SetUpDialog::enable()
{
    // N-44: the button is off while a request runs, and the workflow itself starts only once.
    const std::optional<SetUpChoice> choice = m_page->choice();
    if (isRunning() || isActive() || !choice || !m_page->check())
        return;
    m_page->clearError();
    m_again.stop();
    // Another attempt at the same thing goes on with the same workflow: it knows what may have happened before.
    if (!m_workflow || m_workflow->wanted().toJson() != choice->wanted.toJson()) {
        delete m_workflow;
        m_workflow = new Workflow::EnableIntegration(m_client, m_reader.facts().project, choice->wanted,
                                                     choice->isExternal ? choice->other : QString(), this);
        connect(m_workflow, &Workflow::EnableIntegration::stateChanged, this, &SetUpDialog::onWorkflow);
    }
    m_choice = *choice;
    m_tick.start();
    m_workflow->start();
}

void SetUpDialog::onWorkflow()
{
    m_progress->show(*m_workflow, m_choice);
    if (!isRunning())
        m_tick.stop();
    const bool failed = m_workflow->state() == State::Failed;
    updateState();
    if (failed) {
        m_enable->setFocus(); // switched off, it lost the focus
        showFailure();
    }
    emit progressChanged(progressLine(*m_workflow, m_choice));
    if (isActive())
        onEnded();
    if (!isBusy() && isHidden())
        deleteLater();
    // Something that was there is gone: the lists say what.
    const std::optional<Aiven::ApiError> &error = m_workflow->failure().error;
    if (failed && error && error->kind == Aiven::ApiError::Kind::NotFound)
        m_reader.read();
}

void SetUpDialog::showFailure()
{
    using Fault = Workflow::ConnectionFault;
    const Workflow::Failure &failure = m_workflow->failure();
    UserMessage message = describe(failure);
    if (failure.error && failure.error->kind == Aiven::ApiError::Kind::Invalid) {
        // Somewhere in Aiven's words those of a database's client may stand.
        const Fault fault =
            m_choice.kindId == "pg"_L1 ? Workflow::connectionFault(failure.error->serverMessage) : Fault::Other;
        if (fault != Fault::Other) {
            const TestVerdict verdict = verdictOf(fault);
            message = {verdict.title, verdict.text + u'\n' + message.text, {}, message.details};
        }
        if (fault == Fault::Other || fault == Fault::Database || fault == Fault::Schema)
            m_page->showErrors(failure.error->fields); // else it is the endpoint's
    }
    m_page->showError(message);
}

void SetUpDialog::onSignedIn()
{
    m_page->clearError();
    m_page->readTopicsIfFailed();
    if (m_reader.state() == FactsReader::State::Failed)
        m_reader.read();
    const bool failed = m_workflow && m_workflow->state() == State::Failed && m_workflow->failure().error;
    const bool wasRefused = failed && m_workflow->failure().error->kind == Aiven::ApiError::Kind::Unauthorized;
    if (wasRefused && !m_workflow->integration().isCandidate()) {
        m_tick.start();
        m_workflow->start(); // it was made: only the watching goes on, nothing is sent twice
    }
    updateState();
}

void SetUpDialog::onEnded()
{
    const QString collection = m_workflow->collectionName();
    m_credentials->setVisible(!collection.isEmpty());
    if (!collection.isEmpty()) {
        const Aiven::Integration &made = m_workflow->integration();
        m_credentials->setCollection(collection, made.source.serviceType,
                                     proposedDatabase(m_reader.facts(), m_workflow->integration().source));
    }
    emit enabled(m_workflow->integration().id);
    (m_next->isVisible() ? m_next : m_close)->setFocus();
}

void SetUpDialog::explainWhatIsGone()
{
    if (!m_workflow || m_workflow->state() != State::Failed)
        return;
    const std::optional<Aiven::ApiError> &error = m_workflow->failure().error;
    if (!error || error->kind != Aiven::ApiError::Kind::NotFound)
        return;
    const ProjectFacts &facts = m_reader.facts();
    const QString &endpointId = m_choice.wanted.sourceEndpointId + m_choice.wanted.destEndpointId;
    const bool isThere = m_choice.isExternal
                             ? std::any_of(facts.endpoints.cbegin(), facts.endpoints.cend(),
                                           [&](const Aiven::Endpoint &one) { return one.id == endpointId; })
                             : std::any_of(facts.services.cbegin(), facts.services.cend(),
                                           [&](const Aiven::Service &one) { return one.name == m_choice.other; });
    if (isThere || !facts.service)
        return;
    UserMessage message = describe(m_workflow->failure());
    //: title of an error; %1 is the name of a service or an endpoint
    message.title = tr("%1 does not exist any more.").arg(Core::displayText(m_choice.other, 64));
    //: text of an error
    message.text = tr("It was deleted after this window was opened. Nothing was set up.");
    //: what to do after an error
    message.nextStep = tr("Choose another one, or create it anew.");
    m_page->showError(message);
}

void SetUpDialog::goOn()
{
    if (m_choice.isKafka())
        emit defineTables(m_workflow->integration().id);
    else
        emit databasesRequested();
    accept();
}

bool SetUpDialog::isRunning() const
{
    return m_workflow && m_workflow->isRunning();
}

bool SetUpDialog::isActive() const
{
    return m_workflow && m_workflow->state() == State::Active;
}

bool SetUpDialog::isBusy() const
{
    return isRunning() || (m_building && m_building->isRunning());
}

} // namespace App
