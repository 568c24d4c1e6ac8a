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

#include <QPushButton>

using namespace Qt::StringLiterals;
using Widgets::MessageBar;

namespace App {

void EditorPage::review()
{
    if (m_review || m_loader->integration().id.isEmpty())
        return;
    m_draft.endTyping();
    m_review = new ReviewDialog(m_client, m_draft,
                                {m_project, m_service, m_loader->integration(), m_loadedAt, m_client.account().baseUrl}, this);
    m_review->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_review, &ReviewDialog::applyRequested, this, &EditorPage::apply);
    connect(m_review, &ReviewDialog::placeRequested, this, &EditorPage::goTo);
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
    case State::Done:
        return onApplied();
    case State::Failed:
        return onRefused();
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
    emit message(m_apply->wasUnchanged() ? tr("The service had these settings already.") : tr("The changes were applied."));
    emit applied();
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

void EditorPage::setConnected(bool connected)
{
    //: Why "Review and apply" is disabled
    m_header->setObstacle(connected ? QString() : tr("No connection"));
}

void EditorPage::onRefused()
{
    m_header->setObstacle({});
    const Workflow::Failure &failure = m_apply->failure();
    const UserMessage words = describe(failure);
    m_bar->setMessage(MessageBar::Kind::Error, words.title,
                      words.nextStep.isEmpty() ? words.text : words.text + u' ' + words.nextStep);
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
