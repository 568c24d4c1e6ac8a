// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/topicsfield.h"

#include "app/editor/topicchips.h"
#include "widgets/fieldbox.h"
#include "widgets/metrics.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QStringListModel>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Token;

namespace App {

namespace {

constexpr double editWidth = 9;   ///< least room for the text field behind the chips
constexpr double rowHeight = 1.8; ///< of a control
constexpr int mostRows = 4;       ///< of chips; more scroll

} // namespace

TopicsField::TopicsField(QWidget *parent)
    : QFrame(parent)
    , m_model(new QStandardItemModel(this))
    , m_choices(new QStringListModel(this))
    , m_chips(new QListView(this))
    , m_edit(new QLineEdit(this))
    //: Button: opens the list of topics
    , m_open(Widgets::makeIconButton(u"down"_s, tr("Choose a topic"), this))
    , m_completer(new QCompleter(m_choices, this))
{
    buildChips();
    buildEdit();
    connect(m_open, &QToolButton::clicked, this, &TopicsField::openList);
    setFocusProxy(m_edit);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(false);
    setSizePolicy(policy);
}

void TopicsField::buildChips()
{
    m_chips->setModel(m_model);
    m_chips->setItemDelegate(new ChipDelegate(this));
    m_chips->setViewMode(QListView::ListMode);
    m_chips->setFlow(QListView::LeftToRight);
    m_chips->setWrapping(true);
    m_chips->setResizeMode(QListView::Adjust);
    m_chips->setProperty("edgeless", true);
    m_chips->setFrameShape(QFrame::NoFrame);
    m_chips->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_chips->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chips->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the arrow keys scroll
    m_chips->viewport()->setAutoFillBackground(false);
    //: Accessible name of the chosen topics of a table
    m_chips->setAccessibleName(tr("Topics"));
    m_chips->installEventFilter(this);
    m_chips->viewport()->installEventFilter(this);
}

void TopicsField::buildEdit()
{
    m_edit->setFrame(false);
    m_edit->setProperty("edgeless", true);
    //: Accessible name of the field that adds a topic
    m_edit->setAccessibleName(tr("Add a topic"));
    //: Placeholder of the field that adds a topic
    m_edit->setPlaceholderText(tr("Add a topic…"));
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    //: Accessible name of the list of topics to choose from
    m_completer->popup()->setAccessibleName(tr("Topics of the service"));
    m_edit->setCompleter(m_completer);
    m_edit->installEventFilter(this);
    Widgets::useDocumentUndo(m_edit);
    // Queued, because the completer puts the chosen text into the field after it has told.
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TopicsField::add,
            Qt::QueuedConnection);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        const QAbstractItemView *const list = m_completer->popup();
        if (!list->isVisible() || !list->currentIndex().isValid()) // or the completer tells what was chosen
            add(m_edit->text());
    });
}

void TopicsField::setTopics(const QStringList &topics)
{
    if (m_topics == topics)
        return;
    m_topics = topics;
    refreshChips();
}

void TopicsField::setAvailable(const std::optional<QHash<QString, int>> &partitions)
{
    if (m_partitions == partitions)
        return;
    m_partitions = partitions;
    refreshChips();
}

void TopicsField::refreshChips()
{
    const int current = m_chips->currentIndex().row();
    m_model->clear();
    for (const QString &topic : m_topics) {
        auto *item = new QStandardItem(topic);
        item->setData(m_partitions && !m_partitions->contains(topic), MissingRole);
        if (m_partitions && m_partitions->contains(topic))
            item->setData(m_partitions->value(topic), PartitionsRole);
        m_model->appendRow(item);
        const QString detail = ChipDelegate::detail(item->index());
        item->setData(detail.isEmpty() ? topic : u"%1, %2"_s.arg(topic, detail), Qt::AccessibleTextRole);
    }
    m_chips->setCurrentIndex(m_model->index(qMin(qMax(current, 0), int(m_topics.size()) - 1), 0));
    QStringList choices = m_partitions ? m_partitions->keys() : QStringList();
    choices.removeIf([this](const QString &topic) { return m_topics.contains(topic); });
    choices.sort(Qt::CaseInsensitive);
    m_choices->setStringList(choices);
    m_chips->setVisible(!m_topics.isEmpty());
    updateGeometry();
    relayout();
}

