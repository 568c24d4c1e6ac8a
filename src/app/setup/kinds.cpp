// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/kinds.h"

#include "app/endpoints/projectfacts.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace App {

namespace {

class Wording
{
    Q_DECLARE_TR_FUNCTIONS(App::Kinds)

public:
    //: second line in the list of integration types, below "Apache Kafka"
    static QString kafka() { return tr("Streams; reads and writes topics"); }
    //: second line in the list of integration types
    static QString both() { return tr("Databases or credentials"); }
    //: second line in the list of integration types
    static QString credentials() { return tr("Credentials for queries"); }
    //: second line in the list of integration types
    static QString databases() { return tr("Databases"); }
    //: why an integration type cannot be chosen; %1 is "OpenSearch" or a list of such names
    static QString nothingThere(const QString &names)
    {
        return tr("Needs %1: this project has none, and none can be created here.").arg(names);
    }
};

struct Name
{
    QString family;
    QString title;
    QString iconName;
};

/// A service and the endpoint of the same product are one kind. Names of products are not translated.
Name nameOfSource(const QString &type)
{
    static const QHash<QString, Name> known{
        {u"kafka"_s, {u"kafka"_s, u"Apache Kafka"_s, u"kafka"_s}},
        {u"pg"_s, {u"pg"_s, u"PostgreSQL"_s, u"postgres"_s}},
        {u"postgresql"_s, {u"pg"_s, u"PostgreSQL"_s, u"postgres"_s}},
        {u"mysql"_s, {u"mysql"_s, u"MySQL"_s, u"mysql"_s}},
        {u"clickhouse"_s, {u"clickhouse"_s, u"ClickHouse"_s, u"clickhouse"_s}},
        {u"aws_s3"_s, {u"aws_s3"_s, u"Amazon S3"_s, u"cloud"_s}},
        {u"azure_blob_storage"_s, {u"azure_blob_storage"_s, u"Azure Blob Storage"_s, u"cloud"_s}}};
    QString product = type;
    if (product.startsWith("external_"_L1))
        product = product.sliced(9);
    return known.value(product, Name{product, readableType(type), u"db"_s});
}

Name nameOfTarget(const QString &type)
{
    static const QHash<QString, QString> known{{u"kafka_logs"_s, u"Logs to Apache Kafka"_s},
                                               {u"rsyslog"_s, u"Syslog"_s},
                                               {u"opentelemetry"_s, u"OpenTelemetry"_s},
                                               {u"external_aws_cloudwatch_logs"_s, u"AWS CloudWatch Logs"_s},
                                               {u"external_aws_cloudwatch_metrics"_s, u"AWS CloudWatch Metrics"_s},
                                               {u"external_elasticsearch_logs"_s, u"Elasticsearch logs"_s},
                                               {u"external_opensearch_logs"_s, u"OpenSearch logs"_s},
                                               {u"external_google_cloud_logging"_s, u"Google Cloud Logging"_s}};
    const bool isLog = type.contains("log"_L1);
    return {type, known.value(type, readableType(type)), isLog ? u"logs"_s : u"metrics"_s};
}

Kind &kindNamed(QList<Kind> &kinds, Kind::Group group, const Name &name)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const Kind &kind) { return kind.group == group && kind.id == name.family; });
    if (found != kinds.end())
        return *found;
    Kind kind;
    kind.group = group;
    kind.id = name.family;
    kind.title = name.title;
    kind.iconName = name.iconName;
    kinds.append(kind);
    return kinds.last();
}

void add(Kind &kind, Route::Method method, const Aiven::IntegrationType &type, const QString &otherType)
{
    for (Route &route : kind.routes) {
        if (route.type != type.type)
            continue;
        if (!route.otherTypes.contains(otherType))
            route.otherTypes.append(otherType);
        return;
    }
    kind.routes.append({type.type, method, {otherType}, type.userConfigSchema});
    // The API's own words are the best there are for what the program has no sentence for.
    if (kind.group != Kind::Group::DataSources && kind.sentence.isEmpty())
        kind.sentence = QStringList{type.sourceDescription, type.destDescription}.join(u" → "_s);
}

