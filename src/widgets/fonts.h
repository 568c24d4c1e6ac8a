// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QApplication;

namespace Widgets {

/// Sets the UI font times the zoom (1.0 = 100 %). The desktop's own font when a desktop names one, else Inter 10 pt,
/// else DejaVu Sans 9 pt. Call it before the first widget; later calls change the zoom of everything shown.
void applyFonts(QApplication &application, double zoom = 1.0);

[[nodiscard]] QFont scaledFont(double factor, QFont::Weight weight = QFont::Normal);
[[nodiscard]] QFont welcomeFont();     ///< 1.75
[[nodiscard]] QFont titleFont();       ///< 1.4, page title
[[nodiscard]] QFont dialogTitleFont(); ///< 1.25
[[nodiscard]] QFont headingFont();     ///< 1.1, section
[[nodiscard]] QFont labelFont();       ///< 1.0, weight 500: field labels, names in lists
[[nodiscard]] QFont smallFont();       ///< 0.92, help and second lines
[[nodiscard]] QFont pillFont();        ///< 0.86
/// For names, types, values, JSON, SQL and commands; never for prose. No ligatures.
[[nodiscard]] QFont fixedFont();

} // namespace Widgets
