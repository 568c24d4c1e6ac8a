// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/setupchoice.h"
#include "workflow/enableintegration.h"

#include <QWidget>

namespace Widgets {
class MessageBar;
class StateLabel;
class Text;
} // namespace Widgets

namespace App {

/// Sending → Accepted → Starting → Active, each with its time, and the end text.
class SetUpProgressPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SetUpProgressPage(QWidget *parent = nullptr);

    /// Shows where the workflow is now; call it at each change and each second.
    void show(const Workflow::EnableIntegration &workflow, const SetUpChoice &choice);
    using QWidget::show;

private:
    using State = Workflow::EnableIntegration::State;
    struct Stage
    {
        State state;
        Widgets::StateLabel *mark;
        Widgets::Text *sentence;
        Widgets::Text *time;
    };

    void addStage(State state);
    void showStage(const Stage &stage, const Workflow::EnableIntegration &workflow);
    void nameStages(const SetUpChoice &choice);
    void showPatience(const Workflow::EnableIntegration &workflow);

    Widgets::Text *m_title;
    Widgets::MessageBar *m_bar;
    QList<Stage> m_stages;
};

/// "Starting, 12 s": one line about the workflow for the status bar.
[[nodiscard]] QString progressLine(const Workflow::EnableIntegration &workflow, const SetUpChoice &choice);
/// "`service_kafka-demo` was created. It is empty: no tables exist until you define them."
[[nodiscard]] QString endText(const Workflow::EnableIntegration &workflow, const SetUpChoice &choice);

} // namespace App
