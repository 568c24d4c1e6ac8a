// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/kafkacluster.h"

#include "sandbox/clickhouse/sqltext.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace Sandbox {

namespace {

struct EndpointOption
{
    const char *property;
    const char *key;
};

/// PEM texts go to librdkafka as they are: no file has to hold them.
constexpr std::array endpointOptions{
    EndpointOption{"bootstrap_servers", "kafka_broker_list"},
    EndpointOption{"sasl_mechanism", "kafka_sasl_mechanism"},
    EndpointOption{"sasl_plain_username", "kafka_sasl_username"},
    EndpointOption{"sasl_plain_password", "kafka_sasl_password"},
    EndpointOption{"ssl_ca_cert", "kafka.ssl_ca_pem"},
    EndpointOption{"ssl_client_cert", "kafka.ssl_certificate_pem"},
    EndpointOption{"ssl_client_key", "kafka.ssl_key_pem"},
};

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::string textAt(const Core::Json &object, const char *key)
{
    const Core::Json &value = Core::memberAt(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}

} // namespace

/// A consumer that dies without a word stops its group for the session timeout: librdkafka's 45 s would be long for
/// somebody who looks at a table while an engine is started again.
KafkaCluster KafkaCluster::ofService(const std::string &bootstrapServers, const std::string &registryUrl)
{
    KafkaCluster cluster({{"kafka_broker_list", bootstrapServers},
                          {"kafka.session_timeout_ms", "6000"},
                          {"kafka.heartbeat_interval_ms", "500"},
                          {"kafka.message_timeout_ms", "5000"}});
    cluster.m_registryUrl = registryUrl;
    return cluster;
}

KafkaCluster KafkaCluster::ofEndpoint(const Core::Json &userConfig)
{
    Options options{{"kafka_security_protocol", lowered(textAt(userConfig, "security_protocol"))}};
    for (const auto &[property, key] : endpointOptions) {
        if (std::string value = textAt(userConfig, property); !value.empty())
            options.emplace_back(key, std::move(value));
    }
    // librdkafka verifies the host's name unless told otherwise; the endpoint's configuration asks for it.
    const std::string identification = textAt(userConfig, "ssl_endpoint_identification_algorithm");
    options.emplace_back("kafka.ssl_endpoint_identification_algorithm",
                         identification.empty() ? "none" : identification);
    return KafkaCluster(std::move(options));
}

KafkaCluster::Options KafkaCluster::options(const std::string &format) const
{
    Options all = m_options;
    if (format == registryFormat && !m_registryUrl.empty())
        all.emplace_back("format_avro_schema_registry_url", m_registryUrl);
    return all;
}

std::string KafkaCluster::digest(const std::string &format) const
{
    std::string all;
    for (const auto &[key, value] : options(format))
        all += quotedName(key) + '=' + quotedText(value);
    return shortDigest(all);
}

std::string shortDigest(const std::string &text)
{
    const QByteArray digest = QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256);
    return digest.toHex().left(12).toStdString();
}

} // namespace Sandbox
