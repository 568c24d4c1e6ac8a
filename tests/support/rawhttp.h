// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// HTTP by hand, for tests that must know exactly what crossed the wire. Blocking, loopback only.
namespace RawHttp {

struct Answer
{
    int status = 0; ///< 0: no answer came
    QByteArray head;
    QByteArray body;

    /// The value of a header, empty when it is absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// Sends the bytes as they are and reads one answer.
[[nodiscard]] Answer send(int port, const QByteArray &bytes, int timeoutMs = 15'000);
/// Sends the bytes over one connection and reads as many answers as come, until the server closes or is silent for a
/// second.
[[nodiscard]] QList<Answer> sendMany(int port, const QByteArray &bytes);

} // namespace RawHttp
