// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sql/statementresult.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace Widgets {
class ElidedLabel;
class ResultGrid;
} // namespace Widgets

namespace App {

class ResultExport;

/// The results of a tab's last run, what was said about them, and the line that sums them up.
class ResultsView final : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsView(QWidget *parent = nullptr);
    ~ResultsView() override;

    /// Forgets the results of the run before.
    void beginRun();
    /// Shows the rows of a statement from now on, while they arrive.
    void showRunning(const ClickHouse::Query &query);
    void pickUp();
    void showEnd(const StatementResult &result);
    /// Rows from elsewhere (peeked messages) under this caption.
    void showRows(std::shared_ptr<const ClickHouse::RowSource> rows, const QString &caption, const QString &status);
    void log(const QString &line);
    /// Text of the status line.
    void setStatus(const QString &text, QStringView iconName);
    [[nodiscard]] Widgets::ResultGrid &grid() const { return *m_grid; }

signals:
    void exportEnded(const QString &sentence);

private:
    struct Page
    {
        QString caption;
        std::shared_ptr<const ClickHouse::RowSource> rows;
        std::shared_ptr<const ClickHouse::ResultStore> store; ///< set when it can be exported
        QString status;
        QString icon;
        bool isMessages = false;
    };

    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeStatusLine();
    int addPage(const Page &page);
    void showPage(int index);
    void updateButtons();
    void updateProgress();
    void chooseExportFile();
    void startExport(const QString &path, bool asCsv);

    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    Widgets::ResultGrid *m_grid;
    QLabel *m_note;
    QPlainTextEdit *m_messages;
    QToolButton *m_copy;
    QToolButton *m_export;
    QLabel *m_statusIcon;
    Widgets::ElidedLabel *m_status;
    QLabel *m_selection;
    QList<Page> m_pages; ///< the last one is Messages
    QPointer<const ClickHouse::Query> m_running;
    int m_runningPage = -1;
    int m_count = 0; ///< results of this run
    QTimer m_progressTimer;
    ResultExport *m_exportJob = nullptr;
};

} // namespace App
