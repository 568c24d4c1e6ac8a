// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/integrationmodel.h"

#include "app/servicestate.h"
#include "app/setup/kinds.h"
#include "core/format.h"
#include "widgets/icons.h"
#include "widgets/rowdelegate.h"

namespace App {

using namespace Qt::StringLiterals;

IntegrationModel::IntegrationModel(QString service, QObject *parent)
    : QAbstractTableModel(parent)
    , m_service(std::move(service))
{}

void IntegrationModel::setIntegrations(const QList<Aiven::Integration> &integrations)
{
    QList<Aiven::Integration> rows;
    for (const Aiven::Integration &integration : integrations) {
        if (integration.isCandidate())
            continue;
        rows.append(integration);
        if (stateOf(integration).state == Widgets::State::Working && !m_startingSince.contains(integration.id))
            m_startingSince[integration.id].start();
    }
    const auto ids = [](const QList<Aiven::Integration> &list) {
        QStringList result;
        for (const Aiven::Integration &integration : list)
            result << integration.id;
        return result;
    };
    if (ids(rows) != ids(m_rows)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (!rows.isEmpty()) {
        m_rows = rows; // the same rows: selection and scroll position stay
        emit dataChanged(index(0, 0), index(int(rows.size()) - 1, ColumnCount - 1));
    }
}

void IntegrationModel::setDatabases(const QList<Aiven::Database> &databases)
{
    m_databases = databases;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, AppearsColumn), index(int(m_rows.size()) - 1, AppearsColumn));
}

void IntegrationModel::setDirectionFolded(bool folded)
{
    if (folded == m_directionFolded)
        return;
    m_directionFolded = folded;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, SourceColumn), index(int(m_rows.size()) - 1, SourceColumn));
}

bool IntegrationModel::hasTables(const Aiven::Integration &integration)
{
    return integration.type == "clickhouse_kafka"_L1;
}

int IntegrationModel::tableCount(const Aiven::Integration &integration)
{
    const Core::Json &tables = Core::memberAt(integration.userConfig, "tables");
    return tables.is_array() ? int(tables.size()) : 0;
}

int IntegrationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int IntegrationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IntegrationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Aiven::Integration &integration = m_rows.at(index.row());
    switch (Column(index.column())) {
    case SourceColumn: return source(integration, role);
    case DirectionColumn: return direction(integration, role);
    case AppearsColumn: return appears(integration, role);
    case StateColumn: return state(integration, role);
    case ProblemsColumn: return problems(integration, role);
    case ActionColumn:
    case ColumnCount: break;
    }
    return {};
}

const Aiven::IntegrationSide &IntegrationModel::otherSide(const Aiven::Integration &integration) const
{
    return integration.dest.service == m_service ? integration.source : integration.dest;
}

QVariant IntegrationModel::source(const Aiven::Integration &integration, int role) const
{
    const Aiven::IntegrationSide &side = otherSide(integration);
    switch (role) {
    case Qt::DisplayRole: return Core::displayText(side.name());
    case Widgets::IconNameRole: return side.isEndpoint() ? u"globe"_s : Widgets::iconNameForService(side.serviceType);
    case Widgets::TileRole: return true;
    case Widgets::SecondLineRole: {
        //: Table of integrations: kind of source and where it is
        const QString where = side.isEndpoint() ? tr("%1 · external").arg(kindName(side.serviceType))
                                                //: Table of integrations: kind of source and where it is
                                                : tr("%1 · in this project").arg(kindName(side.serviceType));
        return m_directionFolded ? u"%1 · %2"_s.arg(where, direction(integration, Qt::DisplayRole).toString().toLower())
                                 : where;
    }
    default: return {};
    }
}

