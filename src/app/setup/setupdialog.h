// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/setupfacts.h"
#include "workflow/enableintegration.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;
class QTimer;

namespace Widgets {
class ErrorState;
class LoadingState;
class Text;
} // namespace Widgets

namespace App {

class KafkaSetUpPage;
class KindList;
class SetUpProgressPage;

/// "Set up integration": kinds on the left, what will appear, prerequisites and sources on the right, Enable, progress.
/// It can be closed at any time: work in progress goes on and is told by progressChanged. Make it with new and open();
/// it deletes itself when it is closed and nothing runs any more.
class SetUpDialog final : public QDialog
{
    Q_OBJECT

public:
    SetUpDialog(Aiven::Client &client, const QString &project, const QString &service, QWidget *parent = nullptr);
    ~SetUpDialog() override;

    void done(int result) override;

signals:
    /// The integration is active: lists of integrations and databases are out of date.
    void enabled(const QString &integrationId);
    /// The user wants to go on to the table editor.
    void defineTables(const QString &integrationId);
    /// One line for the status bar while the dialog may be closed; the end and a failure too.
    void progressChanged(const QString &text);

private:
    enum class Command { Service, Endpoint };

    void build();
    [[nodiscard]] QWidget *buildFooter();
    void onFacts();
    void enable();
    void onWorkflow();
    void onCreateTopic(const QString &service);
    void showCommand(Command command);
    void copyAsAvn();
    /// The one place that enables, disables, shows and hides.
    void updateState();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool isActive() const;

    Aiven::Client &m_client;
    FactsReader m_reader;
    Workflow::EnableIntegration *m_workflow = nullptr;
    QTimer *m_tick;
    KindList *m_kinds;
    QStackedWidget *m_stack;
    Widgets::LoadingState *m_loading;
    Widgets::ErrorState *m_error;
    KafkaSetUpPage *m_kafka;
    SetUpProgressPage *m_progress;
    QPushButton *m_copy;
    Widgets::Text *m_note;
    QPushButton *m_close;
    QPushButton *m_enable;
    QPushButton *m_define;
};

} // namespace App
