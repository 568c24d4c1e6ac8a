// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace App {

struct SetUpFacts;

/// One row of "Integration types".
struct Kind
{
    enum class Group { DataSources, Observability, Other };

    Group group = Group::DataSources;
    QString id;       ///< "kafka": the family of the source, or the type of an observability integration
    QString title;    ///< "Apache Kafka"
    QString sentence; ///< second line: what it does, or why it cannot be chosen
    QString iconName;
    QString reason;          ///< set: it cannot be chosen, and this says why in full
    QStringList sourceTypes; ///< service types and endpoint types that can be the source

    [[nodiscard]] bool isAvailable() const { return reason.isEmpty(); }
};

/// The kind that this program sets up.
[[nodiscard]] QString kafkaKind();

/// Every pairing of the API that has ClickHouse on one side, Apache Kafka first. What the program has a name for gets
/// that name; what Aiven adds tomorrow appears under a name made from its type.
[[nodiscard]] QList<Kind> kindsOf(const SetUpFacts &facts);

} // namespace App
