// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing is created in place, above the dialog, which keeps its state meanwhile.
#include "app/setup/setupdialog.h"

#include "app/describe.h"
#include "app/endpoints/endpointdialog.h"
#include "app/endpoints/endpointswindow.h"
#include "app/setup/createservicedialog.h"
#include "app/setup/createtopicdialog.h"
#include "app/setup/setuppage.h"
#include "core/format.h"
#include "workflow/createservice.h"

namespace App {

void SetUpDialog::createTopic(const QString &service)
{
    auto *dialog = new CreateTopicDialog(m_client, m_reader.facts().project, service, this);
    connect(dialog, &CreateTopicDialog::created, m_page, &SetUpPage::readTopicsAgain);
    dialog->open();
}

void SetUpDialog::createService(const QString &type, const QString &title)
{
    const ProjectFacts &facts = m_reader.facts();
    QStringList names;
    for (const Aiven::Service &service : facts.services)
        names.append(service.name);
    const QString cloud = facts.service ? facts.service->cloud : QString();
    auto *dialog = new CreateServiceDialog(m_client, {facts.project, type, title, cloud, names}, this);
    connect(dialog, &CreateServiceDialog::ordered, this, &SetUpDialog::onOrdered);
    // Also after Cancel: the order may have been taken all the same.
    connect(dialog, &QDialog::finished, &m_reader, &FactsReader::read);
    dialog->open();
}

void SetUpDialog::onOrdered(Workflow::CreateService *workflow)
{
    using State = Workflow::CreateService::State;
    m_building = workflow;
    m_page->choose(workflow->wanted().name);
    emit servicesChanged();
    const auto follow = [this, workflow] {
        const QString name = Core::displayText(workflow->wanted().name, 64);
        if (workflow->state() == State::Running) {
            //: status bar; %1 is the name of a service
            emit progressChanged(tr("%1 is running").arg(name));
            emit servicesChanged();
            m_reader.read();
        } else if (workflow->state() == State::Failed) {
            //: status bar; %1 is the name of a service, %2 a sentence
            emit progressChanged(tr("Creating %1 failed: %2").arg(name, describe(workflow->error()).title));
        }
        if (!isBusy() && isHidden())
            deleteLater(); // it was closed while the service was built
    };
    //: status bar; %1 is the name of a service
    emit progressChanged(tr("%1 is being built").arg(Core::displayText(workflow->wanted().name, 64)));
    connect(workflow, &Workflow::CreateService::stateChanged, this, follow);
}

void SetUpDialog::createEndpoint(const QString &type)
{
    const Aiven::EndpointType *const found = m_reader.facts().endpointType(type);
    if (!found)
        return;
    auto *dialog = new EndpointDialog(m_client, m_reader.facts().project, {*found}, {}, this);
    connect(dialog, &EndpointDialog::saved, this, [this](const Aiven::Endpoint &endpoint) {
        m_page->choose(endpoint.id);
        m_reader.read();
    });
    dialog->open();
}

void SetUpDialog::showEndpoints()
{
    auto *window = new EndpointsWindow(m_client, m_reader.facts().project, this);
    connect(window, &EndpointsWindow::changed, &m_reader, &FactsReader::read);
    window->open();
}

} // namespace App
