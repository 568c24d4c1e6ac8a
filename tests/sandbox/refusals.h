// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "support/rawhttp.h"

#include <QTest>

#include <span>

/// A call that the sandbox must refuse. Plain texts: with JSON and QString temporaries the sanitizers' build of a table of
/// them took minutes.
struct Refusal
{
    const char *name;
    const char *method;
    const char *path;
    const char *body; ///< null: none is sent
    int status;
    const char *message;
};

/// One row of a test for each.
inline void addRefusals(std::span<const Refusal> refusals)
{
    QTest::addColumn<Refusal>("refusal");
    for (const Refusal &refusal : refusals)
        QTest::newRow(refusal.name) << refusal;
}

/// The error's shape of aiven-api.md, chapter 3, whatever was sent.
inline void compareErrorShape(const RawHttp::Answer &answer, int status)
{
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
    const auto json = Core::parseJson(answer.body);
    QVERIFY2(json, answer.body.left(500).constData());
    QVERIFY(!Core::textAt(*json, "message").isEmpty());
    QCOMPARE(int(Core::integerAt((*json)["errors"][0], "status")), status);
}
