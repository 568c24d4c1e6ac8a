// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of the editor for code: what is wrong, and what is current.
#include "widgets/codeeditor.h"

#include "widgets/codeeditorlook.h"

#include <Qsci/qsciscintilla.h>

namespace Widgets {

using namespace CodeLook;

void CodeEditor::setErrorLine(int line)
{
    create();
    clearErrorLine();
    m_editor->markerAdd(line, ErrorLineMarker);
    m_editor->markerAdd(line, ErrorMarginMarker);
    m_editor->ensureLineVisible(line);
}

void CodeEditor::clearErrorLine()
{
    if (!m_editor)
        return;
    m_editor->markerDeleteAll(ErrorLineMarker);
    m_editor->markerDeleteAll(ErrorMarginMarker);
    const int last = m_editor->lines() - 1;
    m_editor->clearIndicatorRange(0, 0, last, m_editor->lineLength(last), ErrorIndicator);
}

void CodeEditor::setErrorRange(int begin, int end)
{
    create();
    const int from = bytePosition(begin);
    m_editor->SendScintilla(QsciScintillaBase::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(ErrorIndicator));
    m_editor->SendScintilla(QsciScintillaBase::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from),
                            static_cast<long>(bytePosition(end) - from));
}

void CodeEditor::setActiveLines(int first, int last)
{
    create();
    m_editor->markerDeleteAll(ActiveMarker);
    for (int line = qMax(0, first); first >= 0 && line <= last; ++line)
        m_editor->markerAdd(line, ActiveMarker);
}

} // namespace Widgets
