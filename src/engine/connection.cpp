// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connection.h"
#include "engine/tokens.h"

namespace Engine {

Connection::Connection(const Library &library, const std::vector<std::string> &arguments) : m_library(library)
{
    std::vector<std::string> owned{"clickhouse"};
    owned.insert(owned.end(), arguments.begin(), arguments.end());
    std::vector<char *> pointers;
    for (std::string &argument : owned)
        pointers.push_back(argument.data());
    m_connection = m_library.connect(static_cast<int>(pointers.size()), pointers.data());
}

Connection::~Connection()
{
    if (m_connection)
        m_library.close(m_connection);
}

Outcome Connection::run(std::string_view sql, std::string_view format)
{
    return take(m_library.query(*m_connection, sql.data(), sql.size(), format.data(), format.size()));
}

Outcome Connection::runWithParameters(std::string_view sql, const NamedValues &parameters, std::string_view format)
{
    std::vector<std::string> escaped;
    for (const auto &[name, value] : parameters)
        escaped.push_back(escapeParameter(value));
    std::vector<const char *> names, values;
    std::vector<size_t> nameLengths, valueLengths;
    for (const auto &[name, value] : parameters) {
        names.push_back(name.data());
        nameLengths.push_back(name.size());
    }
    for (const std::string &value : escaped) {
        values.push_back(value.data());
        valueLengths.push_back(value.size());
    }
    return take(m_library.queryWithParameters(*m_connection, sql.data(), sql.size(), format.data(), format.size(),
                                              names.data(), nameLengths.data(), values.data(), valueLengths.data(),
                                              parameters.size()));
}

Outcome Connection::take(Library::Result *result)
{
    Outcome outcome;
    if (!result) {
        outcome.error = "Code: 1002. DB::Exception: The engine gave no result. (UNKNOWN_EXCEPTION)";
        return outcome;
    }
    // The counters of a failed statement are garbage: they are read only beside a result.
    if (const char *error = m_library.error(result)) {
        outcome.error = *error ? error : "Code: 1002. DB::Exception: Unknown error. (UNKNOWN_EXCEPTION)";
    } else {
        if (const size_t length = m_library.length(result))
            outcome.bytes.assign(m_library.buffer(result), length);
        Counters &counters = outcome.counters;
        counters.readRows = counters.totalRows = m_library.storageRowsRead(result);
        counters.readBytes = m_library.storageBytesRead(result);
        counters.writtenRows = m_library.rowsWritten(result);
        counters.writtenBytes = m_library.bytesWritten(result);
        counters.resultRows = m_library.resultRows(result);
        counters.resultBytes = m_library.resultBytes(result);
        counters.seconds = m_library.elapsed(result);
    }
    m_library.destroy(result);
    return outcome;
}

} // namespace Engine
