// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/kafkaddl.h"

#include "sandbox/clickhouse/sqltext.h"

#include <array>
#include <utility>

namespace Sandbox {

namespace {

using Core::Json;

/// A key of the configuration and ClickHouse's word for it.
struct Option
{
    const char *key;
    const char *setting;
    bool zeroMeansDefault = false; ///< the API says 0 for "the server's default", ClickHouse refuses or obeys it
};

constexpr std::array tableOptions{
    Option{"num_consumers", "kafka_num_consumers", true},
    Option{"thread_per_consumer", "kafka_thread_per_consumer"},
    Option{"max_block_size", "kafka_max_block_size", true},
    Option{"max_rows_per_message", "kafka_max_rows_per_message", true},
    Option{"poll_max_batch_size", "kafka_poll_max_batch_size", true},
    Option{"poll_max_timeout_ms", "kafka_poll_timeout_ms", true},
    Option{"skip_broken_messages", "kafka_skip_broken_messages", true},
    Option{"handle_error_mode", "kafka_handle_error_mode"},
    Option{"date_time_input_format", "date_time_input_format"},
};

constexpr std::array clientOptions{
    Option{"auto_offset_reset", "kafka.auto_offset_reset"},
    Option{"producer_batch_size", "kafka.batch_size", true},
    Option{"producer_batch_num_messages", "kafka.batch_num_messages", true},
    Option{"producer_linger_ms", "kafka.linger_ms"},
    Option{"producer_queue_buffering_max_messages", "kafka.queue_buffering_max_messages", true},
    Option{"producer_queue_buffering_max_kbytes", "kafka.queue_buffering_max_kbytes", true},
    Option{"producer_request_required_acks", "kafka.request_required_acks"},
    Option{"producer_compression_codec", "kafka.compression_codec"},
    Option{"producer_compression_level", "kafka.compression_level"},
};

std::string textOf(const Json &value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string textAt(const Json &object, const char *key)
{
    const Json &value = Core::memberAt(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}

bool isGiven(const Json &value, const Option &option)
{
    return !value.is_null() && !(option.zeroMeansDefault && value == 0);
}

std::string columnList(const Json &columns)
{
    std::string list;
    for (const Json &column : columns) {
        // A line of its own for each, so that a type with a comment in it cannot swallow the next column.
        list += (list.empty() ? "" : ", ") + quotedName(textAt(column, "name")) + ' ' + textAt(column, "type") + '\n';
    }
    return list;
}

std::string joined(const std::vector<std::string> &texts)
{
    std::string result;
    for (const std::string &text : texts)
        result += (result.empty() ? "" : ",") + text;
    return result;
}

std::string assignment(const std::string &key, const std::string &value)
{
    return quotedName(key) + " = " + quotedText(value);
}

} // namespace

KafkaTableSql::KafkaTableSql(std::string database, const Json &table)
    : m_database(std::move(database))
    , m_name(textAt(table, "name"))
    , m_group(textAt(table, "group_name"))
    , m_columns(columnList(Core::memberAt(table, "columns")))
    , m_format(textAt(table, "data_format"))
    , m_cluster(textAt(table, "cluster"))
{
    for (const Json &topic : Core::memberAt(table, "topics"))
        m_topics.push_back(textAt(topic, "name"));
    // Without kafka_commit_on_select a message that a SELECT returned would come again to a view attached later.
    m_settings = "kafka_topic_list = " + quotedText(joined(m_topics)) + ", kafka_group_name = " + quotedText(m_group) +
                 ", kafka_format = " + quotedText(m_format) + ", kafka_commit_on_select = 1";
    // The usual name of the schema of a topic's values; a table of several topics cannot be written to.
    if (m_format == registryFormat && m_topics.size() == 1)
        m_settings += ", output_format_avro_confluent_subject = " + quotedText(m_topics.front() + "-value");
    for (const Option &option : tableOptions) {
        const Json &value = Core::memberAt(table, option.key);
        if (!isGiven(value, option))
            continue;
        const std::string text = value.is_string()    ? quotedText(textOf(value))
                                 : value.is_boolean() ? std::to_string(value.get<bool>())
                                                      : textOf(value);
        m_settings += std::string(", ") + option.setting + " = " + text;
    }
    for (const Option &option : clientOptions) {
        const Json &value = Core::memberAt(table, option.key);
        if (isGiven(value, option))
            m_options += (m_options.empty() ? "" : ", ") + assignment(option.setting, textOf(value));
    }
}

std::string KafkaTableSql::collectionName() const
{
    return collectionPrefix(m_database) + shortDigest(m_cluster + m_options);
}

std::string KafkaTableSql::createCollection(const KafkaCluster &cluster) const
{
    std::string assignments = m_options;
    for (const auto &[key, value] : cluster.options(m_format))
        assignments += (assignments.empty() ? "" : ", ") + assignment(key, value);
    return "CREATE NAMED COLLECTION IF NOT EXISTS " + quotedName(collectionName()) + " AS " + assignments;
}

std::string KafkaTableSql::createTable(const std::string &name) const
{
    return "CREATE TABLE " + quotedName(m_database) + '.' + quotedName(name) + "\n(\n" + m_columns +
           ")\nENGINE = Kafka(" + quotedName(collectionName()) + ", " + m_settings + ')';
}

std::string collectionPrefix(const std::string &database)
{
    return database + ':';
}

} // namespace Sandbox
