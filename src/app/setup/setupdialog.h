// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/endpoints/projectfacts.h"
#include "app/setup/setupchoice.h"
#include "widgets/dialog.h"
#include "workflow/enableintegration.h"

#include <QPointer>
#include <QTimer>

class QPushButton;
class QStackedWidget;

namespace Widgets {
class ErrorState;
class LoadingState;
class Text;
} // namespace Widgets

namespace Workflow {
class CreateService;
}

namespace App {

class CredentialsPanel;
class KindList;
class SetUpPage;
class SetUpProgressPage;
class WaitNotice;

/// "Set up integration": kinds on the left, what will appear, prerequisites and sources on the right, Enable, progress.
/// It can be closed at any time: work in progress goes on and is told by progressChanged. Make it with new and open();
/// it deletes itself when it is closed and nothing runs any more.
class SetUpDialog final : public Widgets::Dialog
{
    Q_OBJECT

public:
    SetUpDialog(Aiven::Client &client, const QString &project, const QString &service, QWidget *parent = nullptr);
    ~SetUpDialog() override;

    void done(int result) override;
    /// A request that pauses: it may be this dialog's, and while it is open nothing behind it can be clicked.
    void addWait(const Aiven::CallWait &wait);
    /// There is another token: what could not be read is read, and what was refused for want of it can be sent again.
    void onSignedIn();

signals:
    /// The integration is active: lists of integrations and databases are out of date.
    void enabled(const QString &integrationId);
    /// The user wants to go on to the table editor.
    void defineTables(const QString &integrationId);
    /// The user wants to see the databases that appeared.
    void databasesRequested();
    /// The user wants to go on with this SQL.
    void queryRequested(const QString &sql);
    /// The services of the project changed: one was ordered, or one runs now.
    void servicesChanged();
    /// One line for the status bar while the dialog may be closed; the end and a failure too.
    void progressChanged(const QString &text);

private:
    void build();
    [[nodiscard]] QWidget *buildEnd();
    void buildFooter();
    void connectPage();
    void onFacts();
    void showFacts();
    /// Looks again while a service is being built, so that it can be chosen as soon as it runs.
    void watchBuilding();
    void enable();
    void onWorkflow();
    void showFailure();
    void onEnded();
    /// After a 404, once the lists were read again: says by its name what is not there any more.
    void explainWhatIsGone();
    void createTopic(const QString &service);
    void createService(const QString &type, const QString &title);
    void onOrdered(Workflow::CreateService *workflow);
    void createEndpoint(const QString &type);
    void showEndpoints();
    void goOn();
    void copyAsAvn();
    void showHelp();
    /// The one place that enables, disables, shows and hides.
    void updateState();
    void showNextButton(bool active);
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool isActive() const;
    /// Something goes on that has to outlive the window.
    [[nodiscard]] bool isBusy() const;

    Aiven::Client &m_client;
    FactsReader m_reader;
    Workflow::EnableIntegration *m_workflow = nullptr;
    QPointer<Workflow::CreateService> m_building;
    SetUpChoice m_choice; ///< what the workflow is about
    QTimer m_tick;
    QTimer m_again;
    KindList *m_kinds;
    QStackedWidget *m_stack;
    Widgets::LoadingState *m_loading;
    Widgets::ErrorState *m_error;
    SetUpPage *m_page;
    SetUpProgressPage *m_progress;
    CredentialsPanel *m_credentials;
    QPushButton *m_help;
    QPushButton *m_copy;
    Widgets::Text *m_note;
    WaitNotice *m_waits;
    QPushButton *m_close = nullptr;
    QPushButton *m_enable;
    QPushButton *m_next;
};

} // namespace App
