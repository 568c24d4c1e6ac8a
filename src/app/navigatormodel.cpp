// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/navigatormodel.h"

#include "aiven/client.h"
#include "app/accounts.h"
#include "app/describe.h"
#include "app/servicestate.h"
#include "core/format.h"
#include "widgets/icons.h"
#include "widgets/rowdelegate.h"

#include <QSet>

#include <functional>
#include <memory>

namespace App {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QStandardItem> makeItem(NavigatorModel::Node node, const QString &name, const QString &iconName)
{
    auto item = std::make_unique<QStandardItem>(Core::displayText(name));
    item->setEditable(false);
    item->setData(int(node), NavigatorModel::NodeRole);
    item->setData(iconName, Widgets::IconNameRole);
    return item;
}

std::unique_ptr<QStandardItem> makeNote(const QString &text, bool failed)
{
    auto note = makeItem(NavigatorModel::Node::Note, text, failed ? u"error"_s : QString());
    note->setSelectable(false);
    note->setEnabled(failed);
    return note;
}

/// The words of the state, which the delegate paints beside the name, are read aloud with it.
void fillService(QStandardItem &item, const Aiven::Service &service)
{
    const StateWord state = stateOf(service);
    item.setData(service.name, NavigatorModel::ServiceRole);
    item.setData(service.type, NavigatorModel::ServiceTypeRole);
    item.setData(int(state.state), Widgets::StateRole);
    item.setData(state.word, Widgets::StateTextRole);
    item.setData(QStringLiteral("%1, %2").arg(service.name, state.word), Qt::AccessibleTextRole);
    item.setToolTip(QStringLiteral("%1 · %2 · %3").arg(kindName(service.type), service.plan, service.cloud));
}

/// Depth first; stops where the function says true.
QStandardItem *find(QStandardItem *from, const std::function<bool(const QStandardItem &)> &fits)
{
    for (int row = 0; row < from->rowCount(); ++row) {
        QStandardItem *child = from->child(row);
        if (fits(*child))
            return child;
        if (QStandardItem *below = find(child, fits))
            return below;
    }
    return nullptr;
}

bool isNode(const QStandardItem &item, NavigatorModel::Node node)
{
    return item.data(NavigatorModel::NodeRole).toInt() == int(node);
}

} // namespace

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
        readProjects(item(row)->data(SessionRole).value<Session *>());
}

void NavigatorModel::addAccount(Session *session)
{
    auto account = makeItem(Node::Account, session->label(), session->iconName());
    account->setData(QVariant::fromValue(session), SessionRole);
    account->setData(true, Widgets::StrongRole);
    //: Navigator, in place of the projects
    account->appendRow(makeNote(tr("Reading projects…"), false).release());
    appendRow(account.release());
    readProjects(session);
}

void NavigatorModel::removeAccount(Session *session)
{
    if (const QStandardItem *account = accountItem(session))
        removeRow(account->row());
}

void NavigatorModel::readProjects(Session *session)
{
    session->client().listProjects(session)->then([this, session](const Aiven::Result<QList<Aiven::Project>> &projects) {
        QStandardItem *account = accountItem(session);
        if (!account)
            return;
        if (projects) {
            setProjects(session, *projects);
            return;
        }
        if (account->rowCount() == 1 && isNode(*account->child(0), Node::Note)) {
            account->removeRow(0);
            account->appendRow(makeNote(describe(projects.error()).title, true).release());
        }
        emit failed(session, projects.error());
    });
}

