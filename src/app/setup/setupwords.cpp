// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setupwords.h"

#include "core/format.h"

using namespace Qt::StringLiterals;

namespace App {

QString SetUpWords::serviceTitle(const Kind &kind, const QString &serviceType)
{
    if (kind.group == Kind::Group::DataSources)
        return kind.title;
    return serviceType == "pg"_L1      ? u"PostgreSQL"_s
           : serviceType == "kafka"_L1 ? u"Apache Kafka"_s
                                       : readableType(serviceType);
}

QString SetUpWords::addEndpoint(const QString &typeTitle)
{
    if (typeTitle.startsWith("External "_L1))
        //: quiet button; the guide's words; %1 is "Apache Kafka"
        return tr("Add external %1 endpoint…").arg(typeTitle.sliced(9));
    //: quiet button; %1 is "Datadog"
    return tr("Add %1 endpoint…").arg(typeTitle);
}

QString SetUpWords::about(const Kind &kind, const Route *route)
{
    if (kind.id == "kafka"_L1 && kind.group == Kind::Group::DataSources)
        //: below the title "Apache Kafka"
        return tr("Read topics as ClickHouse tables, and write rows back. It rests on the ClickHouse Kafka engine.");
    if (kind.group == Kind::Group::Observability)
        //: below the title of a kind such as "Metrics"; %1 is Aiven's short description
        return tr("This service sends its logs or metrics out. %1.").arg(kind.sentence);
    if (kind.group == Kind::Group::Other)
        return kind.sentence;
    if (route && route->method == Route::Method::Credentials)
        //: below the title of a kind such as "MySQL"
        return tr("Aiven stores address and credentials; queries use them by the name of a named collection.");
    //: below the title of a kind such as "PostgreSQL"
    return tr("Query remote tables in ClickHouse. It rests on a ClickHouse database engine.");
}

QString SetUpWords::nothingThere(const Kind &kind)
{
    if (kind.id == "kafka"_L1 && kind.group == Kind::Group::DataSources)
        //: in place of an empty list
        return tr(
            "No Apache Kafka service in this project. You need an Aiven for ClickHouse service and an Apache Kafka "
            "service. Create one, or add an external endpoint.");
    //: in place of an empty list; %1 is "PostgreSQL" or "Datadog"
    return tr("Nothing for %1 in this project yet. Create what is missing above; it appears here.").arg(kind.title);
}

QString SetUpWords::topics(const QStringList &names)
{
    if (names.isEmpty())
        //: in the picture
        return tr("No topics");
    const QString shown = Core::displayText(names.mid(0, 2).join(u", "_s), 100);
    return names.size() > 2
               //: in the picture; %1 is "topic1, topic2", %2 a number
               ? tr("Topics: %1 and %2 more").arg(shown, Core::formatCount(names.size() - 2))
               //: in the picture; %1 is "topic1, topic2"
               : tr("Topics: %1").arg(shown);
}

QString SetUpWords::topicCount(qsizetype count)
{
    //: number of topics of a service; %1 is a number
    return count == 1 ? tr("1 topic") : tr("%1 topics").arg(Core::formatCount(count));
}

SetUpWords::Picture SetUpWords::picture(const ProjectFacts &facts, const Kind &kind, const Route *route,
                                        const std::optional<SetUpChoice> &choice, const QString &sourceFacts)
{
    //: in the picture, where nothing is chosen yet
    Side other{kind.iconName, choice ? choice->other : tr("Nothing chosen"), sourceFacts};
    if (choice && choice->isExternal)
        other.iconName = u"globe"_s;
    const Side clickHouse{u"clickhouse"_s, facts.serviceName, u"Aiven for ClickHouse"_s};
    if (kind.group == Kind::Group::Observability)
        return {clickHouse, other};
    if (kind.group == Kind::Group::Other)
        return {other, clickHouse};
    const Aiven::Integration preview = choice ? choice->preview() : Aiven::Integration();
    const QString collection = preview.collectionName();
    if (route && route->method == Route::Method::Credentials) {
        //: in the picture, where nothing is chosen yet
        const QString name = collection.isEmpty() ? tr("no collection yet") : collection;
        //: in the picture; %1 is the name of a service
        return {other, {u"key"_s, name, tr("Named collection in %1").arg(facts.serviceName)}};
    }
    const QStringList names = preview.databaseNames();
    Side database{u"db"_s,
                  //: in the picture, where no service is chosen yet
                  names.isEmpty() ? tr("no database yet") : names.constFirst(),
                  //: in the picture; %1 is the name of a service
                  tr("Database in %1").arg(facts.serviceName)};
    if (names.size() > 1)
        //: in the picture; %1 is a number, %2 the name of a service
        database.facts = tr("and %1 more in %2").arg(QString::number(names.size() - 1), facts.serviceName);
    return {other, database};
}

QString SetUpWords::consequence(const Kind &kind, const Route *route, const std::optional<SetUpChoice> &choice)
{
    if (!route)
        return {};
    switch (route->method) {
    case Route::Method::Send:
        //: consequence, before the click
        return tr("Nothing appears in ClickHouse: the data flows out of the service.");
    case Route::Method::Other: return {};
    case Route::Method::Credentials:
        //: consequence, before the click
        return tr("One named collection appears. The password is stored by Aiven and never shown again.");
    case Route::Method::Databases: break;
    }
    if (kind.id == "kafka"_L1)
        //: the guide's sentence
        return tr("One database appears. It is empty: no tables exist until you define them.");
    const QStringList names = choice ? choice->preview().databaseNames() : QStringList();
    if (names.isEmpty())
        //: consequence, before the click
        return tr("A database appears with the remote tables in it. Nothing is copied.");
    const int count = int(names.size());
    //: consequence, before the click; %1 is a list of %n names of databases
    return choice->isExternal
               ? tr("These databases are expected: %1. Aiven says the names when they are there. Nothing is "
                    "copied.",
                    nullptr, count)
                     .arg(listed(names))
               //: consequence, before the click; %1 is a list of %n names of databases
               : tr("These databases appear: %1. Nothing is copied.", nullptr, count).arg(listed(names));
}

QString SetUpWords::creates(const SetUpChoice &choice)
{
    const Aiven::Integration preview = choice.preview();
    const QString collection = preview.collectionName();
    const QStringList names = preview.databaseNames();
    if (!collection.isEmpty())
        //: beside Enable; %1 is the name of a named collection
        return tr("Creates collection %1").arg(collection);
    if (names.size() > 1)
        //: beside Enable: how many databases are made
        return tr("Creates %n database(s)", nullptr, int(names.size()));
    //: beside Enable; %1 is the name of a database
    return names.isEmpty() ? QString() : tr("Creates %1").arg(names.constFirst());
}

QString SetUpWords::listed(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names)
        quoted.append(u'`' + name + u'`');
    return quoted.join(u", "_s);
}

} // namespace App
