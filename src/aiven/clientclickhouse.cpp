// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/clientcalls.h"

namespace Aiven {

using namespace Calls;

ApiReply<QList<Database>> *Client::listDatabases(const QString &project, const QString &service, QObject *owner)
{
    return send({.path = servicePath(project, service) + "/clickhouse/db", .body = {}, .budget = listBudget},
                &list<Database, "databases">, owner);
}

ApiReply<Done> *Client::createDatabase(const QString &project, const QString &service, const QString &name,
                                       QObject *owner)
{
    return send({.verb = Verb::Post,
                 .path = servicePath(project, service) + "/clickhouse/db",
                 .body = Core::Json{{"database", Core::toStdString(name)}},
                 .patience = Patience::Long},
                &done, owner);
}

ApiReply<Done> *Client::deleteDatabase(const QString &project, const QString &service, const QString &name,
                                       QObject *owner)
{
    return send({.verb = Verb::Delete,
                 .path = servicePath(project, service) + path("/clickhouse/db/", name),
                 .body = {},
                 .patience = Patience::Long},
                &done, owner);
}

ApiReply<QueryResult> *Client::query(const QString &project, const QString &service, const QString &database,
                                     const QString &sql, QObject *owner)
{
    Core::Json body{{"database", Core::toStdString(database)}, {"query", Core::toStdString(sql)}};
    return send({.verb = Verb::Post,
                 .path = servicePath(project, service) + "/clickhouse/query",
                 .body = std::move(body),
                 .patience = Patience::Long,
                 .budget = listBudget},
                &QueryResult::fromJson, owner);
}

} // namespace Aiven
