// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace App {

struct Kind;
struct ProjectFacts;
struct Route;

/// One row of "Source" (or "Target", for what sends logs and metrics): the side that is not the ClickHouse service.
struct Source
{
    enum class Group { InThisProject, ExternalEndpoints };
    enum class State { Running, Working, PoweredOff, Unknown };

    Group group = Group::InThisProject;
    QString name;
    QString type;       ///< of the service or endpoint
    QString endpointId; ///< empty for a service
    QString iconName;
    QString facts; ///< "Aiven for Apache Kafka 3.9 · business-4 · sandbox"
    State state = State::Unknown;
    QString stateText;
    QString reason; ///< set: it cannot be chosen, and this says why
    int nodeCount = 0;

    [[nodiscard]] bool isAvailable() const { return reason.isEmpty(); }
    [[nodiscard]] bool isEndpoint() const { return !endpointId.isEmpty(); }
    /// Tells rows apart: a service and an endpoint may have the same name.
    [[nodiscard]] QString key() const { return isEndpoint() ? endpointId : name; }
};

/// Services of the project and external endpoints that fit the kind. What fits another route of the kind only stays
/// visible, with the reason.
[[nodiscard]] QList<Source> sourcesOf(const ProjectFacts &facts, const Kind &kind, const Route &route);

/// Why nothing can be enabled for the ClickHouse service now: plan, power, or it is gone. Empty when nothing stands
/// against it. For the plan the guide's sentence: "… Startup plans and higher. This service: hobbyist."
[[nodiscard]] QString serviceProblem(const ProjectFacts &facts);
/// Why this user cannot change integrations: the missing right and whom to ask. Empty when nothing is known against it.
[[nodiscard]] QString permissionProblem(const ProjectFacts &facts);

} // namespace App
