// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compression/methods.h"

#include <zstd.h>

namespace Engine {
namespace {

class ZstdDecompressor final : public Decompressor
{
public:
    ZstdDecompressor() { ZSTD_DCtx_setParameter(m_context, ZSTD_d_windowLogMax, LargestWindow); }
    ~ZstdDecompressor() override { ZSTD_freeDCtx(m_context); }

    bool take(std::string_view bytes, const Sink &sink) override
    {
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        ZSTD_outBuffer out{};
        do {
            out = {m_buffer.data(), m_buffer.size(), 0};
            m_expected = ZSTD_decompressStream(m_context, &out, &in);
            if (ZSTD_isError(m_expected) || (out.pos > 0 && !sink({m_buffer.data(), out.pos})))
                return false;
        } while (in.pos < in.size || (out.pos == out.size && !isComplete()));
        return true;
    }
    /// The library says how many bytes it would like next: none at the end of a frame.
    [[nodiscard]] bool isComplete() const override { return m_expected == 0; }

private:
    static constexpr int LargestWindow = 27; ///< 128 MiB, what zstd itself permits unless told otherwise

    ZSTD_DCtx *m_context = ZSTD_createDCtx();
    size_t m_expected = 1;
    std::string m_buffer = std::string(CodecBuffer, '\0');
};

class ZstdCompressor final : public Compressor
{
public:
    ZstdCompressor() { ZSTD_CCtx_setParameter(m_context, ZSTD_c_compressionLevel, CompressionLevel); }
    ~ZstdCompressor() override { ZSTD_freeCCtx(m_context); }

    std::string pack(std::string_view bytes) override { return run(bytes, ZSTD_e_flush); }
    std::string finish() override { return run({}, ZSTD_e_end); }

private:
    std::string run(std::string_view bytes, ZSTD_EndDirective directive)
    {
        std::string packed;
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        size_t left = 0;
        do {
            const size_t before = packed.size();
            packed.resize(before + CodecBuffer);
            ZSTD_outBuffer out{packed.data() + before, CodecBuffer, 0};
            left = ZSTD_compressStream2(m_context, &out, &in, directive);
            packed.resize(before + out.pos);
        } while (left != 0 && !ZSTD_isError(left));
        return packed;
    }

    ZSTD_CCtx *m_context = ZSTD_createCCtx();
};

} // namespace

std::unique_ptr<Decompressor> makeZstdDecompressor()
{
    return std::make_unique<ZstdDecompressor>();
}

std::unique_ptr<Compressor> makeZstdCompressor()
{
    return std::make_unique<ZstdCompressor>();
}

} // namespace Engine
