// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databases/tablereader.h"

#include "clickhouse/types/quoting.h"

namespace App {

using namespace Qt::StringLiterals;

namespace {

/// 64-bit integers come as texts or as numbers, NULL as null.
QString textIn(const Core::Json &row, std::size_t column)
{
    if (!row.is_array() || column >= row.size() || row[column].is_null())
        return {};
    const Core::Json &value = row[column];
    return value.is_string() ? Core::toQString(value.get_ref<const std::string &>())
                             : QString::fromUtf8(Core::toText(value));
}

qint64 numberIn(const Core::Json &row, std::size_t column)
{
    bool good = false;
    const qint64 number = textIn(row, column).toLongLong(&good);
    return good ? number : -1;
}

} // namespace

TableReader::TableReader(Aiven::Client &client, QString project, QString service, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(service))
{}

TableReader::~TableReader() = default;

void TableReader::read(const QString &database, const QString &table)
{
    stop();
    m_calls = std::make_unique<QObject>();
    m_facts = {};
    m_database = ClickHouse::quoteString(database);
    m_table = ClickHouse::quoteString(table);
    ask(u"SELECT engine, create_table_query, sorting_key, partition_key, comment, total_rows, total_bytes "
        "FROM system.tables WHERE database = "_s +
            m_database + u" AND name = "_s + m_table,
        &TableReader::onTable);
}

void TableReader::stop()
{
    m_calls.reset();
}

void TableReader::ask(const QString &sql, void (TableReader::*handler)(const Aiven::QueryResult &))
{
    m_client.query(m_project, m_service, u"system"_s, sql, m_calls.get())
        ->then([this, handler](const Aiven::Result<Aiven::QueryResult> &answer) {
            if (!answer)
                return emit failed(answer.error());
            (this->*handler)(*answer);
        });
}

void TableReader::onTable(const Aiven::QueryResult &result)
{
    if (result.rows.empty())
        return emit missing();
    const Core::Json &row = result.rows[0];
    m_facts.engine = textIn(row, 0);
    m_facts.definition = textIn(row, 1);
    m_facts.sortingKey = textIn(row, 2);
    m_facts.partitionKey = textIn(row, 3);
    m_facts.comment = textIn(row, 4);
    m_facts.rows = numberIn(row, 5);
    m_facts.bytes = numberIn(row, 6);
    ask(u"SELECT name, type, default_kind, default_expression, comment, is_in_sorting_key "
        "FROM system.columns WHERE database = "_s +
            m_database + u" AND table = "_s + m_table + u" ORDER BY position LIMIT 10000"_s,
        &TableReader::onColumns);
}

void TableReader::onColumns(const Aiven::QueryResult &result)
{
    for (const Core::Json &row : result.rows) {
        const QString value = u"%1 %2"_s.arg(textIn(row, 2), textIn(row, 3)).trimmed();
        m_facts.columns.append({textIn(row, 0), textIn(row, 1), value, textIn(row, 4), textIn(row, 5) == u"1"});
    }
    emit finished(m_facts);
}

} // namespace App
