// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/topic.h"

#include <QAbstractTableModel>

namespace App {

/// The topics of a service. A model of its own, because thousands of items cost the window a pause each time they are read.
class TopicModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, PartitionsColumn, ReplicationColumn, KeptColumn, StateColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTopics(const QList<Aiven::Topic> &topics);
    /// -1: there is no such topic.
    [[nodiscard]] int rowOf(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString textOf(const Aiven::Topic &topic, Column column);

    QList<Aiven::Topic> m_topics;
};

} // namespace App
