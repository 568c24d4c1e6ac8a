// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/topicsreader.h"

#include <QWidget>

class QPushButton;

namespace Widgets {
class MessageBar;
class Text;
} // namespace Widgets

namespace App {

class CheckLine;
class FlowPicture;
class SourceList;
struct SetUpFacts;
struct UserMessage;

/// The right side for Apache Kafka: what will appear, what is needed before, and the source to choose.
class KafkaSetUpPage final : public QWidget
{
    Q_OBJECT

public:
    KafkaSetUpPage(Aiven::Client &client, QWidget *parent = nullptr);

    /// Keeps the chosen source if it is still there.
    void setFacts(const SetUpFacts &facts);
    /// Empty: nothing that can be enabled is chosen.
    [[nodiscard]] QString currentSource() const;
    [[nodiscard]] QString databaseName() const;
    /// Why Enable is off; empty when nothing stands against it.
    [[nodiscard]] QString obstacle() const { return m_obstacle; }
    void showError(const UserMessage &message);
    void clearError();
    /// The source's topics changed.
    void readTopicsAgain();

signals:
    /// Another source, or what is known about it.
    void changed();
    void createTopicRequested(const QString &service);
    void createServiceRequested();
    void createEndpointRequested();

private:
    [[nodiscard]] QWidget *buildSourceHeading();
    void showPlan(const SetUpFacts &facts);
    void showPermission(const SetUpFacts &facts);
    void onSource();
    void showTopics();

    TopicsReader m_topics;
    QString m_project;
    QString m_service;
    QString m_obstacle;
    Widgets::MessageBar *m_bar;
    FlowPicture *m_picture;
    CheckLine *m_plan;
    CheckLine *m_permission;
    CheckLine *m_topicCheck;
    QPushButton *m_createTopic;
    SourceList *m_sources;
};

} // namespace App
