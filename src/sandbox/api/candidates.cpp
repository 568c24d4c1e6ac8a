// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/candidates.h"

#include "sandbox/api/objects.h"
#include "sandbox/api/sides.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace Sandbox {

namespace {

using Core::Json;

bool holds(const Json &list, const std::string &word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

class Candidates
{
public:
    Candidates(const Service &service, const State &state) : m_service(service), m_state(state), m_sides(sidesOf(state))
    {
        for (const Integration &integration : state.integrations)
            m_enabled.insert(keyOf(integration.type, sourceOf(integration, state), destinationOf(integration, state)));
    }

    /// Adds what one entry of the catalogue makes possible.
    void add(const Json &type, Json &list) const
    {
        const Side self{&m_service, nullptr};
        const Json &sourceTypes = type.at("source_service_types");
        const Json &destinationTypes = type.at("dest_service_types");
        for (const Side &other : m_sides) {
            if (holds(sourceTypes, self.type()) && holds(destinationTypes, other.type()))
                addPairing(type, self, other, list);
            if (other.service != &m_service && holds(sourceTypes, other.type()) && holds(destinationTypes, self.type()))
                addPairing(type, other, self, list);
        }
    }

private:
    using Key = std::tuple<std::string, const Service *, const Endpoint *, const Service *, const Endpoint *>;

    static Key keyOf(const std::string &type, const Side &source, const Side &destination)
    {
        return {type, source.service, source.endpoint, destination.service, destination.endpoint};
    }

    void addPairing(const Json &type, const Side &source, const Side &destination, Json &list) const
    {
        const bool isPossible = (!source.service || hasIntegrations(*source.service)) &&
                                (!destination.service || hasIntegrations(*destination.service));
        if (isPossible && !m_enabled.contains(keyOf(type.at("integration_type"), source, destination)))
            list.push_back(pairingJson(type, source, destination, m_state));
    }

    const Service &m_service;
    const State &m_state;
    const std::vector<Side> m_sides;
    std::set<Key> m_enabled;
};

} // namespace

Json candidatesFor(const Service &service, const State &state, const Catalog &catalog)
{
    Json list = Json::array();
    const Candidates candidates(service, state);
    for (const Json &type : catalog.integrationTypes())
        candidates.add(type, list);
    return list;
}

} // namespace Sandbox
