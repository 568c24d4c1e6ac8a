// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/commanddialog.h"

#include "recipes/recipes.h"
#include "widgets/card.h"
#include "widgets/codeeditor.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

CommandDialog::CommandDialog(const QString &title, const QString &sentence, const QString &command, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(H(1.25), H(1), H(1.25), H(1.25));
    column->setSpacing(H(0.75));
    column->addWidget((new Text(TextRole::Body, sentence))->wrapped());
    //: accessible name of a read-only text
    auto *view = new Widgets::CommandView(tr("Command"));
    view->setText(command.trimmed());
    view->setMinimumSize(H(38), H(8));
    column->addWidget(view, 1);
    outer->addWidget(body, 1);
    outer->addWidget(new Widgets::Hairline);

    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(H(1.25), H(0.75), H(1.25), H(0.75));
    footer->setSpacing(H(0.5));
    //: button
    QPushButton *const close = Widgets::makeButton(tr("Close"));
    //: button: copies the command
    QPushButton *const copy = Widgets::makeButton(tr("Copy command"), "primary");
    copy->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [this, command] {
        QApplication::clipboard()->setText(command.trimmed());
        accept();
    });
    footer->addStretch();
    footer->addWidget(close);
    footer->addWidget(copy);
    outer->addLayout(footer);
}

QString avnCreateKafka(const QString &project, const QString &cloud)
{
    return u"avn service create my-kafka \\\n    --project %1 \\\n    --service-type kafka \\\n    --plan business-4 "
           u"\\\n"
           "    --cloud %2 \\\n    -c kafka_rest=true\n"_s.arg(Recipes::shellQuoted(project),
                                                               Recipes::shellQuoted(cloud));
}

QString avnCreateEndpoint(const QString &project)
{
    return u"avn service integration-endpoint-create \\\n    --project %1 \\\n    --endpoint-name my-kafka \\\n"
           "    --endpoint-type external_kafka \\\n"
           "    --user-config-json '{\"bootstrap_servers\": \"broker.example.org:9092\", \"security_protocol\": \"SSL\"}'\n"_s
               .arg(Recipes::shellQuoted(project));
}

} // namespace App
