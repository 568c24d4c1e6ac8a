// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace Document {

/// What the rules may know about the world around the draft. Everything unknown is left out, and then not checked.
struct Surroundings
{
    QString database;                              ///< "service_kafka-demo"
    QString kafkaService;                          ///< named in messages
    QString service;                               ///< the ClickHouse service; suggested groups start with it
    QStringList formats;                           ///< what the API's schema allows; empty: the list of the fact sheet
    std::optional<QHash<QString, int>> partitions; ///< of every topic, by name; none: the list was not read
};

/// The data formats with a message each looks like, in the order of the schema.
[[nodiscard]] const QStringList &knownFormats();
/// One line: {"id": 1, "name": "Michelangelo"}; for binary formats a description in brackets.
[[nodiscard]] QString exampleMessage(const QString &format);

} // namespace Document
