// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace Document {

struct Column
{
    QString name;
    QString type;

    friend bool operator==(const Column &, const Column &) = default;
};

/// One connector table as it stands in the configuration, with what is asked of it often. It never changes: an edit makes
/// a new one, so that undo steps, the cached text and the checks can share the others (400 tables are 34 MB of JSON).
class Table
{
public:
    explicit Table(Core::Json json);

    [[nodiscard]] const Core::Json &json() const { return m_json; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &group() const { return m_group; }
    [[nodiscard]] const QStringList &topics() const { return m_topics; }
    [[nodiscard]] const QList<Column> &columns() const { return m_columns; }
    [[nodiscard]] QString format() const;
    /// A Kafka table with several topics refuses INSERT, and with none there is nowhere to write to.
    [[nodiscard]] bool canWrite() const { return m_topics.size() == 1; }
    [[nodiscard]] bool hasView() const;

    /// The fragment as it stands in the document: indented by two levels, without a line feed at the end. Made once.
    [[nodiscard]] const QByteArray &text() const;

private:
    Core::Json m_json;
    QString m_name;
    QString m_group;
    QStringList m_topics;
    QList<Column> m_columns;
    mutable std::optional<QByteArray> m_text;
};

using TablePtr = std::shared_ptr<const Table>;

[[nodiscard]] TablePtr makeTable(Core::Json json);

} // namespace Document
