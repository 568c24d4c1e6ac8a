// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/disconnecting.h"

#include "core/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace App {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(App::Disconnecting)

public:
    static QString sentence(const QString &other, const QStringList &databases, int tables)
    {
        if (databases.isEmpty())
            //: Dialog before an integration is removed; %1 is the other service
            return tr("This disconnects %1 and erases the integration's configuration.").arg(other);
        if (databases.size() > 1)
            //: Dialog before an integration is removed: the other service, how many databases, %n tables
            return tr("This disconnects %1 and erases %2 databases with %n table(s) and their configuration. Your "
                      "destination "
                      "tables stay.",
                      nullptr, tables)
                .arg(other, QString::number(databases.size()));
        //: Dialog before an integration is removed: the other service, the database, %n tables
        return tr("This disconnects %1 and erases the database %2 with %n table(s) and their configuration. Your "
                  "destination tables stay.",
                  nullptr, tables)
            .arg(other, Core::displayText(databases.first(), 100));
    }
    static QString title(const QString &other)
    {
        //: Title and button of a dialog; %1 is the service that is disconnected
        return tr("Disconnect %1").arg(other);
    }
};

/// Without a list of the service, the tables that the configuration defines.
QStringList tablesOf(const Aiven::Integration &integration, const QString &name,
                     const QList<Aiven::Database> &databases)
{
    QStringList tables;
    const auto listed = std::find_if(databases.cbegin(), databases.cend(),
                                     [&name](const Aiven::Database &database) { return database.name == name; });
    if (listed != databases.cend()) {
        for (const Aiven::DatabaseTable &table : listed->tables)
            tables << table.name;
        return tables;
    }
    const Core::Json &defined = Core::memberAt(integration.userConfig, "tables");
    for (std::size_t i = 0; defined.is_array() && i < defined.size(); ++i)
        tables << Core::textAt(defined[i], "name");
    return tables;
}

} // namespace

Erasure disconnecting(const Aiven::Integration &integration, const QString &service,
                      const QList<Aiven::Database> &databases)
{
    const QString name = integration.dest.service == service ? integration.source.name() : integration.dest.name();
    const QString other = Core::displayText(name, 100);
    const QStringList erased = integration.databaseNames();
    int count = 0;
    QStringList list;
    for (const QString &database : erased) {
        list << database;
        for (const QString &table : tablesOf(integration, database, databases)) {
            list << database + u'.' + table;
            ++count;
        }
    }
    return {Words::title(other), Words::sentence(other, erased, count), list, name};
}

} // namespace App
