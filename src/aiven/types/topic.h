// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QList>
#include <QString>

#include <optional>

namespace Aiven {

struct ConsumerOffset
{
    QString group;
    qint64 offset = 0;
};

struct Partition
{
    int number = 0;
    qint64 size = 0; ///< bytes
    qint64 earliestOffset = 0;
    qint64 latestOffset = 0; ///< of the next message
    QList<ConsumerOffset> groups;

    [[nodiscard]] static Core::Expected<Partition, QString> fromJson(const Core::Json &json);
};

struct Topic
{
    QString name;
    QString state; ///< "CONFIGURING", "ACTIVE", "DELETING"
    int partitionCount = 0;
    int replication = 0;
    qint64 retentionBytes = -1; ///< -1: no limit
    qint64 retentionHours = -1; ///< -1: no limit
    QString cleanupPolicy;
    QList<Partition> partitions; ///< from getTopic only

    [[nodiscard]] static Core::Expected<Topic, QString> fromJson(const Core::Json &json);
};

struct NewTopic
{
    QString name;
    int partitions = 1;
    std::optional<int> replication;    ///< not set: the service's default
    std::optional<qint64> retentionMs; ///< -1: no limit; not set: the service's default

    [[nodiscard]] Core::Json toJson() const;
};

} // namespace Aiven
