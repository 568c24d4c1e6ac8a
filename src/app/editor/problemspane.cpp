// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/problemspane.h"

#include "app/editor/problemdelegate.h"
#include "models/problemmodel.h"
#include "widgets/card.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Document::Severity;
using Models::ProblemModel;
using Widgets::H;

namespace App {

namespace {

constexpr double headHeight = 2.2;
constexpr double rowHeight = 1.75;
constexpr int visibleRows = 3;

} // namespace

ProblemsPane::ProblemsPane(Document::Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_model(new ProblemModel(draft, this))
    , m_view(new QTableView)
    //: Button at the list of problems: shows or hides it
    , m_toggle(Widgets::makeIconButton(u"down"_s, tr("Show or hide the problems")))
    , m_summary(new Widgets::Text(Widgets::TextRole::Small))
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(H(0.85), 0, H(0.5), 0);
    head->setSpacing(H(0.5));
    //: Heading of the list of problems
    head->addWidget(new Widgets::Text(Widgets::TextRole::Label, tr("Problems")));
    head->addWidget(m_summary, 1);
    head->addWidget(m_toggle);
    auto *bar = new QWidget;
    bar->setLayout(head);
    bar->setFixedHeight(H(headHeight));
    buildView();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Widgets::Hairline);
    layout->addWidget(bar);
    layout->addWidget(new Widgets::Hairline);
    layout->addWidget(m_view, 1);
    connect(m_toggle, &QToolButton::clicked, this, [this] {
        m_open = !m_open;
        updateState();
    });
    connect(&draft, &Document::Draft::changed, this, &ProblemsPane::updateState);
    updateState();
}

void ProblemsPane::buildView()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ProblemDelegate(this));
    //: Accessible name of the list of problems
    m_view->setAccessibleName(tr("Problems"));
    m_view->setProperty("edgeless", true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setMouseTracking(true);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->horizontalHeader()->hide();
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setMinimumSectionSize(1); // else the font decides
    m_view->verticalHeader()->setDefaultSectionSize(H(rowHeight));
    QHeaderView *header = m_view->horizontalHeader();
    header->setSectionResizeMode(ProblemModel::SeverityColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(ProblemModel::MessageColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(ProblemModel::PlaceColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(ProblemModel::FixColumn, QHeaderView::Fixed);
    header->resizeSection(ProblemModel::SeverityColumn, H(6.2));
    header->resizeSection(ProblemModel::PlaceColumn, H(14));
    header->resizeSection(ProblemModel::FixColumn, H(11));
    m_view->installEventFilter(this);
    connect(m_view, &QTableView::clicked, this, &ProblemsPane::onClicked);
}

QSize ProblemsPane::sizeHint() const
{
    const int rows = m_open ? qMin(m_model->rowCount(), visibleRows) : 0;
    return {H(40), H(headHeight) + 2 + rows * H(rowHeight)};
}

void ProblemsPane::updateState()
{
    const int errors = Document::countOf(m_draft.problems(), Severity::Error);
    const int warnings = Document::countOf(m_draft.problems(), Severity::Warning);
    QStringList parts;
    if (errors > 0) {
        //: Beside the heading "Problems"
        parts.append(errors == 1 ? tr("1 error") : tr("%n errors", nullptr, errors));
    }
    if (warnings > 0) {
        //: Beside the heading "Problems"
        parts.append(warnings == 1 ? tr("1 warning") : tr("%n warnings", nullptr, warnings));
    }
    //: Beside the heading "Problems": there are none
    m_summary->setText(parts.isEmpty() ? tr("none") : parts.join(u", "));
    m_view->setVisible(m_open && m_model->rowCount() > 0);
    m_toggle->setIcon(Widgets::icon(m_open ? "down" : "up"));
    m_toggle->setEnabled(m_model->rowCount() > 0);
    setFixedHeight(sizeHint().height());
}

void ProblemsPane::onClicked(const QModelIndex &index)
{
    if (index.column() == ProblemModel::FixColumn && !index.data().toString().isEmpty())
        m_model->applyFix(index.row());
    else
        onActivated(index);
}

void ProblemsPane::onActivated(const QModelIndex &index)
{
    if (index.isValid())
        emit placeRequested(m_model->problem(index.row()).pointer);
}

bool ProblemsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            onClicked(m_view->currentIndex());
            return true;
        }
        if (key == Qt::Key_Space && m_view->currentIndex().isValid()) {
            m_model->applyFix(m_view->currentIndex().row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace App
