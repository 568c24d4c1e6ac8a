// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/createdialog.h"

#include "app/describe.h"
#include "core/format.h"
#include "widgets/fieldbox.h"
#include "widgets/messagebar.h"
#include "widgets/text.h"
#include "workflow/failure.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace App {

namespace {

using Kind = Aiven::ApiError::Kind;
using ReadBack = Workflow::Failure::ReadBack;

/// Over as soon as there is a connection again; what may have been done all the same is not.
bool isOver(const Aiven::ApiError &error)
{
    return isOffline(error) && error.effect == Aiven::ApiError::Effect::None;
}

} // namespace

CreateDialog::CreateDialog(Aiven::Client &client, const QString &caption, QWidget *parent)
    : Dialog(parent)
    , m_client(client)
    , m_caption(caption)
    , m_bar(new Widgets::MessageBar)
    , m_name(new QLineEdit)
    , m_create(Widgets::makeButton(caption, "primary"))
{
    body().addWidget(m_bar);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_refused.clear();
        updateState();
    });
    connect(m_create, &QPushButton::clicked, this, &QDialog::accept);
    connect(&client.reachability(), &Aiven::Reachability::changed, this, &CreateDialog::onReachability);
}

CreateDialog::~CreateDialog() = default;

Widgets::FieldBox *CreateDialog::addField(const QString &place, const QString &label, QWidget *input,
                                          const QString &help)
{
    auto *const box = new Widgets::FieldBox(label, input, help);
    m_fields.insert(place, box);
    body().addWidget(box);
    return box;
}

void CreateDialog::addName(const QString &place, const QString &help)
{
    m_namePlace = place;
    m_name->setMaxLength(1'000);
    //: label of a field
    addField(place, tr("Name"), m_name, help);
}

void CreateDialog::addButtons()
{
    body().addStretch();
    addCancel();
    addPrimary(m_create);
    m_name->setFocus();
    updateState();
}

QString CreateDialog::name() const
{
    return m_name->text();
}

void CreateDialog::accept()
{
    if (m_sending || !whyOff().isEmpty())
        return;
    m_sending = true;
    m_bar->hide();
    clearErrors();
    updateState();
    send();
}

void CreateDialog::finish()
{
    m_sending = false;
    emit created(name());
    QDialog::accept();
}

void CreateDialog::fail(const Workflow::Failure &failure)
{
    m_sending = false;
    Workflow::Failure shown = failure;
    Aiven::ApiError error = failure.error.value_or(Aiven::ApiError());
    placeErrors(error);
    shown.error = error;
    UserMessage message = describe(shown);
    if (error.kind == Kind::Conflict && !m_refused.isEmpty())
        //: what to do after an error
        message.nextStep = tr("Choose another name, or close this window and look at what is there.");
    m_bar->setMessage(Widgets::MessageBar::Kind::Error, message.title, message.body());
    m_bar->addReport(message.report());
    m_saysOffline = isOver(error);
    updateState();
    if (!m_refused.isEmpty())
        m_name->setFocus();
}

void CreateDialog::settle(const Aiven::ApiError &lost, std::optional<bool> isThere)
{
    if (isThere.value_or(false))
        return finish();
    fail({.readBack = isThere ? ReadBack::NotDone : ReadBack::NotNeeded, .error = lost});
}

void CreateDialog::showError(const Aiven::ApiError &error)
{
    const UserMessage message = describe(error);
    m_bar->setMessage(Widgets::MessageBar::Kind::Error, message.title, message.body());
    m_saysOffline = isOver(error);
    updateState();
}

void CreateDialog::onReachability(bool online)
{
    if (online && m_saysOffline) {
        m_saysOffline = false;
        m_bar->hide();
    }
    if (online)
        onOnline();
    updateState();
}

void CreateDialog::clearErrors()
{
    m_refused.clear();
    for (Widgets::FieldBox *box : std::as_const(m_fields))
        box->setError({});
}

bool CreateDialog::isAboutName(const Aiven::ApiError &error) const
{
    return isTaken(error) || (error.kind == Kind::Invalid && error.serverMessage.contains(m_namePlace.mid(1)));
}

void CreateDialog::placeErrors(Aiven::ApiError &error)
{
    QList<Aiven::FieldError> placed;
    for (const Aiven::FieldError &field : std::as_const(error.fields)) {
        Widgets::FieldBox *const box = m_fields.value(field.pointer);
        if (!box)
            continue;
        placed.append(field);
        box->setError(Core::displayText(field.message, 300));
        box->showNow();
    }
    error.fields = placed;
    if (isTaken(error))
        //: below the field for a name
        m_refused = tr("This name is taken. Choose another one.");
    else if (isAboutName(error))
        m_refused = Core::displayText(error.serverMessage, 300);
}

QString CreateDialog::whyOff() const
{
    if (!m_client.reachability().isOnline())
        //: tooltip of a button that is off
        return tr("No connection. As soon as it is back, this can be sent.");
    if (name().isEmpty())
        //: tooltip of a button that is off
        return tr("Enter a name first.");
    const QString problem = problemOf(name());
    return problem.isEmpty() ? obstacle() : problem;
}

void CreateDialog::updateState()
{
    const QString problem = m_refused.isEmpty() && !name().isEmpty() ? problemOf(name()) : m_refused;
    Widgets::FieldBox *const nameBox = m_fields.value(m_namePlace);
    nameBox->setError(problem);
    if (!problem.isEmpty())
        nameBox->showNow(); // it is what was typed just now, or refused just now
    for (Widgets::FieldBox *box : std::as_const(m_fields))
        box->field()->setEnabled(!m_sending);
    const QString why = m_sending ? QString() : whyOff();
    m_create->setEnabled(!m_sending && why.isEmpty());
    m_create->setToolTip(why.toHtmlEscaped());
    //: button while the request runs
    m_create->setText(m_sending ? tr("Creating…") : m_caption);
}

} // namespace App
