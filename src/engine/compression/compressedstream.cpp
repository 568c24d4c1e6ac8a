// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compression/compressedstream.h"

namespace Engine {

std::string_view CompressedStream::next()
{
    m_packed.clear();
    while (m_compressor && m_packed.empty()) {
        const std::string_view piece = m_plain->next();
        if (!piece.empty()) {
            m_packed = m_compressor->pack(piece);
        } else {
            m_packed = m_compressor->finish();
            m_compressor.reset();
        }
    }
    return m_packed;
}

} // namespace Engine
