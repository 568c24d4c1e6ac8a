// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QsciLexer;
class QsciScintilla;

namespace Widgets {
class FindBar;

/// A text editor for code: line numbers, the program's fixed font, colours that follow the scheme, F6 leaves it (Tab is
/// a tabulator), Ctrl+F searches. The Scintilla widget is made when the editor is first shown or its text is first needed, because it is
/// a fifth of the start-up time.
///
/// Positions are lines from 0 and columns in characters from 0.
class CodeEditor : public QWidget
{
    Q_OBJECT
public:
    /// The name is the accessible name, a short noun: "JSON", "SQL".
    explicit CodeEditor(const QString &name, QWidget *parent = nullptr);
    ~CodeEditor() override;

    [[nodiscard]] QString text() const;
    /// Replaces the text as one undo step, keeping cursor and scroll position where they still exist. No textChanged().
    void setText(const QString &text);
    void setReadOnly(bool readOnly);
    /// Off where a document outside holds the one undo stack: undo and redo then reach the window's actions.
    void setOwnUndo(bool own);

    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] int cursorLine() const;
    [[nodiscard]] int cursorColumn() const;
    /// The cursor's place in characters from the start of the text.
    [[nodiscard]] int cursorOffset() const;
    void setCursor(int line, int column);
    using QWidget::setCursor;
    /// Scrolls there and selects; in characters from the start.
    void selectRange(int begin, int end);
    /// Replaces the range as one undo step, in characters from the start.
    void replaceRange(int begin, int end, const QString &text);

    /// Marks a line as wrong (margin and background); one line at a time. Say the error beside the editor too: marks
    /// are not read aloud.
    void setErrorLine(int line);
    void clearErrorLine();
    /// A wavy line below the range.
    void setErrorRange(int begin, int end);
    /// The accent bar in the margin over the lines of the current statement or table; -1 removes it.
    void setActiveLines(int first, int last);

    /// Opens the search below the text (Ctrl+F).
    void find();

    /// The editor itself, made on demand; for what this class does not cover (completion).
    [[nodiscard]] QsciScintilla *scintilla();

signals:
    void textChanged(); ///< by the user, not by setText()
    void cursorMoved(int line, int column);

protected:
    /// Whether Tab indents. Where it does, F6 goes on to the next widget.
    [[nodiscard]] virtual bool indentsByTab() const { return false; }
    /// The lexer, a child of the parent; nullptr for plain text.
    virtual QsciLexer *createLexer(QsciScintilla *parent) const;
    /// Gives each of the lexer's styles its colour; called again at each change of scheme.
    virtual void colorLexer(QsciLexer &lexer) const;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool keepsTab() const { return !m_readOnly && indentsByTab(); }
    void create();
    void addShortcuts();
    void connectEditor();
    void applyUndoMode() const;
    void restyle() const;
    [[nodiscard]] int bytePosition(int offset) const;

    QString m_name;
    QsciScintilla *m_editor = nullptr;
    FindBar *m_find = nullptr; ///< made at the first search
    QString m_pendingText;
    bool m_readOnly = false;
    bool m_ownUndo = true;
    mutable bool m_setting = false; ///< while the program changes the text, which is no news to anyone
};

/// JSON with keys, strings, numbers and literals in their colours.
class JsonEditor final : public CodeEditor
{
    Q_OBJECT
public:
    using CodeEditor::CodeEditor;

protected:
    QsciLexer *createLexer(QsciScintilla *parent) const override;
    void colorLexer(QsciLexer &lexer) const override;
};

/// SQL as ClickHouse writes it: its keywords, types, backticked names, comments.
class SqlEditor final : public CodeEditor
{
    Q_OBJECT
public:
    using CodeEditor::CodeEditor;

protected:
    [[nodiscard]] bool indentsByTab() const override { return true; }
    QsciLexer *createLexer(QsciScintilla *parent) const override;
    void colorLexer(QsciLexer &lexer) const override;
};

/// Shell commands, Terraform; read only unless told otherwise.
class CommandView final : public CodeEditor
{
    Q_OBJECT
public:
    explicit CommandView(const QString &name, QWidget *parent = nullptr);

protected:
    QsciLexer *createLexer(QsciScintilla *parent) const override;
    void colorLexer(QsciLexer &lexer) const override;
};

} // namespace Widgets
