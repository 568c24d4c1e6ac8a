// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/answer.h"
#include "engine/compression/codec.h"

namespace Engine {

/// A body that is compressed on its way: each piece can be unpacked as soon as it arrives.
class CompressedStream final : public BodyStream
{
public:
    CompressedStream(std::unique_ptr<BodyStream> plain, std::unique_ptr<Compressor> compressor)
        : m_plain(std::move(plain))
        , m_compressor(std::move(compressor))
    {}

    std::string_view next() override;
    void whileBlocked() override { m_plain->whileBlocked(); }

private:
    std::unique_ptr<BodyStream> m_plain;
    std::unique_ptr<Compressor> m_compressor; ///< null after the end
    std::string m_packed;
};

} // namespace Engine
