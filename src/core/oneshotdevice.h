// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace Core {

/// The body of a request that must be sent at most once. QNetworkAccessManager repeats a POST, PUT or DELETE by itself
/// when the connection dies before the reply's head; it can do so only if it can rewind the body. This device cannot be
/// rewound, so a dead connection becomes an error after exactly one send. The request also needs ContentLengthHeader
/// and DoNotBufferUploadDataAttribute, else Qt copies the body into a buffer that can be rewound.
class OneShotDevice final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotDevice(QByteArray body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    bool reset() override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_body;
    qint64 m_sent = 0;
};

} // namespace Core
