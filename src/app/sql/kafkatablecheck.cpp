// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/kafkatablecheck.h"

#include "clickhouse/query.h"
#include "clickhouse/sqltokens.h"

#include <algorithm>
#include <array>

namespace App {

using namespace Qt::StringLiterals;
using ClickHouse::KafkaTable;
using ClickHouse::Query;
using ClickHouse::TableName;

namespace {

const QString &statement()
{
    static const QString sql = uR"(SELECT k.database, k.name, k.view_database, k.view_name, v.create_table_query
FROM (SELECT database, name, dependencies_database[1] AS view_database, dependencies_table[1] AS view_name
      FROM system.tables WHERE engine = 'Kafka') AS k
LEFT JOIN (SELECT database, name, create_table_query FROM system.tables WHERE engine = 'MaterializedView') AS v
ON k.view_database = v.database AND k.view_name = v.name)"_s;
    return sql;
}

} // namespace

KafkaTableCheck::KafkaTableCheck(const ClickHouse::Server &server, QList<KafkaTable> known, QObject *parent)
    : QObject(parent)
    , m_query(new Query(server, this))
    , m_tables(std::move(known))
{
    connect(m_query, &Query::stateChanged, this, &KafkaTableCheck::onEnded);
}

void KafkaTableCheck::start()
{
    m_query->start({statement(), {}, {}, {}});
}

void KafkaTableCheck::onEnded()
{
    if (m_query->isRunning())
        return;
    if (m_query->state() == Query::State::Complete && m_query->store()->columns().size() == 5)
        m_tables = withViews(std::move(m_tables), *m_query->store());
    emit finished(m_tables);
}

TableName destinationOf(const QString &createView)
{
    const QList<ClickHouse::SqlToken> tokens = ClickHouse::significantTokens(createView);
    const auto text = [&](qsizetype i) { return i < tokens.size() ? tokens[i].in(createView) : QStringView(); };
    for (qsizetype i = 0; i < tokens.size() && text(i).compare(u"AS", Qt::CaseInsensitive) != 0; ++i) {
        if (tokens[i].kind != ClickHouse::SqlToken::Kind::Word || text(i).compare(u"TO", Qt::CaseInsensitive) != 0)
            continue;
        const QString first = ClickHouse::unquoted(text(i + 1));
        return text(i + 2) == u"." ? TableName{first, ClickHouse::unquoted(text(i + 3))} : TableName{{}, first};
    }
    return {};
}

QList<KafkaTable> withViews(QList<KafkaTable> known, const ClickHouse::ResultStore &rows)
{
    for (KafkaTable &table : known) {
        table.hasView = false;
        table.destination = {};
    }
    for (qint64 row = 0; row < rows.rowCount(); ++row) {
        std::array<ClickHouse::Cell, 5> cells;
        rows.readCells(row, 0, cells, ClickHouse::RowSource::wholeValue);
        const TableName name{cells[0].text, cells[1].text};
        auto table =
            std::find_if(known.begin(), known.end(), [&name](const KafkaTable &one) { return one.name == name; });
        if (table == known.end())
            table = known.insert(known.end(), KafkaTable{name, {}, {}, {}, {}, false, {}});
        table->hasView = !cells[3].text.isEmpty();
        table->destination = destinationOf(cells[4].text);
    }
    return known;
}

} // namespace App
