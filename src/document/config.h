// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "document/table.h"

namespace Document {

/// JSON that is well-formed but cannot be an integration's configuration, so that the form could not show it.
struct ShapeError
{
    QString pointer;
    QString message;
};

/// A user_config of an Apache Kafka integration. Keys that this program does not know are kept, their order included.
/// Copies share the tables, so a copy is cheap and serves as an undo step.
class Config
{
public:
    [[nodiscard]] static Core::Expected<Config, ShapeError> fromJson(const Core::Json &userConfig);

    [[nodiscard]] Core::Json toJson() const;
    /// In exactly the guide's order and indentation.
    [[nodiscard]] QByteArray text() const;
    /// Everything but the tables; "tables" itself stands as null, to keep its place.
    [[nodiscard]] const Core::Json &rest() const { return m_rest; }
    [[nodiscard]] const QList<TablePtr> &tables() const { return m_tables; }

    void insertTable(int row, TablePtr table);
    void setTable(int row, TablePtr table);
    void removeTable(int row);
    void moveTable(int from, int to);
    void setRest(const QString &key, Core::Json value);
    void removeRest(const QString &key);
    /// Takes the tables of the other where they are equal, so that what did not change is the same object.
    void shareWith(const Config &other);

    [[nodiscard]] int rowOf(const QString &tableName) const;

    friend bool operator==(const Config &mine, const Config &other);

private:
    Core::Json m_rest = Core::Json::object();
    QList<TablePtr> m_tables;
};

} // namespace Document
