// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QApplication;
class QPalette;

namespace Widgets {

/// Which colours to show; System follows the desktop.
enum class Scheme { System, Light, Dark };

/// Every colour of the program, by what it is for. Those with a palette role are in the QPalette too; text and
/// surfaces should be taken from there, the rest from color().
enum class Token {
    Base,      ///< pages, editors, tables
    Window,    ///< navigator, bars, footers
    Alternate, ///< current line, quoted messages
    Text,
    Dim, ///< icons, second lines, headers, line numbers
    Placeholder,
    Faint,   ///< disabled
    Border,  ///< 1 px lines, cards
    Control, ///< edges of fields, ticks, combos
    Hover,
    IdleSelection, ///< selection of a view without the focus; neutral pills
    Selection,
    ButtonFace, ///< plain buttons
    ButtonEdge,
    Accent, ///< links, quiet buttons, focus, current tab
    Fill,   ///< primary button, ticks, progress
    OnFill,
    DangerFill,
    OnDangerFill,
    AccentSoft, ///< tiles, chips, info bar
    Ok,
    OkSoft,
    Warning,
    WarningSoft,
    Error,
    ErrorSoft,
    SyntaxKey,
    SyntaxString,
    SyntaxNumber,
    SyntaxLiteral,
    SyntaxComment,
    Count
};

/// The colour in the light or dark scheme: the one declaration of all of them.
[[nodiscard]] QColor color(Token token, bool dark);
/// The colour in the scheme that the application shows now.
[[nodiscard]] QColor color(Token token);
/// Whether the application's palette is the dark one.
[[nodiscard]] bool isDark();

/// Puts the scheme's colours into the application's palette. Widgets get QEvent::PaletteChange; nothing restarts.
void applyTheme(QApplication &application, Scheme scheme);
[[nodiscard]] QPalette paletteFor(bool dark);

/// (lighter + 0.05) / (darker + 0.05), as WCAG defines it.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);

} // namespace Widgets
