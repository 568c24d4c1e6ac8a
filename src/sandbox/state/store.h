// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/apierror.h"
#include "sandbox/state/model.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace Sandbox {

/// The state and its file. What a change() acknowledged survives a kill at any moment, because the file is replaced
/// before anybody sees the new state. Thread-safe.
class Store
{
public:
    /// Reads DIR/state.json, or begins with the first state. A file that cannot be read is moved aside, never
    /// overwritten, and said on standard error. The error is a sentence.
    [[nodiscard]] static Core::Expected<std::unique_ptr<Store>, std::string> open(const std::string &folder);

    /// True when there was no state before this run.
    [[nodiscard]] bool isNew() const { return m_isNew; }

    [[nodiscard]] std::shared_ptr<const State> state() const;
    /// Lets the function edit a copy; what it returned without an error is saved and then becomes the state.
    [[nodiscard]] Core::Outcome<ApiError> change(const std::function<Core::Outcome<ApiError>(State &)> &edit);

private:
    explicit Store(std::string path) : m_path(std::move(path)) {}
    [[nodiscard]] Core::Outcome<std::string> save(const State &state) const;
    [[nodiscard]] Core::Outcome<std::string> load();

    const std::string m_path;
    mutable std::mutex m_mutex;
    std::mutex m_changing; ///< held while a change is saved, so that readers never wait for the disk
    std::shared_ptr<const State> m_state;
    bool m_isNew = false;
};

} // namespace Sandbox
