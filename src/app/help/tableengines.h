// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "widgets/dialog.h"

class QListWidget;
class QStackedWidget;

namespace Widgets {
class ErrorState;
class LoadingState;
} // namespace Widgets

namespace App {

/// The table engines that the service itself lists: what a version does not offer is not shown.
class TableEngines final : public Widgets::Dialog
{
    Q_OBJECT

public:
    TableEngines(Aiven::Client &client, QString project, QString service, QWidget *parent = nullptr);

private:
    void read();
    void onAnswer(const Aiven::Result<Aiven::QueryResult> &answer);

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    QStackedWidget *m_stack;
    Widgets::LoadingState *m_loading;
    Widgets::ErrorState *m_error;
    QListWidget *m_list;
};

} // namespace App
