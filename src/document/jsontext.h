// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QByteArray>
#include <QString>

namespace Document {

/// Writes a value as the guide does: four spaces, one column a line, topics and lists of plain values in one line.
/// The first line is not indented, so that a key can stand before it.
[[nodiscard]] QByteArray guideText(const Core::Json &value, int level = 0, const QString &key = {});

/// "{"name": "id", "type": "UInt64"}": everything in one line, with the guide's spaces.
[[nodiscard]] QByteArray inlineText(const Core::Json &value);

/// Where a value stands in a text: the offset of its first byte, its length, and its line counted from 0.
struct TextPlace
{
    qsizetype offset = -1;
    qsizetype length = 0;
    int line = -1;
};

/// Finds the value of a JSON pointer in well-formed text; the nearest enclosing value that exists when it does not.
[[nodiscard]] TextPlace locate(const QByteArray &text, const QString &pointer);

/// The pointer of the innermost value around an offset: "/tables/0/columns/2".
[[nodiscard]] QString pointerAt(const QByteArray &text, qsizetype offset);

} // namespace Document
