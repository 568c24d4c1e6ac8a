// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secretstore.h"

#include <QObject>
#include <QStringList>

#include <map>

/// A keychain of this process. A locked one fails every call.
class MemoryStore final : public App::SecretStore
{
public:
    void read(const QString &key, QObject *context, Read done) override
    {
        QMetaObject::invokeMethod(
            context,
            [this, key, done = std::move(done)] {
                if (locked)
                    done(Core::Unexpected{QStringLiteral("locked")});
                else
                    done(m_secrets[key]);
            },
            Qt::QueuedConnection);
    }
    void write(const QString &key, const Core::Secret &secret, QObject *context, Written done) override
    {
        if (!locked)
            m_secrets[key] = secret;
        QMetaObject::invokeMethod(
            context,
            [fails = locked, done = std::move(done)] {
                if (fails)
                    done(Core::Unexpected{QStringLiteral("locked")});
                else
                    done(std::monostate());
            },
            Qt::QueuedConnection);
    }
    void remove(const QString &key) override { m_secrets.erase(key); }

    [[nodiscard]] QStringList keys() const
    {
        QStringList keys;
        for (const auto &[key, secret] : m_secrets)
            keys << key;
        return keys;
    }

    bool locked = false;

private:
    std::map<QString, Core::Secret> m_secrets;
};
