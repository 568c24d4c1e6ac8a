// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the sandbox's API reads of a request: "METHOD TARGET", header lines, an empty line, the body. The body is checked
// against each of the schemas in turn, the target names which.
#include "fuzz/expect.h"
#include "sandbox/api/gate.h"
#include "sandbox/api/router.h"
#include "sandbox/api/userconfig.h"
#include "sandbox/catalog.h"

#include <QFile>

#include <cstdint>
#include <strings.h>

using namespace Sandbox;

namespace {

const Catalog &catalog()
{
    static const Catalog catalog;
    return catalog;
}

Reply checkConfigOf(const Request &request)
{
    const ConfigSchema *schema = catalog().integrationConfig(request.name("type"));
    const Core::Json &config = Core::memberAt(request.body, "user_config");
    if (!schema || !config.is_object())
        return request.body;
    if (const auto checked = checkConfig(config, *schema); !checked)
        return Core::Unexpected{checked.error()};
    const auto whole = merged(redacted(config, schema->fields), config, schema->fields);
    return whole ? Reply(redacted(*whole, schema->fields)) : Reply(Core::Unexpected{whole.error()});
}

Router makeRouter()
{
    Router router(catalog());
    QFile file(QStringLiteral(":/sandbox/requests.json"));
    expect(file.open(QIODevice::ReadOnly), "the schemas are compiled in");
    const auto schemas = Core::parseJson(file.readAll());
    for (const auto &[name, schema] : schemas->items())
        router.add(
            "POST", "/" + name, [](const Request &request) { return Reply(request.body); }, name);
    router.add("PUT", "/config/{type}", checkConfigOf, "integration_update");
    router.add("GET", "/v1/{a}/{b}", [](const Request &request) { return Reply(request.name("a")); });
    return router;
}

std::string_view takeLine(std::string_view &text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

RequestHead headOf(std::string_view firstLine, std::string_view &text)
{
    std::vector<std::pair<std::string, std::string>> headers;
    for (std::string_view line = takeLine(text); !line.empty(); line = takeLine(text)) {
        const std::size_t colon = std::min(line.find(':'), line.size());
        headers.emplace_back(line.substr(0, colon), line.substr(std::min(colon + 1, line.size())));
    }
    const std::size_t blank = std::min(firstLine.find(' '), firstLine.size());
    return {std::string(firstLine.substr(0, blank)),
            std::string(firstLine.substr(std::min(blank + 1, firstLine.size()))), [headers](const char *name) {
                std::vector<std::string> values;
                for (const auto &[key, value] : headers) {
                    if (strcasecmp(key.c_str(), name) == 0)
                        values.push_back(value);
                }
                return values;
            }};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Router router = makeRouter();
    static const Gate gate(
        Gate::Rules{1234, [](const std::string &token) { return token == "token"; }, 8 << 20,
                    [](const RequestHead &head) { return router.isForEverybody(head.method, head.target); }});
    std::string_view text(reinterpret_cast<const char *>(data), size);
    const std::string_view firstLine = takeLine(text);
    const RequestHead head = headOf(firstLine, text);
    (void)gate.refusal(head);
    const Reply reply = router.answer(head.method, head.target, std::string(text), tokenOf(head));
    const QByteArray answer = Core::toText(reply ? *reply : toJson(reply.error()));
    expect(Core::parseJson(answer).has_value(), "every answer is JSON");
    expect(reply || (reply.error().status >= 400 && reply.error().status < 500), "a bad request is the client's fault");
    return 0;
}
