// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/credentialsdialog.h"

#include "app/setup/credentialspanel.h"
#include "core/format.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QPushButton>

namespace App {

using Widgets::H;

CredentialsDialog::CredentialsDialog(Aiven::Client &client, const QString &project, const QString &service,
                                     const Aiven::Integration &integration, QWidget *parent)
    : Dialog(parent)
{
    //: title of a dialog, the guide's words; %1 is the name of a service or endpoint
    setWindowTitle(tr("Managed credentials of %1").arg(Core::displayText(integration.source.name(), 64)));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *panel = new CredentialsPanel(client, project, service);
    panel->setCollection(integration.collectionName(), integration.source.serviceType,
                         defaultDatabase(integration.source));
    body().addWidget(panel);
    addClose();
    if (!integration.source.endpointId.isEmpty())
        proposeDatabase(client, project, integration.source.endpointId, panel);
    connect(panel, &CredentialsPanel::queryRequested, this, [this](const QString &sql) {
        emit queryRequested(sql);
        accept();
    });
    resize(H(46), H(28));
}

/// The endpoint may name a database of its own.
void CredentialsDialog::proposeDatabase(Aiven::Client &client, const QString &project, const QString &endpointId,
                                        CredentialsPanel *panel)
{
    client.listEndpoints(project, this)
        ->then([panel, endpointId](const Aiven::Result<QList<Aiven::Endpoint>> &endpoints) {
            for (const Aiven::Endpoint &endpoint : endpoints ? *endpoints : QList<Aiven::Endpoint>()) {
                if (endpoint.id == endpointId)
                    panel->proposeDatabase(Core::textAt(endpoint.userConfig, "default_database"));
            }
        });
}

} // namespace App
