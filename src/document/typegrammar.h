// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Document {

/// What is wrong with a column type as far as it can be told without the server, with a mended text when there is one.
struct TypeIssue
{
    enum class Certainty { Wrong, Doubtful }; ///< doubtful: a name this program does not know, the service may

    Certainty certainty = Certainty::Wrong;
    QString message;
    QString fixCaption;
    QString mended;
};

/// The first answer while typing; the service has the last word. Linear in the length of the text.
[[nodiscard]] std::optional<TypeIssue> checkType(const QString &type);

/// For completion: plain types first, then the ones that take arguments, as "Array(".
[[nodiscard]] const QStringList &typeNames();

} // namespace Document
