// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QSslCertificate>

namespace ClickHouse {

/// Gets the certificates of an authority that the system does not know, but that may vouch for a server: a project's own.
/// Lives in the thread of the queries.
class Authority : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// answered() follows, perhaps before this returns.
    virtual void ask() = 0;

signals:
    /// Nothing when they could not be had. Every question is answered, also when the authority goes away.
    void answered(const QList<QSslCertificate> &certificates);
};

} // namespace ClickHouse
