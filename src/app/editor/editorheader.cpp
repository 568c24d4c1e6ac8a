// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/editorheader.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/pill.h"
#include "widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

namespace {

QToolButton *buttonFor(QAction *action, const QString &iconName)
{
    auto *button = Widgets::makeIconButton(iconName, action->text());
    button->setDefaultAction(action);
    action->setIcon(Widgets::icon(iconName));
    return button;
}

} // namespace

EditorHeader::EditorHeader(Document::Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    //: Action of the editor; the step follows
    , m_undo(draft.undoStack().createUndoAction(this, tr("Undo")))
    //: Action of the editor; the step follows
    , m_redo(draft.undoStack().createRedoAction(this, tr("Redo")))
    , m_place(new Text(TextRole::Small))
    , m_name(new Text(TextRole::Title))
    , m_database((new Text(TextRole::Fixed))->selectable()->dim())
    , m_state(new Widgets::Pill)
    , m_reason(new Text(TextRole::Small))
{
    m_undo->setShortcuts(QKeySequence::Undo);
    m_redo->setShortcuts(QKeySequence::Redo);
    //: Button that leads back to the service
    auto *back = Widgets::makeIconButton(u"left"_s, tr("Back to the service"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(H(0.75), H(0.5), H(0.85), H(0.5));
    row->setSpacing(H(0.5));
    row->addWidget(back);
    row->addWidget(buildTitle(), 1);
    buildActions(row);
    connect(back, &QToolButton::clicked, this, &EditorHeader::backRequested);
    connect(&draft, &Document::Draft::changed, this, &EditorHeader::updateState);
    updateState();
}

QWidget *EditorHeader::buildTitle()
{
    auto *title = new QWidget;
    auto *names = new QHBoxLayout;
    names->setSpacing(H(0.6));
    names->addWidget(m_name);
    names->addWidget(m_database);
    names->addWidget(m_state);
    names->addStretch(1);
    auto *column = new QVBoxLayout(title);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_place);
    column->addLayout(names);
    m_state->hide();
    return title;
}

void EditorHeader::buildActions(QHBoxLayout *row)
{
    m_changes = Widgets::makeButton({}, "quiet");
    //: Primary button of the editor
    m_review = Widgets::makeButton(tr("Review and apply"), "primary");
    row->addWidget(m_reason);
    row->addWidget(buttonFor(m_undo, u"undo"_s));
    row->addWidget(buttonFor(m_redo, u"redo"_s));
    row->addWidget(m_changes);
    row->addWidget(m_review);
    connect(m_changes, &QPushButton::clicked, this, &EditorHeader::changesRequested);
    connect(m_review, &QPushButton::clicked, this, &EditorHeader::reviewRequested);
}

void EditorHeader::setPlace(const QString &project, const QString &service)
{
    //: Path above the title of the editor; %1 is the project, %2 the ClickHouse service
    m_place->setText(tr("%1 › %2 › Service integrations").arg(project, service));
}

void EditorHeader::setIntegration(const Aiven::Integration &integration)
{
    using State = Aiven::IntegrationStatus::State;
    m_name->setText(integration.source.name());
    m_database->setText(integration.databaseName());
    switch (integration.status.state) {
    case State::Failed:
        //: State of an integration
        m_state->setState(Widgets::State::Failed, tr("Failed"));
        break;
    case State::Starting:
        //: State of an integration
        m_state->setState(Widgets::State::Working, tr("Starting"));
        break;
    default:
        if (integration.active) {
            //: State of an integration
            m_state->setState(Widgets::State::Ok, tr("Active"));
        } else {
            //: State of an integration
            m_state->setState(Widgets::State::Off, tr("Not active"));
        }
    }
    m_state->setToolTip(integration.status.errors.join(u'\n'));
    m_state->show();
    updateState();
}

void EditorHeader::setObstacle(const QString &obstacle)
{
    m_obstacle = obstacle;
    updateState();
}

QString EditorHeader::reasonAgainst() const
{
    if (!m_obstacle.isEmpty())
        return m_obstacle;
    if (m_draft.textError()) {
        //: Why "Review and apply" is disabled
        return tr("The JSON does not parse");
    }
    if (const int errors = m_draft.blockingCount(); errors > 0) {
        //: Why "Review and apply" is disabled
        return errors == 1 ? tr("1 error to mend first") : tr("%n errors to mend first", nullptr, errors);
    }
    //: Why "Review and apply" is disabled
    return m_draft.isModified() ? QString() : tr("Nothing to apply");
}

void EditorHeader::updateState()
{
    const QString reason = reasonAgainst();
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_review->setEnabled(reason.isEmpty());
    m_review->setToolTip(reason);
    m_review->setAccessibleDescription(reason);
    m_changes->setEnabled(m_draft.isModified());
    //: Button of the editor; %1 is the number of changes that were not applied
    m_changes->setText(tr("Changes (%1)").arg(m_draft.changeCount()));
}

} // namespace App
