// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/editorpage.h"

#include "app/describe.h"
#include "app/editor/editorheader.h"
#include "app/editor/editorloader.h"
#include "app/editor/jsonpane.h"
#include "app/editor/problemspane.h"
#include "app/editor/tableform.h"
#include "app/editor/tablelistpane.h"
#include "widgets/card.h"
#include "widgets/codeeditor.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/stack.h"
#include "widgets/states.h"

#include <QAction>
#include <QEvent>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

// How the editor's page is put together; what it does stands in editorpage.cpp.

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::MessageBar;

namespace App {

void EditorPage::build()
{
    m_header = new EditorHeader(m_draft);
    m_header->setPlace(m_project, m_service);
    m_bar = new MessageBar;
    m_bar->hide();
    m_loading = new Widgets::LoadingState;
    m_error = new Widgets::ErrorState;
    m_body = buildBody();
    m_stack = new Widgets::Stack;
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_error);
    m_stack->addWidget(m_body);
    m_barSpace = new QWidget; // gives the bar its distances, and none when it is hidden
    auto *bars = new QVBoxLayout(m_barSpace);
    bars->setContentsMargins(H(0.75), 0, H(0.75), H(0.5));
    bars->addWidget(m_bar);
    m_barSpace->hide();
    m_bar->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_barSpace);
    layout->addWidget(new Widgets::Hairline);
    layout->addWidget(m_stack, 1);
    for (QAction *action : {m_header->undoAction(), m_header->redoAction()}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
}

bool EditorPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        m_barSpace->setVisible(event->type() == QEvent::ShowToParent);
    return QWidget::eventFilter(watched, event);
}

QWidget *EditorPage::buildBody()
{
    m_tables = new TableListPane(m_draft);
    m_tables->setAutoFillBackground(true);
    m_tables->setBackgroundRole(QPalette::Window);
    m_form = new TableForm(m_draft);
    m_middle = new Widgets::Stack;
    m_middle->addWidget(m_form);
    m_middle->addWidget(buildEmpty());
    m_json = new JsonPane(m_draft);
    m_splitter = new QSplitter;
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tables);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_json);
    m_tables->setMinimumWidth(H(10));
    m_middle->setMinimumWidth(H(24));
    m_json->setMinimumWidth(H(16));
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 2);
    m_splitter->setSizes({H(13.6), H(39), H(25)});
    m_problems = new ProblemsPane(m_draft);
    m_views = new QTabBar;
    m_views->setDrawBase(false);
    m_views->setExpanding(false);
    //: Accessible name of a row of tabs
    m_views->setAccessibleName(tr("Views of the tables"));
    //: Tab of the editor in a narrow window: fields, topics and columns
    m_views->addTab(tr("Form"));
    //: Tab of the editor in a narrow window
    m_views->addTab(tr("JSON"));
    connect(m_views, &QTabBar::currentChanged, this, &EditorPage::arrangeViews);
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_views);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_problems);
    return body;
}

void EditorPage::arrangeViews()
{
    constexpr double kRoomForBoth = 70; // of the window, in lines of text
    const bool both = window()->width() >= H(kRoomForBoth);
    m_views->setVisible(!both);
    m_middle->setVisible(both || m_views->currentIndex() == FormView);
    m_json->setVisible(both || m_views->currentIndex() == JsonView);
}

void EditorPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeViews();
}

QWidget *EditorPage::buildEmpty()
{
    //: Title in place of the form while an integration has no tables
    m_empty = new Widgets::EmptyState(u"table"_s, tr("No tables yet"), {});
    //: Primary button while an integration has no tables
    m_define = m_empty->addButton(tr("Define a table"), "primary", u"plus"_s);
    connect(m_define, &QPushButton::clicked, this, &EditorPage::defineTable);
    return m_empty;
}

void EditorPage::connectParts()
{
    connect(m_loader, &EditorLoader::loaded, this, &EditorPage::onLoaded);
    connect(m_loader, &EditorLoader::stateRead, m_header, &EditorHeader::setIntegration);
    connect(m_loader, &EditorLoader::failed, this, &EditorPage::onLoadFailed);
    connect(m_loader, &EditorLoader::paused, m_loading, &Widgets::LoadingState::setPause);
    connect(m_loader, &EditorLoader::schemaLoaded, this, &EditorPage::onSchema);
    connect(m_loader, &EditorLoader::topicsLoaded, this, &EditorPage::onTopics);
    connect(m_loader, &EditorLoader::topicsFailed, this, [this](const Aiven::ApiError &error) {
        m_topicsRead = true;
        const UserMessage words = describe(error);
        //: Title of a message; what follows says why
        m_bar->setMessage(MessageBar::Kind::Warning, tr("The list of topics could not be read."), words.title);
        connect(m_bar->addButton(tr("Try again")), &QPushButton::clicked, m_loader, &EditorLoader::readTopics);
        updateEmpty();
    });
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, [this] {
        m_loader->cancel();
        emit backRequested();
    });
    connect(m_error, &Widgets::ErrorState::retryRequested, this, &EditorPage::load);
    connect(&m_draft, &Document::Draft::changed, this, &EditorPage::onChanged);
    connect(&m_draft, &Document::Draft::touched, this, &EditorPage::onTouched);
    connect(m_tables, &TableListPane::currentTableChanged, this, &EditorPage::onTableChosen);
    connect(m_tables, &TableListPane::addRequested, this, &EditorPage::defineTable);
    connect(m_tables, &TableListPane::renameRequested, m_form, &TableForm::focusName);
    connect(m_form, &TableForm::oneTopicCopyRequested, this,
            [this] { m_tables->setCurrentTable(m_draft.addOneTopicCopy(m_form->table())); });
    connect(m_form, &TableForm::jsonRequested, this, &EditorPage::goToJson);
    connect(m_json, &JsonPane::tableEntered, m_tables, &TableListPane::setCurrentTable);
    connect(m_json, &JsonPane::message, this, &EditorPage::message);
    connect(m_problems, &ProblemsPane::placeRequested, this, &EditorPage::goTo);
    connect(m_header, &EditorHeader::backRequested, this, &EditorPage::backRequested);
    connect(m_header, &EditorHeader::reviewRequested, this, &EditorPage::review);
    connect(m_header, &EditorHeader::changesRequested, this, &EditorPage::review);
}

} // namespace App
