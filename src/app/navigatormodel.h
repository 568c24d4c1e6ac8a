// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apierror.h"
#include "aiven/types/service.h"
#include "app/place.h"

#include <QStandardItemModel>

namespace Aiven {
struct Project;
}

namespace App {
class Accounts;
class Session;

/// Account → organization → project → services, read as accounts come and projects are opened.
class NavigatorModel final : public QStandardItemModel
{
    Q_OBJECT
public:
    enum class Node { Account, Organization, Project, Service, Note };
    enum Role { NodeRole = Qt::UserRole + 1, SessionRole, ProjectRole, ServiceRole, ServiceTypeRole };

    explicit NavigatorModel(Accounts &accounts, QObject *parent = nullptr);

    /// Reads everything again.
    void refresh();
    /// Reads the services of a project; called when it is opened in the tree.
    void readServices(const QModelIndex &project);
    [[nodiscard]] Place placeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Place &place) const;
    /// Every service that was read, for the command palette.
    [[nodiscard]] QList<Place> services() const;

signals:
    void projectsRead(App::Session *session);
    void servicesRead(App::Session *session, const QString &project);
    void failed(App::Session *session, const Aiven::ApiError &error);

private:
    void addAccount(Session *session);
    void removeAccount(Session *session);
    void readProjects(Session *session);
    void setProjects(Session *session, const QList<Aiven::Project> &projects);
    void setServices(Session *session, const QString &project, const QList<Aiven::Service> &services);
    QStandardItem *accountItem(const Session *session) const;
    QStandardItem *projectItem(const Session *session, const QString &project) const;
};

} // namespace App