QVariant IntegrationModel::direction(const Aiven::Integration &integration, int role) const
{
    const bool sends = integration.dest.service != m_service;
    const Core::Json &tables = Core::memberAt(integration.userConfig, "tables");
    bool writes = false;
    for (std::size_t i = 0; tables.is_array() && i < tables.size(); ++i) {
        const Core::Json &topics = Core::memberAt(tables[i], "topics");
        writes = writes || (topics.is_array() && topics.size() == 1); // more than one topic cannot be written
    }
    switch (role) {
    case Qt::DisplayRole:
        //: Direction of an integration: this service sends data out
        return sends ? tr("Sends")
               //: Direction of an integration
               : writes ? tr("Reads, writes")
                        //: Direction of an integration
                        : tr("Reads");
    case Widgets::IconNameRole: return writes ? u"both"_s : u"arrow"_s;
    case Widgets::DimRole: return true;
    default: return {};
    }
}

QString IntegrationModel::tablesSentence(const Aiven::Integration &integration) const
{
    if (hasTables(integration)) {
        const int count = tableCount(integration);
        //: Table of integrations: what appears in ClickHouse
        return count == 0 ? tr("Database · no tables yet") : tr("Database · %n table(s)", nullptr, count);
    }
    if (!integration.collectionName().isEmpty())
        //: Table of integrations: what appears in ClickHouse
        return tr("Named collection");
    const qsizetype more = integration.databaseNames().size() - 1;
    if (more > 0)
        //: Table of integrations: the first of several databases; %n is how many more
        return tr("Database · and %n more", nullptr, int(more));
    for (const Aiven::Database &database : m_databases) {
        if (database.name == integration.databaseName())
            //: Table of integrations: what appears in ClickHouse
            return tr("Database · %n table(s)", nullptr, int(database.tables.size()));
    }
    //: Table of integrations: what appears in ClickHouse
    return integration.databaseName().isEmpty() ? tr("Nothing in ClickHouse") : tr("Database");
}

/// The name of what appears in ClickHouse; where nothing does, of what leaves it.
QString IntegrationModel::shownName(const Aiven::Integration &integration)
{
    const QString name =
        integration.databaseName().isEmpty() ? integration.collectionName() : integration.databaseName();
    return Core::displayText(name.isEmpty() ? observabilityTitle(integration.type) : name);
}

QVariant IntegrationModel::appears(const Aiven::Integration &integration, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return shownName(integration);
    case Widgets::FixedFontRole:
        return !integration.databaseName().isEmpty() || !integration.collectionName().isEmpty();
    case Widgets::SecondLineRole: return tablesSentence(integration);
    default: return {};
    }
}

QVariant IntegrationModel::state(const Aiven::Integration &integration, int role) const
{
    const StateWord shown = stateOf(integration);
    switch (role) {
    case Qt::DisplayRole:
        if (shown.state == Widgets::State::Working) {
            const qint64 seconds = m_startingSince.value(integration.id).elapsed() / 1000;
            //: State of an integration: the word "Starting" and seconds so far
            return tr("%1, %2 s").arg(shown.word, QString::number(seconds));
        }
        return shown.word;
    case Widgets::StateRole: return int(shown.state);
    default: return {};
    }
}

QVariant IntegrationModel::problems(const Aiven::Integration &integration, int role) const
{
    const int errors = int(integration.status.errors.size());
    switch (role) {
    case Qt::DisplayRole:
        //: Table of integrations: column Problems
        return errors == 0 ? tr("None") : tr("%n error(s)", nullptr, errors);
    case Widgets::StateRole: return errors == 0 ? QVariant() : QVariant(int(Widgets::State::Failed));
    case Widgets::DimRole: return errors == 0;
    case Qt::ToolTipRole: return Core::displayText(integration.status.errors.join(u'\n'));
    default: return {};
    }
}

QVariant IntegrationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && section == ActionColumn)
        //: Name of a column without a visible title
        return tr("Actions");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case SourceColumn:
        //: Column of the table of integrations
        return tr("Source");
    case DirectionColumn:
        //: Column of the table of integrations
        return tr("Direction");
    case AppearsColumn:
        //: Column of the table of integrations
        return tr("What appears in ClickHouse");
    case StateColumn:
        //: Column of the table of integrations
        return tr("State");
    case ProblemsColumn:
        //: Column of the table of integrations
        return tr("Problems");
    case ActionColumn:
    case ColumnCount: break;
    }
    return {};
}

} // namespace App
