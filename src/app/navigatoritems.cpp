// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/navigatoritems.h"

#include "app/describe.h"
#include "app/servicestate.h"
#include "core/format.h"
#include "widgets/rowdelegate.h"

#include <QCoreApplication>

namespace App {

using namespace Qt::StringLiterals;
using Node = NavigatorModel::Node;

namespace {

/// Gives the free functions below tr() with one context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(App::NavigatorItems)
};

} // namespace

NavigatorItem makeItem(Node node, const QString &name, const QString &iconName)
{
    auto item = std::make_unique<QStandardItem>(Core::displayText(name));
    item->setEditable(false);
    item->setData(int(node), NavigatorModel::NodeRole);
    item->setData(iconName, Widgets::IconNameRole);
    return item;
}

NavigatorItem makeNote(const QString &text)
{
    auto note = makeItem(Node::Note, text, {});
    note->setSelectable(false);
    note->setEnabled(false);
    return note;
}

NavigatorItem makeReadingNote(Node child)
{
    //: Navigator, in place of the projects of an account, or of the services of a project
    return makeNote(child == Node::Project ? Words::tr("Reading projects…") : Words::tr("Reading services…"));
}

NavigatorItem makeFailureNote(const UserMessage &message)
{
    auto note = makeItem(Node::Note, message.title, u"error"_s);
    note->setSelectable(false);
    note->setToolTip(message.body().toHtmlEscaped());
    note->setData(message.body(), Qt::AccessibleDescriptionRole);
    return note;
}

NavigatorItem makeRetry()
{
    //: Navigator: row below what could not be read
    auto row = makeItem(Node::Retry, Words::tr("Try again"), u"refresh"_s);
    //: Navigator: tooltip and description of the row "Try again"
    const QString way = Words::tr("Click, or press Return, to read again");
    row->setToolTip(way);
    row->setData(way, Qt::AccessibleDescriptionRole);
    return row;
}

void fillService(QStandardItem &item, const Aiven::Service &service)
{
    const StateWord state = stateOf(service);
    item.setData(service.name, NavigatorModel::ServiceRole);
    item.setData(service.type, NavigatorModel::ServiceTypeRole);
    item.setData(int(state.state), Widgets::StateRole);
    item.setData(state.word, Widgets::StateTextRole);
    //: A service as it is read aloud: name, state
    item.setData(Words::tr("%1, %2").arg(service.name, state.word), Qt::AccessibleTextRole);
    //: Tooltip of a service: kind, plan, cloud
    item.setToolTip(Words::tr("%1 · %2 · %3").arg(kindName(service.type), service.plan, service.cloud));
}

bool isNode(const QStandardItem &item, Node node)
{
    return item.data(NavigatorModel::NodeRole).toInt() == int(node);
}

bool isNote(const QStandardItem &item)
{
    return isNode(item, Node::Note) || isNode(item, Node::Retry);
}

} // namespace App
