// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compression/methods.h"

#include <zlib.h>

namespace Engine {
namespace {

constexpr int GzipHead = 16;       ///< added to the window bits: gzip
constexpr int GzipOrZlibHead = 32; ///< added to the window bits: whichever comes
constexpr int MemoryLevel = 8;     ///< zlib's default

Bytef *input(std::string_view bytes)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // zlib reads only
}

class ZlibDecompressor final : public Decompressor
{
public:
    ZlibDecompressor() { inflateInit2(&m_stream, MAX_WBITS + GzipOrZlibHead); }
    ~ZlibDecompressor() override { inflateEnd(&m_stream); }

    bool take(std::string_view bytes, const Sink &sink) override
    {
        m_stream.next_in = input(bytes);
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        do {
            if (m_complete && (m_stream.avail_in == 0 || inflateReset(&m_stream) != Z_OK))
                return m_stream.avail_in == 0;
            m_stream.next_out = reinterpret_cast<Bytef *>(m_buffer.data());
            m_stream.avail_out = static_cast<uInt>(m_buffer.size());
            const int result = inflate(&m_stream, Z_NO_FLUSH);
            if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
                return false;
            m_complete = result == Z_STREAM_END;
            const size_t made = m_buffer.size() - m_stream.avail_out;
            if (made > 0 && !sink({m_buffer.data(), made}))
                return false;
        } while (m_stream.avail_in > 0 || m_stream.avail_out == 0);
        return true;
    }
    [[nodiscard]] bool isComplete() const override { return m_complete; }

private:
    z_stream m_stream = {};
    std::string m_buffer = std::string(CodecBuffer, '\0');
    bool m_complete = false;
};

class ZlibCompressor final : public Compressor
{
public:
    explicit ZlibCompressor(int windowBits)
    {
        deflateInit2(&m_stream, CompressionLevel, Z_DEFLATED, windowBits, MemoryLevel, Z_DEFAULT_STRATEGY);
    }
    ~ZlibCompressor() override { deflateEnd(&m_stream); }

    std::string pack(std::string_view bytes) override { return run(bytes, Z_SYNC_FLUSH); }
    std::string finish() override { return run({}, Z_FINISH); }

private:
    std::string run(std::string_view bytes, int flush)
    {
        std::string packed;
        m_stream.next_in = input(bytes);
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        do {
            const size_t before = packed.size();
            packed.resize(before + CodecBuffer);
            m_stream.next_out = reinterpret_cast<Bytef *>(packed.data() + before);
            m_stream.avail_out = static_cast<uInt>(CodecBuffer);
            deflate(&m_stream, flush);
            packed.resize(packed.size() - m_stream.avail_out);
        } while (m_stream.avail_out == 0);
        return packed;
    }

    z_stream m_stream = {};
};

} // namespace

std::unique_ptr<Decompressor> makeZlibDecompressor()
{
    return std::make_unique<ZlibDecompressor>();
}

std::unique_ptr<Compressor> makeZlibCompressor(Method method)
{
    return std::make_unique<ZlibCompressor>(method == Method::Gzip ? MAX_WBITS + GzipHead : MAX_WBITS);
}

} // namespace Engine
