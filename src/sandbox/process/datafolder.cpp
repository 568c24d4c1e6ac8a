// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/process/datafolder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace Sandbox {

Core::Expected<std::unique_ptr<DataFolder>, DataFolder::Refusal> DataFolder::open(const std::string &path)
{
    std::error_code error;
    std::string used;
    if (path.empty()) {
        used = (fs::temp_directory_path(error) / "headgate-sandbox-XXXXXX").string();
        if (error || !::mkdtemp(used.data()))
            return Core::Unexpected{Refusal{"A temporary folder cannot be made: " + std::string(std::strerror(errno))}};
    } else {
        fs::create_directories(path, error);
        // It will hold passwords: nobody else may read it.
        if (error || ::chmod(path.c_str(), S_IRWXU) != 0)
            return Core::Unexpected{Refusal{"The folder " + path + " cannot be used: " + std::strerror(errno)}};
        used = fs::canonical(path, error).string();
        if (error)
            return Core::Unexpected{Refusal{"The folder " + path + " cannot be used: " + error.message()}};
    }
    std::unique_ptr<DataFolder> folder(new DataFolder(used, path.empty() ? Kind::Temporary : Kind::Kept));
    if (const auto locked = folder->lock(); !locked)
        return Core::Unexpected{locked.error()};
    if (folder->m_kind == Kind::Temporary)
        folder->m_janitor = std::make_unique<Janitor>(used);
    return folder;
}

Core::Outcome<DataFolder::Refusal> DataFolder::lock()
{
    // The system forgets the lock with the process, however that ends; a file with a process id would not.
    // A hidden one: the folders of services stand beside it, and a service may be called "lock".
    const std::string file = m_path + "/.lock";
    m_lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_lock < 0)
        return Core::Unexpected{Refusal{file + " cannot be written: " + std::strerror(errno)}};
    if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0)
        return Core::Unexpected{Refusal{"Another sandbox uses the folder " + m_path + " already.", true}};
    return std::monostate{};
}

void DataFolder::removeIfTemporary() const
{
    std::error_code ignored;
    if (m_kind == Kind::Temporary)
        fs::remove_all(m_path, ignored);
}

DataFolder::~DataFolder()
{
    removeIfTemporary();
    if (m_lock >= 0)
        ::close(m_lock);
}

} // namespace Sandbox
