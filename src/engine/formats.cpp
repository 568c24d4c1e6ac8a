// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats.h"

#include <string_view>

namespace Engine {
namespace {

bool startsWith(std::string_view text, std::string_view prefix)
{
    return text.substr(0, prefix.size()) == prefix;
}

} // namespace

std::string contentType(const std::string &format)
{
    if (startsWith(format, "CSV"))
        return std::string("text/csv; charset=UTF-8; header=") + (format == "CSV" ? "absent" : "present");
    if (startsWith(format, "TabSeparated") || startsWith(format, "TSV"))
        return "text/tab-separated-values; charset=UTF-8";
    if (format == "JSONEachRow" || format == "JSONStringsEachRow" || format == "JSONLines" || format == "NDJSON" ||
        startsWith(format, "JSONCompactEachRow") || startsWith(format, "JSONCompactStringsEachRow") ||
        format == "JSONEachRowWithProgress")
        return "application/x-ndjson; charset=UTF-8";
    if (startsWith(format, "JSON"))
        return "application/json; charset=UTF-8";
    if (format == "XML")
        return "application/xml; charset=UTF-8";
    if (startsWith(format, "Pretty") || format == "Values" || format == "Vertical" || format == "Markdown" ||
        format == "TSKV" || format == "SQLInsert" || startsWith(format, "CustomSeparated"))
        return "text/plain; charset=UTF-8";
    return "application/octet-stream";
}

} // namespace Engine
