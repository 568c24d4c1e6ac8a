// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectioncard.h"

#include "app/clipboard.h"
#include "core/format.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QToolButton>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace {

/// The address that people connect to: ClickHouse's is HTTP, the others' is their own protocol.
const Aiven::Component *mainComponent(const Aiven::Service &service)
{
    if (service.type == "clickhouse"_L1)
        return service.component(u"clickhouse_https"_s);
    return service.component(service.type);
}

} // namespace

ConnectionCard::ConnectionCard(QWidget *parent) : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Widgets::Card;
    outer->addWidget(card);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(H(1), H(0.9), H(0.5), H(0.75));
    column->setSpacing(H(0.25));
    //: Heading of a card: how to reach the service
    column->addWidget(new Text(TextRole::Label, tr("Connection")));
    m_grid = new QGridLayout;
    m_grid->setVerticalSpacing(0);
    m_grid->setHorizontalSpacing(H(1));
    m_grid->setColumnMinimumWidth(0, H(4.8));
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    column->addStretch();
}

void ConnectionCard::setService(const Aiven::Service &service)
{
    const Aiven::Component *component = mainComponent(service);
    const Aiven::ServiceUser *user = service.mainUser();
    const QString host = component ? component->host : QString();
    const QString port = component ? QString::number(component->port) : QString();
    const QString name = user ? user->name : QString();
    const QString shown = QStringList{host, port, name}.join(u'\n');
    if (shown == m_shown)
        return;
    m_shown = shown;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
    //: Card "Connection"
    addRow(tr("Host"), host, false);
    //: Card "Connection"
    addRow(service.type == "clickhouse"_L1 ? tr("HTTP port") : tr("Port"), port, false);
    if (!name.isEmpty()) {
        //: Card "Connection"
        addRow(tr("User"), name, false);
        //: Card "Connection"
        addRow(tr("Password"), u"••••••••••••"_s, true);
    }
}

void ConnectionCard::addRow(const QString &label, const QString &value, bool secret)
{
    m_grid->addWidget((new Text(TextRole::Body, label))->dim(), m_rows, 0);
    auto *text = new Text(TextRole::Fixed, value.isEmpty() ? u"–"_s : Core::displayText(value, 200));
    if (!secret && !value.isEmpty())
        text->selectable();
    m_grid->addWidget(text, m_rows, 1);
    //: Accessible name of a button; %1 is "Host", "Password"…
    QToolButton *copy = Widgets::makeIconButton(u"copy"_s, tr("Copy %1").arg(label.toLower()));
    copy->setEnabled(!value.isEmpty());
    m_grid->addWidget(copy, m_rows++, 2);
    connect(copy, &QToolButton::clicked, this, [this, label, value, secret] {
        if (secret) {
            emit passwordCopyRequested();
            return;
        }
        copyText(value);
        emit copied(label);
    });
}

} // namespace App
