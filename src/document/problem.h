// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QList>
#include <QString>

namespace Document {

enum class Severity { Warning, Error }; ///< errors block Apply, warnings need one tick

/// A mend that can be made in one click: a value set, or an element removed, at a JSON pointer.
struct Fix
{
    enum class Kind { None, Set, Remove };

    Kind kind = Kind::None;
    QString caption; ///< of the button: "Add the bracket"
    QString pointer;
    Core::Json value;
};

/// What is wrong, and where. The rule's id is stable and never translated.
struct Problem
{
    Severity severity = Severity::Error;
    QString ruleId;  ///< "columns.type"
    QString message; ///< one sentence, translated
    QString pointer; ///< "/tables/0/columns/5/type"
    Fix fix;

    /// The row of the table it is about, or -1 when it is about the whole document.
    [[nodiscard]] int table() const;
};

[[nodiscard]] int countOf(const QList<Problem> &problems, Severity severity);

} // namespace Document
