// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/curllibrary.h"

#include <QLibrary>

#include <csignal>
#include <optional>

namespace ClickHouse {

namespace {

std::optional<CurlLibrary> load()
{
    QLibrary file(QStringLiteral("curl"), 4);
    CurlLibrary curl;
    bool isWhole = true;
    const auto resolve = [&]<typename Function>(Function &function, const char *name) {
        function = reinterpret_cast<Function>(file.resolve(name)); // NOLINT: what a library gives has no type
        isWhole = isWhole && function;
    };
    resolve(curl.easyInit, "curl_easy_init");
    resolve(curl.easySetOption, "curl_easy_setopt");
    resolve(curl.easyGetInfo, "curl_easy_getinfo");
    resolve(curl.easyCleanup, "curl_easy_cleanup");
    resolve(curl.multiInit, "curl_multi_init");
    resolve(curl.multiSetOption, "curl_multi_setopt");
    resolve(curl.multiAddHandle, "curl_multi_add_handle");
    resolve(curl.multiRemoveHandle, "curl_multi_remove_handle");
    resolve(curl.multiSocketAction, "curl_multi_socket_action");
    resolve(curl.multiInfoRead, "curl_multi_info_read");
    resolve(curl.multiCleanup, "curl_multi_cleanup");
    resolve(curl.listAppend, "curl_slist_append");
    resolve(curl.listFree, "curl_slist_free_all");
    decltype(&curl_global_init) globalInit = nullptr;
    resolve(globalInit, "curl_global_init");
    isWhole = isWhole && globalInit(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    std::signal(SIGPIPE, SIG_IGN); // libcurl leaves it to us: writing to a server that left is an error, not the end
    return isWhole ? std::optional(curl) : std::nullopt;
}

} // namespace

const CurlLibrary *CurlLibrary::instance()
{
    static const std::optional<CurlLibrary> curl = load();
    return curl ? &*curl : nullptr;
}

} // namespace ClickHouse
