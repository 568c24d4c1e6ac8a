// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"

#include <QHash>
#include <QObject>

namespace App {

/// The latest message of a topic as JSON text, read by offset, so that no consumer group is touched. Each topic is asked
/// once; a topic without messages, or of a service without the REST API, simply has no sample.
class TopicSampler final : public QObject
{
    Q_OBJECT

public:
    TopicSampler(Aiven::Client &client, QString project, QString kafkaService, QObject *parent);

    /// Emits sampleReady() when the answer comes, if it is the first time.
    void request(const QString &topic);
    [[nodiscard]] QByteArray sample(const QString &topic) const { return m_samples.value(topic); }

signals:
    void sampleReady(const QString &topic);

private:
    void readLatest(const Aiven::Topic &topic);

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    QHash<QString, QByteArray> m_samples; ///< also of topics that were asked and have none
};

} // namespace App
