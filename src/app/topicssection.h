// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "app/topicmodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <memory>

class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace Widgets {
class Card;
class EmptyState;
class MessageBar;
class LoadingState;
class SectionHeading;
} // namespace Widgets

namespace App {

/// The topics of a Kafka service; create one, or look at its newest messages without consuming them.
class TopicsSection final : public QWidget
{
    Q_OBJECT
public:
    TopicsSection(Aiven::Client &client, QString project, QString service, QWidget *parent = nullptr);

    void refresh();

signals:
    void happened(const QString &sentence);

private:
    void buildFilter();
    void buildTable(QVBoxLayout &column);
    void showFailure(const Aiven::ApiError &error);
    void setTopics(const QList<Aiven::Topic> &topics);
    void openCreateDialog();
    void openPeek();
    void updateState();
    [[nodiscard]] QString currentTopic() const;
    void choose(int row);

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    TopicModel m_model;
    QSortFilterProxyModel m_proxy;
    Widgets::SectionHeading *m_heading;
    QPushButton *m_peek;
    QPushButton *m_create;
    QLineEdit *m_filter;
    Widgets::LoadingState *m_loading;
    Widgets::MessageBar *m_messages;
    Widgets::Card *m_card;
    QTableView *m_table;
    Widgets::EmptyState *m_empty;
    std::unique_ptr<QObject> m_call; ///< owner of the reading that runs
    bool m_isRead = false;
};

} // namespace App
