// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/diff.h"

#include <QWidget>

namespace Widgets {
class MessageBar;
class SectionHeading;
} // namespace Widgets

namespace App {
class ChangesTab;

/// What applying the settings will do, as they stand now: each change, and a warning for what is erased. Hidden while
/// nothing was changed.
class SettingsReview final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsReview(QWidget *parent = nullptr);

    void setChanges(const QList<Document::Change> &changes);
    [[nodiscard]] int changeCount() const { return m_changes; }
    /// Databases that will be erased; they want a tick.
    [[nodiscard]] const QStringList &erased() const { return m_erased; }

private:
    ChangesTab *m_list;
    Widgets::MessageBar *m_warning;
    QStringList m_erased;
    int m_changes = 0;
};

} // namespace App
