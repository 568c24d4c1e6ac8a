// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoints/endpointdialog.h"

#include "app/describe.h"
#include "app/endpoints/endpointrules.h"
#include "core/format.h"
#include "widgets/fieldbox.h"
#include "widgets/form/schemaform.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"
#include "widgets/wordsdialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

EndpointDialog::EndpointDialog(Aiven::Client &client, QString project, QList<Aiven::EndpointType> types,
                               Aiven::Endpoint endpoint, QWidget *parent)
    : Dialog(parent, Body::Scrolling)
    , m_client(client)
    , m_project(std::move(project))
    , m_types(std::move(types))
    , m_endpoint(std::move(endpoint))
    , m_bar(new Widgets::MessageBar)
    , m_type(new QComboBox)
    , m_name(new QLineEdit(m_endpoint.name))
    , m_form(new Widgets::SchemaForm)
    //: primary button of a dialog
    , m_save(Widgets::makeButton(isEdit() ? tr("Save changes") : tr("Create endpoint"), "primary"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_type, &QComboBox::currentIndexChanged, this, &EndpointDialog::showType);
    connect(m_form, &Widgets::SchemaForm::edited, this, &EndpointDialog::applyRules);
    connect(m_name, &QLineEdit::textChanged, this,
            [this] { m_nameBox->setError(endpointNameProblem(m_name->text())); });
    connect(m_save, &QPushButton::clicked, this, &EndpointDialog::accept);
    connect(&m_client.reachability(), &Aiven::Reachability::changed, this, &EndpointDialog::updateState);
    showType();
    if (isEdit()) {
        m_form->setValue(m_endpoint.userConfig);
        applyRules();
    }
    m_name->setFocus();
    resize(H(40), H(38));
}

EndpointDialog::~EndpointDialog() = default;

const Aiven::EndpointType &EndpointDialog::type() const
{
    return m_types.at(std::max(0, m_type->currentIndex()));
}

void EndpointDialog::build()
{
    QVBoxLayout &column = body();
    column.addWidget(m_bar);
    for (const Aiven::EndpointType &one : m_types)
        m_type->addItem(one.title);
    m_type->setEnabled(m_types.size() > 1);
    //: label of a field: the kind of endpoint
    auto *typeBox = new Widgets::FieldBox(tr("Type"), m_type);
    if (!m_type->isEnabled() && !isEdit())
        //: why the type of a new endpoint cannot be chosen, below the field
        typeBox->setHelp(tr("The type that is needed here. Others are made on the Integration endpoints page."));
    column.addWidget(typeBox);
    m_name->setEnabled(!isEdit());
    m_name->setMaxLength(200);
    //: label of a field
    m_nameBox =
        new Widgets::FieldBox(tr("Name"), m_name,
                              //: help below the name of an endpoint
                              isEdit() ? tr("Name and type of an endpoint cannot be changed.")
                                       //: help below the name of an endpoint
                                       : tr("1 to 40 characters. As a source of ClickHouse it names the database or "
                                            "collection there, too."));
    column.addWidget(m_nameBox);
    column.addWidget(m_form);
    column.addWidget((new Text(TextRole::Help,
                               //: at the end of the form of an endpoint
                               tr("Passwords and keys are stored by Aiven and never shown again. Aiven connects to the "
                                  "endpoint when an integration uses it.")))
                         ->wrapped());
    column.addStretch();
    addCancel();
    addPrimary(m_save);
}

void EndpointDialog::showType()
{
    //: title of a dialog; %1 is a kind of endpoint such as "External Apache Kafka"
    setWindowTitle(isEdit() ? tr("Edit %1").arg(Core::displayText(m_endpoint.name, 60))
                            //: title of a dialog; %1 is a kind of endpoint such as "External Apache Kafka"
                            : tr("Add endpoint – %1").arg(Core::displayText(type().title, 60)));
    m_form->setSchema(type().userConfigSchema, endpointRules(type().type, Core::Json::object()).order);
    m_form->setValue(Core::Json::object());
    applyRules();
}

void EndpointDialog::applyRules()
{
    const EndpointRules rules = endpointRules(type().type, m_form->value());
    m_form->setHidden(rules.hidden);
    m_form->setNeeded(rules.needed);
}

void EndpointDialog::accept()
{
    if (m_sending)
        return;
    const bool hasName = !m_name->text().isEmpty();
    //: below an empty field
    m_nameBox->setError(hasName ? endpointNameProblem(m_name->text()) : tr("This is needed."));
    m_nameBox->showNow();
    if (!m_form->check() || m_nameBox->hasError()) {
        if (m_nameBox->hasError())
            m_name->setFocus();
        return;
    }
    send();
}

void EndpointDialog::send()
{
    m_sending = true;
    m_bar->hide();
    updateState();
    const auto take = [this](Aiven::Result<Aiven::Endpoint> answer) { onAnswer(std::move(answer)); };
    if (isEdit())
        m_client.updateEndpoint(m_project, m_endpoint.id, m_form->value(), this)->then(take);
    else
        m_client.createEndpoint(m_project, {m_name->text(), type().type, m_form->value()}, this)->then(take);
}

void EndpointDialog::onAnswer(Aiven::Result<Aiven::Endpoint> answer)
{
    if (answer)
        return finish(*answer);
    const Aiven::ApiError error = answer.error();
    // The API refuses an update that changes nothing; for the user it is done.
    if (isEdit() && error.serverMessage.contains("not changed"_L1, Qt::CaseInsensitive))
        return finish(m_endpoint);
    if (!isEdit() && error.effect == Aiven::ApiError::Effect::Unknown)
        return findSaved(error);
    showError(error);
}

/// The answer got lost: whether the endpoint was made can be read back.
void EndpointDialog::findSaved(const Aiven::ApiError &why)
{
    m_client.listEndpoints(m_project, this)->then([this, why](Aiven::Result<QList<Aiven::Endpoint>> list) {
        if (!list)
            return showError(why);
        const auto found = std::find_if(list->cbegin(), list->cend(), [this](const Aiven::Endpoint &one) {
            return one.name == m_name->text() && one.type == type().type;
        });
        if (found == list->cend())
            return showError(why);
        finish(*found);
    });
}

void EndpointDialog::finish(const Aiven::Endpoint &endpoint)
{
    emit saved(endpoint);
    QDialog::accept();
}

void EndpointDialog::showError(const Aiven::ApiError &error)
{
    m_sending = false;
    updateState();
    const UserMessage message = describe(error);
    m_bar->setMessage(Widgets::MessageBar::Kind::Error, message.title,
                      (message.text + u' ' + message.nextStep).trimmed());
    if (error.serverMessage.contains("endpoint_name"_L1)) {
        m_nameBox->setError(Widgets::shortened(message.text)); // the bar has the whole
        m_nameBox->showNow();
        m_name->setFocus();
    }
    for (const Aiven::FieldError &field : error.fields)
        m_form->showError(field.pointer, field.message);
}

void EndpointDialog::updateState()
{
    const bool isOnline = m_client.reachability().isOnline();
    m_save->setEnabled(!m_sending && isOnline);
    //: tooltip of a button that is off
    m_save->setToolTip(isOnline ? QString() : tr("No connection"));
    m_form->setEnabled(!m_sending);
    if (m_sending)
        //: button while the request runs
        m_save->setText(tr("Saving…"));
    else
        //: primary button of a dialog
        m_save->setText(isEdit() ? tr("Save changes") : tr("Create endpoint"));
}

} // namespace App
