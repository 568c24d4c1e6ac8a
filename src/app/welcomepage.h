// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QPushButton;
class QStandardItemModel;
class QVBoxLayout;

namespace Widgets {
class MessageBar;
}

namespace App {
class ResumeList;
struct ResumeEntry;

/// The first page: two ways in, and where one stopped the last time.
class WelcomePage final : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(ResumeList &resume, QWidget *parent = nullptr);

    /// The button says so and cannot be pressed twice.
    void setSandboxStarting(bool starting);
    /// Above the cards: the keychain is locked, the sandbox did not start.
    [[nodiscard]] Widgets::MessageBar &messages() { return *m_messages; }

signals:
    void sandboxRequested();
    void tokenRequested();
    void resumeRequested(const App::ResumeEntry &entry);
    void commandsRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addHeader(QVBoxLayout &column);
    void addCards(QVBoxLayout &column);
    void addResume(QVBoxLayout &column);
    void addFooter(QVBoxLayout &column);
    void fillResume();

    ResumeList &m_resume;
    Widgets::MessageBar *m_messages;
    QPushButton *m_sandbox = nullptr;
    QWidget *m_resumeArea = nullptr;
    QListView *m_resumeView = nullptr;
    QStandardItemModel *m_resumeModel = nullptr;
};

} // namespace App
