// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/endpoints/projectfacts.h"
#include "app/setup/setupchoice.h"

#include <QCoreApplication>

#include <optional>

namespace App {

/// What the dialog says about a kind and a choice. Pure functions of the facts.
class SetUpWords
{
    Q_DECLARE_TR_FUNCTIONS(App::SetUpWords)

public:
    struct Side
    {
        QString iconName;
        QString name;
        QString facts;
    };
    struct Picture
    {
        Side left;
        Side right;
    };

    /// "Apache Kafka" for the type "kafka" of the kind.
    [[nodiscard]] static QString serviceTitle(const Kind &kind, const QString &serviceType);
    /// "Add external Apache Kafka endpoint…"
    [[nodiscard]] static QString addEndpoint(const QString &typeTitle);
    /// One sentence below the title of the page.
    [[nodiscard]] static QString about(const Kind &kind, const Route *route);
    /// In place of an empty list of sources or targets.
    [[nodiscard]] static QString nothingThere(const Kind &kind);
    [[nodiscard]] static QString topics(const QStringList &names);
    [[nodiscard]] static QString topicCount(qsizetype count);
    [[nodiscard]] static Picture picture(const ProjectFacts &facts, const Kind &kind, const Route *route,
                                         const std::optional<SetUpChoice> &choice, const QString &sourceFacts);
    /// What appears where, before the click.
    [[nodiscard]] static QString consequence(const Kind &kind, const Route *route,
                                             const std::optional<SetUpChoice> &choice);
    /// Beside Enable: "Creates service_kafka-demo".
    [[nodiscard]] static QString creates(const SetUpChoice &choice);
    /// "`a`, `b` and 3 more"; the names are quoted as in SQL.
    [[nodiscard]] static QString listed(const QStringList &names);
};

} // namespace App
