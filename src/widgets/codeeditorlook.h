// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QsciScintilla;

/// How a Scintilla widget is set up for the program: margins, marks, keys, colours.
namespace Widgets::CodeLook {

enum Margin { NumberMargin, MarkMargin, FoldMargin };
enum Marker { ErrorLineMarker, ErrorMarginMarker, ActiveMarker };
enum Indicator { ErrorIndicator = 8, HitIndicator }; // below 8 belongs to lexers

/// What holds as long as the editor lives.
void setUp(QsciScintilla &editor);
/// Colours and fonts, but those of the lexer's styles; again at each change of scheme or zoom.
void applyColors(QsciScintilla &editor);

} // namespace Widgets::CodeLook
