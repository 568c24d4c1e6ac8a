// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/tableengines.h"

#include "app/describe.h"
#include "core/format.h"
#include "widgets/metrics.h"
#include "widgets/states.h"
#include "widgets/text.h"

#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

TableEngines::TableEngines(Aiven::Client &client, QString project, QString service, QWidget *parent)
    : Dialog(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(service))
    , m_stack(new QStackedWidget)
    , m_loading(new Widgets::LoadingState)
    , m_error(new Widgets::ErrorState)
    , m_list(new QListWidget)
{
    //: title of a window; %1 is the name of a service
    setWindowTitle(tr("Table engines of %1").arg(Core::displayText(m_service, 64)));
    setAttribute(Qt::WA_DeleteOnClose);
    //: above a list of table engines
    const QString sentence = tr("What CREATE TABLE … ENGINE = … can name on this service, as it tells itself.");
    body().addWidget((new Text(TextRole::Help, sentence))->wrapped());
    //: accessible name of a list
    m_list->setAccessibleName(tr("Table engines"));
    for (QWidget *page : QList<QWidget *>{m_loading, m_error, m_list})
        m_stack->addWidget(page);
    body().addWidget(m_stack, 1);
    addClose();
    connect(m_error, &Widgets::ErrorState::retryRequested, this, &TableEngines::read);
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, &QDialog::reject);
    resize(H(28), H(30));
    read();
}

void TableEngines::read()
{
    m_stack->setCurrentWidget(m_loading);
    //: while a list is read; the seconds are added
    m_loading->start(tr("Reading table engines"));
    m_client.query(m_project, m_service, u"default"_s, u"SELECT name FROM system.table_engines ORDER BY name"_s, this)
        ->then([this](const Aiven::Result<Aiven::QueryResult> &answer) { onAnswer(answer); });
}

void TableEngines::onAnswer(const Aiven::Result<Aiven::QueryResult> &answer)
{
    m_loading->stop();
    if (!answer) {
        const UserMessage message = describe(answer.error());
        m_error->setError(message.title, message.text + u' ' + message.nextStep, message.details, u"error"_s);
        return m_stack->setCurrentWidget(m_error);
    }
    m_list->clear();
    for (const auto &row : answer->rows) {
        if (row.is_array() && !row.empty() && row.front().is_string())
            m_list->addItem(Core::displayText(Core::toQString(row.front().get_ref<const std::string &>()), 100));
    }
    m_stack->setCurrentWidget(m_list);
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

} // namespace App
