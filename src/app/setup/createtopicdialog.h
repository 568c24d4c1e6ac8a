// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "widgets/dialog.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Widgets {
class MessageBar;
class Text;
} // namespace Widgets

namespace App {

/// Name, partitions, copies and retention of a new topic. Stays open, with everything in it, until the topic is made.
class CreateTopicDialog final : public Widgets::Dialog
{
    Q_OBJECT

public:
    CreateTopicDialog(Aiven::Client &client, const QString &project, const QString &service, QWidget *parent = nullptr);

    void accept() override;

signals:
    void created(const QString &topic);

private:
    void build();
    void updateState();

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    Widgets::MessageBar *m_bar;
    QLineEdit *m_name;
    Widgets::Text *m_help;
    QSpinBox *m_partitions;
    QSpinBox *m_replication;
    QComboBox *m_retention;
    QPushButton *m_create;
    bool m_sending = false;
};

/// Why a text cannot be a topic's name; empty when it can.
[[nodiscard]] QString topicNameProblem(const QString &name);

} // namespace App
