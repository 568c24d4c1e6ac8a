// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QByteArray>
#include <QString>

namespace Core {

/// Replaces the file by the contents, or leaves it as it was: after a crash, a kill or on a full disk there is the old
/// file or the new one, whole. The file is readable by its owner only (0600), a missing folder is made (0700).
/// QSaveFile::commit() alone returns true on a full disk, so each step is checked and the folder is synced.
/// The error is a sentence with the system's reason.
[[nodiscard]] Outcome<QString> saveFile(const QString &path, const QByteArray &contents);

/// Gives a file that cannot be understood another name beside its own, so that nothing overwrites it. The name, empty
/// when the file cannot be renamed.
QString moveAside(const QString &path);

} // namespace Core
