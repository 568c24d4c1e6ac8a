// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codeeditorlook.h"

#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/theme.h"

#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexer.h>
#include <Qsci/qsciscintilla.h>

namespace Widgets::CodeLook {

namespace {

using namespace Qt::StringLiterals;

/// Keys that Scintilla binds and the program wants for itself: zoom, new tab, address of commands.
void freeKeys(QsciScintilla &editor)
{
    const QList<QKeyCombination> wanted{Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Minus, Qt::CTRL | Qt::Key_Equal,
                                        Qt::CTRL | Qt::Key_T,    Qt::CTRL | Qt::Key_L,     Qt::CTRL | Qt::Key_U,
                                        Qt::CTRL | Qt::Key_D,    Qt::CTRL | Qt::Key_K};
    for (QsciCommand *command : editor.standardCommands()->commands()) {
        if (wanted.contains(QKeyCombination::fromCombined(command->key())))
            command->setKey(0);
        if (wanted.contains(QKeyCombination::fromCombined(command->alternateKey())))
            command->setAlternateKey(0);
    }
}

void setUpMargins(QsciScintilla &editor)
{
    editor.setMarginLineNumbers(NumberMargin, true);
    editor.setMarginType(MarkMargin, QsciScintilla::SymbolMargin);
    editor.setMarginWidth(FoldMargin, 0);
    editor.setMarginSensitivity(MarkMargin, false);
    editor.markerDefine(QsciScintilla::Background, ErrorLineMarker);
    editor.markerDefine(QsciScintilla::LeftRectangle, ErrorMarginMarker);
    editor.markerDefine(QsciScintilla::LeftRectangle, ActiveMarker);
    editor.setMarginMarkerMask(MarkMargin, (1 << ErrorMarginMarker) | (1 << ActiveMarker));
    editor.indicatorDefine(QsciScintilla::SquiggleIndicator, ErrorIndicator);
    editor.indicatorDefine(QsciScintilla::StraightBoxIndicator, HitIndicator);
    editor.setIndicatorDrawUnder(true, HitIndicator);
}

void colorMargins(QsciScintilla &editor)
{
    editor.setMarginsFont(fixedFont());
    editor.setMarginsBackgroundColor(color(Token::Base));
    editor.setMarginsForegroundColor(color(Token::Dim));
    editor.setMarginWidth(NumberMargin, u"0"_s.repeated(qMax(3, int(QString::number(editor.lines()).size()) + 1)));
    editor.setMarginWidth(MarkMargin, H(0.5));
}

void colorMarks(QsciScintilla &editor)
{
    editor.setMatchedBraceBackgroundColor(color(Token::IdleSelection));
    editor.setMatchedBraceForegroundColor(color(Token::Text));
    editor.setUnmatchedBraceForegroundColor(color(Token::Error));
    editor.setUnmatchedBraceBackgroundColor(color(Token::Base));
    editor.setMarkerBackgroundColor(color(Token::ErrorSoft), ErrorLineMarker);
    editor.setMarkerBackgroundColor(color(Token::Error), ErrorMarginMarker);
    editor.setMarkerForegroundColor(color(Token::Error), ErrorMarginMarker);
    editor.setMarkerBackgroundColor(color(Token::Accent), ActiveMarker);
    editor.setMarkerForegroundColor(color(Token::Accent), ActiveMarker);
    editor.setIndicatorForegroundColor(color(Token::Error), ErrorIndicator);
    editor.setIndicatorForegroundColor(color(Token::Warning), HitIndicator);
}

} // namespace

void setUp(QsciScintilla &editor)
{
    editor.setFrameShape(QFrame::NoFrame);
    editor.setUtf8(true);
    editor.setEolMode(QsciScintilla::EolUnix);
    editor.setIndentationsUseTabs(false);
    editor.setIndentationWidth(4);
    editor.setTabWidth(4);
    editor.setAutoIndent(true);
    editor.setBraceMatching(QsciScintilla::SloppyBraceMatch);
    editor.setCaretLineVisible(true);
    editor.setScrollWidth(1);
    editor.setScrollWidthTracking(true);
    // The colours of a large text are computed while idle, not before it is shown.
    editor.SendScintilla(QsciScintillaBase::SCI_SETIDLESTYLING, QsciScintillaBase::SC_IDLESTYLING_ALL);
    setUpMargins(editor);
    freeKeys(editor);
}

void applyColors(QsciScintilla &editor)
{
    const QColor paper = color(Token::Base);
    const QFont font = fixedFont();
    editor.setPaper(paper);
    editor.setColor(color(Token::Text));
    editor.setFont(font);
    if (QsciLexer *lexer = editor.lexer()) {
        lexer->setDefaultPaper(paper);
        lexer->setDefaultColor(color(Token::Text));
        lexer->setDefaultFont(font);
        lexer->setPaper(paper, -1);
        lexer->setColor(color(Token::Text), -1);
        lexer->setFont(font, -1);
    }
    editor.setCaretForegroundColor(color(Token::Text));
    editor.setCaretLineBackgroundColor(color(Token::Alternate));
    editor.setSelectionBackgroundColor(color(Token::Selection));
    editor.resetSelectionForegroundColor();
    colorMargins(editor);
    colorMarks(editor);
}

} // namespace Widgets::CodeLook
