// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>

namespace Widgets {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

/// In the order of Token. Each text colour reaches 4.5:1 on every surface it stands on, edges and focus 3:1; a test
/// computes that.
constexpr std::array<Pair, std::size_t(Token::Count)> kColors{{
    {0xffffff, 0x191b1e}, // Base
    {0xf3f4f6, 0x212327}, // Window
    {0xf8f9fa, 0x1e2024}, // Alternate
    {0x1c2024, 0xe2e5e9}, // Text
    {0x5a636e, 0xa9b1bb}, // Dim
    {0x6b7480, 0x8b949f}, // Placeholder
    {0x868f9a, 0x767f8a}, // Faint
    {0xdfe3e8, 0x34383e}, // Border
    {0x848d98, 0x69727d}, // Control
    {0xeceef1, 0x2a2d32}, // Hover
    {0xe4e7eb, 0x2f3339}, // IdleSelection
    {0xd9e7fd, 0x23406b}, // Selection
    {0xffffff, 0x2b2e33}, // ButtonFace
    {0xc4cad2, 0x474d55}, // ButtonEdge
    {0x1a5fcc, 0x7fb2ff}, // Accent
    {0x1a5fcc, 0x2c6bdb}, // Fill
    {0xffffff, 0xffffff}, // OnFill
    {0xbf2430, 0xc93a43}, // DangerFill
    {0xffffff, 0xffffff}, // OnDangerFill
    {0xedf4ff, 0x1b2a42}, // AccentSoft
    {0x1a7437, 0x66c685}, // Ok
    {0xe8f5eb, 0x19301f}, // OkSoft
    {0x8a5300, 0xe5b454}, // Warning
    {0xfff6e0, 0x362b12}, // WarningSoft
    {0xbf2430, 0xff8a84}, // Error
    {0xfdeeee, 0x3c1d1f}, // ErrorSoft
    {0x1a5fcc, 0x7fb2ff}, // SyntaxKey
    {0x1a7437, 0x8fcb9b}, // SyntaxString
    {0x8233a8, 0xd6a3f5}, // SyntaxNumber
    {0xa34a00, 0xf0a875}, // SyntaxLiteral
    {0x67707c, 0x8b949f}, // SyntaxComment
}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF())) +
           0.0722 * linear(double(color.blueF()));
}

/// The desktop's palette as it was before ours: the only sign of its scheme that Qt 6.4 gives.
bool desktopIsDark()
{
    static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

} // namespace

QColor color(Token token, bool dark)
{
    const Pair &pair = kColors.at(std::size_t(token));
    return QColor(dark ? pair.dark : pair.light);
}

QColor color(Token token)
{
    return color(token, isDark());
}

bool isDark()
{
    return QApplication::palette().color(QPalette::Base).lightness() < 128;
}

QPalette paletteFor(bool dark)
{
    QPalette palette;
    const auto set = [&palette, dark](QPalette::ColorRole role, Token token) {
        palette.setColor(role, color(token, dark));
    };
    set(QPalette::Base, Token::Base);
    set(QPalette::Window, Token::Window);
    set(QPalette::Button, Token::ButtonFace);
    set(QPalette::AlternateBase, Token::Alternate);
    set(QPalette::Text, Token::Text);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::OnFill);
    set(QPalette::PlaceholderText, Token::Placeholder);
    set(QPalette::Light, Token::Hover);
    set(QPalette::Midlight, Token::IdleSelection);
    set(QPalette::Mid, Token::Border);
    set(QPalette::Dark, Token::Control);
    set(QPalette::Shadow, Token::Control);
    set(QPalette::Highlight, Token::Selection);
    set(QPalette::HighlightedText, Token::Text);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::ToolTipBase, Token::Window);
    set(QPalette::ToolTipText, Token::Text);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(Token::IdleSelection, dark));
    for (const QPalette::ColorRole role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(Token::Faint, dark));
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Token::Hover, dark));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Token::IdleSelection, dark));
    return palette;
}

void applyTheme(QApplication &, Scheme scheme)
{
    const bool desktopDark = desktopIsDark(); // asked first, before our palette hides the desktop's
    const bool dark = scheme == Scheme::System ? desktopDark : scheme == Scheme::Dark;
    QApplication::setPalette(paletteFor(dark));
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace Widgets
