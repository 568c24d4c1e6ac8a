// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/integration/settingsdialog.h"

#include "app/describe.h"
#include "app/integration/pairs.h"
#include "app/integration/settingspage.h"
#include "app/integration/settingsreview.h"
#include "app/setup/pairseditor.h"
#include "app/setup/sources.h"
#include "core/format.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/scrolled.h"
#include "widgets/states.h"
#include "widgets/text.h"
#include "workflow/applydraft.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::MessageBar;

namespace App {

namespace {

enum Page { LoadingPage, ErrorPage, SettingsPlace };

} // namespace

SettingsDialog::SettingsDialog(Aiven::Client &client, SettingsAddress address, QList<Aiven::Database> listed,
                               QWidget *parent)
    : Dialog(parent, Body::Edgeless)
    , m_client(client)
    , m_address(std::move(address))
    , m_listed(std::move(listed))
    , m_reader(client, m_address.project, m_address.service)
    , m_stack(new QStackedWidget)
    , m_loading(new Widgets::LoadingState)
    , m_error(new Widgets::ErrorState)
    , m_bar(new MessageBar)
    , m_page(new SettingsPage)
    , m_review(new SettingsReview)
    //: quiet button: copies the command that does the same
    , m_copy(Widgets::makeButton(tr("Copy as avn"), u"copy"_s, "quiet"))
    , m_read(new QCheckBox)
    , m_note(new Widgets::Text(Widgets::TextRole::Small))
    , m_applyButton(Widgets::makeButton(QString(), "primary"))
{
    //: title of a dialog; %1 is the service or endpoint at the other side of an integration
    setWindowTitle(tr("Settings of %1").arg(Core::displayText(m_address.otherSide, 100)));
    build();
    resize(H(52), H(36));
    connect(&m_reader, &FactsReader::stateChanged, this, &SettingsDialog::onFacts);
    connect(&m_client.reachability(), &Aiven::Reachability::changed, this, [this](bool online) {
        if (online && m_reader.state() == FactsReader::State::Failed)
            return m_reader.read();
        updateState();
    });
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, &QDialog::reject);
    connect(m_error, &Widgets::ErrorState::retryRequested, &m_reader, &FactsReader::read);
    connect(m_page, &SettingsPage::changed, this, &SettingsDialog::updateState);
    connect(m_copy, &QPushButton::clicked, this, &SettingsDialog::copyAsAvn);
    connect(m_read, &QCheckBox::toggled, this, &SettingsDialog::updateState);
    connect(m_applyButton, &QPushButton::clicked, this, &SettingsDialog::accept);
    m_reader.read();
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::build()
{
    body().addWidget(m_stack, 1);
    m_stack->addWidget(Widgets::padded(m_loading));
    m_stack->addWidget(Widgets::padded(m_error));
    auto *place = new QWidget;
    auto *inside = new QVBoxLayout(place);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(H(1.25), H(1), H(1.25), 0);
    bar->addWidget(m_bar);
    inside->addLayout(bar);
    inside->addWidget(Widgets::scrolled(Widgets::padded(m_page)), 1);
    inside->addWidget(m_review);
    m_stack->addWidget(place);
    buildFooter();
}

void SettingsDialog::buildFooter()
{
    addAside(m_copy);
    addAside(m_read);
    addAside(m_note, 1);
    m_cancel = addCancel();
    addPrimary(m_applyButton);
}

void SettingsDialog::addDatabase()
{
    m_beginning = Beginning::Add;
}

void SettingsDialog::removeDatabase(const QString &name)
{
    m_beginning = Beginning::Remove;
    m_unwanted = name;
}

void SettingsDialog::onFacts()
{
    switch (m_reader.state()) {
    case FactsReader::State::Idle: return;
    case FactsReader::State::Reading:
        //: while a dialog is filled; the seconds are added
        m_loading->start(tr("Reading the settings"));
        m_stack->setCurrentIndex(LoadingPage);
        break;
    case FactsReader::State::Failed: {
        m_loading->stop();
        const UserMessage message = describe(m_reader.error());
        m_error->setError(message.title, (message.text + u' ' + message.nextStep).trimmed(), message.details,
                          m_client.reachability().isOnline() ? u"error"_s : u"cloudoff"_s);
        m_stack->setCurrentIndex(ErrorPage);
        break;
    }
    case FactsReader::State::Ready:
        m_loading->stop();
        showFacts();
        break;
    }
    updateState();
}

void SettingsDialog::showFacts()
{
    const ProjectFacts &facts = m_reader.facts();
    const auto found =
        std::find_if(facts.integrations.cbegin(), facts.integrations.cend(),
                     [this](const Aiven::Integration &one) { return one.id == m_address.integrationId; });
    if (found == facts.integrations.cend()) {
        //: title of an error: somebody disconnected it
        m_error->setError(
            tr("This integration does not exist any more"),
            //: text of an error
            tr("It was disconnected, here or elsewhere. Close this window and set it up again if it is still wanted."),
            {}, u"info"_s);
        return m_stack->setCurrentIndex(ErrorPage);
    }
    m_integration = *found;
    const auto type = std::find_if(facts.types.cbegin(), facts.types.cend(),
                                   [&found](const Aiven::IntegrationType &one) { return one.type == found->type; });
    m_page->setIntegration(m_integration, type == facts.types.cend() ? Core::Json::object() : type->userConfigSchema);
    m_stack->setCurrentIndex(SettingsPlace);
    begin();
}

void SettingsDialog::begin()
{
    if (m_beginning == Beginning::Add && hasPairs(m_integration))
        m_page->pairs().addEmptyPair();
    else if (m_beginning == Beginning::Remove && hasPairs(m_integration))
        m_page->setValue(withoutDatabase(m_integration, m_unwanted));
    else
        m_page->setFocus();
    m_beginning = Beginning::AsItIs;
}

} // namespace App
