// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setting.h"

#include <QByteArray>
#include <QStringList>

namespace App {

/// Every remembered preference. Never a secret: tokens are in the SecretStore.
class Settings
{
public:
    explicit Settings(QSettings &store) : m_store(store) {}

private:
    QSettings &m_store; // first: the settings below refer to it

public:
    Core::Setting<QByteArray> geometry{m_store, QStringLiteral("window/geometry"), {}};
    Core::Setting<QByteArray> navigatorSplitter{m_store, QStringLiteral("window/navigatorSplitter"), {}};
    Core::Setting<QByteArray> sqlSplitter{m_store, QStringLiteral("window/sqlSplitter"), {}};
    Core::Setting<bool> navigatorShown{m_store, QStringLiteral("window/navigatorShown"), true};
    Core::Setting<int> zoomPercent{m_store, QStringLiteral("window/zoomPercent"), 100};
    Core::Setting<int> scheme{m_store, QStringLiteral("window/scheme"), 0}; ///< a Widgets::Scheme
    Core::Setting<QStringList> accounts{
        m_store, QStringLiteral("session/accounts"), {}}; ///< those with kept tokens; see Accounts
    Core::Setting<QStringList> resume{m_store, QStringLiteral("session/resume"), {}}; ///< see ResumeList
    Core::Setting<QString> lastFolder{m_store, QStringLiteral("session/lastFolder"), {}};
};

} // namespace App
