// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/createdialog.h"

class QComboBox;
class QSpinBox;

namespace App {

/// Name, partitions, copies and retention of a new topic.
class CreateTopicDialog final : public CreateDialog
{
    Q_OBJECT

public:
    CreateTopicDialog(Aiven::Client &client, const QString &project, const QString &service, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QString problemOf(const QString &name) const override;
    void send() override;

private:
    void build();
    void fillRetention();
    void onAnswer(const Aiven::Result<Aiven::Done> &answer);

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    QSpinBox *m_partitions;
    QSpinBox *m_replication;
    QComboBox *m_retention;
};

/// Why a text cannot be a topic's name; empty when it can.
[[nodiscard]] QString topicNameProblem(const QString &name);

} // namespace App