void NavigatorModel::setProjects(Session *session, const QList<Aiven::Project> &projects)
{
    QStandardItem *account = accountItem(session);
    QStringList names;
    for (const Aiven::Project &project : projects)
        names << project.name;
    // What is gone is removed, what is there stays, so that the tree keeps what is open and selected.
    while (QStandardItem *gone = find(account, [&names](const QStandardItem &item) {
        return isNode(item, Node::Note) || (isNode(item, Node::Project) && !names.contains(item.data(ProjectRole).toString()));
    }))
        gone->parent()->removeRow(gone->row());
    QSet<QString> organizations;
    for (const Aiven::Project &project : projects)
        organizations << project.organizationName;
    for (const Aiven::Project &project : projects) {
        if (projectItem(session, project.name))
            continue;
        QStandardItem *parent = account;
        if (organizations.size() > 1 && !project.organizationName.isEmpty()) { // one alone would only indent
            parent = find(account, [&project](const QStandardItem &item) {
                return isNode(item, Node::Organization) && item.text() == Core::displayText(project.organizationName);
            });
            if (!parent) {
                parent = makeItem(Node::Organization, project.organizationName, u"org"_s).release();
                account->appendRow(parent);
            }
        }
        auto item = makeItem(Node::Project, project.name, u"project"_s);
        item->setData(QVariant::fromValue(session), SessionRole);
        item->setData(project.name, ProjectRole);
        //: Navigator, in place of the services
        item->appendRow(makeNote(tr("Reading services…"), false).release());
        parent->appendRow(item.release());
    }
    if (projects.isEmpty())
        //: Navigator, in place of the projects
        account->appendRow(makeNote(tr("No projects"), false).release());
    emit projectsRead(session);
}

void NavigatorModel::readServices(const QModelIndex &project)
{
    auto *session = project.data(SessionRole).value<Session *>();
    const QString name = project.data(ProjectRole).toString();
    if (!session || name.isEmpty())
        return;
    session->client().listServices(name, session)->then([this, session, name](const Aiven::Result<QList<Aiven::Service>> &services) {
        QStandardItem *item = projectItem(session, name);
        if (!item)
            return;
        if (services) {
            setServices(session, name, *services);
            return;
        }
        if (item->rowCount() == 1 && isNode(*item->child(0), Node::Note)) {
            item->removeRow(0);
            item->appendRow(makeNote(describe(services.error()).title, true).release());
        }
        emit failed(session, services.error());
    });
}

void NavigatorModel::setServices(Session *session, const QString &project, const QList<Aiven::Service> &services)
{
    QStandardItem *parent = projectItem(session, project);
    QStringList names;
    for (const Aiven::Service &service : services)
        names << service.name;
    for (int row = parent->rowCount() - 1; row >= 0; --row) {
        if (!names.contains(parent->child(row)->data(ServiceRole).toString()))
            parent->removeRow(row);
    }
    for (const Aiven::Service &service : services) {
        QStandardItem *item = find(parent, [&service](const QStandardItem &child) {
            return child.data(ServiceRole).toString() == service.name;
        });
        if (!item) {
            item = makeItem(Node::Service, service.name, Widgets::iconNameForService(service.type)).release();
            item->setData(QVariant::fromValue(session), SessionRole);
            item->setData(project, ProjectRole);
            parent->appendRow(item);
        }
        fillService(*item, service);
    }
    if (services.isEmpty())
        //: Navigator, in place of the services
        parent->appendRow(makeNote(tr("No services"), false).release());
    emit servicesRead(session, project);
}

Place NavigatorModel::placeOf(const QModelIndex &index) const
{
    return {index.data(SessionRole).value<Session *>(), index.data(ProjectRole).toString(), index.data(ServiceRole).toString(),
            index.data(ServiceTypeRole).toString()};
}

QModelIndex NavigatorModel::indexOf(const Place &place) const
{
    const QStandardItem *found = find(invisibleRootItem(), [this, &place](const QStandardItem &item) {
        return isNode(item, Node::Service) && placeOf(item.index()) == place;
    });
    return found ? found->index() : QModelIndex();
}

QList<Place> NavigatorModel::services() const
{
    QList<Place> places;
    find(invisibleRootItem(), [this, &places](const QStandardItem &item) {
        if (isNode(item, Node::Service))
            places.append(placeOf(item.index()));
        return false;
    });
    return places;
}

QStandardItem *NavigatorModel::accountItem(const Session *session) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (item(row)->data(SessionRole).value<Session *>() == session)
            return item(row);
    }
    return nullptr;
}

QStandardItem *NavigatorModel::projectItem(const Session *session, const QString &project) const
{
    QStandardItem *account = accountItem(session);
    return account ? find(account, [&project](const QStandardItem &item) {
        return isNode(item, Node::Project) && item.data(ProjectRole).toString() == project;
    }) : nullptr;
}

} // namespace App
