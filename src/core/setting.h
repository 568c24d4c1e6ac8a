// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>
#include <QVariant>

namespace Core {

/// One remembered preference: its key, type and default stand together, once, where it is declared.
template <typename T>
class Setting
{
public:
    Setting(QSettings &store, QString key, T initial)
        : m_store(store)
        , m_key(std::move(key))
        , m_initial(std::move(initial))
    {}

    [[nodiscard]] T get() const { return m_store.value(m_key, QVariant::fromValue(m_initial)).template value<T>(); }
    void set(const T &value) { m_store.setValue(m_key, QVariant::fromValue(value)); }

private:
    QSettings &m_store;
    QString m_key;
    T m_initial;
};

} // namespace Core
