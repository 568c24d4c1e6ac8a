// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databases/createdatabasedialog.h"

#include "core/format.h"
#include "widgets/metrics.h"
#include "workflow/failure.h"

#include <QLineEdit>

#include <algorithm>
#include <array>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

namespace {

constexpr int kLongestName = 40; // the API's limit

/// Aiven keeps these for integrations and for itself (reserved_replicated_database_prefixes).
bool isReserved(const QString &name)
{
    constexpr std::array prefixes{"service_"_L1, "endpoint_"_L1, "aiven"_L1};
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&name](QLatin1StringView prefix) { return name.startsWith(prefix); });
}

} // namespace

CreateDatabaseDialog::CreateDatabaseDialog(Aiven::Client &client, QString project, QString service,
                                           const QStringList &existing, QWidget *parent)
    //: Button of a dialog
    : CreateDialog(client, tr("Create database"), parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(service))
    , m_existing(existing)
{
    //: Title of a dialog; %1 is a service
    setWindowTitle(tr("Create a database in %1").arg(Core::displayText(m_service, 100)));
    setMinimumWidth(H(34));
    //: Help below the field for a database's name
    addName(u"/database"_s, tr("For tables of your own, such as the destination of a view. Databases of integrations "
                               "come with their integration."));
    addButtons();
}

QString CreateDatabaseDialog::problemOf(const QString &name) const
{
    if (name.trimmed() != name)
        //: What is wrong with the name of a database
        return tr("The name begins or ends with a blank.");
    if (name.size() > kLongestName)
        //: What is wrong with the name of a database; a number of characters
        return tr("The name has %1 characters; at most 40 are possible.").arg(QString::number(name.size()));
    if (isReserved(name))
        //: What is wrong with the name of a database
        return tr("Names that begin with service_, endpoint_ or aiven are kept for integrations and for Aiven itself.");
    if (m_existing.contains(name))
        //: What is wrong with the name of a database
        return tr("A database of this name exists already.");
    return {};
}

void CreateDatabaseDialog::send()
{
    m_client.createDatabase(m_project, m_service, name(), this)->then([this](const Aiven::Result<Aiven::Done> &answer) {
        onAnswer(answer);
    });
}

void CreateDatabaseDialog::onAnswer(const Aiven::Result<Aiven::Done> &answer)
{
    if (answer)
        return finish();
    const Aiven::ApiError error = answer.error();
    if (error.effect != Aiven::ApiError::Effect::Unknown)
        return fail({.error = error});
    m_client.listDatabases(m_project, m_service, this)
        ->then([this, error](const Aiven::Result<QList<Aiven::Database>> &list) {
            if (!list)
                return settle(error, {});
            settle(error, std::any_of(list->cbegin(), list->cend(),
                                      [this](const Aiven::Database &one) { return one.name == name(); }));
        });
}

} // namespace App
