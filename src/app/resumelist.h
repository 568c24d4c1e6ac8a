// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>

namespace App {
class Settings;

/// One place to continue at.
struct ResumeEntry
{
    enum class Kind { Service, Editor };

    Kind kind = Kind::Service;
    QString account; ///< the session's label: accounts of the sandbox have a new address at each start
    QString baseUrl; ///< empty for the sandbox
    QString project;
    QString service;
    QString serviceType;
    QString integrationId; ///< Editor only
    QString title;         ///< "clickhouse-demo, table editor, 3 unsaved changes"
    QDateTime when;
};

/// "Continue where you stopped": the newest places first, each once.
class ResumeList final : public QObject
{
    Q_OBJECT
public:
    explicit ResumeList(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] const QList<ResumeEntry> &entries() const { return m_entries; }
    void remember(ResumeEntry entry);
    void forget(const ResumeEntry &entry);

signals:
    void changed();

private:
    void save();

    Settings &m_settings;
    QList<ResumeEntry> m_entries;
};

} // namespace App
