// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/otherdatabases.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr int startMilliseconds = 60'000;
constexpr int endMilliseconds = 20'000;

} // namespace

bool OtherDatabases::start()
{
    m_process.start(u"python3"_s, {QStringLiteral(OTHER_DATABASES)});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(startMilliseconds))
            return false;
    }
    m_facts = QJsonDocument::fromJson(m_process.readLine()).object();
    return !m_facts.isEmpty();
}

OtherDatabases::~OtherDatabases()
{
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(endMilliseconds))
        m_process.terminate();
}

QString OtherDatabases::port(const QString &of) const
{
    const int number = m_facts[of].toInt();
    return number == 0 ? QString() : QString::number(number);
}
