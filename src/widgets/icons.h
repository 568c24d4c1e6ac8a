// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QAnyStringView>
#include <QIcon>
#include <QStringList>

class QPainter;
class QRectF;

namespace Widgets {

/// An icon of the program's own set (resources/icons), painted at the device's resolution in the colour of the role
/// given here; faint when disabled. It follows a change of scheme by itself. An unknown name is a programming error.
[[nodiscard]] QIcon icon(QAnyStringView name, Token role = Token::Dim);
/// Paints the glyph in one colour, for delegates and custom painted parts.
void paintGlyph(QPainter &painter, const QRectF &rect, QAnyStringView name, const QColor &ink);
/// The names of all glyphs.
[[nodiscard]] QStringList iconNames();
/// The glyph of a service type as the API names it ("clickhouse", "kafka", "pg", "mysql"…); "gear" for unknown types.
[[nodiscard]] QString iconNameForService(QAnyStringView serviceType);

} // namespace Widgets
