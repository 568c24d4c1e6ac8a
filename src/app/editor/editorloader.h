// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "app/editor/draftjournal.h"
#include "document/config.h"
#include "document/surroundings.h"
#include "schema/field.h"

#include <QObject>
#include <QTimer>

namespace App {

/// Reads what the editor needs: the integration and what an earlier run left of its draft; then, at the same time, the
/// schema of its settings and the topics of its Kafka service. Without the latter two the editor works with less.
class EditorLoader final : public QObject
{
    Q_OBJECT

public:
    EditorLoader(Aiven::Client &client, QString project, QString service, QString integrationId, QObject *parent);

    void start();
    void cancel();
    void readTopics();
    /// Looks again, for a while, until an integration that was just changed has started.
    void watchStart(const Aiven::Integration &integration);

    [[nodiscard]] const Aiven::Integration &integration() const { return m_integration; }
    /// The configuration of the integration that was read, or a sentence why it cannot be shown.
    [[nodiscard]] const Core::Expected<Document::Config, QString> &config() const { return *m_config; }
    [[nodiscard]] DraftAddress address() const;
    /// Taken once: a second load is not another start of the program.
    [[nodiscard]] LeftDraft takeLeftDraft() { return std::exchange(m_left, LeftDraft()).value_or(LeftDraft()); }
    [[nodiscard]] const Core::Json &schema() const { return m_schema; }
    /// In the order of the API, without the ones that begin with "_".
    [[nodiscard]] const QStringList &topics() const { return m_topics; }
    [[nodiscard]] Document::Surroundings surroundings() const;

signals:
    void loaded();
    void failed(const Aiven::ApiError &error);
    /// The server asked to wait so many seconds before the integration is read again.
    void paused(int seconds);
    void schemaLoaded();
    void topicsLoaded();
    void topicsFailed(const Aiven::ApiError &error);
    /// From watchStart().
    void stateRead(const Aiven::Integration &integration);

private:
    void readLeftDraft();
    void readConfig();
    void goOn();
    void readSchema();
    void lookAtState();
    void readState();

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    const QString m_id;
    std::unique_ptr<QObject> m_calls; ///< owner of the running calls
    Aiven::Integration m_integration;
    std::optional<Core::Expected<Document::Config, QString>> m_config;
    std::optional<LeftDraft> m_left;
    QTimer m_pause;
    int m_looks = 0;
    Core::Json m_schema;
    QStringList m_topics;
    std::optional<QHash<QString, int>> m_partitions;
};

} // namespace App
