// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/welcomepage.h"

#include "app/resumelist.h"
#include "widgets/card.h"
#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/pill.h"
#include "widgets/rowdelegate.h"
#include "widgets/text.h"
#include "widgets/tile.h"

#include <QBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace {

QWidget *makeCard(const QString &iconName, const QString &title, const QString &text, QPushButton *button)
{
    auto *card = new Widgets::Card;
    card->setMinimumHeight(H(13.8));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(H(1.2), H(1.2), H(1.2), H(1.2));
    column->setSpacing(H(0.5));
    column->addWidget(new Widgets::Tile(iconName, 2.6));
    column->addSpacing(H(0.25));
    column->addWidget(new Text(TextRole::Heading, title));
    column->addWidget((new Text(TextRole::Body, text))->dim()->wrapped());
    column->addStretch();
    column->addWidget(button, 0, Qt::AlignLeft);
    return card;
}

QString shownTime(const QDateTime &when)
{
    const qint64 days = when.date().daysTo(QDate::currentDate());
    const QLocale locale;
    if (days <= 0)
        return when.toLocalTime().toString(u"HH:mm"_s);
    //: Resume list: when one was there
    return days == 1 ? WelcomePage::tr("yesterday") : locale.toString(when.toLocalTime().date(), u"d MMMM"_s);
}

} // namespace

WelcomePage::WelcomePage(ResumeList &resume, QWidget *parent)
    : QWidget(parent)
    , m_resume(resume)
    , m_messages(new Widgets::MessageBar)
{
    auto *outer = new QHBoxLayout(this);
    auto *page = new QWidget;
    page->setMaximumWidth(H(61));
    page->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    outer->addStretch(1);
    outer->addWidget(page, 100);
    outer->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(0);
    column->addStretch(2);
    addHeader(*column);
    column->addSpacing(H(1.5));
    column->addWidget(m_messages);
    column->addSpacing(H(0.5));
    addCards(*column);
    column->addSpacing(H(2));
    addResume(*column);
    column->addSpacing(H(1));
    addFooter(*column);
    column->addStretch(3);
    connect(&resume, &ResumeList::changed, this, &WelcomePage::fillResume);
}

void WelcomePage::addHeader(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(H(1));
    row->addWidget(new Widgets::Tile(u"headgate"_s, 3));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    //: Title of the welcome page
    texts->addWidget(new Text(TextRole::Welcome, tr("Let data into ClickHouse®")));
    //: Below the title of the welcome page
    texts->addWidget(
        (new Text(TextRole::Body, tr("Set up an integration, edit its tables and topics, apply it safely, and "
                                     "try it with SQL.")))
            ->dim());
    row->addLayout(texts);
    row->addStretch();
    column.addLayout(row);
}

void WelcomePage::addCards(QVBoxLayout &column)
{
    auto *cards = new QHBoxLayout;
    cards->setSpacing(H(1));
    //: Button of the welcome page
    m_sandbox = Widgets::makeButton(tr("Open the sandbox"), "primary");
    connect(m_sandbox, &QPushButton::clicked, this, &WelcomePage::sandboxRequested);
    cards->addWidget(
        makeCard(u"flask"_s,
                 //: Card of the welcome page
                 tr("Try the sandbox"),
                 //: Card of the welcome page
                 tr("No account, nothing leaves this computer. A real ClickHouse and live sample topics are "
                    "ready in two seconds."),
                 m_sandbox),
        1);
    //: Button of the welcome page
    QPushButton *token = Widgets::makeButton(tr("Enter a token…"));
    connect(token, &QPushButton::clicked, this, &WelcomePage::tokenRequested);
    cards->addWidget(
        makeCard(u"key"_s,
                 //: Card of the welcome page
                 tr("Connect with an Aiven token"),
                 //: Card of the welcome page
                 tr("Work with your own projects and services. The token is kept in the system keychain, or for "
                    "this session only."),
                 token),
        1);
    column.addLayout(cards);
}

void WelcomePage::addResume(QVBoxLayout &column)
{
    m_resumeArea = new QWidget;
    auto *area = new QVBoxLayout(m_resumeArea);
    area->setContentsMargins(0, 0, 0, 0);
    area->setSpacing(H(0.5));
    //: Heading of a list on the welcome page
    area->addWidget(new Text(TextRole::Label, tr("Continue where you stopped")));
    auto *card = new Widgets::Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(H(0.4), H(0.25), H(0.4), H(0.25));
    m_resumeView = new QListView;
    m_resumeView->setProperty("edgeless", true);
    //: Accessible name of the list of places to continue at
    m_resumeView->setAccessibleName(tr("Continue where you stopped"));
    m_resumeModel = new QStandardItemModel(this);
    m_resumeView->setModel(m_resumeModel);
    m_resumeView->setItemDelegate(new Widgets::RowDelegate(Widgets::RowDelegate::Lines::Two,
                                                           Widgets::RowDelegate::Separator::None, m_resumeView));
    m_resumeView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_resumeView->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inside->addWidget(m_resumeView);
    area->addWidget(card);
    column.addWidget(m_resumeArea);
    const auto open = [this](const QModelIndex &index) {
        if (index.row() >= 0 && index.row() < m_resume.entries().size())
            emit resumeRequested(ResumeEntry(m_resume.entries().at(index.row())));
    };
    connect(m_resumeView, &QListView::activated, this, open);
    connect(m_resumeView, &QListView::clicked, this, [this, open](const QModelIndex &index) {
        if (!style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick, nullptr, m_resumeView))
            open(index);
    });
    fillResume();
}

void WelcomePage::addFooter(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(H(0.4));
    auto *glyph = new QLabel;
    glyph->setPixmap(Widgets::icon("info").pixmap(QSize(H(0.85), H(0.85)), devicePixelRatioF()));
    row->addWidget(glyph);
    //: Foot of the welcome page
    row->addWidget(new Text(TextRole::Small, tr("Headgate sends nothing anywhere except to the services you choose.")));
    row->addStretch();
    //: Foot of the welcome page, before the key
    row->addWidget(new Text(TextRole::Small, tr("All commands")));
    row->addWidget(new Widgets::KeyCap(u"Ctrl+K"_s));
    column.addLayout(row);
}

void WelcomePage::fillResume()
{
    m_resumeModel->clear();
    for (const ResumeEntry &entry : m_resume.entries()) {
        auto *item = new QStandardItem(entry.title);
        item->setData(entry.kind == ResumeEntry::Kind::Editor ? u"table"_s
                                                              : Widgets::iconNameForService(entry.serviceType),
                      Widgets::IconNameRole);
        item->setData(QStringLiteral("%1 · %2").arg(entry.project, entry.account), Widgets::SecondLineRole);
        item->setData(shownTime(entry.when), Widgets::StateTextRole);
        m_resumeModel->appendRow(item);
    }
    const int rows = m_resumeModel->rowCount();
    m_resumeView->setFixedHeight(rows * H(2.9));
    m_resumeArea->setVisible(rows > 0);
}

void WelcomePage::setSandboxStarting(bool starting)
{
    m_sandbox->setEnabled(!starting);
    //: Button of the welcome page, while the sandbox starts and before
    m_sandbox->setText(starting ? tr("Starting…") : tr("Open the sandbox"));
}

void WelcomePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_sandbox->setFocus();
}

} // namespace App
