// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compression/codec.h"
#include "engine/compression/methods.h"

namespace Engine {

std::unique_ptr<Decompressor> makeDecompressor(Method method)
{
    switch (method) {
    case Method::Gzip:
    case Method::Deflate: return makeZlibDecompressor();
    case Method::Brotli: return makeBrotliDecompressor();
    case Method::Lz4: return makeLz4Decompressor();
    case Method::Zstd: return makeZstdDecompressor();
    case Method::None: break;
    }
    return nullptr;
}

std::unique_ptr<Compressor> makeCompressor(Method method)
{
    switch (method) {
    case Method::Gzip:
    case Method::Deflate: return makeZlibCompressor(method);
    case Method::Brotli: return makeBrotliCompressor();
    case Method::Lz4: return makeLz4Compressor();
    case Method::Zstd: return makeZstdCompressor();
    case Method::None: break;
    }
    return nullptr;
}

} // namespace Engine
