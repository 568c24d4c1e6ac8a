// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compression/codec.h"

// One pair for each library; codec.cpp chooses among them.
namespace Engine {

/// How much is unpacked or packed at a time.
constexpr size_t CodecBuffer = 64 << 10;
/// What ClickHouse uses for HTTP unless told otherwise (http_zlib_compression_level).
constexpr int CompressionLevel = 3;

[[nodiscard]] std::unique_ptr<Decompressor> makeZlibDecompressor();
[[nodiscard]] std::unique_ptr<Compressor> makeZlibCompressor(Method method);
[[nodiscard]] std::unique_ptr<Decompressor> makeBrotliDecompressor();
[[nodiscard]] std::unique_ptr<Compressor> makeBrotliCompressor();
[[nodiscard]] std::unique_ptr<Decompressor> makeLz4Decompressor();
[[nodiscard]] std::unique_ptr<Compressor> makeLz4Compressor();
[[nodiscard]] std::unique_ptr<Decompressor> makeZstdDecompressor();
[[nodiscard]] std::unique_ptr<Compressor> makeZstdCompressor();

} // namespace Engine
