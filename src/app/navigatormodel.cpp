// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/navigatormodel.h"

#include "aiven/client.h"
#include "app/accounts.h"
#include "app/describe.h"
#include "app/navigatoritems.h"
#include "widgets/icons.h"
#include "widgets/rowdelegate.h"

#include <QMap>
#include <QSet>

namespace App {

using namespace Qt::StringLiterals;

NavigatorModel::NavigatorModel(Accounts &accounts, QObject *parent) : QStandardItemModel(parent)
{
    connect(&accounts, &Accounts::added, this, &NavigatorModel::addAccount);
    connect(&accounts, &Accounts::removed, this, &NavigatorModel::removeAccount);
    for (Session *session : accounts.sessions())
        addAccount(session);
}

void NavigatorModel::refresh()
{
    for (int row = 0; row < rowCount(); ++row)
        readAgain(item(row)->data(SessionRole).value<Session *>());
}

void NavigatorModel::readAgain(Session *session)
{
    readProjects(session);
    for (const QStandardItem *project : m_accounts.value(session).projects) {
        if (hasFailed(*project) || isRead(project->index())) // what nobody has opened is read when somebody does
            readServices(project->index());
    }
}

void NavigatorModel::addAccount(Session *session)
{
    auto account = makeItem(Node::Account, session->label(), session->iconName());
    account->setData(QVariant::fromValue(session), SessionRole);
    account->setData(true, Widgets::StrongRole);
    account->appendRow(makeReadingNote(Node::Project).release());
    m_accounts[session].item = account.get();
    appendRow(account.release());
    connect(&session->client().reachability(), &Aiven::Reachability::changed, this, [this, session](bool online) {
        if (online && m_accounts.contains(session))
            readAgain(session);
    });
    readProjects(session);
}

void NavigatorModel::removeAccount(Session *session)
{
    if (QStandardItem *account = m_accounts.take(session).item)
        removeRow(account->row());
}

void NavigatorModel::readProjects(Session *session)
{
    session->client().listProjects(session)->then(
        [this, session](const Aiven::Result<QList<Aiven::Project>> &projects) {
            QStandardItem *account = m_accounts.value(session).item;
            if (!account)
                return;
            if (projects) {
                setProjects(session, *projects);
                return;
            }
            showFailure(*account, projects.error());
            emit failed(session, projects.error());
        });
}

bool NavigatorModel::isNote(const QModelIndex &index)
{
    const int node = index.data(NodeRole).toInt();
    return node == int(Node::Note) || node == int(Node::Retry);
}

bool NavigatorModel::hasFailed(const QStandardItem &parent)
{
    return parent.rowCount() == 2 && isNode(*parent.child(1), Node::Retry);
}

void NavigatorModel::showFailure(QStandardItem &parent, const Aiven::ApiError &error)
{
    if (!parent.hasChildren() || !App::isNote(*parent.child(0)))
        return; // what was read stays
    parent.removeRows(0, parent.rowCount());
    parent.appendRows({makeFailureNote(describe(error)).release(), makeRetry().release()});
}

void NavigatorModel::retry(const QModelIndex &index)
{
    QStandardItem *const parent = itemFromIndex(index.parent());
    if (!parent || !hasFailed(*parent))
        return;
    const bool isProject = isNode(*parent, Node::Project);
    auto *const session = parent->data(SessionRole).value<Session *>();
    parent->removeRows(0, parent->rowCount());
    parent->appendRow(makeReadingNote(isProject ? Node::Service : Node::Project).release());
    if (isProject)
        readServices(parent->index());
    else
        readProjects(session);
}

/// What is gone is removed, what is there stays, so that the tree keeps what is open and selected; what is new comes in
/// blocks, because each insertion is work for filter and view.
void NavigatorModel::setProjects(Session *session, const QList<Aiven::Project> &projects)
{
    Account &account = m_accounts[session];
    removeNotes(*account.item);
    removeProjectsOtherThan(account, projects);
    QSet<QString> organizations;
    for (const Aiven::Project &project : projects)
        organizations << project.organizationName;
    QMap<QString, QList<QStandardItem *>> added; // by organization
    for (const Aiven::Project &project : projects) {
        if (account.projects.contains(project.name))
            continue;
        QStandardItem *item = makeProject(session, project.name);
        account.projects.insert(project.name, item);
        added[organizations.size() > 1 ? project.organizationName : QString()] << item; // one alone would only indent
    }
    for (auto block = added.cbegin(); block != added.cend(); ++block)
        organizationItem(account, block.key())->appendRows(block.value());
    if (projects.isEmpty())
        //: Navigator, in place of the projects
        account.item->appendRow(makeNote(tr("No projects")).release());
    emit projectsRead(session);
}

void NavigatorModel::removeProjectsOtherThan(Account &account, const QList<Aiven::Project> &projects)
{
    QSet<QString> names;
    for (const Aiven::Project &project : projects)
        names << project.name;
    for (auto item = account.projects.begin(); item != account.projects.end();) {
        if (names.contains(item.key())) {
            ++item;
            continue;
        }
        item.value()->parent()->removeRow(item.value()->row());
        item = account.projects.erase(item);
    }
}

void NavigatorModel::removeNotes(QStandardItem &parent)
{
    for (int row = parent.rowCount() - 1; row >= 0; --row) {
        if (App::isNote(*parent.child(row)))
            parent.removeRow(row);
    }
}

QStandardItem *NavigatorModel::makeProject(Session *session, const QString &name) const
{
    auto item = makeItem(Node::Project, name, u"project"_s);
    item->setData(QVariant::fromValue(session), SessionRole);
    item->setData(name, ProjectRole);
    //: Navigator: tooltip and description of a project
    const QString way = tr("Click, or press Return, for its integration endpoints");
    item->setToolTip(way);
    item->setData(way, Qt::AccessibleDescriptionRole);
    item->appendRow(makeReadingNote(Node::Service).release());
    return item.release();
}

QStandardItem *NavigatorModel::organizationItem(Account &account, const QString &name)
{
    if (name.isEmpty())
        return account.item;
    QStandardItem *&item = account.organizations[name];
    if (!item) {
        item = makeItem(Node::Organization, name, u"org"_s).release();
        account.item->appendRow(item);
    }
    return item;
}

bool NavigatorModel::isRead(const QModelIndex &project) const
{
    return !project.data(ReadRole).isNull();
}

void NavigatorModel::readServices(const QModelIndex &project)
{
    auto *session = project.data(SessionRole).value<Session *>();
    const QString name = project.data(ProjectRole).toString();
    if (!session || name.isEmpty())
        return;
    session->client()
        .listServices(name, session)
        ->then([this, session, name](const Aiven::Result<QList<Aiven::Service>> &services) {
            QStandardItem *item = m_accounts.value(session).projects.value(name);
            if (!item)
                return;
            if (services) {
                setServices(session, name, *services);
                return;
            }
            showFailure(*item, services.error());
            emit failed(session, services.error());
        });
}

void NavigatorModel::setServices(Session *session, const QString &project, const QList<Aiven::Service> &services)
{
    QStandardItem *parent = m_accounts.value(session).projects.value(project);
    removeNotes(*parent);
    QSet<QString> names;
    for (const Aiven::Service &service : services)
        names << service.name;
    QHash<QString, QStandardItem *> known;
    for (int row = parent->rowCount() - 1; row >= 0; --row) {
        const QString name = parent->child(row)->data(ServiceRole).toString();
        if (names.contains(name))
            known.insert(name, parent->child(row));
        else
            parent->removeRow(row);
    }
    QList<QStandardItem *> added;
    for (const Aiven::Service &service : services) {
        QStandardItem *item = known.value(service.name);
        if (!item) {
            item = makeItem(Node::Service, service.name, Widgets::iconNameForService(service.type)).release();
            item->setData(QVariant::fromValue(session), SessionRole);
            item->setData(project, ProjectRole);
            added << item;
        }
        fillService(*item, service);
    }
    parent->appendRows(added);
    parent->setData(true, ReadRole);
    if (services.isEmpty())
        //: Navigator, in place of the services
        parent->appendRow(makeNote(tr("No services")).release());
    emit servicesRead(session, project);
}

void NavigatorModel::setService(const Place &place, const Aiven::Service &service)
{
    if (QStandardItem *const item = itemFromIndex(indexOf(place)))
        fillService(*item, service);
}

Place NavigatorModel::placeOf(const QModelIndex &index) const
{
    return {index.data(SessionRole).value<Session *>(), index.data(ProjectRole).toString(),
            index.data(ServiceRole).toString(), index.data(ServiceTypeRole).toString()};
}

QModelIndex NavigatorModel::indexOf(const Place &place) const
{
    const QStandardItem *project = m_accounts.value(place.session).projects.value(place.project);
    for (int row = 0; project && row < project->rowCount(); ++row) {
        if (project->child(row)->data(ServiceRole).toString() == place.service)
            return project->child(row)->index();
    }
    return {};
}

QList<Place> NavigatorModel::services() const
{
    QList<Place> places;
    for (int row = 0; row < rowCount(); ++row)
        addServices(*item(row), places);
    return places;
}

void NavigatorModel::addServices(const QStandardItem &from, QList<Place> &places) const
{
    for (int row = 0; row < from.rowCount(); ++row) {
        const QStandardItem &child = *from.child(row);
        if (isNode(child, Node::Service))
            places.append(placeOf(child.index()));
        else
            addServices(child, places);
    }
}

int NavigatorModel::unreadProjects() const
{
    int count = 0;
    for (const Account &account : m_accounts) {
        for (const QStandardItem *project : account.projects)
            count += isRead(project->index()) ? 0 : 1;
    }
    return count;
}

} // namespace App