void addType(QList<Kind> &kinds, const Aiven::IntegrationType &type)
{
    const QString clickHouse = u"clickhouse"_s;
    if (type.type.startsWith("clickhouse_"_L1) && type.destServiceTypes.contains(clickHouse)) {
        const Route::Method method =
            type.type == "clickhouse_credentials"_L1 ? Route::Method::Credentials : Route::Method::Databases;
        for (const QString &source : type.sourceServiceTypes)
            add(kindNamed(kinds, Kind::Group::DataSources, nameOfSource(source)), method, type, source);
    } else if (type.sourceServiceTypes.contains(clickHouse)) {
        for (const QString &target : type.destServiceTypes)
            add(kindNamed(kinds, Kind::Group::Observability, nameOfTarget(type.type)), Route::Method::Send, type,
                target);
    } else if (type.destServiceTypes.contains(clickHouse)) {
        // Neither brings data nor takes logs and metrics away: the autoscaler.
        const Name name{type.type, readableType(type.type), u"gear"_s};
        for (const QString &source : type.sourceServiceTypes)
            add(kindNamed(kinds, Kind::Group::Other, name), Route::Method::Other, type, source);
    }
}

/// The way out stands on the page of the kind; only where there is none the row is off.
QString reasonAgainst(const ProjectFacts &facts, const Kind &kind)
{
    QStringList names;
    for (const QString &type : kind.otherTypes()) {
        const bool exists = std::any_of(facts.services.cbegin(), facts.services.cend(), [&](const Aiven::Service &one) {
            return one.type == type && one.name != facts.serviceName;
        });
        if (exists || facts.endpointType(type) || facts.serviceTypes.contains(type))
            return {};
        names.append(nameOfSource(type).title);
    }
    return Wording::nothingThere(names.join(u", "_s));
}

void describe(const ProjectFacts &facts, Kind &kind)
{
    if (kind.group == Kind::Group::DataSources) {
        const bool databases = kind.route(Route::Method::Databases);
        const bool credentials = kind.route(Route::Method::Credentials);
        kind.sentence = kind.id == "kafka"_L1      ? Wording::kafka()
                        : databases && credentials ? Wording::both()
                        : databases                ? Wording::databases()
                                                   : Wording::credentials();
    }
    kind.reason = reasonAgainst(facts, kind);
    if (!kind.isAvailable())
        kind.sentence = kind.reason;
    const QStringList others = kind.otherTypes();
    for (const Aiven::Integration &one : facts.integrations) {
        const bool sends = one.source.service == facts.serviceName;
        const QString &other = sends ? one.dest.serviceType : one.source.serviceType;
        const bool isRoute = std::any_of(kind.routes.cbegin(), kind.routes.cend(),
                                         [&one](const Route &route) { return route.type == one.type; });
        kind.enabled += !one.isCandidate() && isRoute && (others.contains(other) || other.isEmpty()) ? 1 : 0;
    }
}

} // namespace

QString observabilityTitle(const QString &integrationType)
{
    return nameOfTarget(integrationType).title;
}

QString readableType(QString type)
{
    if (type.startsWith("external_"_L1))
        type = type.sliced(9);
    type.replace(u'_', u' ');
    return type.isEmpty() ? type : type.left(1).toUpper() + type.sliced(1);
}

const Route *Kind::route(Route::Method method) const
{
    const auto found =
        std::find_if(routes.cbegin(), routes.cend(), [method](const Route &route) { return route.method == method; });
    return found == routes.cend() ? nullptr : &*found;
}

QStringList Kind::otherTypes() const
{
    QStringList types;
    for (const Route &route : routes)
        types.append(route.otherTypes);
    types.removeDuplicates();
    return types;
}

QList<Kind> kindsOf(const ProjectFacts &facts)
{
    QList<Kind> kinds;
    for (const Aiven::IntegrationType &type : facts.types)
        addType(kinds, type);
    for (Kind &kind : kinds)
        describe(facts, kind);
    const auto rank = [](const Kind &kind) { return kind.id == "kafka"_L1 ? 0 : kind.isAvailable() ? 1 : 2; };
    std::stable_sort(kinds.begin(), kinds.end(), [&rank](const Kind &one, const Kind &other) {
        return one.group != other.group ? one.group < other.group : rank(one) < rank(other);
    });
    return kinds;
}

} // namespace App
