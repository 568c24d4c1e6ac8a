// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/oneshotdevice.h"

#include <algorithm>

namespace Core {

OneShotDevice::OneShotDevice(QByteArray body, QObject *parent) : QIODevice(parent), m_body(std::move(body))
{
    // Unbuffered: QIODevice's own buffer would let a reader go back.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotDevice::bytesAvailable() const
{
    return m_body.size() - m_sent + QIODevice::bytesAvailable();
}

qint64 OneShotDevice::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min(maxSize, qint64(m_body.size()) - m_sent);
    if (size <= 0)
        return m_sent == m_body.size() ? -1 : 0;
    std::copy_n(m_body.constData() + m_sent, size, data);
    m_sent += size;
    return size;
}

qint64 OneShotDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace Core
