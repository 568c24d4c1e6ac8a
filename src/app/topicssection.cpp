// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topicssection.h"

#include "app/describe.h"
#include "app/peekdialog.h"
#include "app/setup/createtopicdialog.h"
#include "core/format.h"
#include "widgets/card.h"
#include "widgets/icons.h"
#include "widgets/menus.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/rowdelegate.h"
#include "widgets/sectionheading.h"
#include "widgets/states.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

TopicsSection::TopicsSection(Aiven::Client &client, QString project, QString service, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(service))
    //: Heading
    , m_heading(new Widgets::SectionHeading(tr("Topics")))
    //: Button: look at messages without consuming them
    , m_peek(Widgets::makeButton(tr("Peek…"), u"view"_s))
    //: Button
    , m_create(Widgets::makeButton(tr("Create topic…"), u"plus"_s, "primary"))
    , m_filter(new QLineEdit)
    , m_loading(new Widgets::LoadingState)
    , m_messages(new Widgets::MessageBar)
    , m_card(new Widgets::Card)
    , m_table(new QTableView)
    //: Empty page of topics
    , m_empty(new Widgets::EmptyState(u"topic"_s, tr("No topics yet"),
                                      //: Empty page of topics
                                      tr("At least one topic in the Apache Kafka service is needed.")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.5));
    buildFilter();
    m_heading->addAction(m_filter);
    m_heading->addAction(m_peek);
    m_heading->addAction(m_create);
    //: Below the heading "Topics"
    m_heading->setSentence(
        tr("Peek reads the newest messages by offset: no consumer group is touched, nothing is consumed."));
    column->addWidget(m_heading);
    column->addWidget(m_loading);
    column->addWidget(m_messages);
    buildTable(*column);
    m_empty->setMinimumHeight(H(14));
    m_empty->hide();
    column->addWidget(m_empty);
    connect(m_create, &QPushButton::clicked, this, &TopicsSection::openCreateDialog);
    connect(m_peek, &QPushButton::clicked, this, &TopicsSection::openPeek);
    updateState();
}

void TopicsSection::buildTable(QVBoxLayout &column)
{
    m_proxy.setSourceModel(&m_model);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(&m_proxy);
    m_table->setProperty("edgeless", true);
    //: Accessible name of a table
    m_table->setAccessibleName(tr("Topics"));
    m_table->setItemDelegate(
        new Widgets::RowDelegate(Widgets::RowDelegate::Lines::One, Widgets::RowDelegate::Separator::Hairline, this));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(H(1.9));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setFixedHeight(H(1.85));
    auto *inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(H(0.1), 3, H(0.1), 3);
    inside->addWidget(m_table);
    m_card->hide();
    column.addWidget(m_card);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &TopicsSection::updateState);
    connect(m_table, &QTableView::activated, this, &TopicsSection::openPeek);
    Widgets::offerRowMenu(*m_table, [this] { return QList{m_peek}; });
}

void TopicsSection::buildFilter()
{
    //: Placeholder and accessible name of a field
    m_filter->setPlaceholderText(tr("Filter topics"));
    m_filter->setAccessibleName(tr("Filter topics"));
    m_filter->addAction(Widgets::icon("search"), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(H(14));
    m_filter->hide();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy.setFilterFixedString(text.trimmed());
        if (!m_table->currentIndex().isValid())
            choose(0);
    });
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, [this] {
        m_call.reset();
        m_loading->stop();
        //: In place of topics whose reading was cancelled
        m_messages->setMessage(Widgets::MessageBar::Kind::Info, tr("Reading was cancelled"),
                               tr("Nothing was changed. Try again when you like."));
        //: Button that repeats what was cancelled
        connect(m_messages->addButton(tr("Try again")), &QPushButton::clicked, this, &TopicsSection::refresh);
    });
}

void TopicsSection::refresh()
{
    m_call = std::make_unique<QObject>();
    if (!m_isRead)
        //: While topics are read; the seconds are added
        m_loading->start(tr("Reading topics"));
    m_client.listTopics(m_project, m_service, m_call.get())
        ->then([this](const Aiven::Result<QList<Aiven::Topic>> &answer) {
            m_loading->stop();
            if (!answer)
                return showFailure(answer.error());
            m_isRead = true;
            m_messages->hide();
            setTopics(*answer);
        });
}

void TopicsSection::showFailure(const Aiven::ApiError &error)
{
    const UserMessage message = describe(error);
    m_messages->setMessage(Widgets::MessageBar::Kind::Error, message.title, message.text + u' ' + message.nextStep);
    //: Button that repeats what failed
    connect(m_messages->addButton(tr("Try again")), &QPushButton::clicked, this, &TopicsSection::refresh);
    m_messages->addReport(message.title + u'\n' + message.details);
}

void TopicsSection::setTopics(const QList<Aiven::Topic> &topics)
{
    constexpr int kMostShown = 12; // more scroll inside
    const QString selected = currentTopic();
    m_model.setTopics(topics);
    m_heading->setCount(int(topics.size()));
    m_filter->setVisible(topics.size() > kMostShown);
    m_card->setVisible(!topics.isEmpty());
    m_empty->setVisible(topics.isEmpty());
    m_table->setFixedHeight(H(1.85) + H(1.9) * qMin(kMostShown, int(topics.size())));
    const int row = m_proxy.mapFromSource(m_model.index(m_model.rowOf(selected), 0)).row();
    choose(qMax(0, row));
    updateState();
}

void TopicsSection::choose(int row)
{
    m_table->setCurrentIndex(m_proxy.index(row, 0));
}

QString TopicsSection::currentTopic() const
{
    return m_table->currentIndex().siblingAtColumn(0).data().toString();
}

void TopicsSection::updateState()
{
    const bool chosen = !currentTopic().isEmpty();
    m_peek->setEnabled(chosen);
    //: Why the button is off
    m_peek->setToolTip(chosen ? QString() : tr("Choose a topic first"));
}

void TopicsSection::openCreateDialog()
{
    auto *dialog = new CreateTopicDialog(m_client, m_project, m_service, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateTopicDialog::created, this, [this](const QString &topic) {
        //: Status bar; %1 is the topic
        emit happened(tr("Topic %1 created").arg(topic));
        refresh();
    });
    dialog->open();
}

void TopicsSection::openPeek()
{
    if (currentTopic().isEmpty())
        return;
    auto *dialog = new PeekDialog(m_client, m_project, m_service, currentTopic(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace App
