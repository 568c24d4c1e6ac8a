// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/journey.h"

using namespace Qt::StringLiterals;

void Journey::init()
{
    if (m_failed)
        QSKIP("an earlier step failed");
}

void Journey::cleanup()
{
    if (!QTest::currentTestFailed())
        return;
    m_failed = true;
    (void)m_hand.takesPicture(u"failed-"_s + QString::fromLatin1(QTest::currentTestFunction()));
}

QTEST_MAIN(Journey)
