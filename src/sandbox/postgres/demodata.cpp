// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/demodata.h"

#include <QFile>

namespace Sandbox {

std::vector<std::string> demoDatabases()
{
    return {"defaultdb", "analytics"};
}

std::vector<PostgresServer::Script> demoScripts(const std::vector<std::string> &databases)
{
    std::vector<PostgresServer::Script> scripts;
    if (databases != demoDatabases())
        return scripts;
    for (const std::string &database : databases) {
        QFile file(QString::fromStdString(":/sandbox/postgresql/" + database + ".sql"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The compiled-in file %s is missing.", qUtf8Printable(file.fileName()));
        scripts.push_back({database, file.readAll().toStdString()});
    }
    return scripts;
}

} // namespace Sandbox
