// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resumelist.h"

#include "app/settings.h"
#include "core/json.h"

namespace App {

namespace {

constexpr qsizetype kMost = 4;

bool samePlace(const ResumeEntry &one, const ResumeEntry &other)
{
    return one.account == other.account && one.project == other.project && one.service == other.service;
}

QString toText(const ResumeEntry &entry)
{
    const Core::Json json{
        {"kind", int(entry.kind)},
        {"account", Core::toStdString(entry.account)},
        {"base_url", Core::toStdString(entry.baseUrl)},
        {"project", Core::toStdString(entry.project)},
        {"service", Core::toStdString(entry.service)},
        {"service_type", Core::toStdString(entry.serviceType)},
        {"integration_id", Core::toStdString(entry.integrationId)},
        {"title", Core::toStdString(entry.title)},
        {"when", Core::toStdString(entry.when.toUTC().toString(Qt::ISODate))},
    };
    return QString::fromUtf8(Core::toText(json));
}

ResumeEntry fromJson(const Core::Json &json)
{
    return {ResumeEntry::Kind(Core::integerAt(json, "kind") == 1),
            Core::textAt(json, "account"),
            Core::textAt(json, "base_url"),
            Core::textAt(json, "project"),
            Core::textAt(json, "service"),
            Core::textAt(json, "service_type"),
            Core::textAt(json, "integration_id"),
            Core::textAt(json, "title"),
            QDateTime::fromString(Core::textAt(json, "when"), Qt::ISODate)};
}

} // namespace

ResumeList::ResumeList(Settings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    const QStringList lines = settings.resume.get();
    for (const QString &line : lines) {
        const auto json = Core::parseJson(line.toUtf8());
        if (json && json->is_object() && !Core::textAt(*json, "service").isEmpty())
            m_entries.append(fromJson(*json));
    }
}

void ResumeList::remember(ResumeEntry entry)
{
    entry.when = QDateTime::currentDateTime();
    m_entries.removeIf([&entry](const ResumeEntry &old) { return samePlace(old, entry); });
    m_entries.prepend(std::move(entry));
    while (m_entries.size() > kMost)
        m_entries.removeLast();
    save();
}

void ResumeList::forget(const ResumeEntry &entry)
{
    m_entries.removeIf([&entry](const ResumeEntry &old) { return samePlace(old, entry); });
    save();
}

void ResumeList::save()
{
    QStringList lines;
    for (const ResumeEntry &entry : m_entries)
        lines << toText(entry);
    m_settings.resume.set(lines);
    emit changed();
}

} // namespace App
