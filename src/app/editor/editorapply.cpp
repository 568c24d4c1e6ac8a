// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/editorpage.h"

#include "app/describe.h"
#include "app/editor/editorheader.h"
#include "app/editor/editorloader.h"
#include "app/editor/reviewdialog.h"
#include "app/editor/tablelistpane.h"
#include "recipes/recipes.h"
#include "widgets/messagebar.h"
#include "workflow/applydraft.h"
#include "workflow/enableintegration.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>

using namespace Qt::StringLiterals;
using Widgets::MessageBar;

namespace App {

void EditorPage::review()
{
    if (m_review || m_loader->integration().id.isEmpty())
        return;
    m_draft.endTyping();
    m_review =
        new ReviewDialog(m_client, m_draft,
                         {m_project, m_service, m_loader->integration(), m_loadedAt, m_client.account().baseUrl}, this);
    m_review->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_review, &ReviewDialog::applyRequested, this, &EditorPage::apply);
    connect(m_review, &ReviewDialog::placeRequested, this, &EditorPage::goTo);
    connect(m_review, &ReviewDialog::gone, this, [this] { showGone({}); });
    if (m_apply && m_apply->isRunning())
        m_review->watch(m_apply);
    m_review->open();
}

void EditorPage::apply()
{
    if (m_apply && m_apply->isRunning())
        return;
    delete m_apply;
    m_apply = new Workflow::ApplyDraft(m_client, m_project, m_integrationId, m_draft.baseline().toJson(),
                                       m_draft.config().toJson(), this);
    m_sent = m_draft.config();
    connect(m_apply, &Workflow::ApplyDraft::stateChanged, this, &EditorPage::onApplyChanged);
    m_apply->start();
    if (m_review)
        m_review->watch(m_apply);
}

void EditorPage::onApplyChanged()
{
    using State = Workflow::ApplyDraft::State;
    switch (m_apply->state()) {
    case State::Done: return onApplied();
    case State::Failed: return onRefused();
    case State::Conflict:
        if (!m_review)
            review(); // the window was closed meanwhile; the decision is the user's
        break;
    default:
        //: Why "Review and apply" is disabled
        m_header->setObstacle(tr("Applying…"));
        return;
    }
    m_header->setObstacle({});
}

void EditorPage::onApplied()
{
    m_header->setObstacle({});
    m_loader->watchStart(m_apply->integration());
    // What the service made of it is the new baseline; what was typed while it was sent stays as a change.
    const auto now = Document::Config::fromJson(m_apply->integration().userConfig);
    const bool untouched = m_draft.config() == m_sent;
    m_draft.setBaseline(now ? *now : m_sent);
    if (untouched && now)
        m_draft.replaceConfig(*now, tr("As the service has it"));
    m_loadedAt = QDateTime::currentDateTimeUtc();
    //: In the status bar
    emit message(m_apply->wasUnchanged() ? tr("The service had these settings already.")
                                         : tr("The changes were applied."));
    emit applied();
    if (m_apply->waitsForPower())
        //: Title of a message after applying
        m_bar->setMessage(MessageBar::Kind::Info, tr("The changes were applied."),
                          //: After applying; %1 is a service
                          tr("%1 is powered off: the tables appear when it runs again.").arg(m_service));
    else
        offerQuery();
}

void EditorPage::offerQuery()
{
    m_bar->hide();
    const int row = qMax(0, m_tables->currentTable());
    if (row >= m_draft.tableCount())
        return;
    const int count = m_draft.tableCount();
    const QString database = m_loader->integration().databaseName();
    m_bar->setMessage(MessageBar::Kind::Ok,
                      //: Title of a message after applying
                      tr("The changes were applied."),
                      //: After applying; %1 is a database
                      count == 1 ? tr("1 table of %1 is ready.").arg(database)
                                 //: After applying; %1 is a number of tables, %2 a database
                                 : tr("%1 tables of %2 are ready.").arg(QString::number(count), database));
    const QString name = m_draft.table(row).name();
    //: Button after applying: shows a SELECT on this table in the SQL pane; %1 is a table
    connect(m_bar->addButton(tr("Query %1").arg(name)), &QPushButton::clicked, this,
            [this, sql = Recipes::selectSql(database, name)] { emit queryRequested(sql); });
}

void EditorPage::onConnection(bool online)
{
    //: Why "Review and apply" is disabled
    m_header->setObstacle(online ? QString() : tr("No connection"));
    if (online)
        loadIfFailed();
}

void EditorPage::showGone(const QString &text)
{
    Aiven::Integration shown = m_loader->integration();
    shown.active = false;
    shown.status = {Aiven::IntegrationStatus::State::Inactive, {}, {}, {}};
    m_header->setIntegration(shown);
    //: Title of an error: the integration that is being edited is not there any more
    m_bar->setMessage(
        MessageBar::Kind::Error, tr("This integration does not exist any more."),
        //: Text of an error
        text.isEmpty() ? tr("It was disconnected after you opened it, and its database was erased. What you edited is "
                            "kept here.")
                       : text);
    addCopyButton();
    //: Button: enables the same integration once more
    connect(m_bar->addButton(tr("Set up again")), &QPushButton::clicked, this, &EditorPage::createAgain);
}

void EditorPage::addCopyButton()
{
    //: Button: the configuration as JSON, to the clipboard
    connect(m_bar->addButton(tr("Copy the configuration")), &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(QString::fromUtf8(m_draft.text()));
        //: In the status bar
        emit message(tr("The configuration was copied."));
    });
}

void EditorPage::createAgain()
{
    if (m_again && m_again->isRunning())
        return;
    delete m_again;
    const Aiven::Integration &lost = m_loader->integration();
    Aiven::NewIntegration wanted;
    wanted.type = lost.type;
    wanted.sourceService = lost.source.service;
    wanted.sourceEndpointId = lost.source.endpointId;
    wanted.destService = lost.dest.service;
    m_again = new Workflow::EnableIntegration(m_client, m_project, wanted, lost.source.endpoint, this);
    connect(m_again, &Workflow::EnableIntegration::stateChanged, this, &EditorPage::onCreating);
    m_again->start();
}

void EditorPage::onCreating()
{
    using State = Workflow::EnableIntegration::State;
    if (m_again->state() == State::Active)
        return emit setUpAgain(m_again->integration().id);
    if (m_again->state() == State::Failed) {
        const UserMessage words = describe(m_again->failure());
        return showGone((words.title + u' ' + words.text + u' ' + words.nextStep).trimmed());
    }
    //: Title of a message while an integration is enabled once more
    m_bar->setMessage(MessageBar::Kind::Info, tr("Setting up again…"),
                      //: Text of a message while an integration is enabled once more
                      tr("What you edited is kept and can be applied when the integration is active."));
}

void EditorPage::onRefused()
{
    onConnection(m_client.reachability().isOnline());
    const Workflow::Failure &failure = m_apply->failure();
    if (failure.error && failure.error->kind == Aiven::ApiError::Kind::NotFound)
        return showGone({});
    const UserMessage words = describe(failure);
    m_bar->setMessage(MessageBar::Kind::Error, words.title, words.body());
    if (failure.error && failure.error->kind == Aiven::ApiError::Kind::Forbidden)
        addCopyButton(); // somebody else may apply it
    m_bar->addReport(words.report());
    if (!failure.error)
        return;
    QList<Document::Problem> refusals;
    for (const Aiven::FieldError &field : failure.error->fields) {
        if (!field.pointer.isEmpty())
            refusals.append({Document::Severity::Error, u"refused"_s, field.message, field.pointer, {}});
    }
    m_draft.setRefusals(refusals);
}

} // namespace App
