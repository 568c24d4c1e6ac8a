// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databases/databasepane.h"

#include "core/format.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QPushButton>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

DatabasePane::DatabasePane(QWidget *parent)
    : QWidget(parent)
    , m_name(new Text(TextRole::Heading))
    , m_facts(new Text(TextRole::Help))
    , m_text(new Text(TextRole::Body))
    //: Button: opens the editor of the tables of an integration
    , m_edit(Widgets::makeButton(tr("Edit tables"), u"edit"_s))
    //: Button: one more database of a PostgreSQL integration
    , m_add(Widgets::makeButton(tr("Add a database…"), u"plus"_s))
    //: Button: asks, then removes an integration
    , m_disconnect(Widgets::makeButton(tr("Disconnect…")))
    //: Button: asks, then deletes a database
    , m_delete(Widgets::makeButton(tr("Delete database…"), u"trash"_s))
    , m_reason(new Text(TextRole::Help))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(H(1), H(0.75), H(1), H(0.75));
    column->setSpacing(H(0.5));
    m_name->selectable()->wrapped();
    column->addWidget(m_name);
    column->addWidget(m_facts->wrapped());
    column->addWidget(m_text->wrapped());
    auto *row = new QHBoxLayout;
    row->setSpacing(H(0.5));
    row->addWidget(m_edit);
    row->addWidget(m_add);
    row->addWidget(m_delete);
    row->addStretch();
    column->addSpacing(H(0.25));
    column->addLayout(row);
    column->addWidget(m_disconnect, 0, Qt::AlignLeft);
    column->addWidget(m_reason->wrapped());
    column->addStretch();
    connect(m_edit, &QPushButton::clicked, this, [this] { emit editTablesRequested(m_source->integrationId); });
    connect(m_disconnect, &QPushButton::clicked, this, [this] { emit disconnectRequested(m_source->integrationId); });
    connect(m_add, &QPushButton::clicked, this, [this] { emit addPairRequested(m_source->integrationId); });
    connect(m_delete, &QPushButton::clicked, this, [this] {
        if (m_source)
            emit removePairRequested(m_source->integrationId, m_database);
        else
            emit deleteRequested(m_database);
    });
}

QString DatabasePane::facts(const Aiven::Database &database) const
{
    QStringList parts;
    if (!database.engine.isEmpty())
        //: Facts about a database; %1 is its engine
        parts << tr("Engine %1").arg(database.engine);
    //: Facts about a database
    parts << tr("%n table(s)", nullptr, int(database.tables.size()));
    if (m_source)
        //: Facts about a database: kind of integration and the name of the other service
        parts << tr("from %1, %2").arg(m_source->kind, Core::displayText(m_source->name, 100));
    return parts.join(u" · "_s);
}

QString DatabasePane::explanation(const Aiven::Database &database) const
{
    if (m_source && m_source->tablesAreOurs)
        return database.tables.isEmpty()
                   //: About the database of a Kafka integration
                   ? tr("It is empty: no tables exist until you define them.")
                   //: About the database of a Kafka integration; the second sentence is the guide's
                   : tr("Its tables read from and write to topics. Messages are only read once per consumer group.");
    if (m_source)
        //: About the database of a PostgreSQL integration
        return tr("A live view of the remote database; nothing is copied. Its tables cannot be changed from here.");
    if (database.required)
        //: About a database that ClickHouse needs
        return tr("The service needs this database.");
    //: About a database that somebody made
    return tr("A database of your own, for tables and views that you make with SQL.");
}

void DatabasePane::show(const Aiven::Database &database, const std::optional<DatabaseSource> &source)
{
    m_database = database.name;
    m_source = source;
    m_name->setText(Core::displayText(database.name, 300));
    m_facts->setText(facts(database));
    m_text->setText(explanation(database));
    m_edit->setVisible(source && source->tablesAreOurs);
    //: Button: opens the editor of the tables of an integration, which has none yet
    m_edit->setText(database.tables.isEmpty() ? tr("Define tables") : tr("Edit tables"));
    m_add->setVisible(source && source->isPair);
    m_disconnect->setVisible(source.has_value());
    const QString reason = reasonAgainstDeleting(database);
    m_delete->setVisible(!source || source->isPair);
    m_delete->setEnabled(reason.isEmpty());
    m_delete->setToolTip(reason);
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

QString DatabasePane::reasonAgainstDeleting(const Aiven::Database &database) const
{
    if (m_source && m_source->isPair && m_source->isLast)
        //: How the only database of an integration is deleted
        return tr("The last database of an integration goes when it is disconnected.");
    if (m_source && !m_source->isPair)
        //: How the database of an integration is deleted
        return tr("The database goes when its integration is disconnected.");
    //: Why a database cannot be deleted
    return database.required ? tr("Databases that the service needs cannot be deleted.") : QString();
}

} // namespace App
