// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Core {

/// "12 480": groups of three parted by a thin space.
[[nodiscard]] QString formatCount(qint64 count);
/// "1.2 MiB", "512 B".
[[nodiscard]] QString formatBytes(qint64 bytes);
/// "0.184 s" below ten seconds, "12 s" below two minutes, then "3 min 05 s".
[[nodiscard]] QString formatDuration(qint64 milliseconds);
/// Text from outside, fit for one line of a label: control, zero-width and bidirectional characters become visible marks,
/// and what is longer than the limit is cut with an ellipsis.
[[nodiscard]] QString displayText(const QString &text, qsizetype limit = 2000);

} // namespace Core
