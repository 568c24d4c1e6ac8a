// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/navigatormodel.h"

#include <memory>

namespace App {

struct UserMessage;

/// The rows of the navigator: how each kind looks and what is read aloud of it.
using NavigatorItem = std::unique_ptr<QStandardItem>;

[[nodiscard]] NavigatorItem makeItem(NavigatorModel::Node node, const QString &name, const QString &iconName);
/// What stands in place of rows that are not there; nobody can stop at it.
[[nodiscard]] NavigatorItem makeNote(const QString &text);
[[nodiscard]] NavigatorItem makeReadingNote(NavigatorModel::Node child);
/// What failed. The row is narrow: cause and next step are its tooltip and are read aloud with it.
[[nodiscard]] NavigatorItem makeFailureNote(const UserMessage &message);
/// "Try again", below what failed.
[[nodiscard]] NavigatorItem makeRetry();
/// The words of the state, which the delegate paints beside the name, are read aloud with it.
void fillService(QStandardItem &item, const Aiven::Service &service);
[[nodiscard]] bool isNode(const QStandardItem &item, NavigatorModel::Node node);
/// As NavigatorModel::isNote(), for an item that has no index: what an item held before it was inserted in a block
/// does not know the model in Qt 6.4.
[[nodiscard]] bool isNote(const QStandardItem &item);

} // namespace App
