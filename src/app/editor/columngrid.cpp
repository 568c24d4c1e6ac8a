// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/columngrid.h"

#include "app/editor/columndelegate.h"
#include "app/editor/gripheader.h"
#include "document/jsontext.h"
#include "document/rules.h"
#include "document/suggestions.h"
#include "widgets/card.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Models::ColumnModel;
using Widgets::H;

namespace App {

namespace {

constexpr int mostVisibleRows = 14; ///< more scroll inside the grid

} // namespace

ColumnGrid::ColumnGrid(Document::Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_model(new ColumnModel(draft, this))
    , m_view(new QTableView)
    , m_importMenu(new QMenu(this))
    , m_count(new Widgets::Text(Widgets::TextRole::Small))
    , m_problem((new Widgets::Text(Widgets::TextRole::Help))->wrapped())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(H(0.4));
    buildHead();
    buildView();
    m_problem->setInk(Widgets::Token::Error);
    layout->addWidget(m_problem);
    buildImportMenu();
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ColumnGrid::fitHeight);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ColumnGrid::fitHeight);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ColumnGrid::fitHeight);
    connect(&draft, &Document::Draft::changed, this, &ColumnGrid::updateState);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ColumnGrid::updateState);
    fitHeight();
}

void ColumnGrid::buildHead()
{
    //: Button above the grid of columns: opens a menu
    m_import = Widgets::makeIconButton(u"import"_s, tr("Import columns"));
    //: Button above the grid of columns: opens a menu of ways to get columns from elsewhere
    m_import->setText(tr("Import"));
    m_import->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_import->setMenu(m_importMenu);
    m_import->setPopupMode(QToolButton::InstantPopup);
    //: Button above the grid of columns
    m_add = Widgets::makeIconButton(u"plus"_s, tr("Add column"));
    //: Button above the grid of columns; short for "Add column"
    m_add->setText(tr("Add"));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    //: Button above the grid of columns
    m_remove = Widgets::makeIconButton(u"trash"_s, tr("Remove column"));
    auto *head = new QHBoxLayout;
    head->setSpacing(H(0.5));
    //: Heading of the grid of columns
    head->addWidget(new Widgets::Text(Widgets::TextRole::Label, tr("Columns")));
    head->addWidget(m_count, 1);
    head->addWidget(m_remove);
    head->addWidget(m_import);
    head->addWidget(m_add);
    static_cast<QVBoxLayout *>(layout())->addLayout(head);
    connect(m_add, &QToolButton::clicked, this, &ColumnGrid::addColumn);
    connect(m_remove, &QToolButton::clicked, this, &ColumnGrid::removeSelected);
}

