// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/control.h"
#include "engine/users.h"

#include <nlohmann/json.hpp>

namespace Engine {
namespace {

using Json = nlohmann::json;

std::string asText(const Json &value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

Core::Expected<Json, std::string> parseLine(const std::string &line)
{
    Json json = Json::parse(line, nullptr, false);
    if (!json.is_object())
        return Core::Unexpected{std::string("a line on standard input is not a JSON object")};
    return json;
}

void takeUsers(const Json &json, Users &users)
{
    if (!json.contains("users"))
        return;
    std::map<std::string, std::string> passwords;
    for (const auto &[name, password] : json["users"].items())
        passwords[name] = password.get<std::string>();
    users.set(std::move(passwords));
}

void takeCollections(const Json &json, Users &users)
{
    if (json.contains("collections"))
        users.setCollections(json["collections"].get<std::map<std::string, std::vector<std::string>>>());
}

Settings settingsFrom(const Json &json, Users &users)
{
    Settings settings;
    takeUsers(json, users);
    takeCollections(json, users);
    if (json.contains("internal"))
        users.setInternal(json["internal"].value("name", ""), json["internal"].value("password", ""));
    if (json.contains("settings")) {
        for (const auto &[name, value] : json["settings"].items())
            settings.profile[name] = asText(value);
    }
    if (json.contains("allow_write")) {
        for (const Json &path : json["allow_write"])
            settings.writablePaths.push_back(asText(path));
    }
    settings.displayName = json.value("display_name", settings.displayName);
    return settings;
}

} // namespace

Core::Expected<Settings, std::string> readSettings(const std::string &line, Users &users)
{
    const auto parsed = parseLine(line);
    if (!parsed)
        return Core::Unexpected{parsed.error()};
    try {
        return settingsFrom(parsed.value(), users);
    } catch (const Json::exception &) {
        return Core::Unexpected{std::string("a member of the first line on standard input has the wrong type")};
    }
}

Core::Expected<bool, std::string> applyUpdate(const std::string &line, Users &users)
{
    const auto parsed = parseLine(line);
    if (!parsed)
        return Core::Unexpected{parsed.error()};
    try {
        takeUsers(parsed.value(), users);
        takeCollections(parsed.value(), users);
    } catch (const Json::exception &) {
        return Core::Unexpected{std::string("the users or collections on standard input are not of the right type")};
    }
    return true;
}

} // namespace Engine
