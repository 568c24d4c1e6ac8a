// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed bodies, of every method: bytes of a stranger are unpacked in pieces, and what is packed comes back.
#include "engine/compression/codec.h"
#include "fuzz/expect.h"

#include <algorithm>
#include <cstdint>

using namespace Engine;

namespace {

constexpr size_t mostUnpacked = 8 << 20; // a few bytes may stand for gigabytes

std::string unpacked(Method method, std::string_view bytes, size_t step)
{
    const auto decompressor = makeDecompressor(method);
    std::string text;
    bool goesOn = true;
    for (; goesOn && !bytes.empty(); bytes.remove_prefix(std::min(step, bytes.size())))
        goesOn = decompressor->take(bytes.substr(0, step), [&text](std::string_view piece) {
            expect(piece.size() <= 64 << 10, "a piece is of bounded size");
            text += piece;
            return text.size() < mostUnpacked;
        });
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const auto method = static_cast<Method>(1 + data[0] % 5);
    const size_t step = 1 + data[1];
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 2, size - 2);
    (void)unpacked(method, bytes, step);
    const auto compressor = makeCompressor(method);
    std::string packed = compressor->pack(bytes);
    packed += compressor->finish();
    expect(unpacked(method, packed, step) == bytes, "what was packed comes back");
    return 0;
}