void ColumnGrid::buildView()
{
    auto *grip = new GripHeader(m_view);
    m_view->setVerticalHeader(grip);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ColumnDelegate(this));
    //: Accessible name of the grid of columns
    m_view->setAccessibleName(tr("Columns"));
    m_view->setProperty("edgeless", true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_view->setCornerButtonEnabled(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(ColumnModel::NameColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(ColumnModel::TypeColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(ColumnModel::SampleColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(ColumnModel::StateColumn, QHeaderView::Fixed);
    header->resizeSection(ColumnModel::NameColumn, H(6.8));
    header->resizeSection(ColumnModel::TypeColumn, H(9.5));
    header->resizeSection(ColumnModel::StateColumn, H(6));
    m_view->installEventFilter(this);
    auto *card = new Widgets::Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 3, 1, 3);
    inside->addWidget(m_view);
    layout()->addWidget(card);
    connect(grip, &GripHeader::rowMoved, this, [this](int from, int to) {
        m_draft.moveColumn(m_model->table(), from, to);
        m_view->setCurrentIndex(m_model->index(to, ColumnModel::NameColumn));
    });
}

void ColumnGrid::buildImportMenu()
{
    //: Menu "Import" of the grid of columns: lines of "name type", a piece of CREATE TABLE, JSON
    QAction *pasted = m_importMenu->addAction(tr("Paste columns from the clipboard"), this, &ColumnGrid::paste);
    pasted->setShortcut(QKeySequence::Paste);
    pasted->setShortcutContext(Qt::WidgetShortcut);
    m_importSample = m_importMenu->addAction(QString(), this, &ColumnGrid::importSample);
    setSample({}, {});
}

void ColumnGrid::setTable(int row)
{
    m_model->setTable(row);
    updateState();
}

void ColumnGrid::setSample(const QString &topic, const QByteArray &message)
{
    m_sample = message;
    m_sampleTopic = topic;
    QHash<QString, QString> values;
    if (const auto json = Core::parseJson(message); json && json->is_object()) {
        for (const auto &[key, value] : json->items())
            values.insert(Core::toQString(key), QString::fromUtf8(Document::inlineText(value)));
    }
    //: Column header over values of a message; %1 is a topic
    m_model->setSample(values.isEmpty() ? QString() : tr("In %1, latest message").arg(topic), values);
    //: Menu "Import" of the grid of columns: types are guessed from one message; %1 is a topic
    m_importSample->setText(values.isEmpty() ? tr("From the latest message")
                                             //: Menu "Import" of the grid of columns; %1 is a topic
                                             : tr("From the latest message in %1").arg(topic));
    m_importSample->setEnabled(!values.isEmpty());
}

void ColumnGrid::updateState()
{
    const int count = m_model->rowCount();
    //: Beside the heading of the grid of columns; %1 is the number of columns, %2 the limit
    m_count->setText(tr("%1 of %2").arg(QString::number(count), QString::number(Document::Limits::columns)));
    m_add->setEnabled(count < Document::Limits::columns);
    m_remove->setEnabled(m_view->currentIndex().isValid());
    QString problem = m_view->currentIndex().data(ColumnModel::ProblemRole).toString();
    for (const Document::Problem &one : m_draft.tableProblems(m_model->table())) {
        if (one.pointer.endsWith("/columns"_L1))
            problem = one.message;
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void ColumnGrid::fitHeight()
{
    const int rows = qBound(1, m_model->rowCount(), mostVisibleRows);
    m_view->setFixedHeight(m_view->horizontalHeader()->sizeHint().height() +
                           rows * m_view->verticalHeader()->defaultSectionSize());
    updateState();
}

void ColumnGrid::goTo(const QStringList &steps)
{
    const int row = steps.value(1, u"-1"_s).toInt();
    if (row < 0 || row >= m_model->rowCount())
        return m_view->setFocus();
    const int column = steps.value(2) == "type"_L1 ? ColumnModel::TypeColumn : ColumnModel::NameColumn;
    m_view->setCurrentIndex(m_model->index(row, column));
    m_view->setFocus();
}

void ColumnGrid::addColumn()
{
    const int at = m_view->currentIndex().isValid() ? m_view->currentIndex().row() + 1 : m_model->rowCount();
    const QString name = Document::freeColumnName(m_draft.table(m_model->table()).columns(), u"column"_s);
    m_draft.insertColumns(m_model->table(), at, {{name, u"String"_s}});
    const QModelIndex added = m_model->index(at, ColumnModel::NameColumn);
    m_view->setCurrentIndex(added);
    m_view->setFocus();
    m_view->edit(added);
}

QList<int> ColumnGrid::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedIndexes())
        rows.append(index.row());
    return rows;
}

void ColumnGrid::removeSelected()
{
    const int row = m_view->currentIndex().row();
    const int column = m_view->currentIndex().column();
    m_draft.removeColumns(m_model->table(), selectedRows());
    if (const int count = m_model->rowCount(); count > 0 && row >= 0)
        m_view->setCurrentIndex(m_model->index(qMin(row, count - 1), column));
}

void ColumnGrid::moveCurrent(int step)
{
    const QModelIndex current = m_view->currentIndex();
    const int to = current.row() + step;
    if (!current.isValid() || to < 0 || to >= m_model->rowCount())
        return;
    m_draft.moveColumn(m_model->table(), current.row(), to);
    m_view->setCurrentIndex(m_model->index(to, current.column()));
}

void ColumnGrid::paste()
{
    const QList<Document::Column> columns = Document::columnsFromText(QApplication::clipboard()->text());
    const int at = m_view->currentIndex().isValid() ? m_view->currentIndex().row() + 1 : m_model->rowCount();
    m_draft.insertColumns(m_model->table(), at, columns);
}

void ColumnGrid::importSample()
{
    const QList<Document::Column> known = m_draft.table(m_model->table()).columns();
    QList<Document::Column> fresh = Document::columnsFromMessage(m_sample);
    fresh.removeIf([&known](const Document::Column &column) {
        return std::any_of(known.begin(), known.end(),
                           [&column](const auto &other) { return other.name == column.name; });
    });
    m_draft.insertColumns(m_model->table(), m_model->rowCount(), fresh);
}

bool ColumnGrid::onKey(const QKeyCombination &keys)
{
    const QKeySequence pressed(keys);
    if (pressed == QKeySequence(Qt::ALT | Qt::Key_Up))
        moveCurrent(-1);
    else if (pressed == QKeySequence(Qt::ALT | Qt::Key_Down))
        moveCurrent(1);
    else if (pressed == QKeySequence(Qt::Key_Delete))
        removeSelected();
    else if (pressed == QKeySequence(Qt::Key_Insert))
        addColumn();
    else if (pressed == QKeySequence(Qt::Key_Return) || pressed == QKeySequence(Qt::Key_Enter))
        m_view->edit(m_view->currentIndex());
    else if (pressed == QKeySequence(QKeySequence::Paste))
        paste();
    else
        return false;
    return true;
}

bool ColumnGrid::eventFilter(QObject *watched, QEvent *event)
{
    // Keys that the editor of a cell leaves over come here too; they are not meant for the grid.
    if (watched == m_view && event->type() == QEvent::KeyPress && m_view->hasFocus())
        return onKey(static_cast<QKeyEvent *>(event)->keyCombination());
    if (watched == m_view && event->type() == QEvent::ShortcutOverride) {
        // Paste belongs to the grid while it has the focus.
        if (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace App
