// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dialog.h"

class QListWidget;
class QVBoxLayout;

namespace App {

/// The pages of help beside their list. Links open outside.
class HelpWindow final : public Widgets::Dialog
{
    Q_OBJECT

public:
    /// Opens at the page with that id, else at the first.
    explicit HelpWindow(const QString &pageId, QWidget *parent = nullptr);

signals:
    void linkActivated(const QString &url);

private:
    void showPage(int row);

    QListWidget *m_list;
    QWidget *m_page = nullptr;
    QVBoxLayout *m_place;
};

} // namespace App
