// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"

#include <QWidget>

class QVBoxLayout;

namespace App {

/// What one should know before applying: the warnings of the draft, tables that will be dropped, tables made anew.
class ReviewNotes final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewNotes(const Document::Draft &draft, QWidget *parent = nullptr);

    void refresh();
    void clear();
    /// Those that want a tick.
    [[nodiscard]] int warningCount() const { return int(warnings().size()); }

private:
    [[nodiscard]] QStringList warnings() const;
    /// The tables that stop for a moment, in one sentence; empty: none does.
    [[nodiscard]] QString pauses() const;
    void add(bool isWarning, const QString &text);

    const Document::Draft &m_draft;
    QVBoxLayout *m_layout;
};

} // namespace App
