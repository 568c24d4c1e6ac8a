// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "sandbox/process/janitor.h"

#include <memory>
#include <string>

namespace Sandbox {

/// The folder of one sandbox, locked for the life of the object. A temporary one is removed at the end, also when the
/// process is killed.
class DataFolder
{
public:
    struct Refusal
    {
        std::string message; ///< a sentence
        bool isInUse = false;
    };

    /// An empty path makes a temporary folder.
    [[nodiscard]] static Core::Expected<std::unique_ptr<DataFolder>, Refusal> open(const std::string &path);
    ~DataFolder();
    DataFolder(const DataFolder &) = delete;
    DataFolder &operator=(const DataFolder &) = delete;

    /// Absolute, without a slash at the end.
    [[nodiscard]] const std::string &path() const { return m_path; }
    void removeIfTemporary() const;

private:
    enum class Kind { Kept, Temporary };

    DataFolder(std::string path, Kind kind) : m_path(std::move(path)), m_kind(kind) {}
    [[nodiscard]] Core::Outcome<Refusal> lock();

    const std::string m_path;
    const Kind m_kind;
    std::unique_ptr<Janitor> m_janitor; ///< of a temporary one
    int m_lock = -1;
};

} // namespace Sandbox
