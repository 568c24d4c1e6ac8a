// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apierror.h"
#include "aiven/types/service.h"
#include "app/place.h"

#include <QHash>
#include <QStandardItemModel>

namespace Aiven {
struct Project;
}

namespace App {
class Accounts;
class Session;

/// Account → organization → project → services, read as accounts come and projects are opened: an organization may have
/// hundreds of projects, and a project a thousand services.
class NavigatorModel final : public QStandardItemModel
{
    Q_OBJECT
public:
    enum class Node { Account, Organization, Project, Service, Note, Retry };
    enum Role { NodeRole = Qt::UserRole + 1, SessionRole, ProjectRole, ServiceRole, ServiceTypeRole, ReadRole };

    explicit NavigatorModel(Accounts &accounts, QObject *parent = nullptr);

    /// Reads everything again that was read.
    void refresh();
    /// Reads the services of a project; called when it is opened in the tree.
    void readServices(const QModelIndex &project);
    /// Reads what stands above this row; does nothing where it is not one that says what failed or offers to try again.
    void retry(const QModelIndex &index);
    /// What a page has read of a service that is listed.
    void setService(const Place &place, const Aiven::Service &service);
    [[nodiscard]] Place placeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Place &place) const;
    /// Every service that was read, for the command palette.
    [[nodiscard]] QList<Place> services() const;
    /// Whether the services of this project were read.
    [[nodiscard]] bool isRead(const QModelIndex &project) const;
    [[nodiscard]] int unreadProjects() const;
    /// Stands in place of projects or services: "Reading services…", "No services", why they could not be read.
    [[nodiscard]] static bool isNote(const QModelIndex &index);

signals:
    void projectsRead(App::Session *session);
    void servicesRead(App::Session *session, const QString &project);
    void failed(App::Session *session, const Aiven::ApiError &error);

private:
    /// The items of an account, by name.
    struct Account
    {
        QStandardItem *item = nullptr;
        QHash<QString, QStandardItem *> organizations;
        QHash<QString, QStandardItem *> projects;
    };

    void addAccount(Session *session);
    void removeAccount(Session *session);
    void readAgain(Session *session);
    void readProjects(Session *session);
    void setProjects(Session *session, const QList<Aiven::Project> &projects);
    void setServices(Session *session, const QString &project, const QList<Aiven::Service> &services);
    void addServices(const QStandardItem &from, QList<Place> &places) const;
    QStandardItem *makeProject(Session *session, const QString &name) const;
    static QStandardItem *organizationItem(Account &account, const QString &name);
    static void removeProjectsOtherThan(Account &account, const QList<Aiven::Project> &projects);
    static void removeNotes(QStandardItem &parent);
    static bool hasFailed(const QStandardItem &parent);
    static void showFailure(QStandardItem &parent, const Aiven::ApiError &error);

    QHash<const Session *, Account> m_accounts;
};

} // namespace App
