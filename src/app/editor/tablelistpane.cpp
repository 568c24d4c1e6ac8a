// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/tablelistpane.h"

#include "app/editor/tabledelegate.h"
#include "document/rules.h"
#include "models/tablelistmodel.h"
#include "widgets/menus.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QHBoxLayout>
#include <QIdentityProxyModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

namespace {

/// Above this many tables the list gets a filter.
constexpr int filterFrom = 12;

/// Adds what is read aloud for a row.
class NamedTables final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::AccessibleTextRole)
            return TableDelegate::description(index);
        return QSortFilterProxyModel::data(index, role);
    }
};

} // namespace

TableListPane::TableListPane(Document::Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_proxy(new NamedTables(this))
    , m_view(new QListView)
    , m_count(new Widgets::Text(Widgets::TextRole::Small))
    , m_filter(new QLineEdit)
    , m_menu(new QMenu(this))
{
    m_proxy->setSourceModel(new Models::TableListModel(draft, this));
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(new TableDelegate(this));
    m_view->setProperty("edgeless", true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->viewport()->setAutoFillBackground(false);
    //: Accessible name of the list of tables in the editor
    m_view->setAccessibleName(tr("Tables"));
    m_view->installEventFilter(this);
    //: Accessible name of the field that filters the list of tables
    m_filter->setAccessibleName(tr("Filter tables"));
    //: Placeholder in the field that filters the list of tables
    m_filter->setPlaceholderText(tr("Filter tables"));
    m_filter->setClearButtonEnabled(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(H(0.4), 0, H(0.4), H(0.4));
    layout->setSpacing(H(0.25));
    buildHead();
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    buildMenu();
    connect(m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TableListPane::onCurrentChanged);
    connect(m_view, &QListView::customContextMenuRequested, this,
            [this](const QPoint &at) { m_menu->popup(m_view->viewport()->mapToGlobal(at)); });
    connect(&draft, &Document::Draft::changed, this, &TableListPane::updateState);
    updateState();
}

void TableListPane::buildHead()
{
    //: Button above the list of tables
    m_add = Widgets::makeIconButton(u"plus"_s, tr("Add table"));
    //: Button above the list of tables: opens a menu
    m_more = Widgets::makeIconButton(u"more"_s, tr("More actions for the table"));
    Widgets::offerMenu(*m_more, *m_menu);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(H(0.5), H(0.2), 0, H(0.1));
    head->setSpacing(H(0.4));
    //: Heading of the list of tables
    head->addWidget(new Widgets::Text(Widgets::TextRole::Label, tr("Tables")));
    head->addWidget(m_count, 1);
    head->addWidget(m_add);
    head->addWidget(m_more);
    static_cast<QVBoxLayout *>(layout())->addLayout(head);
    connect(m_add, &QToolButton::clicked, this, &TableListPane::addRequested);
}

void TableListPane::buildMenu()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, auto &&act) {
        QAction *action = m_menu->addAction(text, this, act);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
    };
    //: Menu of a table
    add(tr("Rename"), Qt::Key_F2, [this] { emit renameRequested(); });
    //: Menu of a table
    add(tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D),
        [this] { setCurrentTable(m_draft.duplicateTable(m_current)); });
    //: Menu of a table: the copy reads the first topic only, so that rows can be inserted
    add(tr("Make a one-topic copy"), {}, [this] { setCurrentTable(m_draft.addOneTopicCopy(m_current)); });
    m_menu->addSeparator();
    //: Menu of a table
    add(tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { move(-1); });
    //: Menu of a table
    add(tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down), [this] { move(1); });
    m_menu->addSeparator();
    //: Menu of a table
    add(tr("Remove"), QKeySequence::Delete, [this] { remove(); });
}

int TableListPane::currentTable() const
{
    return m_current;
}

void TableListPane::setCurrentTable(int row)
{
    if (row < 0 || row >= m_draft.tableCount())
        return;
    const QModelIndex source = m_proxy->sourceModel()->index(row, 0);
    if (!m_proxy->mapFromSource(source).isValid())
        m_filter->clear();
    m_view->setCurrentIndex(m_proxy->mapFromSource(source));
}

void TableListPane::onCurrentChanged()
{
    const QModelIndex source = m_proxy->mapToSource(m_view->currentIndex());
    const int row = source.isValid() ? source.row() : -1;
    if (row == m_current)
        return;
    m_current = row;
    updateState();
    emit currentTableChanged(row);
}

void TableListPane::updateState()
{
    const int count = m_draft.tableCount();
    //: Beside the heading of the list of tables; %1 is the number of tables, %2 the limit
    m_count->setText(tr("%1 of %2").arg(QString::number(count), QString::number(Document::Limits::tables)));
    m_filter->setVisible(count >= filterFrom || !m_filter->text().isEmpty());
    m_more->setEnabled(m_current >= 0);
    m_add->setEnabled(count < Document::Limits::tables);
    m_view->setProperty("startsArea", count > 0); // F6 lands on the tables, or where the first one is added
    onCurrentChanged();                           // rows may have moved under the selection
}

void TableListPane::move(int step)
{
    const int to = m_current + step;
    if (to < 0 || to >= m_draft.tableCount())
        return;
    m_draft.moveTable(m_current, to);
    setCurrentTable(to);
}

void TableListPane::remove()
{
    m_draft.removeTable(m_current); // no question: undo brings it back, and Apply asks
}

bool TableListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        for (QAction *action : m_menu->actions()) {
            const QKeySequence pressed(key->keyCombination());
            if (!action->shortcut().isEmpty() && action->shortcut() == pressed && m_current >= 0) {
                action->trigger();
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace App
