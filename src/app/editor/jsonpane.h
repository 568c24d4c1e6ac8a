// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"

#include <QWidget>

class QVBoxLayout;

namespace Widgets {
class JsonEditor;
class MessageBar;
class Text;
} // namespace Widgets

namespace App {

/// The whole configuration as JSON, live in both directions. Above 2 MB it shows the chosen table only, to be read.
class JsonPane final : public QWidget
{
    Q_OBJECT

public:
    explicit JsonPane(Document::Draft &draft, QWidget *parent = nullptr);

    void setTable(int row);
    /// Puts the cursor at "/tables/2/materialized_view".
    void goTo(const QString &pointer);
    [[nodiscard]] Widgets::JsonEditor *editor() const { return m_editor; }

signals:
    /// The cursor came into another table.
    void tableEntered(int row);
    /// The configuration was put on the clipboard or into a file; for the status bar.
    void message(const QString &text);

private:
    void buildHead(QVBoxLayout *layout);
    void refresh();
    void mark();
    void onCursorMoved();
    void copy();
    void save();
    [[nodiscard]] bool showsFragment() const;

    Document::Draft &m_draft;
    Widgets::JsonEditor *m_editor;
    Widgets::MessageBar *m_error;
    Widgets::Text *m_note;
    int m_table = -1;
    bool m_typing = false;
    QByteArray m_shown;
};

} // namespace App
