// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sqlarea.h"

#include "aiven/client.h"
#include "app/describe.h"
#include "app/kafkatables.h"
#include "app/servicepage.h"
#include "app/session.h"
#include "app/sql/sqlpane.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QPainter>
#include <QStandardPaths>
#include <QToolButton>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

SqlArea::SqlArea(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this)), m_bar(new QWidget)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    buildBar();
    setOpen(false);
}

void SqlArea::buildBar()
{
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(H(0.5), 0, H(0.5), 0);
    //: The bar to which the SQL pane is folded
    QToolButton *open = Widgets::makeTextButton(u"sql"_s, tr("SQL"));
    //: Tooltip; F8 is the key
    open->setToolTip(tr("Open the SQL pane (F8)"));
    m_where = new Widgets::Text(Widgets::TextRole::Small);
    //: Tooltip and accessible name of a button
    QToolButton *up = Widgets::makeIconButton(u"up"_s, tr("Open the SQL pane"));
    row->addWidget(open);
    row->addStretch();
    row->addWidget(m_where);
    row->addWidget(up);
    m_column->addWidget(m_bar);
    for (QToolButton *button : {open, up})
        connect(button, &QToolButton::clicked, this, [this] { setOpen(true); });
}

void SqlArea::setOpen(bool open)
{
    if (open && !m_pane)
        createPane();
    const bool changed = open != m_open;
    m_open = open;
    m_bar->setVisible(!open);
    if (m_pane)
        m_pane->setVisible(open);
    // Open, its contents say how low it may be: a message needs room besides the editor and the rows.
    setMinimumHeight(open ? 0 : H(2.2));
    setMaximumHeight(open ? QWIDGETSIZE_MAX : H(2.2));
    if (open) {
        readServer();
        m_pane->focusEditor();
    }
    if (changed)
        emit openChanged(open);
}

void SqlArea::createPane()
{
    m_pane = new SqlPane(this);
    m_column->addWidget(m_pane, 1);
    m_pane->setServices(m_services);
    connect(m_pane, &SqlPane::serviceChosen, this, &SqlArea::serviceChosen);
    connect(m_pane, &SqlPane::maximizeRequested, this, &SqlArea::maximizeRequested);
    connect(m_pane, &SqlPane::collapseRequested, this, [this] { setOpen(false); });
    connect(m_pane, &SqlPane::statusChanged, this, &SqlArea::happened);
    connect(m_pane, &SqlPane::schemaChanged, this, &SqlArea::schemaChanged);
    connect(m_pane, &SqlPane::connectionRequested, this, &SqlArea::readServerAgain);
    m_pane->restoreTabs(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/sql-tabs.json"_s);
}

void SqlArea::setService(const ServicePage &page)
{
    if (!page.isClickHouse())
        return;
    if (Session *const session = page.place().session; session != m_place.session) {
        connect(session, &Session::tokenRenewed, this, &SqlArea::readServer, Qt::UniqueConnection);
        connect(&session->client().reachability(), &Aiven::Reachability::changed, this, &SqlArea::onConnection,
                Qt::UniqueConnection);
    }
    m_place = page.place();
    m_where->setText(m_place.service);
    if (m_open)
        readServer();
    setIntegrations(page);
}

void SqlArea::setIntegrations(const ServicePage &page)
{
    if (!m_pane || !(page.place() == m_place))
        return;
    m_pane->setKafkaTables(kafkaTablesOf(page.integrations()));
    if (page.state() == ServicePage::State::Ready && page.service().isUsable())
        readServer(); // it may have been off when this was tried before
}

void SqlArea::setServices(const QStringList &names)
{
    m_services = names;
    if (m_pane)
        m_pane->setServices(names);
}

void SqlArea::readServerAgain()
{
    m_serverPlace = {};
    readServer();
}

void SqlArea::onConnection(bool online)
{
    if (online)
        readServer();
}

void SqlArea::readServer()
{
    if (!m_open || !m_place.isService() || m_place == m_serverPlace)
        return;
    const Place place = m_place;
    Aiven::Client &client = place.session->client();
    m_pane->setMessageReader(&client, place.project);
    //: Beside the Run button of the SQL pane
    m_pane->clearServer(tr("Reading the connection…"));
    client.getService(place.project, place.service, Aiven::Secrets::Include, this)
        ->then([this, place](const Aiven::Result<Aiven::Service> &answer) {
            if (!(place == m_place))
                return;
            if (!answer) {
                const bool isGone = answer.error().kind == Aiven::ApiError::Kind::NotFound;
                //: Beside the Run button of the SQL pane; %1 is a service
                m_pane->clearServer(isGone ? tr("%1 does not exist any more").arg(place.service)
                                           : describe(answer.error()).title);
                return;
            }
            if (answer->state == Aiven::Service::State::PowerOff) {
                //: Beside the Run button of the SQL pane; %1 is a service
                m_pane->clearServer(tr("%1 is powered off").arg(place.service));
                return;
            }
            const Aiven::ServiceUser *user = answer->mainUser();
            if (!user || answer->clickHouseUrl().isEmpty()) {
                //: Beside the Run button of the SQL pane
                m_pane->clearServer(tr("The service has no address for SQL yet"));
                return;
            }
            m_serverPlace = place;
            m_pane->setServer(
                {answer->clickHouseUrl(), user->name, user->password, place.session->authority(place.project)},
                place.service);
            m_pane->setKafkaTables(kafkaTablesOf(answer->integrations));
        });
}

void SqlArea::openQuery(const QString &sql)
{
    setOpen(true);
    if (!sql.isEmpty())
        m_pane->openQuery(sql);
}

void SqlArea::setMaximized(bool maximized)
{
    if (m_pane)
        m_pane->setMaximized(maximized);
}

void SqlArea::forget(const Session *session)
{
    if (m_place.session && m_place.session != session)
        return;
    m_place = {};
    m_serverPlace = {};
    m_where->clear();
    if (!m_pane)
        return;
    m_pane->setMessageReader(nullptr, {});
    //: Beside the Run button of the SQL pane
    m_pane->clearServer(tr("No service is chosen"));
}

void SqlArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Widgets::color(Widgets::Token::Window));
}

} // namespace App
