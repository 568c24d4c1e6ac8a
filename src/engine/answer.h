// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connection.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace Engine {

/// The body of an answer that is sent while it is made.
class BodyStream
{
public:
    virtual ~BodyStream() = default;
    /// The next piece, valid until the next call; empty at the end. Blocks, and holds the engine back while
    /// nobody calls.
    virtual std::string_view next() = 0;
    /// How many bytes can be moved from pipe() straight to the client before next() is called again; 0 for none.
    virtual size_t waitForPipe() { return 0; }
    [[nodiscard]] virtual int pipe() const { return -1; }
    /// Called now and then while the client does not read. The pipe may be empty afterwards: then the bytes that
    /// waitForPipe() promised are in takeFromPipe().
    virtual void whileBlocked() {}
    virtual std::string takeFromPipe(size_t) { return {}; }
};

/// An answer to an HTTP request, free of the HTTP library's types.
struct Answer
{
    int status = 200;
    std::string contentType = "text/plain; charset=UTF-8";
    NamedValues headers;
    std::string body;
    std::unique_ptr<BodyStream> stream; ///< instead of `body`
};

/// A request to run a statement, as the HTTP side hands it over.
struct QueryRequest
{
    /// Receives the pieces of the body; false ends the reading.
    using Receiver = std::function<bool(std::string_view)>;
    enum class BodyEnd { Complete, Cut, NotUnpacked };

    std::string user;
    bool internal = false;
    bool readOnly = false; ///< GET
    std::multimap<std::string, std::string> url;
    std::string databaseHeader;
    std::string formatHeader;
    std::function<BodyEnd(const Receiver &)> readBody;
    std::function<bool()> clientIsGone;
    /// What is called now and then while the client does not send what was promised; null ends it.
    std::function<void(std::function<void()>)> whileWaiting;
    /// Sends a header before the others; empty when the client did not ask for it.
    std::function<void(const std::string &name, const std::string &value)> sendHeaderNow;
};

} // namespace Engine
