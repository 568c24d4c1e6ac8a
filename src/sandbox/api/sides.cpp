// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/sides.h"

#include "sandbox/api/lookup.h"

namespace Sandbox {

namespace {

// Neither a service nor an endpoint goes before its integrations, so both sides of one are there.
Side sideOf(const State &state, const std::string &service, const std::string &endpointId)
{
    if (endpointId.empty())
        return {state.service(service), nullptr};
    return {nullptr, state.endpoint(endpointId)};
}

} // namespace

Side sourceOf(const Integration &integration, const State &state)
{
    return sideOf(state, integration.sourceService, integration.sourceEndpointId);
}

Side destinationOf(const Integration &integration, const State &state)
{
    return sideOf(state, integration.destService, integration.destEndpointId);
}

std::vector<Side> sidesOf(const State &state)
{
    std::vector<Side> sides;
    sides.reserve(state.services.size() + state.endpoints.size());
    for (const Service &service : state.services)
        sides.push_back({&service, nullptr});
    for (const Endpoint &endpoint : state.endpoints)
        sides.push_back({nullptr, &endpoint});
    return sides;
}

Core::Expected<Side, ApiError> findSide(const State &state, const std::string &project, const Core::Json &body,
                                        const std::string &side)
{
    const std::string serviceName = textOf(body, (side + "_service").c_str());
    const std::string endpointId = textOf(body, (side + "_endpoint_id").c_str());
    if (serviceName.empty() == endpointId.empty()) {
        return refuse(400, "Exactly one of " + side + "_service and " + side + "_endpoint_id has to be given",
                      "bad_request");
    }
    const std::string sideProject = textOf(body, (side + "_project").c_str(), project);
    if (endpointId.empty()) {
        const auto service = findService(state, sideProject, serviceName);
        return service ? Core::Expected<Side, ApiError>(Side{*service, nullptr}) : Core::Unexpected{service.error()};
    }
    if (const auto known = checkProject(state, sideProject); !known)
        return Core::Unexpected{known.error()};
    if (const Endpoint *endpoint = state.endpoint(endpointId))
        return Side{nullptr, endpoint};
    return refuse(404, "Service integration endpoint " + endpointId + " does not exist",
                  "service_integration_endpoint_not_found");
}

} // namespace Sandbox
