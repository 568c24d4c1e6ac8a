// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/rules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Document {

using Core::Json;

namespace {

class SettingRules
{
    Q_DECLARE_TR_FUNCTIONS(Document::SettingRules)

public:
    SettingRules(const Table &table, const Surroundings &surroundings) : m_table(table), m_surroundings(surroundings) {}

    QList<Problem> run()
    {
        checkConsumers();
        checkLoss();
        checkCompression();
        if (m_table.hasView())
            checkView(Core::memberAt(m_table.json(), "materialized_view"));
        return m_problems;
    }

private:
    void add(Severity severity, const char *rule, const QString &pointer, const QString &message, Fix fix = {})
    {
        m_problems.append({severity, QLatin1StringView(rule), message, pointer, std::move(fix)});
    }
    void checkConsumers();
    void checkLoss();
    void checkCompression();
    void checkView(const Json &view);

    const Table &m_table;
    const Surroundings &m_surroundings;
    QList<Problem> m_problems;
};

/// The highest level that librdkafka takes for a codec, or -1 when the codec has no such limit of its own.
int highestLevel(const QString &codec)
{
    return codec == "gzip"_L1 ? 9 : codec == "lz4"_L1 ? 12 : codec == "snappy"_L1 ? 0 : -1;
}

} // namespace

void SettingRules::checkConsumers()
{
    const qint64 consumers = Core::integerAt(m_table.json(), "num_consumers", 1);
    if (consumers < 2 || !m_surroundings.partitions || m_table.topics().isEmpty())
        return;
    qint64 partitions = 0;
    for (const QString &topic : m_table.topics()) {
        if (!m_surroundings.partitions->contains(topic))
            return; // unknown, so nothing can be said
        partitions += m_surroundings.partitions->value(topic);
    }
    if (partitions < 1 || consumers <= partitions)
        return;
    const Fix fix{Fix::Kind::Set,
                  //: Button; %1 is a number of consumers
                  tr("Set to %1").arg(QString::number(partitions)), u"/num_consumers"_s, partitions};
    const int idle = int(consumers - partitions);
    //: Part of "4 consumers on 3 partitions: one would stay idle."
    const QString where = partitions == 1 ? tr("1 partition") : tr("%n partitions", nullptr, int(partitions));
    //: %1 is a number of consumers, %2 is "3 partitions"
    const QString facts = tr("%1 consumers on %2").arg(QString::number(consumers), where);
    add(Severity::Warning, "consumers.idle", u"/num_consumers"_s,
        //: %1 is "4 consumers on 3 partitions"
        idle == 1 ? tr("%1: one would stay idle.").arg(facts)
                  //: %1 is "5 consumers on 3 partitions", %2 the number of idle ones
                  : tr("%1: %2 would stay idle.").arg(facts, QString::number(idle)),
        fix);
}

void SettingRules::checkLoss()
{
    if (Core::integerAt(m_table.json(), "skip_broken_messages") > 0) {
        add(Severity::Warning, "messages.skipped", u"/skip_broken_messages"_s,
            //: Problem of the setting skip_broken_messages
            tr("Messages that do not parse will be dropped without a trace."));
    }
    if (Core::integerAt(m_table.json(), "producer_request_required_acks", -1) == 0) {
        add(Severity::Warning, "acks.none", u"/producer_request_required_acks"_s,
            //: Problem of the setting producer_request_required_acks
            tr("With 0 acknowledgements, rows that you write may be lost without an error."));
    }
}

void SettingRules::checkCompression()
{
    const QString codec = Core::textAt(m_table.json(), "producer_compression_codec", u"none"_s);
    const int highest = highestLevel(codec);
    const qint64 level = Core::integerAt(m_table.json(), "producer_compression_level", -1);
    if (highest < 0 || level <= highest)
        return;
    add(Severity::Error, "compression.level", u"/producer_compression_level"_s,
        //: %1 is a compression codec, %2 a level, %3 the highest level
        tr("%1 has no level %2: the highest is %3.").arg(codec, QString::number(level), QString::number(highest)),
        {Fix::Kind::Set,
         //: Button; %1 is a compression level
         tr("Set to %1").arg(QString::number(highest)), u"/producer_compression_level"_s, highest});
}

void SettingRules::checkView(const Json &view)
{
    const bool hasDays = view.contains("ttl_days") || view.contains("local_disk_ttl_days");
    if (hasDays && Core::textAt(view, "ttl_column").isEmpty()) {
        add(Severity::Error, "view.ttl", u"/materialized_view/ttl_column"_s,
            //: Problem of the materialized view of a table
            tr("Days to live need a column with the date: set ttl_column."));
    }
    if (!m_surroundings.database.isEmpty() && Core::textAt(view, "database_name") == m_surroundings.database) {
        add(Severity::Error, "view.database", u"/materialized_view/database_name"_s,
            //: Problem of the materialized view of a table
            tr("The view cannot live in the integration's own database."));
    }
    QStringList names;
    for (const Column &column : m_table.columns())
        names.append(column.name);
    int at = 0;
    for (const Json &element : Core::memberAt(view, "order_by")) {
        const QString name = element.is_string() ? Core::toQString(element.get_ref<const std::string &>()) : QString();
        if (!names.contains(name)) {
            add(Severity::Error, "view.order", u"/materialized_view/order_by/"_s + QString::number(at),
                //: Problem of the materialized view of a table; %1 is a name
                tr("`%1` in order_by is not a column of the table.").arg(name));
        }
        ++at;
    }
}

QList<Problem> checkSettings(const Table &table, const Surroundings &surroundings)
{
    return SettingRules(table, surroundings).run();
}

} // namespace Document
