// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/credentialintegrations.h"

#include "sandbox/clickhouse/sqltext.h"

#include <array>
#include <set>

namespace Sandbox {

namespace {

using Core::Json;

constexpr int invalid = 36;            // ClickHouse's BAD_ARGUMENTS
constexpr int collectionIsInUse = 769; // NAMED_COLLECTION_IS_USED
constexpr auto *nowhere = "integration-deleted.invalid";

std::string textAt(const Json &object, const char *key)
{
    const Json &value = Core::memberAt(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}

/// A key of an endpoint's configuration and ClickHouse's word for it.
struct Key
{
    const char *type;
    const char *option;
    const char *name;
};

constexpr std::array endpointKeys{
    Key{"external_mysql", "host", "host"},
    Key{"external_mysql", "port", "port"},
    Key{"external_mysql", "username", "user"},
    Key{"external_mysql", "password", "password"},
    Key{"external_clickhouse", "host", "host"},
    Key{"external_clickhouse", "port", "port"},
    Key{"external_clickhouse", "username", "user"},
    Key{"external_clickhouse", "password", "password"},
    Key{"external_aws_s3", "url", "url"},
    Key{"external_aws_s3", "access_key_id", "access_key_id"},
    Key{"external_aws_s3", "secret_access_key", "secret_access_key"},
    Key{"external_azure_blob_storage", "connection_string", "connection_string"},
    Key{"external_azure_blob_storage", "container", "container"},
    Key{"external_azure_blob_storage", "blob_path", "blob_path"},
};

/// What a query may choose for itself: not where the secret goes to.
bool isOverridable(const std::string &key)
{
    return key == "database" || key == "schema" || key == "blob_path";
}

std::string keyList(const std::vector<std::pair<std::string, std::string>> &keys)
{
    std::string list;
    for (const auto &[key, value] : keys)
        list += (list.empty() ? "" : ", ") + key + " = " + quotedText(value) +
                (isOverridable(key) ? " OVERRIDABLE" : " NOT OVERRIDABLE");
    return list;
}

/// Keys that lead nowhere, for a collection that tables still name: without it they would keep ClickHouse from starting.
std::vector<std::pair<std::string, std::string>> emptied(const Json &keys)
{
    std::vector<std::pair<std::string, std::string>> result;
    for (const Json &key : keys) {
        const auto name = key.get<std::string>();
        if (name == "host")
            result.emplace_back(name, nowhere);
        else if (name == "url")
            result.emplace_back(name, std::string("http://") + nowhere + '/');
        else if (name == "password" || name == "secret_access_key" || name == "connection_string")
            result.emplace_back(name, "");
    }
    return result;
}

std::vector<std::string> usersOf(const State &state, const Integration &integration)
{
    std::vector<std::string> users;
    if (const Service *service = state.service(integration.destService))
        users.push_back(service->users.front().name);
    for (const Json &grant : integration.wanted())
        users.push_back(textAt(grant, "user"));
    return users;
}

} // namespace

CredentialIntegrations::CredentialIntegrations(Engine &engine, std::shared_ptr<PostgresSources> sources)
    : m_engine(engine)
    , m_sources(std::move(sources))
{}

/// While a PostgreSQL service is off its collection stays as it is.
Json CredentialIntegrations::wanted(const State &state, const Integration &integration) const
{
    const auto keys = keysOf(state, integration);
    if (!keys)
        return integration.applied.is_array() ? integration.applied : Json::array();
    std::vector<std::string> values;
    for (const auto &[key, value] : *keys)
        values.insert(values.end(), {key, value});
    return Json::array(
        {{{"name", integration.database()}, {"source", digest(values)}, {"grants", integration.wanted()}}});
}

Core::Outcome<EngineError> CredentialIntegrations::check(const State &state, const Integration &integration)
{
    std::set<std::string> taken;
    std::size_t index = 0;
    for (const Json &grant : integration.wanted()) {
        const std::string path = "grants[" + std::to_string(index++) + "].user";
        if (const std::string user = textAt(grant, "user"); !taken.insert(user).second)
            return Core::Unexpected{EngineError{invalid, "The user '" + user + "' is named twice", path}};
    }
    if (const auto keys = keysOf(state, integration); !keys)
        return Core::Unexpected{keys.error()};
    return std::monostate{};
}

Core::Outcome<EngineError> CredentialIntegrations::apply(const State &state, const Integration &integration,
                                                         const Json &before)
{
    const auto keys = keysOf(state, integration);
    if (!keys)
        return Core::Unexpected{keys.error()};
    const std::string collection = integration.database();
    const Json after = wanted(state, integration);
    const bool isKnown = !before.empty() && Core::memberAt(before.at(0), "source") == after.at(0).at("source");
    if (!isKnown) {
        if (auto made = set(collection, *keys); !made)
            return made;
        attachAgain(collection);
    }
    m_engine.grantCollection(collection, usersOf(state, integration));
    return std::monostate{};
}

Core::Outcome<EngineError> CredentialIntegrations::drop(const Integration &integration)
{
    const std::string collection = integration.database();
    m_engine.grantCollection(collection, {});
    auto dropped = execute("DROP NAMED COLLECTION IF EXISTS " + quotedName(collection));
    if (dropped || dropped.error().code != collectionIsInUse)
        return dropped;
    const auto keys = m_engine.runInternal("SELECT arrayJoin(mapKeys(collection)) FROM system.named_collections "
                                           "WHERE name = " +
                                           quotedText(collection));
    if (!keys)
        return Core::Unexpected{keys.error()};
    Json names = Json::array();
    for (const Json &row : keys->data)
        names.push_back(row.at(0));
    if (const Keys harmless = emptied(names); !harmless.empty()) {
        if (auto changed = execute("ALTER NAMED COLLECTION " + quotedName(collection) + " SET " + keyList(harmless));
            !changed)
            return changed;
    }
    attachAgain(collection);
    return std::monostate{};
}

Core::Expected<CredentialIntegrations::Keys, EngineError>
CredentialIntegrations::keysOf(const State &state, const Integration &integration) const
{
    const Endpoint *endpoint = state.endpoint(integration.sourceEndpointId);
    const Service *service = state.service(integration.sourceService);
    const std::string type = endpoint ? endpoint->type : service ? service->type : std::string();
    if (type == "pg" || type == "external_postgresql") {
        const auto address = m_sources->addressForClickHouse(state, integration);
        if (!address)
            return Core::Unexpected{address.error()};
        Keys keys{{"host", address->host},
                  {"port", std::to_string(address->port)},
                  {"user", address->user},
                  {"password", address->password}};
        if (!address->database.empty())
            keys.emplace_back("database", address->database);
        return keys;
    }
    Keys keys;
    for (const Key &key : endpointKeys) {
        const Json &value = endpoint ? Core::memberAt(endpoint->userConfig, key.option) : Json();
        if (type == key.type && !value.is_null())
            keys.emplace_back(key.name, value.is_string() ? value.get<std::string>() : value.dump());
    }
    if (keys.empty())
        return Core::Unexpected{EngineError{
            invalid, "The sandbox's ClickHouse cannot read a service of the type " + type + " with credentials", {}}};
    return keys;
}

/// One of an interrupted change, or of an integration that was deleted while tables used it, may be there.
Core::Outcome<EngineError> CredentialIntegrations::set(const std::string &collection, const Keys &keys)
{
    const std::string name = quotedName(collection);
    if (auto made = execute("CREATE NAMED COLLECTION IF NOT EXISTS " + name + " AS " + keyList(keys)); !made)
        return made;
    return execute("ALTER NAMED COLLECTION " + name + " SET " + keyList(keys));
}

/// Tables read their collection when they are attached. One that cannot be attached again is not lost: the next start of
/// ClickHouse tries it anew.
void CredentialIntegrations::attachAgain(const std::string &collection)
{
    const std::string plain = quotedText("(" + collection);
    const std::string quoted = quotedText("(" + quotedName(collection));
    const auto tables = m_engine.runInternal(
        "SELECT database, name FROM system.tables WHERE engine IN ('PostgreSQL', 'MySQL', 'S3', 'AzureBlobStorage') "
        "AND database NOT IN (SELECT name FROM system.databases WHERE engine = 'PostgreSQL') "
        "AND match(substring(engine_full, length(engine) + 1), concat('^', regexpQuoteMeta(" +
        plain + "), '[,)]|^', regexpQuoteMeta(" + quoted + "), '[,)]'))");
    if (!tables)
        return;
    for (const Json &row : tables->data) {
        const std::string table =
            quotedName(row.at(0).get<std::string>()) + '.' + quotedName(row.at(1).get<std::string>());
        if (execute("DETACH TABLE " + table))
            (void)execute("ATTACH TABLE " + table);
    }
}

Core::Outcome<EngineError> CredentialIntegrations::execute(const std::string &sql)
{
    const auto answer = m_engine.runInternal(sql);
    return answer ? Core::Outcome<EngineError>(std::monostate{}) : Core::Unexpected{answer.error()};
}

Engine::CollectionGrants collectionGrants(const State &state, const std::string &service)
{
    Engine::CollectionGrants grants;
    for (const Integration &integration : state.integrations) {
        if (integration.type == credentialsIntegration && integration.destService == service)
            grants[integration.database()] = usersOf(state, integration);
    }
    return grants;
}

} // namespace Sandbox
