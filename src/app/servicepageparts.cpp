// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of a service is put together from, and what its parts ask for.
#include "app/servicepage.h"

#include "app/activitycard.h"
#include "app/activitylog.h"
#include "app/connectioncard.h"
#include "app/databases/databasespage.h"
#include "app/integrationssection.h"
#include "app/kafkatables.h"
#include "app/pageheader.h"
#include "app/peekdialog.h"
#include "app/servicereader.h"
#include "app/session.h"
#include "app/topicssection.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/scrolled.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

void ServicePage::buildHeader()
{
    if (isClickHouse()) {
        //: Button of a service page
        m_openSql = Widgets::makeButton(tr("Open SQL"), u"sql"_s);
        connect(m_openSql, &QPushButton::clicked, this, [this] { emit openSqlRequested({}); });
        m_header->addAction(m_openSql);
    }
    //: Tooltip and accessible name of a button
    QToolButton *again = Widgets::makeIconButton(u"refresh"_s, tr("Read again"));
    connect(again, &QToolButton::clicked, this, &ServicePage::refresh);
    m_header->addAction(again);
    //: Tab of a service page
    m_header->tabs().addTab(tr("Overview"));
    if (isClickHouse())
        //: Tab of a service page
        m_header->tabs().addTab(tr("Databases"));
    connect(&m_header->tabs(), &QTabBar::currentChanged, m_tabs, &QStackedWidget::setCurrentIndex);
}

void ServicePage::buildContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(H(1.5), H(1.15), H(1.5), H(1.5));
    column->setSpacing(H(1.15));
    column->addWidget(m_messages);
    if (isClickHouse())
        buildClickHouse(*column);
    if (m_place.serviceType == "kafka"_L1) {
        m_topics = new TopicsSection(m_place.session->client(), m_place.project, m_place.service);
        connect(m_topics, &TopicsSection::happened, this, &ServicePage::happened);
        column->addWidget(m_topics);
    }
    addCards(*column);
    column->addStretch(1);
    m_tabs->addWidget(Widgets::scrolled(content));
    if (isClickHouse()) {
        buildDatabases();
        m_tabs->addWidget(m_databases);
    }
}

void ServicePage::buildDatabases()
{
    m_databases = new DatabasesPage(m_place.session->client(), m_place.project, m_place.service);
    connect(m_databases, &DatabasesPage::queryRequested, this, &ServicePage::openSqlRequested);
    connect(m_databases, &DatabasesPage::editTablesRequested, this, &ServicePage::editTablesRequested);
    connect(m_databases, &DatabasesPage::happened, this, &ServicePage::happened);
    connect(m_databases, &DatabasesPage::refreshRequested, this, &ServicePage::refresh);
    connect(m_databases, &DatabasesPage::cancelRequested, m_reader, &ServiceReader::cancel);
    connect(m_databases, &DatabasesPage::disconnectRequested, m_integrations,
            &IntegrationsSection::disconnectIntegration);
    connect(m_databases, &DatabasesPage::addPairRequested, m_integrations, &IntegrationsSection::addDatabase);
    connect(m_databases, &DatabasesPage::removePairRequested, m_integrations, &IntegrationsSection::removeDatabase);
    connect(m_databases, &DatabasesPage::setUpRequested, this, &ServicePage::setUpRequested);
    connect(m_databases, &DatabasesPage::peekRequested, this, &ServicePage::peek);
}

void ServicePage::buildClickHouse(QBoxLayout &column)
{
    m_integrations = new IntegrationsSection(m_place.session->client(), m_place.project, m_place.service);
    column.addWidget(m_integrations);
    connect(m_integrations, &IntegrationsSection::setUpRequested, this, &ServicePage::setUpRequested);
    connect(m_integrations, &IntegrationsSection::editTablesRequested, this, &ServicePage::editTablesRequested);
    connect(m_integrations, &IntegrationsSection::queryRequested, this, &ServicePage::openSqlRequested);
    connect(m_integrations, &IntegrationsSection::currentIntegrationChanged, this, &ServicePage::changed);
    connect(m_integrations, &IntegrationsSection::happened, this, &ServicePage::happened);
    connect(m_integrations, &IntegrationsSection::settingsApplied, this, [this](const QString &name) {
        //: Recent activity; %1 is the other service or endpoint
        const QString sentence = tr("Settings of %1 applied").arg(name);
        m_log.add(m_place, Widgets::State::Ok, sentence);
        emit happened(sentence);
        refresh();
    });
    connect(m_integrations, &IntegrationsSection::disconnected, this, [this](const QString &name) {
        //: Recent activity; %1 is the other service
        const QString sentence = tr("%1 disconnected").arg(name);
        m_log.add(m_place, Widgets::State::Ok, sentence);
        emit happened(sentence);
        emit disconnected(name);
        refresh();
    });
}

void ServicePage::addCards(QBoxLayout &column)
{
    auto *cards = new QHBoxLayout;
    cards->setSpacing(H(1));
    m_connection = new ConnectionCard;
    cards->addWidget(m_connection, 1);
    cards->addWidget(new ActivityCard(m_log, m_place), 1);
    column.addLayout(cards);
    connect(m_connection, &ConnectionCard::passwordCopyRequested, this, &ServicePage::copyPassword);
    connect(m_connection, &ConnectionCard::copied, this, [this](const QString &what) {
        //: Status bar; %1 is "Host", "User"…
        emit happened(tr("%1 copied").arg(what));
    });
}

void ServicePage::peek(const QString &database, const QString &table)
{
    const QList<ClickHouse::KafkaTable> tables = kafkaTablesOf(integrations());
    const auto found = std::find_if(tables.cbegin(), tables.cend(), [&](const ClickHouse::KafkaTable &one) {
        return one.name == ClickHouse::TableName{database, table};
    });
    if (found == tables.cend() || found->topics.isEmpty())
        //: Status bar; %1 is a table
        return emit happened(tr("The integration does not name a topic of %1").arg(table));
    auto *dialog =
        new PeekDialog(m_place.session->client(), m_place.project, found->kafkaService, found->topics.first(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace App
