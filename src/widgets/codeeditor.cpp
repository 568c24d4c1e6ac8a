// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codeeditor.h"

#include "widgets/codeeditorlook.h"
#include "widgets/findbar.h"

#include <QEvent>
#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

#include <Qsci/qscilexer.h>
#include <Qsci/qsciscintilla.h>

#include <algorithm>
#include <utility>

namespace Widgets {

using namespace CodeLook;

CodeEditor::CodeEditor(const QString &name, QWidget *parent) : QWidget(parent), m_name(name)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
}

CodeEditor::~CodeEditor() = default;

QsciScintilla *CodeEditor::scintilla()
{
    create();
    return m_editor;
}

void CodeEditor::create()
{
    if (m_editor)
        return;
    m_editor = new QsciScintilla(this);
    m_editor->setAccessibleName(m_name);
    setUp(*m_editor);
    m_editor->setLexer(createLexer(m_editor));
    m_editor->setText(std::exchange(m_pendingText, {}));
    setReadOnly(m_readOnly);
    m_editor->installEventFilter(this);
    layout()->addWidget(m_editor);
    m_editor->show(); // the layout does it later, and until then a window in the background would not note its focus
    setFocusPolicy(Qt::NoFocus); // the editor inside is the stop of Tab; with a proxy set this would be its policy
    setFocusProxy(m_editor);
    restyle();
    applyUndoMode();
    connectEditor();
    addShortcuts();
}

void CodeEditor::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    add(QKeySequence::Find, &CodeEditor::find);
    add(Qt::Key_F3, [this] { m_find && m_find->isVisible() ? m_find->goOn() : find(); });
    add(Qt::SHIFT | Qt::Key_F3, [this] { m_find && m_find->isVisible() ? m_find->goBack() : find(); });
}

void CodeEditor::find()
{
    create();
    if (!m_find) {
        m_find = new FindBar(*m_editor, m_name);
        layout()->addWidget(m_find);
    }
    m_find->open();
}

void CodeEditor::connectEditor()
{
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (!m_setting)
            emit textChanged();
    });
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, &CodeEditor::cursorMoved);
    connect(m_editor, &QsciScintilla::linesChanged, this, &CodeEditor::restyle);
}

QString CodeEditor::text() const
{
    return m_editor ? m_editor->text() : m_pendingText;
}

void CodeEditor::setText(const QString &text)
{
    if (!m_editor) {
        m_pendingText = text;
        return;
    }
    // Only what differs is replaced, so that cursor, scroll position and markers of the rest stay.
    const QByteArray old = m_editor->text().toUtf8();
    const QByteArray wanted = text.toUtf8();
    if (old == wanted)
        return;
    const auto differ = std::mismatch(old.begin(), old.end(), wanted.begin(), wanted.end());
    qsizetype prefix = differ.first - old.begin();
    const auto isContinuation = [](char byte) { return (byte & 0xc0) == 0x80; };
    while (prefix > 0 && prefix < old.size() && isContinuation(old.at(prefix)))
        --prefix;
    const qsizetype longest = std::min(old.size(), wanted.size()) - prefix;
    qsizetype suffix = 0;
    while (suffix < longest && old.at(old.size() - 1 - suffix) == wanted.at(wanted.size() - 1 - suffix))
        ++suffix;
    while (suffix > 0 && isContinuation(old.at(old.size() - suffix)))
        --suffix;
    m_setting = true;
    m_editor->setReadOnly(false);
    const QByteArray middle = wanted.mid(prefix, wanted.size() - prefix - suffix);
    m_editor->SendScintilla(QsciScintillaBase::SCI_SETTARGETRANGE, static_cast<unsigned long>(prefix),
                            static_cast<long>(old.size() - suffix));
    m_editor->SendScintilla(QsciScintillaBase::SCI_REPLACETARGET, static_cast<uintptr_t>(middle.size()),
                            middle.constData());
    m_editor->setReadOnly(m_readOnly);
    m_setting = false;
}

void CodeEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    if (!m_editor)
        return;
    m_editor->setReadOnly(readOnly);
    m_editor->setProperty("keepsTab", keepsTab());
    //: Accessible description of an editor for code
    m_editor->setAccessibleDescription(keepsTab() ? tr("Tab indents, F6 leaves the editor.") : QString());
}

void CodeEditor::setOwnUndo(bool own)
{
    m_ownUndo = own;
    applyUndoMode();
}

void CodeEditor::applyUndoMode() const
{
    if (!m_editor)
        return;
    m_editor->SendScintilla(QsciScintillaBase::SCI_SETUNDOCOLLECTION, m_ownUndo ? 1UL : 0UL);
    m_editor->SendScintilla(QsciScintillaBase::SCI_EMPTYUNDOBUFFER);
}

QString CodeEditor::selectedText() const
{
    return m_editor ? m_editor->selectedText() : QString();
}

int CodeEditor::cursorLine() const
{
    int line = 0;
    int column = 0;
    if (m_editor)
        m_editor->getCursorPosition(&line, &column);
    return line;
}

int CodeEditor::cursorColumn() const
{
    int line = 0;
    int column = 0;
    if (m_editor)
        m_editor->getCursorPosition(&line, &column);
    return column;
}

int CodeEditor::cursorOffset() const
{
    if (!m_editor)
        return 0;
    const auto position = int(m_editor->SendScintilla(QsciScintillaBase::SCI_GETCURRENTPOS));
    return position == 0 ? 0 : int(m_editor->text(0, position).size());
}

void CodeEditor::setCursor(int line, int column)
{
    create();
    m_editor->setCursorPosition(line, column);
    m_editor->ensureLineVisible(line);
}

int CodeEditor::bytePosition(int offset) const
{
    return int(m_editor->text().left(offset).toUtf8().size());
}

void CodeEditor::selectRange(int begin, int end)
{
    create();
    m_editor->SendScintilla(QsciScintillaBase::SCI_SETSEL, static_cast<unsigned long>(bytePosition(begin)),
                            static_cast<long>(bytePosition(end)));
}

void CodeEditor::replaceRange(int begin, int end, const QString &text)
{
    create();
    const QByteArray bytes = text.toUtf8();
    m_editor->SendScintilla(QsciScintillaBase::SCI_SETTARGETRANGE, static_cast<unsigned long>(bytePosition(begin)),
                            static_cast<long>(bytePosition(end)));
    m_editor->SendScintilla(QsciScintillaBase::SCI_REPLACETARGET, static_cast<uintptr_t>(bytes.size()),
                            bytes.constData());
}

QsciLexer *CodeEditor::createLexer(QsciScintilla *) const
{
    return nullptr;
}

void CodeEditor::colorLexer(QsciLexer &) const {}

void CodeEditor::restyle() const
{
    if (!m_editor)
        return;
    applyColors(*m_editor);
    if (QsciLexer *lexer = m_editor->lexer())
        colorLexer(*lexer);
}

void CodeEditor::showEvent(QShowEvent *event)
{
    create();
    QWidget::showEvent(event);
}

void CodeEditor::focusInEvent(QFocusEvent *event)
{
    create();
    m_editor->setFocus(event->reason());
}

void CodeEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange)
        restyle();
    QWidget::changeEvent(event);
}

bool CodeEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride && !m_ownUndo) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore(); // the window's undo action is wanted, not Scintilla's command
            return true;
        }
    }
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    const bool isTab = key == Qt::Key_Tab || key == Qt::Key_Backtab;
    if (key == Qt::Key_F6 || (isTab && !keepsTab())) {
        focusNextPrevChild(key != Qt::Key_Backtab); // F6: where the window has no areas to go through
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Widgets
