// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/kinds.h"

#include "app/setup/setupfacts.h"

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
    static QString notYet() { return tr("Not in this version of Headgate"); }
    static QString notYetInFull()
    {
        return tr(
            "This version of Headgate sets up Apache Kafka only. Set this up with avn or in the Aiven Console; it "
            "then appears under Service integrations.");
    }
};

struct Name
{
    QString family;
    QString title;
    QString iconName;
};

/// "external_sumologic_logs" → "Sumologic logs"
QString readable(QString type)
{
    if (type.startsWith("external_"_L1))
        type = type.sliced(9);
    type.replace(u'_', u' ');
    return type.isEmpty() ? type : type.left(1).toUpper() + type.sliced(1);
}

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
    return known.value(product, Name{product, readable(type), u"db"_s});
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
    return {type, known.value(type, readable(type)), isLog ? u"logs"_s : u"metrics"_s};
}

Kind *findKind(QList<Kind> &kinds, Kind::Group group, const QString &id)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const Kind &kind) { return kind.group == group && kind.id == id; });
    return found == kinds.end() ? nullptr : &*found;
}

void add(QList<Kind> &kinds, Kind::Group group, const Name &name, const QString &sourceType)
{
    if (Kind *const known = findKind(kinds, group, name.family)) {
        if (!known->sourceTypes.contains(sourceType))
            known->sourceTypes.append(sourceType);
        return;
    }
    Kind kind{group, name.family, name.title, Wording::notYet(), name.iconName, Wording::notYetInFull(), {sourceType}};
    if (group == Kind::Group::DataSources && name.family == kafkaKind()) {
        kind.sentence = Wording::kafka();
        kind.reason.clear();
    }
    kinds.append(kind);
}

} // namespace

QString kafkaKind()
{
    return u"kafka"_s;
}

QList<Kind> kindsOf(const SetUpFacts &facts)
{
    const QString clickHouse = u"clickhouse"_s;
    QList<Kind> kinds;
    for (const Aiven::IntegrationType &type : facts.types) {
        if (type.type.startsWith("clickhouse_"_L1) && type.destServiceTypes.contains(clickHouse)) {
            for (const QString &source : type.sourceServiceTypes)
                add(kinds, Kind::Group::DataSources, nameOfSource(source), source);
        } else if (type.sourceServiceTypes.contains(clickHouse)) {
            add(kinds, Kind::Group::Observability, nameOfTarget(type.type), clickHouse);
        } else if (type.destServiceTypes.contains(clickHouse)) {
            // Neither brings data nor takes logs and metrics away: the autoscaler.
            add(kinds, Kind::Group::Other, {type.type, readable(type.type), u"gear"_s}, clickHouse);
        }
    }
    std::stable_sort(kinds.begin(), kinds.end(), [](const Kind &one, const Kind &other) {
        if (one.group != other.group)
            return one.group < other.group;
        return one.isAvailable() && !other.isAvailable();
    });
    return kinds;
}

} // namespace App
