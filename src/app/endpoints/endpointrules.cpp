// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoints/endpointrules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using Core::Json;

namespace App {

namespace {

class Wording
{
    Q_DECLARE_TR_FUNCTIONS(App::Endpoints)

public:
    //: below the field for an endpoint's name
    static QString tooLong() { return tr("At most 40 characters."); }
    //: below the field for an endpoint's name
    static QString blanks() { return tr("A name cannot begin or end with a blank."); }
};

const QStringList saslKeys{u"sasl_mechanism"_s, u"sasl_plain_username"_s, u"sasl_plain_password"_s};
const QStringList sslKeys{u"ssl_ca_cert"_s, u"ssl_client_cert"_s, u"ssl_client_key"_s,
                          u"ssl_endpoint_identification_algorithm"_s};

/// Each of the two is of no use without the other.
void needBoth(EndpointRules &rules, const Json &config, const char *one, const char *other)
{
    if (config.contains(one) != config.contains(other))
        rules.needed += {QString::fromLatin1(one), QString::fromLatin1(other)};
}

QSet<QString> setOf(const QStringList &keys)
{
    return {keys.cbegin(), keys.cend()};
}

/// SASL_* protocols need mechanism, user and password; client certificates belong to SSL and come with their key
/// (documented by Aiven's provider for Terraform).
EndpointRules kafkaRules(const Json &config)
{
    const QString protocol = Core::textAt(config, "security_protocol");
    EndpointRules rules;
    rules.order = QStringList{u"bootstrap_servers"_s, u"security_protocol"_s} + saslKeys + sslKeys;
    if (protocol.startsWith("SASL_"_L1))
        rules.needed += setOf(saslKeys);
    else
        rules.hidden += setOf(saslKeys);
    if (!protocol.endsWith("SSL"_L1))
        rules.hidden += setOf(sslKeys);
    if (protocol == "SASL_SSL"_L1)
        rules.hidden += {u"ssl_client_cert"_s, u"ssl_client_key"_s};
    if (protocol == "SSL"_L1)
        needBoth(rules, config, "ssl_client_cert", "ssl_client_key");
    return rules;
}

EndpointRules databaseRules(const Json &config)
{
    EndpointRules rules;
    rules.order = {u"host"_s,     u"port"_s,         u"username"_s, u"password"_s, u"default_database"_s,
                   u"ssl_mode"_s, u"ssl_root_cert"_s};
    // A CA is compared by these two modes only.
    const QString mode = Core::textAt(config, "ssl_mode", u"verify-full"_s);
    if (!mode.startsWith("verify"_L1))
        rules.hidden += u"ssl_root_cert"_s;
    needBoth(rules, config, "ssl_client_certificate", "ssl_client_key");
    return rules;
}

EndpointRules syslogRules(const Json &config)
{
    EndpointRules rules;
    rules.order = {u"server"_s, u"port"_s, u"format"_s, u"logline"_s, u"tls"_s, u"ca"_s, u"cert"_s, u"key"_s};
    if (Core::textAt(config, "format") == "custom"_L1)
        rules.needed += u"logline"_s;
    else
        rules.hidden += u"logline"_s;
    if (Core::boolAt(config, "tls", true))
        needBoth(rules, config, "cert", "key");
    else
        rules.hidden += {u"ca"_s, u"cert"_s, u"key"_s};
    return rules;
}

EndpointRules registryRules(const Json &config)
{
    const QSet<QString> basic{u"basic_auth_username"_s, u"basic_auth_password"_s};
    EndpointRules rules;
    rules.order = {u"url"_s, u"authentication"_s, u"basic_auth_username"_s, u"basic_auth_password"_s};
    if (Core::textAt(config, "authentication") == "basic"_L1)
        rules.needed = basic;
    else
        rules.hidden = basic;
    return rules;
}

} // namespace

EndpointRules endpointRules(const QString &endpointType, const Json &userConfig)
{
    if (endpointType == "external_kafka"_L1)
        return kafkaRules(userConfig);
    if (endpointType == "external_postgresql"_L1 || endpointType == "external_mysql"_L1)
        return databaseRules(userConfig);
    if (endpointType == "rsyslog"_L1)
        return syslogRules(userConfig);
    if (endpointType == "external_schema_registry"_L1)
        return registryRules(userConfig);
    EndpointRules rules;
    if (endpointType == "prometheus"_L1)
        needBoth(rules, userConfig, "basic_auth_username", "basic_auth_password");
    return rules;
}

QString endpointAddress(const Json &userConfig)
{
    for (const char *key : {"bootstrap_servers", "service_address", "url", "site"}) {
        const QString text = Core::textAt(userConfig, key);
        if (!text.isEmpty() && !text.startsWith(u'<')) // an address that counts as a secret is redacted
            return text;
    }
    for (const char *key : {"host", "server"}) {
        const QString host = Core::textAt(userConfig, key);
        const qint64 port = Core::integerAt(userConfig, "port");
        if (!host.isEmpty())
            return port > 0 ? host + u':' + QString::number(port) : host;
    }
    return {};
}

QString endpointNameProblem(const QString &name)
{
    if (name.size() > 40)
        return Wording::tooLong();
    return name == name.trimmed() ? QString() : Wording::blanks();
}

} // namespace App
