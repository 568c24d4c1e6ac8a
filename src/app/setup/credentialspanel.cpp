// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/credentialspanel.h"

#include "app/describe.h"
#include "app/help/tableengines.h"
#include "app/wholetext.h"
#include "core/format.h"
#include "core/secret.h"
#include "widgets/codeeditor.h"
#include "widgets/fieldbox.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/statelabel.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

namespace {

constexpr qsizetype longestInBar = 120; ///< the dialog is full

class Wording
{
    Q_DECLARE_TR_FUNCTIONS(App::Credentials)

public:
    static TestVerdict verdict(Workflow::ConnectionFault fault);
};

TestVerdict Wording::verdict(Workflow::ConnectionFault fault)
{
    using Fault = Workflow::ConnectionFault;
    switch (fault) {
    case Fault::None: return {};
    case Fault::Collection:
        //: verdict of a connection test: title, then cause and what to do
        return {
            tr("ClickHouse does not find this named collection."),
            tr("It may not be there yet, or this user may not use it. A misspelt name is reported as missing rights, "
               "too: compare it with the name above.")};
    case Fault::Name:
        //: verdict of a connection test: title, then cause and what to do
        return {tr("The host's name is not known."),
                tr("ClickHouse could not find the address of the host. Check its spelling in the endpoint.")};
    case Fault::Network:
        //: verdict of a connection test: title, then cause and what to do
        return {tr("The host does not answer."), tr("The name was found, but no connection came about: wrong port, a "
                                                    "firewall, or the server is not running. "
                                                    "Aiven's addresses must be allowed there.")};
    case Fault::Tls:
        //: verdict of a connection test: title, then cause and what to do
        return {tr("No secure connection."),
                tr("The server does not offer TLS, or its certificate is not trusted. Check the TLS mode and the CA "
                   "certificate in the endpoint.")};
    case Fault::Password:
        //: verdict of a connection test: title, then cause and what to do
        return {tr("User or password are wrong."),
                tr("The server was reached and refused the sign-in. Enter user and password in the endpoint again.")};
    case Fault::Database:
        //: verdict of a connection test: title, then cause and what to do
        return {tr("The database does not exist there."), tr("Sign-in worked. Check the name of the database below.")};
    case Fault::Schema:
        //: verdict of a connection test: title, then cause and what to do
        return {tr("The schema does not exist there."), tr("Sign-in worked. Check the name of the schema below.")};
    case Fault::Grants:
        //: verdict of a connection test: title, then cause and what to do
        return {tr("The user has no right to read."),
                tr("Sign-in worked, but the user may not read there. Grant SELECT to the user of the endpoint, or use "
                   "another one.")};
    case Fault::Unsupported:
        //: verdict of a connection test: title, then cause and what to do
        return {tr("This ClickHouse cannot read such a source."),
                tr("The table function is not part of this server's version.")};
    case Fault::Other: break;
    }
    //: verdict of a connection test: title, then cause and what to do
    return {tr("The test failed."), tr("ClickHouse gave the reason below.")};
}

} // namespace

QString defaultDatabase(const Aiven::IntegrationSide &source)
{
    return source.serviceType.endsWith("clickhouse"_L1) ? u"default"_s : u"defaultdb"_s;
}

TestVerdict verdictOf(Workflow::ConnectionFault fault)
{
    return Wording::verdict(fault);
}

