// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apierror.h"
#include "aiven/types/message.h"
#include "aiven/types/topic.h"

#include <QObject>

namespace ClickHouse {
struct KafkaTable;
}
namespace Aiven {
class Client;
}

namespace App {

/// Reads the newest messages of a topic by offset, as nobody: no consumer group notices.
class Peek final : public QObject
{
    Q_OBJECT

public:
    static constexpr int messagesPerPartition = 100;

    Peek(Aiven::Client &client, QString project, const ClickHouse::KafkaTable &table, QObject *parent);

    void start();
    [[nodiscard]] const QString &topic() const { return m_topic; }
    [[nodiscard]] Aiven::MessageFormat format() const { return m_format; }

signals:
    void finished(const QList<Aiven::Message> &messages);
    void failed(const Aiven::ApiError &error);

private:
    void onTopic(const Aiven::Topic &topic);
    void read();

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    const QString m_topic;
    Aiven::MessageFormat m_format;
    QMap<int, qint64> m_offsets;
};

/// How the REST API is to decode messages of a ClickHouse format.
[[nodiscard]] Aiven::MessageFormat messageFormatFor(const QString &dataFormat);

} // namespace App
