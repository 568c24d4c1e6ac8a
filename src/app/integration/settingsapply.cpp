// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the click on Apply to the end of the work.
#include "app/integration/settingsdialog.h"

#include "app/describe.h"
#include "app/editor/applystage.h"
#include "app/integration/pairs.h"
#include "app/integration/settingspage.h"
#include "app/integration/settingsreview.h"
#include "app/setup/sources.h"
#include "recipes/recipes.h"
#include "widgets/messagebar.h"
#include "widgets/text.h"
#include "workflow/applydraft.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using State = Workflow::ApplyDraft::State;
using Widgets::MessageBar;

namespace App {

bool SettingsDialog::isSending() const
{
    return m_apply && m_apply->isRunning();
}

void SettingsDialog::done(int result)
{
    QDialog::done(result);
    if (!isSending())
        deleteLater();
}

void SettingsDialog::accept()
{
    if (!m_applyButton->isEnabled() || !m_page->check())
        return;
    m_bar->hide();
    delete m_apply;
    m_apply = new Workflow::ApplyDraft(m_client, m_address.project, m_integration.id, m_integration.userConfig,
                                       m_page->value(), this);
    connect(m_apply, &Workflow::ApplyDraft::stateChanged, this, &SettingsDialog::onApply);
    m_apply->start();
}

void SettingsDialog::onApply()
{
    updateState();
    if (m_apply->isRunning())
        return;
    const State state = m_apply->state();
    if (state == State::Done) {
        emit applied();
        return done(Accepted);
    }
    if (isHidden())
        show(); // closed meanwhile: what it was about is not done, and the user has to know
    if (state == State::Conflict)
        onConflict();
    else
        onRefused();
}

void SettingsDialog::onConflict()
{
    const Core::Json theirs = m_apply->theirs();
    const Core::Json mine = m_page->value();
    //: Title of a message: somebody else changed the same settings
    m_bar->setMessage(MessageBar::Kind::Warning, tr("These settings changed on Aiven since you opened them."),
                      //: Text of a message: somebody else changed the same settings
                      tr("Nothing was sent. Decide what becomes of their changes, then apply."));
    m_bar->setButtonsBelow(true);
    if (hasPairs(m_integration)) {
        //: Button: both sets of changes are kept
        connect(m_bar->addButton(tr("Merge")), &QPushButton::clicked, this,
                [this, theirs, mine] { rebase(theirs, mergedPairs(m_integration.userConfig, mine, theirs)); });
    }
    //: Button: the settings on Aiven replace what stands in the dialog
    connect(m_bar->addButton(tr("Reload")), &QPushButton::clicked, this, [this, theirs] { rebase(theirs, theirs); });
    //: Button: my settings will replace what somebody else did
    connect(m_bar->addButton(tr("Overwrite theirs")), &QPushButton::clicked, this,
            [this, theirs, mine] { rebase(theirs, mine); });
}

void SettingsDialog::rebase(const Core::Json &theirs, const Core::Json &mine)
{
    m_integration.userConfig = theirs;
    m_page->setLoaded(theirs);
    m_page->setValue(mine);
    m_bar->hide();
}

void SettingsDialog::onRefused()
{
    const Workflow::Failure &failure = m_apply->failure();
    const UserMessage message = describe(failure);
    m_bar->setMessage(MessageBar::Kind::Error, message.title, message.body());
    m_bar->addReport(message.report());
    if (failure.error) {
        for (const Aiven::FieldError &field : failure.error->fields)
            m_page->showError(field.pointer, field.message);
    }
}

void SettingsDialog::copyAsAvn()
{
    Recipes::Target target{m_address.project, m_address.service, m_address.otherSide, m_integration.id,
                           m_client.account().baseUrl};
    QApplication::clipboard()->setText(Recipes::avnUpdate(target, Core::toText(m_page->value())).trimmed());
    //: beside the buttons, after Copy as avn
    m_note->setText(tr("Command copied"));
}

QString SettingsDialog::obstacle() const
{
    if (!m_client.reachability().isOnline())
        //: Why a button is off
        return tr("No connection");
    const ProjectFacts &facts = m_reader.facts();
    for (const QString &problem : {serviceProblem(facts), permissionProblem(facts), m_page->problem()}) {
        if (!problem.isEmpty())
            return problem;
    }
    if (m_review->changeCount() == 0)
        //: Why the changes cannot be applied
        return tr("Nothing to apply");
    return {};
}

void SettingsDialog::updateState()
{
    const bool ready = m_reader.state() == FactsReader::State::Ready && !m_integration.id.isEmpty();
    const bool editing = ready && !isSending();
    m_review->setChanges(ready ? m_page->changes(m_listed) : QList<Document::Change>());
    const QString reason = ready ? obstacle() : QString();
    const int count = m_review->changeCount();
    const int erased = int(m_review->erased().size());
    const bool mustRead = erased > 0 && reason.isEmpty();
    m_page->setEnabled(editing);
    m_copy->setVisible(ready && m_page->hasSettings() && !mustRead);
    //: Tick box before something is erased
    m_read->setText(tr("I have read the warning"));
    m_read->setVisible(ready && mustRead);
    m_read->setEnabled(editing);
    m_note->setText(isSending() ? applyStage(*m_apply) : reason);
    //: Buttons of a dialog: before something is sent, and while it runs
    m_cancel->setText(isSending() || (ready && !m_page->hasSettings()) ? tr("Close") : tr("Cancel"));
    m_cancel->setVisible(m_stack->currentIndex() != 0); // that page has its own
    //: Primary button of a dialog
    m_applyButton->setText(count == 1 ? tr("Apply 1 change")
                                      //: Primary button of a dialog; %1 is the number of changes
                                      : tr("Apply %1 changes").arg(QString::number(count)));
    m_applyButton->setVisible(ready && m_page->hasSettings());
    m_applyButton->setEnabled(editing && reason.isEmpty() && (!mustRead || m_read->isChecked()));
    m_applyButton->setToolTip(
        (reason.isEmpty() && mustRead && !m_read->isChecked() ? m_read->text() : reason).toHtmlEscaped());
}

} // namespace App
