// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/disconnectdialog.h"

#include "app/integrationmodel.h"
#include "core/format.h"
#include "widgets/card.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace App {

using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace {

QString consequences(const Aiven::Integration &integration, const QString &other)
{
    const QString database = integration.databaseName();
    if (database.isEmpty())
        //: Dialog before an integration is removed; %1 is the other service
        return DisconnectDialog::tr("This disconnects %1 and erases the integration's configuration.").arg(other);
    const int tables = IntegrationModel::tableCount(integration);
    //: Dialog before an integration is removed: the other service, the database, %n tables
    return DisconnectDialog::tr("This disconnects %1 and erases the database %2 with %n table(s) and their configuration. Your "
                                "destination tables stay.", nullptr, tables).arg(other, database);
}

} // namespace

DisconnectDialog::DisconnectDialog(const Aiven::Integration &integration, const QString &service, QWidget *parent)
    : QDialog(parent)
    , m_name(integration.dest.service == service ? integration.source.name() : integration.dest.name())
    , m_typed(new QLineEdit)
{
    const QString shown = Core::displayText(m_name, 100);
    //: Title of a dialog; %1 is the service that is disconnected
    setWindowTitle(tr("Disconnect %1").arg(shown));
    setMinimumWidth(H(34));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(H(1.5), H(1.25), H(1.5), H(1.25));
    column->setSpacing(H(0.35));
    column->addWidget((new Text(TextRole::Body, consequences(integration, shown)))->wrapped());
    column->addSpacing(H(0.75));
    //: Label of a field; %1 is the name that has to be typed
    auto *label = new Text(TextRole::Label, tr("Type %1 to confirm").arg(shown));
    label->setBuddy(m_typed);
    column->addWidget(label);
    column->addWidget(m_typed);
    column->addStretch();
    outer->addWidget(body, 1);
    outer->addWidget(new Widgets::Hairline);

    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(H(1.5), H(0.75), H(1.5), H(0.75));
    footer->setSpacing(H(0.5));
    footer->addStretch();
    //: Button of a dialog
    QPushButton *cancel = Widgets::makeButton(tr("Cancel"));
    //: Button that removes the integration
    m_disconnect = Widgets::makeButton(tr("Disconnect %1").arg(shown), "danger");
    m_disconnect->setDefault(true);
    footer->addWidget(cancel);
    footer->addWidget(m_disconnect);
    outer->addLayout(footer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_disconnect, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_typed, &QLineEdit::textChanged, this, &DisconnectDialog::updateState);
    updateState();
    m_typed->setFocus();
}

void DisconnectDialog::updateState()
{
    const bool agreed = m_typed->text().trimmed() == m_name;
    m_disconnect->setEnabled(agreed);
    //: Why the button is off
    m_disconnect->setToolTip(agreed ? QString() : tr("Type the name first"));
}

} // namespace App
