// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topicmodel.h"

#include "core/format.h"
#include "widgets/rowdelegate.h"
#include "widgets/state.h"

#include <algorithm>

namespace App {

using namespace Qt::StringLiterals;

namespace {

bool isActive(const Aiven::Topic &topic)
{
    return topic.state == "ACTIVE"_L1;
}

QString retention(const Aiven::Topic &topic)
{
    if (topic.retentionHours < 0)
        //: Table of topics: how long messages are kept
        return TopicModel::tr("No limit");
    //: Table of topics: how long messages are kept
    return TopicModel::tr("%n h", nullptr, int(topic.retentionHours));
}

} // namespace

void TopicModel::setTopics(const QList<Aiven::Topic> &topics)
{
    beginResetModel();
    m_topics = topics;
    endResetModel();
}

int TopicModel::rowOf(const QString &name) const
{
    const auto found =
        std::find_if(m_topics.cbegin(), m_topics.cend(), [&name](const Aiven::Topic &one) { return one.name == name; });
    return found == m_topics.cend() ? -1 : int(found - m_topics.cbegin());
}

int TopicModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_topics.size());
}

int TopicModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TopicModel::textOf(const Aiven::Topic &topic, Column column)
{
    switch (column) {
    case NameColumn: return Core::displayText(topic.name, 300);
    case PartitionsColumn: return Core::formatCount(topic.partitionCount);
    case ReplicationColumn: return Core::formatCount(topic.replication);
    case KeptColumn: return retention(topic);
    case StateColumn:
        //: Table of topics: state
        return isActive(topic) ? tr("Active") : topic.state.toLower();
    case ColumnCount: break;
    }
    return {};
}

QVariant TopicModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Aiven::Topic &topic = m_topics.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(topic, Column(index.column()));
    case Widgets::FixedFontRole: return index.column() == NameColumn;
    case Widgets::IconNameRole: return index.column() == NameColumn ? u"topic"_s : QVariant();
    case Widgets::StateRole:
        return index.column() == StateColumn ? int(isActive(topic) ? Widgets::State::Ok : Widgets::State::Working)
                                             : QVariant();
    default: return {};
    }
}

QVariant TopicModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        //: Column of the table of topics
        return tr("Topic");
    case PartitionsColumn:
        //: Column of the table of topics
        return tr("Partitions");
    case ReplicationColumn:
        //: Column of the table of topics
        return tr("Replication");
    case KeptColumn:
        //: Column of the table of topics
        return tr("Kept for");
    case StateColumn:
        //: Column of the table of topics
        return tr("State");
    case ColumnCount: break;
    }
    return {};
}

} // namespace App
