// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/helppages.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace App {

namespace {

const QString aivenDocs = u"https://aiven.io/docs/products/clickhouse/"_s;

class Pages
{
    Q_DECLARE_TR_FUNCTIONS(App::Help)

public:
    static HelpPage setUp();
    static HelpPage databases();
    static HelpPage credentials();
    static HelpPage endpoints();
    static HelpPage tables();
    static HelpPage observability();
};

HelpPage Pages::setUp()
{
    return {u"setup"_s,
            //: title of a help page
            tr("Set up an integration"),
            {//: help page about setting up an integration
             tr("An integration connects this ClickHouse service with another Aiven service or with something outside "
                "Aiven. "
                "Data sources bring data in; observability integrations send logs and metrics out."),
             tr("Choose the kind at the left and the service or endpoint at the right, then press Enable. What is "
                "missing (a "
                "service, a topic, an endpoint) can be created without leaving the dialog."),
             //: help page about setting up an integration
             tr("The dialog may be closed while the work goes on. The status bar tells how far it is.")},
            //: title of a link
            {{tr("Aiven: data service integrations"), aivenDocs + u"howto/data-service-integration"_s},
             //: title of a link
             {tr("Aiven: integrate your service"), aivenDocs + u"howto/list-integrations"_s}}};
}

HelpPage Pages::databases()
{
    return {u"databases"_s,
            //: title of a help page, the guide's words
            tr("Managed databases"),
            {//: help page about managed databases
             tr("A managed database appears in ClickHouse by itself and rests on a database engine. For PostgreSQL it "
                "is a live "
                "view of the remote tables: nothing is copied, each query reads there."),
             tr("One PostgreSQL integration brings up to ten databases, one for each pair of database and schema. "
                "Their names "
                "begin with service_ or endpoint_."),
             //: help page about managed databases
             tr("Disconnecting an integration erases its databases and their configuration. Tables of your own stay.")},
            {//: title of a link
             {tr("Aiven: manage integration databases"), aivenDocs + u"howto/integration-databases"_s},
             //: title of a link
             {tr("ClickHouse: database engines"), u"https://clickhouse.com/docs/engines/database-engines"_s}}};
}

HelpPage Pages::credentials()
{
    return {u"credentials"_s,
            //: title of a help page, the guide's words
            tr("Managed credentials"),
            {//: help page about managed credentials
             tr("Aiven stores address, user and password as a named collection. A query names the collection instead "
                "of them: "
                "shorter, and no password in SQL."),
             tr("Use it in a table function to read at once, or in a table engine to make a table that reads the "
                "source each "
                "time."),
             //: help page about managed credentials
             tr("A misspelt collection or table is reported as missing rights. Compare the names first.")},
            {//: title of a link
             {tr("ClickHouse: named collections"), u"https://clickhouse.com/docs/operations/named-collections"_s},
             //: title of a link
             {tr("Aiven: supported table engines"), aivenDocs + u"reference/supported-table-engines"_s}}};
}

HelpPage Pages::endpoints()
{
    return {
        u"endpoints"_s,
        //: title of a help page, Aiven's words
        tr("Integration endpoints"),
        {//: help page about integration endpoints
         tr("An endpoint holds the address and the credentials of something outside Aiven. It belongs to the project; "
            "any "
            "number of integrations can use it."),
         tr("Passwords and keys are stored by Aiven and never shown again. To change one, type the new one; a field "
            "left "
            "empty keeps what is stored."),
         //: help page about integration endpoints
         tr("Certificates and keys are PEM text: paste them or load the file. An endpoint in use cannot be deleted.")},
        {//: title of a link
         {tr("Aiven: external Apache Kafka"), aivenDocs + u"howto/integrate-kafka"_s}}};
}

HelpPage Pages::tables()
{
    return {u"tables"_s,
            //: title of a help page
            tr("Tables over topics"),
            {//: help page about the tables of an Apache Kafka integration
             tr("A connector table reads its topics as messages come, and rests on the ClickHouse Kafka engine: "
                "columns have no "
                "default values, and only a table with one topic can be written."),
             tr("Each message is delivered once per consumer group. A SELECT on a connector table consumes; peek at "
                "the topic "
                "instead, or keep the rows by a materialized view into a table of your own."),
             //: help page about the tables of an Apache Kafka integration
             tr("Names with dashes need backticks in SQL.")},
            {//: title of a link
             {tr("ClickHouse: the Kafka engine"),
              u"https://clickhouse.com/docs/engines/table-engines/integrations/kafka"_s},
             //: title of a link
             {tr("Aiven: integrate with Apache Kafka"), aivenDocs + u"howto/integrate-kafka"_s}}};
}

HelpPage Pages::observability()
{
    return {
        u"observability"_s,
        //: title of a help page
        tr("Logs and metrics"),
        {//: help page about observability integrations
         tr("Observability integrations send the logs or metrics of this service to another service or to an endpoint. "
            "Nothing appears in ClickHouse."),
         //: help page about observability integrations
         tr("Their settings come from Aiven; a field left empty keeps Aiven's default.")},
        {//: title of a link
         {tr("Aiven: integrate your service"), aivenDocs + u"howto/list-integrations"_s}}};
}

} // namespace

QList<HelpPage> helpPages()
{
    return {Pages::setUp(),     Pages::databases(), Pages::credentials(),
            Pages::endpoints(), Pages::tables(),    Pages::observability()};
}

} // namespace App
