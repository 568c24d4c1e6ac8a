// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compression/methods.h"

#include <algorithm>
#include <lz4frame.h>

namespace Engine {
namespace {

class Lz4Decompressor final : public Decompressor
{
public:
    Lz4Decompressor() { LZ4F_createDecompressionContext(&m_context, LZ4F_VERSION); }
    ~Lz4Decompressor() override { LZ4F_freeDecompressionContext(m_context); }

    bool take(std::string_view bytes, const Sink &sink) override
    {
        size_t made = 0;
        do {
            size_t read = bytes.size();
            made = m_buffer.size();
            m_expected = LZ4F_decompress(m_context, m_buffer.data(), &made, bytes.data(), &read, nullptr);
            if (LZ4F_isError(m_expected) || (made > 0 && !sink({m_buffer.data(), made})))
                return false;
            bytes.remove_prefix(read);
        } while (!bytes.empty() || (made == m_buffer.size() && !isComplete()));
        return true;
    }
    /// The library says how many bytes it would like next: none at the end of a frame.
    [[nodiscard]] bool isComplete() const override { return m_expected == 0; }

private:
    LZ4F_dctx *m_context = nullptr;
    size_t m_expected = 1;
    std::string m_buffer = std::string(CodecBuffer, '\0');
};

class Lz4Compressor final : public Compressor
{
public:
    Lz4Compressor()
    {
        LZ4F_createCompressionContext(&m_context, LZ4F_VERSION);
        m_pending.resize(LZ4F_HEADER_SIZE_MAX);
        keep(LZ4F_compressBegin(m_context, m_pending.data(), m_pending.size(), nullptr), m_pending, 0);
    }
    ~Lz4Compressor() override { LZ4F_freeCompressionContext(m_context); }

    std::string pack(std::string_view bytes) override
    {
        std::string packed = std::move(m_pending);
        m_pending.clear();
        for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), CodecBuffer))) {
            const std::string_view piece = bytes.substr(0, CodecBuffer);
            const size_t before = packed.size();
            packed.resize(before + LZ4F_compressBound(piece.size(), nullptr));
            keep(LZ4F_compressUpdate(m_context, packed.data() + before, packed.size() - before, piece.data(),
                                     piece.size(), nullptr),
                 packed, before);
        }
        return end(std::move(packed), LZ4F_flush);
    }
    std::string finish() override { return end(std::move(m_pending), LZ4F_compressEnd); }

private:
    using Ending = size_t (*)(LZ4F_cctx *, void *, size_t, const LZ4F_compressOptions_t *);

    static void keep(size_t written, std::string &packed, size_t before)
    {
        packed.resize(before + (LZ4F_isError(written) ? 0 : written));
    }

    std::string end(std::string packed, Ending ending)
    {
        const size_t before = packed.size();
        packed.resize(before + LZ4F_compressBound(0, nullptr));
        keep(ending(m_context, packed.data() + before, packed.size() - before, nullptr), packed, before);
        return packed;
    }

    LZ4F_cctx *m_context = nullptr;
    std::string m_pending; ///< the head of the frame, until the first bytes come
};

} // namespace

std::unique_ptr<Decompressor> makeLz4Decompressor()
{
    return std::make_unique<Lz4Decompressor>();
}

std::unique_ptr<Compressor> makeLz4Compressor()
{
    return std::make_unique<Lz4Compressor>();
}

} // namespace Engine
