// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/integration.h"
#include "document/draft.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace Widgets {
class Pill;
class Text;
} // namespace Widgets

namespace App {

/// Where one is, how the integration does, and the actions on the whole configuration.
class EditorHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit EditorHeader(Document::Draft &draft, QWidget *parent = nullptr);

    void setPlace(const QString &project, const QString &service);
    void setIntegration(const Aiven::Integration &integration);
    /// Why nothing can be applied now ("No connection"); empty: only the draft decides.
    void setObstacle(const QString &obstacle);
    [[nodiscard]] QAction *undoAction() const { return m_undo; }
    [[nodiscard]] QAction *redoAction() const { return m_redo; }

signals:
    void backRequested();
    void reviewRequested();
    void changesRequested();

private:
    QWidget *buildTitle();
    void buildActions(QHBoxLayout *row);
    void updateState();
    [[nodiscard]] QString reasonAgainst() const;

    Document::Draft &m_draft;
    QAction *m_undo;
    QAction *m_redo;
    Widgets::Text *m_place;
    Widgets::Text *m_name;
    Widgets::Text *m_database;
    Widgets::Pill *m_state;
    Widgets::Text *m_reason;
    QPushButton *m_changes;
    QPushButton *m_review;
    QString m_obstacle;
};

} // namespace App
