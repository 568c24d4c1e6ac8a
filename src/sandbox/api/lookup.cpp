// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"

namespace Sandbox {

Core::Outcome<ApiError> checkProject(const State &state, const std::string &project)
{
    if (project != state.project)
        return refuse(404, "Project " + project + " does not exist", "project_does_not_exist");
    return std::monostate{};
}

ApiError poweredOff(const Service &service)
{
    return {409, "Service " + service.name + " is powered off", "not_powered"};
}

Core::Expected<const Service *, ApiError> findService(const State &state, const std::string &project,
                                                      const std::string &name)
{
    if (const auto known = checkProject(state, project); !known)
        return Core::Unexpected{known.error()};
    const Service *service = state.service(name);
    if (!service)
        return refuse(404, "Service " + name + " does not exist", "service_does_not_exist");
    return service;
}

Core::Expected<const Service *, ApiError> findService(const State &state, const Request &request,
                                                      const std::string &type)
{
    auto service = findService(state, request.name("project"), request.name("service"));
    if (service && !type.empty() && (*service)->type != type) {
        return refuse(400, "Service " + (*service)->name + " is of type " + (*service)->type + ", not " + type,
                      "invalid_service_type");
    }
    return service;
}

} // namespace Sandbox
