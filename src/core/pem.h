// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Core {

enum class PemKind { Certificate, PrivateKey };
enum class PemFault {
    None,
    NoBlock,   ///< no "-----BEGIN …-----" line
    OtherKind, ///< a block, but of another kind: a key where a certificate is wanted
    Broken     ///< no end, an end of another kind, or a body that is not base64
};

/// Whether the text is one or more PEM blocks of that kind (RFC 7468; text between the blocks is allowed). What the
/// blocks hold is for the service to judge.
[[nodiscard]] PemFault checkPem(const QString &text, PemKind kind);

} // namespace Core
