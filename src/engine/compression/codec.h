// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace Engine {

/// The compression methods of HTTP bodies that ClickHouse's clients use.
enum class Method { None, Gzip, Deflate, Brotli, Lz4, Zstd };

/// Takes a compressed body apart while it arrives.
class Decompressor
{
public:
    /// Receives what was unpacked, in pieces of bounded size however much a few bytes stand for; false ends the
    /// unpacking.
    using Sink = std::function<bool(std::string_view)>;

    virtual ~Decompressor() = default;
    /// False when the bytes are not of this method, or when the sink ended it.
    virtual bool take(std::string_view bytes, const Sink &sink) = 0;
    /// Whether what was taken is complete. Several compressed parts may follow each other.
    [[nodiscard]] virtual bool isComplete() const = 0;
};

/// Compresses a body while it is made.
class Compressor
{
public:
    virtual ~Compressor() = default;
    /// Everything that was given can be unpacked from what was returned so far: rows that are there are shown.
    virtual std::string pack(std::string_view bytes) = 0;
    virtual std::string finish() = 0;
};

/// Null for Method::None.
[[nodiscard]] std::unique_ptr<Decompressor> makeDecompressor(Method method);
[[nodiscard]] std::unique_ptr<Compressor> makeCompressor(Method method);

} // namespace Engine
