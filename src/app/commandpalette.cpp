// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandpalette.h"

#include "app/servicestate.h"
#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/pill.h"
#include "widgets/rowdelegate.h"
#include "widgets/text.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPointer>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Token;

namespace {

enum Role { ActionRole = Qt::UserRole + 1, ServiceIndexRole };

} // namespace

CommandBox::CommandBox(QWidget *parent) : QPushButton(parent)
{
    //: The box in the menu bar that opens the list of all commands
    setText(tr("Search or run a command"));
    // Screen readers hear nothing of what stands in a menu bar besides menus: to the keyboard it is Ctrl+K.
    setFocusPolicy(Qt::NoFocus);
}

QSize CommandBox::sizeHint() const
{
    return {H(18.7), H(1.75)};
}

void CommandBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Widgets::color(Token::ButtonEdge));
    painter.setBrush(Widgets::color(Token::ButtonFace));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    Widgets::paintGlyph(painter, QRectF(H(0.5), (height() - H(0.9)) / 2.0, H(0.9), H(0.9)), "search",
                        Widgets::color(Token::Dim));
    painter.setPen(Widgets::color(Token::Dim));
    painter.drawText(rect().adjusted(H(1.8), 0, 0, 0), Qt::AlignVCenter, text());
    const QString key = u"Ctrl+K"_s;
    const int width = Widgets::pillWidth(key);
    Widgets::paintPill(painter, QRectF(this->width() - width - H(0.4), 0, width, height()), key,
                       Widgets::Tone::Neutral);
}

CommandPalette::CommandPalette(const QList<QAction *> &actions, const QList<Place> &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_filter(new QLineEdit)
    , m_list(new QListView)
{
    //: Title of the window with all commands
    setWindowTitle(tr("Commands"));
    resize(H(38), H(27));
    m_proxy.setSourceModel(&m_model);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(&m_proxy);
    m_list->setProperty("edgeless", true);
    //: Accessible name of the list of commands
    m_list->setAccessibleName(tr("Commands"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(
        new Widgets::RowDelegate(Widgets::RowDelegate::Lines::One, Widgets::RowDelegate::Separator::None, this));
    m_filter->addAction(Widgets::icon("search"), QLineEdit::LeadingPosition);
    //: Placeholder and accessible name of the field above the commands
    m_filter->setPlaceholderText(tr("Search commands and services"));
    m_filter->setAccessibleName(tr("Search commands and services"));
    m_filter->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(H(0.5), H(0.5), H(0.5), H(0.5));
    column->addWidget(m_filter);
    column->addWidget(m_list);
    addServices(services);
    addActions(actions);
    connect(m_filter, &QLineEdit::textChanged, this, &CommandPalette::onFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { run(m_list->currentIndex()); });
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(m_list, &QListView::activated, this, &CommandPalette::run);
    onFilter({});
}

void CommandPalette::addActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || action->menu() || action->text().isEmpty())
            continue;
        QString name = action->text();
        name.remove(u'&').remove(u'…');
        auto *item = new QStandardItem(name);
        item->setData(QVariant::fromValue(QPointer<QAction>(action)), ActionRole);
        item->setData(action->shortcut().toString(QKeySequence::NativeText), Widgets::StateTextRole);
        item->setData(u"right"_s, Widgets::IconNameRole);
        item->setEnabled(action->isEnabled());
        item->setToolTip(action->isEnabled() ? QString() : action->toolTip());
        m_model.appendRow(item);
    }
}

void CommandPalette::addServices(const QList<Place> &services)
{
    for (qsizetype i = 0; i < services.size(); ++i) {
        auto *item = new QStandardItem(services.at(i).service);
        item->setData(i, ServiceIndexRole);
        item->setData(Widgets::iconNameForService(services.at(i).serviceType), Widgets::IconNameRole);
        item->setData(services.at(i).project, Widgets::StateTextRole);
        m_model.appendRow(item);
    }
}

void CommandPalette::onFilter(const QString &text)
{
    m_proxy.setFilterFixedString(text.trimmed());
    m_list->setCurrentIndex(m_proxy.index(0, 0));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    // Arrows move in the list while the field keeps the focus.
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::run(const QModelIndex &index)
{
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled))
        return;
    const auto action = index.data(ActionRole).value<QPointer<QAction>>();
    const QVariant service = index.data(ServiceIndexRole);
    accept(); // first: what runs may open a window of its own
    if (action)
        action->trigger();
    else if (service.isValid())
        emit serviceChosen(m_services.at(service.toInt()));
}

} // namespace App
