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

/// The guide "Integrate with Apache Kafka", its steps in its order, in the real window against the real sandbox. After
/// each step ClickHouse and Kafka themselves are asked. A step needs those before it; the first failure skips the rest.
class Journey final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    // Create an integration
    void opensTheSandbox();
    void K11_choosesTheService();
    void K12_K13_K14_choosesTheSource();
    void K15_K18_K19_K20_enablesTheIntegration();
    // Update the integration settings
    void K21_definesTheTable();
    void K28_seesTheGuidesJson();
    void reviewsTheChange();
    void K32_appliesTheChange();
    // Read and store data
    void K33_K34_isWarnedBeforeReading();
    void readsOnce();
    void K36_makesTheDestination();
    void K35_K37_makesTheView();
    void K38_seesDataFlow();
    // Write data back to the topic
    void K40_writesBack();
    void addsASecondTopic();
    void K41_isKeptFromWritingToTwoTopics();
    // Look around and clean up
    void browsesTheDatabases();
    void looksAtATable();
    void peeksWithoutConsuming();
    void makesADatabase();
    void deletesTheDatabase();
    void seesWhatADisconnectErases();
    void disconnects();
    void isToldAboutARefusedToken();

private:
    [[nodiscard]] QString ask(const QString &sql)
    {
        return m_witness->clickHouse(QStringLiteral("clickhouse-demo"), sql);
    }
    [[nodiscard]] QStringList messages(const QString &topic)
    {
        return m_witness->messages(QStringLiteral("kafka-demo"), topic);
    }
    /// Types the statement into the SQL editor and presses Ctrl+Return.
    [[nodiscard]] bool runs(const QString &sql);
    [[nodiscard]] bool reviewsAndApplies();
    /// Form and JSON stand side by side; in a narrow window they are tabs.
    void lookAt(const QString &view) { (void)m_hand.turnTo(view, 0); }

    bool m_failed = false;
    Hand m_hand;
    std::optional<Console> m_console;
    std::optional<Witness> m_witness;
};
