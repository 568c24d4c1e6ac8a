// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/types/quoting.h"
#include "recipes/recipes.h"

using namespace Qt::StringLiterals;

namespace Recipes {

namespace {

using ClickHouse::quoteIdentifier;
using ClickHouse::quoteString;

/// How ClickHouse reads one kind of source: the table function and, where there is one, the engine of the same arguments.
struct Access
{
    QString function;
    QString engine;
    bool hasSchema = false;
    QString catalogueDatabase; ///< empty: the database that is asked for
    QString catalogueSchema;
    QString catalogueTable;
};

Access accessOf(QString sourceType)
{
    if (sourceType.startsWith("external_"_L1))
        sourceType = sourceType.sliced(9);
    if (sourceType == "pg"_L1 || sourceType == "postgresql"_L1)
        return {u"postgresql"_s, u"PostgreSQL"_s, true, {}, u"information_schema"_s, u"tables"_s};
    if (sourceType == "mysql"_L1)
        return {u"mysql"_s, u"MySQL"_s, false, u"information_schema"_s, {}, u"SCHEMATA"_s};
    if (sourceType == "clickhouse"_L1)
        return {u"remoteSecure"_s, {}, false, u"system"_s, {}, u"one"_s};
    if (sourceType == "aws_s3"_L1)
        return {u"s3"_s, u"S3"_s, false, {}, {}, {}};
    if (sourceType == "azure_blob_storage"_L1)
        return {u"azureBlobStorage"_s, u"AzureBlobStorage"_s, false, {}, {}, {}};
    return {};
}

bool isStorage(const Access &access)
{
    return access.catalogueTable.isEmpty();
}

/// "`collection`, database = 'shop', schema = 'public', table = 'orders'"
QString arguments(const RemoteTable &remote, const Access &access)
{
    QStringList parts{quoteIdentifier(remote.collection)};
    const auto add = [&parts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            parts.append(name + u" = "_s + quoteString(value));
    };
    if (isStorage(access)) {
        add(u"filename"_s, remote.table);
        return parts.join(u", "_s);
    }
    add(u"database"_s, remote.database);
    if (access.hasSchema)
        add(u"schema"_s, remote.schema);
    add(u"table"_s, remote.table);
    return parts.join(u", "_s);
}

} // namespace

QString collectionSelectSql(const RemoteTable &remote)
{
    const Access access = accessOf(remote.sourceType);
    if (access.function.isEmpty())
        return quoteIdentifier(remote.collection);
    return u"SELECT *\nFROM %1(%2)\nLIMIT 100"_s.arg(access.function, arguments(remote, access));
}

QString collectionTableSql(const RemoteTable &remote, const QString &newTable)
{
    const Access access = accessOf(remote.sourceType);
    if (access.engine.isEmpty())
        return {};
    const QString list = arguments(remote, access);
    return u"CREATE TABLE %1\nENGINE = %2(%3)\nAS SELECT * FROM %4(%3) LIMIT 0"_s.arg(
        ClickHouse::quoteTableName(u"default"_s, newTable), access.engine, list, access.function);
}

QString collectionTestSql(const RemoteTable &remote)
{
    const Access access = accessOf(remote.sourceType);
    if (access.function.isEmpty() || isStorage(access))
        return {};
    RemoteTable catalogue = remote;
    if (!access.catalogueDatabase.isEmpty())
        catalogue.database = access.catalogueDatabase;
    catalogue.schema = access.catalogueSchema;
    catalogue.table = access.catalogueTable;
    return u"SELECT 1 FROM %1(%2) LIMIT 1"_s.arg(access.function, arguments(catalogue, access));
}

} // namespace Recipes
