// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QListView;
class QStandardItem;

namespace App {

/// A group's heading in a list: neither selectable nor reachable.
[[nodiscard]] QStandardItem *headingRow(const QString &title);
/// A name over a dim second line; both are read aloud.
[[nodiscard]] QStandardItem *twoLineRow(const QString &name, const QString &secondLine, const QString &iconName);
/// One look for the lists of this dialog: no frame, no zebra, two-line rows, plain rows chosen one at a time.
void setUpList(QListView &view, const QString &accessibleName);

} // namespace App
