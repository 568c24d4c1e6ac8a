// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/sources.h"
#include "app/setup/topicsreader.h"

#include <QWidget>

class QPushButton;

namespace App {

class CheckLine;
struct ProjectFacts;

/// "Before you enable": plan, power, permission, and for Apache Kafka the topics of the source; each with a mark.
class Requirements final : public QWidget
{
    Q_OBJECT

public:
    explicit Requirements(Aiven::Client &client, QWidget *parent = nullptr);

    void setFacts(const ProjectFacts &facts);
    /// Topics are looked at for a source that is an Apache Kafka service; null: nothing is chosen.
    void setSource(const Source *source, bool needsTopics);
    void readTopicsAgain();
    [[nodiscard]] const TopicsReader &topics() const { return m_topics; }

signals:
    /// What is known of the topics.
    void topicsChanged();
    void createTopicRequested();

private:
    void showPermission(const ProjectFacts &facts);
    void showTopics();

    TopicsReader m_topics;
    QString m_project;
    Source m_source;
    bool m_hasSource = false;
    bool m_needsTopics = false;
    CheckLine *m_plan;
    CheckLine *m_permission;
    CheckLine *m_topicCheck;
    QPushButton *m_createTopic;
};

} // namespace App
