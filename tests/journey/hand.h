// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

class QAbstractItemView;
class QWidget;

/// A person in front of the window: finds widgets by the names a screen reader would say, in the window that has the
/// focus of attention (the top dialog), and works them with real mouse and key events. Each act waits until it is
/// possible. It returns false when it stays impossible; reason() then says what was looked for and what was there.
class Hand
{
public:
    using Condition = std::function<bool()>;

    [[nodiscard]] bool click(const QString &name);
    /// Clicks into the field, selects what stands there and types.
    [[nodiscard]] bool type(const QString &field, const QString &text);
    /// Puts the text in by the clipboard: for editors, whose keys also indent and complete.
    [[nodiscard]] bool paste(const QString &field, const QString &text);
    [[nodiscard]] bool choose(const QString &comboBox, const QString &entry);
    /// Clicks the row of a list, tree or table in which the text stands.
    [[nodiscard]] bool select(const QString &view, const QString &text);
    /// Double-clicks that row.
    [[nodiscard]] bool open(const QString &view, const QString &text);
    /// Clicks the tab of that caption.
    [[nodiscard]] bool turnTo(const QString &tab, int seconds = 10);
    /// Opens the cell's editor, types and leaves it with Return.
    [[nodiscard]] bool typeCell(const QString &table, int row, int column, const QString &text);
    [[nodiscard]] bool press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    /// Waits until the text stands anywhere in the window: in a label, a button, a field, a view or the status bar.
    [[nodiscard]] bool sees(const QString &text, int seconds = 10);
    /// How many widgets of the window show the text.
    [[nodiscard]] qsizetype countOf(const QString &text) const;
    /// Waits until what is called so can be used.
    [[nodiscard]] bool can(const QString &name, int seconds = 10) { return await(name, seconds) != nullptr; }
    /// Waits until no widget of that name is there, such as a dialog's button after it was closed.
    [[nodiscard]] bool seesNoMore(const QString &name, int seconds = 10);
    /// The cells of a table, as read by a screen reader.
    [[nodiscard]] QList<QStringList> rowsOf(const QString &table) const;
    [[nodiscard]] QString textOf(const QString &field) const;
    /// Waits for anything else, which the sentence describes.
    [[nodiscard]] bool waits(const QString &sentence, const Condition &condition, int seconds = 10);

    /// Saves the window with the dialogs above it to FOLDER/NAME.png. The folder is HEADGATE_PICTURES.
    [[nodiscard]] bool takesPicture(const QString &name);
    /// What is wrong in the windows for someone who hears them.
    [[nodiscard]] bool hearsEverything();

    [[nodiscard]] const QString &reason() const { return m_reason; }

private:
    [[nodiscard]] QWidget *find(const QString &name) const;
    [[nodiscard]] static bool clickTab(const QString &caption);
    [[nodiscard]] QWidget *await(const QString &name, int seconds = 10);
    [[nodiscard]] bool fails(const QString &reason);

    QString m_reason;
};
