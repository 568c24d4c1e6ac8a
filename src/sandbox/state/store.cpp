// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/state/store.h"

#include "core/savefile.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Sandbox {

Core::Expected<std::unique_ptr<Store>, std::string> Store::open(const std::string &folder)
{
    std::unique_ptr<Store> store(new Store(folder + "/state.json"));
    if (const auto loaded = store->load(); !loaded)
        return Core::Unexpected{loaded.error()};
    return store;
}

Core::Outcome<std::string> Store::load()
{
    QFile file(Core::toQString(m_path));
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return Core::Unexpected{m_path + " cannot be read: " + Core::toStdString(file.errorString())};
        const auto json = Core::parseJson(file.readAll());
        const auto state =
            json ? stateFromJson(*json)
                 : Core::Expected<State, std::string>(Core::Unexpected{Core::toStdString(json.error().message)});
        if (state) {
            m_state = std::make_shared<const State>(*state);
            return std::monostate{};
        }
        file.close();
        const QString aside = Core::moveAside(file.fileName());
        if (aside.isEmpty())
            return Core::Unexpected{m_path + " cannot be used (" + state.error() + ") nor moved aside."};
        std::fprintf(stderr, "headgate-sandbox: %s cannot be used: %s. It was moved to %s; the sandbox starts anew.\n",
                     m_path.c_str(), state.error().c_str(), qUtf8Printable(aside));
    }
    m_isNew = true;
    m_state = std::make_shared<const State>(firstState());
    return save(*m_state);
}

std::shared_ptr<const State> Store::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

Core::Outcome<ApiError> Store::change(const std::function<Core::Outcome<ApiError>(State &)> &edit)
{
    const std::scoped_lock changing(m_changing);
    State edited = *state();
    if (const auto outcome = edit(edited); !outcome)
        return outcome;
    if (const auto saved = save(edited); !saved)
        return refuse(500, "The sandbox cannot save its state: " + saved.error(), "internal_server_error");
    const std::scoped_lock lock(m_mutex);
    m_state = std::make_shared<const State>(std::move(edited));
    return std::monostate{};
}

Core::Outcome<std::string> Store::save(const State &state) const
{
    const auto saved = Core::saveFile(Core::toQString(m_path), Core::toText(toJson(state), 1));
    if (!saved)
        return Core::Unexpected{Core::toStdString(saved.error())};
    return std::monostate{};
}

} // namespace Sandbox
