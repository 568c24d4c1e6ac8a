// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"

#include <QPointer>
#include <QString>

namespace App {
/// Where one is: a service of a project of an account.
struct Place
{
    QPointer<Session> session;
    QString project;
    QString service;
    QString serviceType;

    [[nodiscard]] bool isService() const { return session && !service.isEmpty(); }
    friend bool operator==(const Place &one, const Place &other)
    {
        return one.session == other.session && one.project == other.project && one.service == other.service;
    }
};

} // namespace App
