// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace App {

struct Kind;
struct SetUpFacts;

/// One row of "Source".
struct Source
{
    enum class Group { InThisProject, ExternalEndpoints };
    enum class State { Running, Working, PoweredOff, Unknown };

    Group group = Group::InThisProject;
    QString name;
    QString facts; ///< "Aiven for Apache Kafka 3.9 · business-4 · sandbox"
    State state = State::Unknown;
    QString stateText;
    QString reason; ///< set: it cannot be chosen, and this says why

    [[nodiscard]] bool isAvailable() const { return reason.isEmpty(); }
};

/// Services of the project and external endpoints that fit the kind.
[[nodiscard]] QList<Source> sourcesOf(const SetUpFacts &facts, const Kind &kind);

/// The guide's sentence and the plan: "… Startup plans and higher. This service: hobbyist." Empty when the plan allows it.
[[nodiscard]] QString planProblem(const SetUpFacts &facts);

} // namespace App
