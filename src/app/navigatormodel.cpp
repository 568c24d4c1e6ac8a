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

#include <QMap>
#include <QSet>

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
    //: A service as it is read aloud: name, state
    item.setData(NavigatorModel::tr("%1, %2").arg(service.name, state.word), Qt::AccessibleTextRole);
    //: Tooltip of a service: kind, plan, cloud
    item.setToolTip(NavigatorModel::tr("%1 · %2 · %3").arg(kindName(service.type), service.plan, service.cloud));
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
        readAgain(item(row)->data(SessionRole).value<Session *>());
}

void NavigatorModel::readAgain(Session *session)
{
    readProjects(session);
    for (const QStandardItem *project : m_accounts.value(session).projects) {
        const QStandardItem *first = project->child(0);
        const bool hasFailed = first && isNode(*first, Node::Note) && first->isEnabled();
        if (hasFailed || isRead(project->index())) // what nobody has opened is read when somebody does
            readServices(project->index());
    }
}

void NavigatorModel::addAccount(Session *session)
{
    auto account = makeItem(Node::Account, session->label(), session->iconName());
    account->setData(QVariant::fromValue(session), SessionRole);
    account->setData(true, Widgets::StrongRole);
    //: Navigator, in place of the projects
    account->appendRow(makeNote(tr("Reading projects…"), false).release());
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
    session->client().listProjects(session)->then([this, session](const Aiven::Result<QList<Aiven::Project>> &projects) {
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

void NavigatorModel::showFailure(QStandardItem &parent, const Aiven::ApiError &error)
{
    if (parent.rowCount() != 1 || !isNode(*parent.child(0), Node::Note))
        return; // what was read stays
    parent.removeRow(0);
    parent.appendRow(makeNote(describe(error).title, true).release());
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
        account.item->appendRow(makeNote(tr("No projects"), false).release());
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
        if (isNode(*parent.child(row), Node::Note))
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
    //: Navigator, in place of the services
    item->appendRow(makeNote(tr("Reading services…"), false).release());
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
    session->client().listServices(name, session)->then([this, session, name](const Aiven::Result<QList<Aiven::Service>> &services) {
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
        parent->appendRow(makeNote(tr("No services"), false).release());
    emit servicesRead(session, project);
}

void NavigatorModel::setService(const Place &place, const Aiven::Service &service)
{
    if (QStandardItem *const item = itemFromIndex(indexOf(place)))
        fillService(*item, service);
}

Place NavigatorModel::placeOf(const QModelIndex &index) const
{
    return {index.data(SessionRole).value<Session *>(), index.data(ProjectRole).toString(), index.data(ServiceRole).toString(),
            index.data(ServiceTypeRole).toString()};
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
