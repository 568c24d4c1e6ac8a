// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"

#include <QStandardItemModel>
#include <QWidget>

class QPushButton;
class QTableView;
class QVBoxLayout;

namespace Widgets {
class Card;
class EmptyState;
class MessageBar;
class SectionHeading;
}

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
    void buildTable(QVBoxLayout &column);
    void setTopics(const QList<Aiven::Topic> &topics);
    void openCreateDialog();
    void openPeek();
    void updateState();
    [[nodiscard]] QString currentTopic() const;

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    QStandardItemModel m_model;
    Widgets::SectionHeading *m_heading;
    QPushButton *m_peek;
    QPushButton *m_create;
    Widgets::MessageBar *m_messages;
    Widgets::Card *m_card;
    QTableView *m_table;
    Widgets::EmptyState *m_empty;
};

} // namespace App
