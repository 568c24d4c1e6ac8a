// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoints/deleteendpointdialog.h"

#include "app/describe.h"
#include "core/format.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

QString useText(const Aiven::Integration &use)
{
    const QString service = use.dest.isEndpoint() ? use.source.service : use.dest.service;
    return service + u": "_s + use.type;
}

DeleteEndpointDialog::DeleteEndpointDialog(Aiven::Client &client, QString project, Aiven::Endpoint endpoint,
                                           const QList<Aiven::Integration> &uses, QWidget *parent)
    : Dialog(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_endpoint(std::move(endpoint))
    , m_bar(new Widgets::MessageBar)
    //: button of a dialog
    , m_delete(Widgets::makeButton(tr("Delete endpoint"), "danger"))
{
    const QString name = Core::displayText(m_endpoint.name, 60);
    //: title of a dialog; %1 is the name of an endpoint
    setWindowTitle(tr("Delete %1").arg(name));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(H(34));
    body().addWidget(m_bar);
    if (uses.isEmpty()) {
        //: before an endpoint is deleted
        body().addWidget(
            (new Text(TextRole::Body, tr("Nothing uses this endpoint. Its address and its secrets are erased at "
                                         "Aiven; what it points to is not touched.")))
                ->wrapped());
    } else {
        //: before an endpoint is deleted; a list follows
        body().addWidget((new Text(TextRole::Body, tr("This endpoint is in use and cannot be deleted. Disconnect these "
                                                      "integrations first:")))
                             ->wrapped());
        for (const Aiven::Integration &use : uses)
            body().addWidget((new Text(TextRole::Fixed, Core::displayText(useText(use), 200)))->selectable());
        //: tooltip of Delete endpoint while it is off
        m_delete->setToolTip(tr("Disconnect the integrations that use it first."));
    }
    body().addStretch();
    m_delete->setEnabled(uses.isEmpty());
    //: button of a dialog
    addCancel(uses.isEmpty() ? QString() : tr("Close"))->setFocus();
    addButton(m_delete);
    connect(m_delete, &QPushButton::clicked, this, &DeleteEndpointDialog::accept);
}

void DeleteEndpointDialog::accept()
{
    if (!m_delete->isEnabled())
        return;
    m_delete->setEnabled(false);
    m_client.deleteEndpoint(m_project, m_endpoint.id, this)->then([this](Aiven::Result<Aiven::Done> done) {
        if (done || done.error().kind == Aiven::ApiError::Kind::NotFound) { // gone is gone
            emit deleted(m_endpoint.name);
            return QDialog::accept();
        }
        const UserMessage message = describe(done.error());
        m_bar->setMessage(Widgets::MessageBar::Kind::Error, message.title,
                          (message.text + u' ' + message.nextStep).trimmed());
        m_delete->setEnabled(true);
    });
}

} // namespace App
