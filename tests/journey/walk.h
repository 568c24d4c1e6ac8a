// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journey/console.h"
#include "journey/hand.h"
#include "journey/witness.h"

#include <QObject>
#include <QTest>

#include <optional>

// One act of the person; the test ends with what was looked for and what was there.
#define ACT(act) QVERIFY2((act), qPrintable(m_hand.reason()))

/// A walk through the real window with a sandbox of its own. A step needs those before it; the first failure skips the
/// rest. The test's own steps come after the ones of this class.
class Walk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void opensTheSandbox();

protected:
    Walk() = default;

    [[nodiscard]] bool opensTheService();
    [[nodiscard]] bool opensTheEndpoints();
    /// "Set up integration" with that kind chosen.
    [[nodiscard]] bool opensTheDialog(const QString &kind);
    [[nodiscard]] bool enables(const QString &whatIsSeenThen);
    /// From the end of the dialog: a table with the columns id and name, applied. Without a topic it reads the one that
    /// the editor proposes.
    [[nodiscard]] bool definesATable(const QString &name, const QString &group, const QString &topic = {});
    [[nodiscard]] bool opensTheSql();
    /// Types the statement into the SQL editor and presses Ctrl+Return.
    [[nodiscard]] bool runs(const QString &sql);
    /// Runs a SELECT on a connector table past the warning, until so many rows are there.
    [[nodiscard]] bool readsRows(const QString &sql, qsizetype count);

    /// What ClickHouse itself says.
    [[nodiscard]] QString ask(const QString &sql);
    [[nodiscard]] QStringList databases() { return ask(QStringLiteral("SHOW DATABASES")).split(QChar(u'\n')); }

    Hand m_hand;
    std::optional<Console> m_console;
    std::optional<Witness> m_witness;

private:
    bool m_failed = false;
};
