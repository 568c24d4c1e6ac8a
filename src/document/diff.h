// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/config.h"

namespace Document {

/// One difference, with what it is made of below it: a table over its columns, topics and settings.
struct Change
{
    enum class Kind { Added, Removed, Changed };
    enum class Subject { Table, Column, Topic, Setting, Order };

    Kind kind = Kind::Changed;
    Subject subject = Subject::Setting;
    QString name;   ///< of the table, column, topic or setting
    QString before; ///< empty when added
    QString after;  ///< empty when removed
    QList<Change> parts;
    TablePtr tableBefore; ///< for tables: what was there, what will be
    TablePtr tableAfter;
};

/// Tables are matched by name: a renamed table is dropped and created by the service, so it counts as removed and added.
[[nodiscard]] QList<Change> diff(const Config &before, const Config &after);

/// What stands between two people who changed the same integration.
struct ThreeWay
{
    QStringList theirs;    ///< tables (or top-level settings) that they changed
    QStringList mine;      ///< those that I changed
    QStringList conflicts; ///< changed by both, differently
    Config merged;         ///< both sets of changes; only meaningful without conflicts

    [[nodiscard]] bool theyChanged() const { return !theirs.isEmpty(); }
    [[nodiscard]] bool canMerge() const { return conflicts.isEmpty(); }
};

[[nodiscard]] ThreeWay compareThree(const Config &loaded, const Config &mine, const Config &theirs);

/// A line of two texts compared, for the JSON tab of the review.
struct TextLine
{
    enum class Kind { Same, Added, Removed };

    Kind kind = Kind::Same;
    QByteArray text;
};

[[nodiscard]] QList<TextLine> diffLines(const QByteArray &before, const QByteArray &after);

} // namespace Document
