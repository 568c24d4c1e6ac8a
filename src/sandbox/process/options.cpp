// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/process/options.h"

#include <charconv>
#include <optional>

namespace Sandbox {

namespace {

std::optional<int> portFrom(const std::string &text)
{
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && port >= 0 && port <= 65535 ? std::optional(port) : std::nullopt;
}

} // namespace

Core::Expected<Options, std::string> parseOptions(const std::vector<std::string> &arguments)
{
    Options options;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string &argument = arguments[at];
        const bool hasValue = at + 1 < arguments.size() && !arguments[at + 1].empty();
        if (argument == "--help" || argument == "-h") {
            options.task = Options::Task::ShowHelp;
        } else if (argument == "--version") {
            options.task = Options::Task::ShowVersion;
        } else if (argument == "--keep") {
            options.lifetime = Options::Lifetime::UntilSignal;
        } else if (argument == "--port" || argument == "--data") {
            if (!hasValue)
                return Core::Unexpected{argument + " needs a value."};
            const std::string &value = arguments[++at];
            if (argument == "--data") {
                options.dataFolder = value;
                continue;
            }
            const auto port = portFrom(value);
            if (!port)
                return Core::Unexpected{"--port needs a number from 0 to 65535, not '" + value + "'."};
            options.port = *port;
        } else {
            return Core::Unexpected{"The argument '" + argument + "' is not known."};
        }
    }
    return options;
}

std::string helpText()
{
    return R"(Usage: headgate-sandbox [--port N] [--data DIR] [--keep]

A pretend Aiven on this computer: the REST API on 127.0.0.1, a real ClickHouse and a Kafka broker with live topics.
When it is ready it prints one line of JSON: {"api_url": …, "token": …, "project": …}

  --port N    the API's port; without it any free one
  --data DIR  keep everything in this folder; without it a temporary one is used and removed
  --keep      end on SIGTERM or SIGINT only; without it also when standard input closes, as it does with the parent
  --version   print the version
  --help      print this text

HEADGATE_SANDBOX_TOKEN in the environment gives the token; without it each start makes a new one.
Exit codes: 0 ended as asked, 64 wrong arguments, 69 something needed is missing, 75 the folder is in use or the port
is taken: try again.
)";
}

} // namespace Sandbox
