// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the review shows while its changes are applied.
#include "app/editor/reviewdialog.h"

#include "app/describe.h"
#include "app/editor/applystage.h"
#include "app/editor/reviewnotes.h"
#include "widgets/messagebar.h"
#include "workflow/applydraft.h"

#include <QPushButton>

using Widgets::MessageBar;

namespace App {

void ReviewDialog::watch(Workflow::ApplyDraft *apply)
{
    m_apply = apply;
    connect(apply, &Workflow::ApplyDraft::stateChanged, this, &ReviewDialog::onApplyChanged);
    m_notes->clear();
    onApplyChanged();
}

void ReviewDialog::onApplyChanged()
{
    using State = Workflow::ApplyDraft::State;
    switch (m_apply->state()) {
    case State::Conflict:
        m_progress->hide();
        readTheirs();
        return;
    case State::Failed: return onFailed();
    case State::Done: return QDialog::accept();
    default: break;
    }
    m_progress->setMessage(MessageBar::Kind::Info, applyStage(*m_apply), applyPatience(*m_apply));
    updateFooter();
}

void ReviewDialog::onFailed()
{
    m_tick.stop();
    const UserMessage message = describe(m_apply->failure());
    QStringList texts{message.text, message.nextStep};
    texts.removeAll(QString());
    m_progress->setMessage(MessageBar::Kind::Error, message.title, texts.join(u' '));
    const auto &error = m_apply->failure().error;
    if (error && !error->fields.isEmpty() && !error->fields.first().pointer.isEmpty()) {
        //: Button after the service refused the changes: goes to the field that it is about
        connect(m_progress->addButton(tr("Show the field")), &QPushButton::clicked, this,
                [this, pointer = error->fields.first().pointer] {
                    emit placeRequested(pointer);
                    reject();
                });
    }
    m_apply = nullptr;
    updateFooter();
}

} // namespace App