void TopicsField::add(const QString &text)
{
    QStringList topics = m_topics;
    for (const QString &topic : text.split(QRegularExpression(u"[\\s,;]+"_s), Qt::SkipEmptyParts)) {
        if (!topics.contains(topic))
            topics.append(topic);
    }
    m_edit->clear();
    if (topics != m_topics)
        emit topicsEdited(topics);
}

void TopicsField::remove(int at)
{
    if (at < 0 || at >= m_topics.size())
        return;
    QStringList topics = m_topics;
    topics.removeAt(at);
    emit topicsEdited(topics);
    if (m_topics.isEmpty())
        m_edit->setFocus();
}

void TopicsField::openList()
{
    m_edit->setFocus();
    m_completer->setCompletionPrefix(m_edit->text());
    m_completer->complete();
}

bool TopicsField::onChipsKey(int key)
{
    const int at = m_chips->currentIndex().row();
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        remove(at);
        return true;
    }
    if (key == Qt::Key_Right && at + 1 == m_topics.size()) {
        m_edit->setFocus();
        return true;
    }
    return false;
}

bool TopicsField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_chips)
            return onChipsKey(key->key());
        if (watched == m_edit && key->key() == Qt::Key_Down && m_edit->text().isEmpty()) {
            openList();
            return true;
        }
        if (watched == m_edit && key->key() == Qt::Key_Backspace && m_edit->text().isEmpty() && !m_topics.isEmpty()) {
            m_chips->setFocus();
            m_chips->setCurrentIndex(m_model->index(int(m_topics.size()) - 1, 0));
            return true;
        }
    } else if (event->type() == QEvent::MouseButtonRelease && watched == m_chips->viewport()) {
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
        const QModelIndex chip = m_chips->indexAt(at);
        if (chip.isValid() && ChipDelegate::isOnCross(m_chips->visualRect(chip), at)) {
            remove(chip.row());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

int TopicsField::chipsWidth() const
{
    int width = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        width += m_chips->sizeHintForIndex(m_model->index(row, 0)).width();
    return width;
}

/// Rows that the chips take when the text field does not fit behind them; 0 when it does.
int TopicsField::rowsFor(int width) const
{
    const int room = width - H(0.6);
    if (chipsWidth() + H(editWidth) + H(1.8) <= room)
        return 0;
    int rows = 1;
    int used = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const int chip = m_chips->sizeHintForIndex(m_model->index(row, 0)).width();
        if (used > 0 && used + chip > room) {
            ++rows;
            used = 0;
        }
        used += chip;
    }
    return qMin(rows, mostRows);
}

void TopicsField::relayout()
{
    const int chipRows = m_topics.isEmpty() ? 0 : rowsFor(width());
    const int line = H(rowHeight);
    const int buttonLeft = width() - H(1.8);
    if (chipRows == 0) {
        const int chips = m_topics.isEmpty() ? 0 : chipsWidth() + H(0.5);
        m_chips->setGeometry(H(0.3), (line - H(1.4)) / 2, chips, H(1.4) + 2);
        m_edit->setGeometry(H(0.2) + chips, 2, buttonLeft - chips - H(0.2), line - 4);
        m_open->setGeometry(buttonLeft, 2, H(1.7), line - 4);
    } else {
        m_chips->setGeometry(H(0.3), H(0.2), width() - H(0.5), chipRows * H(1.4));
        const int top = chipRows * H(1.4) + H(0.1);
        m_edit->setGeometry(H(0.2), top, buttonLeft - H(0.2), line - 2);
        m_open->setGeometry(buttonLeft, top, H(1.7), line - 4);
    }
    setFixedHeight(chipRows == 0 ? line : chipRows * H(1.4) + H(0.2) + line);
}

QSize TopicsField::sizeHint() const
{
    return {H(24), height()};
}

QSize TopicsField::minimumSizeHint() const
{
    return {H(14), H(rowHeight)};
}

void TopicsField::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    relayout();
}

void TopicsField::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        relayout();
}

void TopicsField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_edit->hasFocus() || m_chips->hasFocus();
    const bool bad = property("bad").toBool();
    const double pen = focused ? 2 : 1;
    painter.setPen(QPen(Widgets::color(focused ? Token::Accent : bad ? Token::Error : Token::Control), pen));
    painter.setBrush(Widgets::color(Token::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), 5, 5);
}

} // namespace App
