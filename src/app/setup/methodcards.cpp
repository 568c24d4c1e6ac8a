// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/methodcards.h"

#include "widgets/card.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

namespace {

bool takesEndpoints(const Route *route)
{
    return route && std::any_of(route->otherTypes.cbegin(), route->otherTypes.cend(),
                                [](const QString &type) { return type.startsWith("external_"_L1); });
}

} // namespace

MethodCards::MethodCards(QWidget *parent) : QWidget(parent), m_note((new Text(TextRole::Help))->wrapped())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.5));
    auto *row = new QHBoxLayout;
    row->setSpacing(H(1));
    column->addLayout(row);
    column->addWidget(m_note);
    //: card: the guide's words for a kind of integration
    m_databases = addCard(tr("Managed databases"));
    //: card: the guide's words for a kind of integration
    m_credentials = addCard(tr("Managed credentials"));
    auto *group = new QButtonGroup(this);
    for (const CardParts &card : {m_databases, m_credentials}) {
        row->addWidget(card.choice->parentWidget(), 1);
        group->addButton(card.choice);
    }
    connect(group, &QButtonGroup::buttonClicked, this, &MethodCards::chosen);
}

MethodCards::CardParts MethodCards::addCard(const QString &title)
{
    auto *card = new Widgets::Card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(H(0.75), H(0.5), H(0.75), H(0.75));
    column->setSpacing(H(0.25));
    const CardParts parts{new QRadioButton(title), (new Text(TextRole::Help))->wrapped()};
    column->addWidget(parts.choice);
    column->addWidget(parts.text);
    column->addStretch();
    return parts;
}

void MethodCards::setKind(const Kind &kind)
{
    const Route *const databases = kind.route(Route::Method::Databases);
    const Route *const credentials = kind.route(Route::Method::Credentials);
    // MySQL is a database, too, and people expect a database of it: the card says why there is none.
    const bool isMySql = kind.id == "mysql"_L1;
    setVisible(credentials && (databases || isMySql));
    m_databases.choice->setEnabled(databases);
    m_credentials.choice->setEnabled(credentials);
    const QString guideSentence =
        //: the guide's sentence
        tr("External MySQL data sources (endpoints) support the managed credentials integration only.");
    m_databases.text->setText(
        databases
            //: consequences of a choice
            ? tr("A database appears in ClickHouse: a live view of the remote database. Nothing is "
                 "copied.")
            : guideSentence);
    m_databases.choice->setToolTip(databases ? QString() : guideSentence);
    //: consequences of a choice
    m_credentials.text->setText(
        tr("A named collection appears in ClickHouse. Queries and table engines use it instead of "
           "address, user and password."));
    const bool external = takesEndpoints(databases) && takesEndpoints(credentials) && kind.id == "pg"_L1;
    m_note->setText(
        external
            //: the guide's sentence
            ? tr("External PostgreSQL data sources (endpoints) support both the managed credentials and the "
                 "managed databases.")
            : QString());
    m_note->setVisible(external);
    m_only = databases ? Route::Method::Databases : kind.routes.isEmpty() ? m_only : kind.routes.constFirst().method;
    if (!databases)
        m_credentials.choice->setChecked(true);
    else if (!m_credentials.choice->isChecked() || !credentials)
        m_databases.choice->setChecked(true);
}

Route::Method MethodCards::current() const
{
    if (isHidden())
        return m_only;
    return m_credentials.choice->isChecked() ? Route::Method::Credentials : Route::Method::Databases;
}

} // namespace App
