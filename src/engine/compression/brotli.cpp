// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compression/methods.h"

#include <brotli/decode.h>
#include <brotli/encode.h>

namespace Engine {
namespace {

class BrotliDecompressor final : public Decompressor
{
public:
    ~BrotliDecompressor() override { BrotliDecoderDestroyInstance(m_decoder); }

    bool take(std::string_view bytes, const Sink &sink) override
    {
        auto *in = reinterpret_cast<const uint8_t *>(bytes.data());
        size_t left = bytes.size();
        for (;;) {
            if (m_complete)
                return left == 0;
            auto *out = reinterpret_cast<uint8_t *>(m_buffer.data());
            size_t room = m_buffer.size();
            const auto result = BrotliDecoderDecompressStream(m_decoder, &left, &in, &room, &out, nullptr);
            m_complete = result == BROTLI_DECODER_RESULT_SUCCESS;
            const size_t made = m_buffer.size() - room;
            if (result == BROTLI_DECODER_RESULT_ERROR || (made > 0 && !sink({m_buffer.data(), made})))
                return false;
            if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT)
                return true;
        }
    }
    [[nodiscard]] bool isComplete() const override { return m_complete; }

private:
    BrotliDecoderState *m_decoder = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
    std::string m_buffer = std::string(CodecBuffer, '\0');
    bool m_complete = false;
};

class BrotliCompressor final : public Compressor
{
public:
    BrotliCompressor() { BrotliEncoderSetParameter(m_encoder, BROTLI_PARAM_QUALITY, CompressionLevel); }
    ~BrotliCompressor() override { BrotliEncoderDestroyInstance(m_encoder); }

    std::string pack(std::string_view bytes) override { return run(bytes, BROTLI_OPERATION_FLUSH); }
    std::string finish() override { return run({}, BROTLI_OPERATION_FINISH); }

private:
    std::string run(std::string_view bytes, BrotliEncoderOperation operation)
    {
        std::string packed;
        auto *in = reinterpret_cast<const uint8_t *>(bytes.data());
        size_t left = bytes.size();
        do {
            const size_t before = packed.size();
            packed.resize(before + CodecBuffer);
            auto *out = reinterpret_cast<uint8_t *>(packed.data() + before);
            size_t room = CodecBuffer;
            BrotliEncoderCompressStream(m_encoder, operation, &left, &in, &room, &out, nullptr);
            packed.resize(packed.size() - room);
        } while (left > 0 || BrotliEncoderHasMoreOutput(m_encoder));
        return packed;
    }

    BrotliEncoderState *m_encoder = BrotliEncoderCreateInstance(nullptr, nullptr, nullptr);
};

} // namespace

std::unique_ptr<Decompressor> makeBrotliDecompressor()
{
    return std::make_unique<BrotliDecompressor>();
}

std::unique_ptr<Compressor> makeBrotliCompressor()
{
    return std::make_unique<BrotliCompressor>();
}

} // namespace Engine
