// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace Aiven {
struct ApiError;
}
namespace Widgets {
class ErrorState;
class LoadingState;
}

namespace App {

/// A content in its states: being read, failed, there. One of them is shown.
class ContentStack final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit ContentStack(QWidget *content, QWidget *parent = nullptr);

    /// "Reading clickhouse-demo": the seconds are added.
    void showLoading(const QString &sentence);
    void showError(const Aiven::ApiError &error);
    /// Nothing went wrong, but there is nothing to show either.
    void showNote(const QString &title, const QString &text);
    void showCancelled();
    void showContent();
    [[nodiscard]] bool showsContent() const;

public slots:
    /// The server asked to wait so many seconds.
    void setPause(int seconds);

signals:
    void retryRequested();
    void cancelRequested();

private:
    Widgets::LoadingState *m_loading;
    Widgets::ErrorState *m_error;
};

} // namespace App