CredentialsPanel::CredentialsPanel(Aiven::Client &client, const QString &project, const QString &service,
                                   QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_project(project)
    , m_service(service)
    , m_test(client, project, service)
    , m_name((new Text(TextRole::Fixed))->selectable())
    , m_database(new QLineEdit)
    , m_schema(new QLineEdit(u"public"_s))
    , m_table(new QLineEdit)
    , m_form(new QTabBar)
    //: accessible name of a read-only text
    , m_view(new Widgets::SqlEditor(tr("SQL with the collection")))
    //: button
    , m_testButton(Widgets::makeButton(tr("Test connection")))
    , m_verdict(new Widgets::StateLabel)
    , m_bar(new Widgets::MessageBar)
{
    build();
    for (QLineEdit *edit : {m_database, m_schema, m_table})
        connect(edit, &QLineEdit::textChanged, this, &CredentialsPanel::showSql);
    connect(m_form, &QTabBar::currentChanged, this, &CredentialsPanel::showSql);
    connect(m_testButton, &QPushButton::clicked, this, &CredentialsPanel::test);
    connect(&m_test, &Workflow::ConnectionTest::stateChanged, this, &CredentialsPanel::onTest);
}

void CredentialsPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.5));
    auto *head = new QHBoxLayout;
    head->setSpacing(H(0.75));
    //: before the name of a named collection
    head->addWidget(new Text(TextRole::Label, tr("Named collection")));
    head->addWidget(m_name);
    head->addStretch();
    head->addWidget(m_verdict);
    head->addWidget(m_testButton);
    column->addLayout(head);
    m_verdict->hide();
    column->addWidget(m_bar);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(H(1));
    //: labels of fields: a table of the remote database
    m_databaseBox = new Widgets::FieldBox(tr("Database"), m_database);
    m_schemaBox = new Widgets::FieldBox(tr("Schema"), m_schema);
    for (Widgets::FieldBox *box : {m_databaseBox, m_schemaBox})
        fields->addWidget(box, 1);
    //: label of a field: a table of the remote database
    fields->addWidget(new Widgets::FieldBox(tr("Table or file"), m_table), 1);
    column->addLayout(fields);
    auto *row = new QHBoxLayout;
    //: tabs: SQL that reads the remote table at once, or makes a table of ClickHouse that reads it
    m_form->addTab(tr("Query"));
    m_form->addTab(tr("Table engine"));
    m_form->setExpanding(false);
    m_form->setDrawBase(false);
    row->addWidget(m_form);
    row->addStretch();
    //: quiet buttons for SQL
    QPushButton *const copy = Widgets::makeButton(tr("Copy SQL"), u"copy"_s, "quiet");
    QPushButton *const open = Widgets::makeButton(tr("Open in SQL pane"), u"sql"_s, "quiet");
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(sql()); });
    connect(open, &QPushButton::clicked, this, [this] { emit queryRequested(sql()); });
    //: quiet button: opens the list of table engines
    QPushButton *const engines = Widgets::makeButton(tr("Table engines…"), "quiet");
    connect(engines, &QPushButton::clicked, this,
            [this] { (new TableEngines(m_client, m_project, m_service, this))->open(); });
    for (QPushButton *button : {engines, copy, open})
        row->addWidget(button);
    column->addLayout(row);
    m_view->setReadOnly(true);
    m_view->setMinimumHeight(H(4.5));
    column->addWidget(m_view, 1);
}

bool CredentialsPanel::isPostgres() const
{
    return m_sourceType == "pg"_L1 || m_sourceType == "external_postgresql"_L1;
}

void CredentialsPanel::setCollection(const QString &collection, const QString &sourceType, const QString &database)
{
    m_collection = collection;
    m_sourceType = sourceType;
    m_name->setText(Core::displayText(collection, 200));
    m_database->setText(database);
    //: name of a table in an example; letters and _ only
    m_table->setText(tr("my_table"));
    m_schemaBox->setVisible(isPostgres());
    const bool isStorage = sourceType.endsWith("s3"_L1) || sourceType.contains("blob"_L1);
    m_databaseBox->setVisible(!isStorage);
    m_testButton->setVisible(!Recipes::collectionTestSql(remote()).isEmpty());
    m_form->setTabVisible(1, !Recipes::collectionTableSql(remote(), m_table->text()).isEmpty());
    showSql();
}

void CredentialsPanel::proposeDatabase(const QString &database)
{
    if (!database.isEmpty() && !m_database->isModified())
        m_database->setText(database);
}

Recipes::RemoteTable CredentialsPanel::remote() const
{
    return {m_collection, m_sourceType, m_database->text(), m_schema->text(), m_table->text()};
}

QString CredentialsPanel::sql() const
{
    return m_form->currentIndex() == 1 ? Recipes::collectionTableSql(remote(), m_table->text())
                                       : Recipes::collectionSelectSql(remote());
}

void CredentialsPanel::showSql()
{
    m_view->setText(sql());
}

void CredentialsPanel::test()
{
    m_bar->hide();
    m_test.run(Recipes::collectionTestSql(remote()));
}

void CredentialsPanel::onTest()
{
    using State = Workflow::ConnectionTest::State;
    m_testButton->setEnabled(m_test.state() != State::Running);
    m_verdict->show();
    switch (m_test.state()) {
    case State::Idle: return;
    case State::Running:
        //: while a connection is tested
        return m_verdict->setState(Widgets::State::Working, tr("Testing…"));
    case State::Good:
        //: verdict of a connection test
        return m_verdict->setState(Widgets::State::Ok, tr("Connection works"));
    case State::Failed: break;
    }
    //: verdict of a connection test
    m_verdict->setState(Widgets::State::Failed, tr("Test failed"));
    const Aiven::ApiError &error = m_test.error();
    if (m_test.fault() == Workflow::ConnectionFault::None) {
        const UserMessage message = describe(error);
        return m_bar->setMessage(Widgets::MessageBar::Kind::Error, message.title,
                                 message.text + u' ' + message.nextStep);
    }
    const TestVerdict verdict = verdictOf(m_test.fault());
    // It may quote a connection text.
    const QString words = Core::redacted(Core::displayText(error.serverMessage, wholeText));
    m_bar->setMessage(Widgets::MessageBar::Kind::Error, verdict.title,
                      verdict.text + u'\n' + Core::displayText(words, longestInBar), verdict.text + u'\n' + words);
}

} // namespace App
