// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoints/endpointsview.h"

#include "app/describe.h"
#include "app/endpoints/deleteendpointdialog.h"
#include "app/endpoints/endpointdialog.h"
#include "app/endpoints/endpointrules.h"
#include "core/format.h"
#include "widgets/card.h"
#include "widgets/icons.h"
#include "widgets/menus.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/rowdelegate.h"
#include "widgets/sectionheading.h"
#include "widgets/stack.h"
#include "widgets/states.h"
#include "widgets/text.h"

#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

namespace {

constexpr int idRole = Qt::UserRole;

enum Page { LoadingPage, ErrorPage, ContentPage };

} // namespace

EndpointsView::EndpointsView(Aiven::Client &client, const QString &project, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_reader(client, project)
    , m_stack(new Widgets::Stack)
    , m_loading(new Widgets::LoadingState)
    , m_error(new Widgets::ErrorState)
    , m_bar(new Widgets::MessageBar)
    //: heading; Aiven's words
    , m_heading(new Widgets::SectionHeading(tr("Integration endpoints")))
    //: buttons of the page of integration endpoints
    , m_add(Widgets::makeButton(tr("Add endpoint…"), u"plus"_s, "primary"))
    , m_edit(Widgets::makeButton(tr("Edit…")))
    , m_delete(Widgets::makeButton(tr("Delete…")))
    , m_content(new Widgets::Stack)
    , m_view(new QListView)
{
    build();
    connect(&m_reader, &FactsReader::stateChanged, this, &EndpointsView::onFacts);
    connect(m_error, &Widgets::ErrorState::retryRequested, this, &EndpointsView::refresh);
    connect(&m_client.reachability(), &Aiven::Reachability::changed, this, [this](bool online) {
        if (online)
            refresh();
        else
            updateState();
    });
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, [this] {
        m_reader.cancel();
        //: in place of a list whose reading was cancelled
        m_error->setError(tr("Reading was cancelled"), tr("Nothing was changed. Try again when you like."), {},
                          u"info"_s);
        m_stack->setCurrentIndex(ErrorPage);
    });
    for (QPushButton *button : {m_add, m_addFirst})
        connect(button, &QPushButton::clicked, this, &EndpointsView::addEndpoint);
    connect(m_edit, &QPushButton::clicked, this, &EndpointsView::editCurrent);
    connect(m_delete, &QPushButton::clicked, this, &EndpointsView::deleteCurrent);
    connect(m_view, &QListView::activated, this, &EndpointsView::editCurrent);
    Widgets::offerRowMenu(*m_view, [this] { return QList{m_edit, m_delete}; });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &EndpointsView::updateState);
    auto *remove = new QShortcut(QKeySequence::Delete, m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &EndpointsView::deleteCurrent);
    refresh();
}

void EndpointsView::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_error);
    m_stack->addWidget(buildList());
    outer->addWidget(m_stack);
}

QWidget *EndpointsView::buildList()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.5));
    for (QPushButton *button : {m_edit, m_delete, m_add})
        m_heading->addAction(button);
    //: below the heading "Integration endpoints"
    m_heading->setSentence(
        tr("Sources and targets outside Aiven that the services of this project can be connected with."));
    column->addWidget(m_heading);
    column->addWidget(m_bar);
    auto *card = new Widgets::Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(H(0.1), 3, H(0.1), 3); // or the list would cover the rounded corners
    //: accessible name of a list
    m_view->setAccessibleName(tr("Integration endpoints"));
    m_view->setProperty("edgeless", true);
    m_view->setFrameShape(QFrame::NoFrame);
    auto *delegate =
        new Widgets::RowDelegate(Widgets::RowDelegate::Lines::Two, Widgets::RowDelegate::Separator::Hairline, m_view);
    delegate->setTiles(true);
    m_view->setItemDelegate(delegate);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setModel(&m_model);
    inside->addWidget(m_view);
    auto *empty =
        new Widgets::EmptyState(u"globe"_s,
                                //: in place of an empty list
                                tr("No integration endpoints yet"),
                                tr("An endpoint holds the address and the credentials of something outside Aiven: "
                                   "your own Apache Kafka, a PostgreSQL or MySQL database, a log or metrics "
                                   "system."));
    m_addFirst = empty->addButton(m_add->text(), "primary", u"plus"_s);
    m_content->addWidget(card);
    m_content->addWidget(empty);
    column->addWidget(m_content, 1);
    return page;
}

void EndpointsView::refresh()
{
    m_reader.read();
}

void EndpointsView::onFacts()
{
    switch (m_reader.state()) {
    case FactsReader::State::Idle: return;
    case FactsReader::State::Reading:
        if (m_reader.hasFacts())
            return; // the list stays while it is read again
        //: while a page is read; the seconds are added
        m_loading->start(tr("Reading integration endpoints"));
        return m_stack->setCurrentIndex(LoadingPage);
    case FactsReader::State::Failed: return showFailure();
    case FactsReader::State::Ready: break;
    }
    m_loading->stop();
    m_bar->hide();
    fill();
    m_stack->setCurrentIndex(ContentPage);
}

void EndpointsView::showFailure()
{
    m_loading->stop();
    const Aiven::ApiError &error = m_reader.error();
    const UserMessage message = describe(error);
    const QString text = (message.text + u' ' + message.nextStep).trimmed();
    //: status bar
    emit happened(tr("Failed: reading integration endpoints"));
    if (m_reader.hasFacts()) {
        m_bar->setMessage(Widgets::MessageBar::Kind::Error, message.title, text);
        //: button that repeats what failed
        connect(m_bar->addButton(tr("Try again")), &QPushButton::clicked, this, &EndpointsView::refresh);
        m_bar->addReport(message.report());
        return updateState();
    }
    const bool offline = error.kind == Aiven::ApiError::Kind::Network || error.kind == Aiven::ApiError::Kind::Timeout;
    m_error->setError(message.title, text, message.details, offline ? u"cloudoff"_s : u"error"_s);
    m_stack->setCurrentIndex(ErrorPage);
}

