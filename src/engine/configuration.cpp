// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/configuration.h"

#include <cstdio>
#include <fstream>

namespace Engine {
namespace {

std::string escaped(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        default: out += c;
        }
    }
    return out;
}

std::map<std::string, std::string> defaultSettings()
{
    return {
        // Wide rows would otherwise be buffered by hundreds of megabytes before the first of them is sent.
        {"output_format_parallel_formatting", "0"},
        // Kafka: rows reach a view after a second, not after 7.5; a SELECT on a Kafka table is what the guide
        // shows.
        {"stream_flush_interval_ms", "1000"},
        {"stream_poll_timeout_ms", "200"},
        {"stream_like_engine_allow_direct_select", "1"},
        // A server asks for the word SELECT.
        {"implicit_select", "0"},
        {"allow_introspection_functions", "0"},
    };
}

bool writeFile(const std::string &path, const std::string &text)
{
    // A reader never sees half a file: the engine may be killed at any moment.
    const std::string part = path + ".part";
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    return file.good() && std::rename(part.c_str(), path.c_str()) == 0;
}

} // namespace

std::string storePath(const std::string &folder)
{
    return folder + "/store";
}
std::string configurationPath(const std::string &folder)
{
    return folder + "/config.xml";
}

bool writeConfiguration(const std::string &folder, const std::map<std::string, std::string> &settings)
{
    auto profile = settings;
    profile.merge(defaultSettings());
    const std::string usersPath = folder + "/users.xml";
    std::string users = "<clickhouse><profiles><default>\n";
    for (const auto &[name, value] : profile)
        users.append("<" + name + ">").append(escaped(value)).append("</" + name + ">\n");
    // The library knows one user of its own; who may do what is decided before a statement reaches it. It may not read
    // files: the data folder holds the named collections with their secrets in clear.
    users += R"(</default></profiles>
<users><default>
<password></password><networks><ip>::/0</ip></networks>
<profile>default</profile><quota>default</quota>
<grants><query>GRANT ALL ON *.*</query><query>REVOKE FILE ON *.*</query>
<query>REVOKE SHOW NAMED COLLECTIONS SECRETS ON *</query><query>REVOKE TABLE ENGINE ON File</query></grants>
</default></users>
<quotas><default></default></quotas></clickhouse>
)";
    const std::string server = "<clickhouse><users_config>" + escaped(usersPath) + R"(</users_config>
<logger><level>none</level><console>0</console></logger>
<max_server_memory_usage_to_ram_ratio>0.5</max_server_memory_usage_to_ram_ratio>
<access_control_improvements><table_engines_require_grant>1</table_engines_require_grant></access_control_improvements>
<mark_cache_size>67108864</mark_cache_size>
<background_pool_size>2</background_pool_size>
</clickhouse>
)";
    return writeFile(usersPath, users) && writeFile(configurationPath(folder), server);
}

} // namespace Engine
