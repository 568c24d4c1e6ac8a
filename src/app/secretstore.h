// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/secret.h"

#include <QString>

#include <functional>

class QObject;

namespace App {

/// Where tokens are kept between runs. Every call answers later, and never to a context that died. A failure means
/// "for this session only": a token is never written anywhere else instead.
class SecretStore
{
public:
    using Read = std::function<void(Core::Expected<Core::Secret, QString>)>;
    using Written = std::function<void(Core::Outcome<QString>)>;

    virtual ~SecretStore() = default;

    /// An empty secret: there is no entry. A locked keychain can read as "no entry" too, so never conclude from it that
    /// an account is gone.
    virtual void read(const QString &key, QObject *context, Read done) = 0;
    virtual void write(const QString &key, const Core::Secret &secret, QObject *context, Written done) = 0;
    virtual void remove(const QString &key) = 0;
};

} // namespace App
