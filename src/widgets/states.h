// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QProgressBar;
class QPushButton;

namespace Widgets {
class Text;
class Tile;

/// In place of a content that is not there: what is missing, what it would bring and what is at hand, the primary
/// action and one way round.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
    /// kind as in makeButton().
    QPushButton *addButton(const QString &caption, const char *kind = nullptr, const QString &iconName = {});

private:
    Text *m_text;
    QHBoxLayout *m_buttons;
};

/// A sentence with count and seconds, a 4 px bar, grey blocks that do not move, Cancel. It appears 200 ms after start(),
/// so that quick answers do not flicker.
class LoadingState final : public QWidget
{
    Q_OBJECT
public:
    explicit LoadingState(QWidget *parent = nullptr);

    /// "Reading integrations": the seconds are added.
    void start(const QString &sentence);
    /// Known progress; total 0 means unknown.
    void setProgress(int done, int total);
    /// The server asked to wait: the seconds are counted down in the sentence.
    void setPause(int seconds);
    void stop();

signals:
    void cancelRequested();

private:
    void updateSentence();

    QWidget *m_content;
    Text *m_text;
    QProgressBar *m_bar;
    QString m_sentence;
    int m_done = 0;
    int m_total = 0;
    QElapsedTimer m_elapsed;
    QDeadlineTimer m_pause;
    QTimer m_appear;
    QTimer m_tick;
};

/// In place of a content that could not be read: what failed, which layer and likely cause, the next step; the request
/// and "Copy report" last.
class ErrorState final : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorState(QWidget *parent = nullptr);

    /// The details are what "Copy report" copies; their first line is shown.
    void setError(const QString &title, const QString &text, const QString &details, const QString &iconName);
    /// Beside "Try again".
    QPushButton *addButton(const QString &caption, const char *kind = nullptr);

signals:
    void retryRequested();

private:
    void buildFooter();

    Tile *m_tile;
    Text *m_title;
    Text *m_text;
    Text *m_request;
    QString m_details;
    QHBoxLayout *m_buttons;
    QWidget *m_footer;
};

} // namespace Widgets