void EndpointsView::fill()
{
    const QString before = m_view->currentIndex().data(idRole).toString();
    m_model.clear();
    for (const Aiven::Endpoint &endpoint : m_reader.facts().endpoints)
        addRow(endpoint);
    m_heading->setCount(m_model.rowCount());
    m_content->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex at = m_model.index(row, 0);
        if (row == 0 || at.data(idRole) == before)
            m_view->setCurrentIndex(at);
    }
    updateState();
}

void EndpointsView::addRow(const Aiven::Endpoint &endpoint)
{
    const ProjectFacts &facts = m_reader.facts();
    const Aiven::EndpointType *const type = facts.endpointType(endpoint.type);
    QStringList parts{type ? type->title : endpoint.type, endpointAddress(endpoint.userConfig)};
    QStringList users;
    for (const Aiven::Integration &use : facts.usesOf(endpoint.id))
        users.append(useText(use));
    //: second line of an endpoint: what uses it
    parts.append(users.isEmpty() ? tr("not used") : tr("used by %1").arg(users.join(u", "_s)));
    parts.removeAll(QString());
    auto *item = new QStandardItem(Core::displayText(endpoint.name, 100));
    const QString line = Core::displayText(parts.join(u" · "_s), 300);
    item->setData(endpoint.id, idRole);
    item->setData(line, Widgets::SecondLineRole);
    item->setData(line, Qt::AccessibleDescriptionRole);
    item->setData(u"globe"_s, Widgets::IconNameRole);
    m_model.appendRow(item);
}

const Aiven::Endpoint *EndpointsView::current() const
{
    const QString id = m_view->currentIndex().data(idRole).toString();
    const QList<Aiven::Endpoint> &all = m_reader.facts().endpoints;
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&id](const Aiven::Endpoint &one) { return one.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

void EndpointsView::addEndpoint()
{
    auto *dialog = new EndpointDialog(m_client, m_reader.facts().project, m_reader.facts().endpointTypes, {}, this);
    connect(dialog, &EndpointDialog::saved, this, [this](const Aiven::Endpoint &endpoint) {
        //: status bar; %1 is the name of an endpoint
        onSaved(tr("Endpoint %1 created").arg(Core::displayText(endpoint.name, 60)));
    });
    dialog->open();
}

void EndpointsView::editCurrent()
{
    const Aiven::Endpoint *const endpoint = current();
    const Aiven::EndpointType *const type = endpoint ? m_reader.facts().endpointType(endpoint->type) : nullptr;
    if (!type || !m_edit->isEnabled())
        return;
    auto *dialog = new EndpointDialog(m_client, m_reader.facts().project, {*type}, *endpoint, this);
    connect(dialog, &EndpointDialog::saved, this, [this](const Aiven::Endpoint &saved) {
        //: status bar; %1 is the name of an endpoint
        onSaved(tr("Endpoint %1 changed").arg(Core::displayText(saved.name, 60)));
    });
    dialog->open();
}

void EndpointsView::deleteCurrent()
{
    const Aiven::Endpoint *const endpoint = current();
    if (!endpoint || !m_delete->isEnabled())
        return;
    auto *dialog = new DeleteEndpointDialog(m_client, m_reader.facts().project, *endpoint,
                                            m_reader.facts().usesOf(endpoint->id), this);
    connect(dialog, &DeleteEndpointDialog::deleted, this, [this](const QString &name) {
        //: status bar; %1 is the name of an endpoint
        onSaved(tr("Endpoint %1 deleted").arg(Core::displayText(name, 60)));
    });
    dialog->open();
}

void EndpointsView::onSaved(const QString &sentence)
{
    emit happened(sentence);
    emit changed();
    refresh();
}

void EndpointsView::updateState()
{
    const ProjectFacts &facts = m_reader.facts();
    const bool isOnline = m_client.reachability().isOnline();
    const bool isAllowed = facts.mayChangeIntegrations();
    const bool may = isOnline && isAllowed;
    const Aiven::Endpoint *const endpoint = current();
    //: tooltip of buttons that are off
    const QString reason = !isOnline   ? tr("No connection")
                           : isAllowed ? QString()
                                       //: tooltip of buttons that are off
                                       : tr("Changing endpoints needs project:integrations:write.");
    for (QPushButton *button : {m_add, m_addFirst}) {
        button->setEnabled(may && !facts.endpointTypes.isEmpty());
        button->setToolTip(reason);
    }
    m_add->setVisible(m_model.rowCount() > 0); // one primary button in a view: the empty list has its own
    for (QPushButton *button : {m_edit, m_delete}) {
        button->setVisible(m_model.rowCount() > 0);
        button->setToolTip(reason);
        button->setEnabled(may && endpoint);
    }
    m_edit->setEnabled(may && endpoint && facts.endpointType(endpoint->type));
    if (!isAllowed && !m_bar->isVisibleTo(this))
        m_bar->setMessage(
            Widgets::MessageBar::Kind::Info, {},
            //: message above the list for a user without the right; %1 is a role
            tr("You can look, but changing endpoints needs project:integrations:write. Your role: %1. Ask an admin of "
               "the project.")
                .arg(Core::displayText(facts.roles.join(u", "_s), 100)));
}

} // namespace App
