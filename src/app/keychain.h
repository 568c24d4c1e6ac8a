// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secretstore.h"

namespace App {

/// The desktop's keychain (Secret Service, KWallet) through QtKeychain.
class Keychain final : public SecretStore
{
public:
    void read(const QString &key, QObject *context, Read done) override;
    void write(const QString &key, const Core::Secret &secret, QObject *context, Written done) override;
    void remove(const QString &key) override;
};

} // namespace App
