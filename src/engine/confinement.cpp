// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/confinement.h"

#include <cstdint>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Engine {
namespace {

// Rights that are newer than the kernel headers of Debian 12 (Linux 6.1).
constexpr uint64_t TruncateRight = 1ULL << 14;
constexpr uint64_t ReferRight = 1ULL << 13;

constexpr uint64_t ReadFile = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr uint64_t ReadAll = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

/// Every right of version 1 of the interface: bits 0 (execute) to 12 (make symbolic link).
constexpr uint64_t FirstRights = (1ULL << 13) - 1;

uint64_t knownRights(long version)
{
    uint64_t rights = FirstRights;
    if (version >= 2)
        rights |= ReferRight;
    if (version >= 3)
        rights |= TruncateRight;
    return rights;
}

/// A path that does not exist needs no rule.
void allow(int ruleset, const std::string &path, uint64_t rights)
{
    const int fd = open(path.c_str(), O_PATH | O_CLOEXEC);
    if (fd < 0)
        return;
    struct stat info = {};
    fstat(fd, &info);
    constexpr uint64_t fileRights =
        LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | ReadFile | TruncateRight;
    landlock_path_beneath_attr rule = {};
    rule.allowed_access = S_ISDIR(info.st_mode) ? rights : rights & fileRights;
    rule.parent_fd = fd;
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0U);
    close(fd);
}

void allowSystem(int ruleset)
{
    for (const char *folder :
         {"/usr/lib", "/lib", "/lib64", "/usr/share/zoneinfo", "/etc/ssl", "/usr/share/ca-certificates",
          "/usr/share/locale", "/sys/devices/system", "/sys/fs/cgroup", "/sys/kernel/mm"})
        allow(ruleset, folder, ReadAll);
    // Not /etc, /dev and /proc as a whole: SQL can read what the process can, and /proc/self/environ may hold
    // secrets.
    for (const char *file :
         {"/etc/ld.so.cache",   "/etc/localtime",  "/etc/resolv.conf",  "/etc/hosts",        "/etc/host.conf",
          "/etc/nsswitch.conf", "/etc/gai.conf",   "/etc/services",     "/dev/urandom",      "/dev/random",
          "/proc/self/maps",    "/proc/self/stat", "/proc/self/statm",  "/proc/self/status", "/proc/self/mounts",
          "/proc/self/auxv",    "/proc/self/exe",  "/proc/self/cgroup", "/proc/self/io",     "/proc/self/schedstat",
          "/proc/meminfo",      "/proc/cpuinfo",   "/proc/stat",        "/proc/loadavg",     "/proc/uptime",
          "/proc/sys/kernel",   "/proc/sys/vm",    "/proc/vmstat",      "/proc/pressure"})
        allow(ruleset, file, ReadAll);
}

} // namespace

bool confine(const std::vector<std::string> &readable, const std::vector<std::string> &writable)
{
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return false;
    const uint64_t rights = knownRights(version);
    landlock_ruleset_attr attributes = {};
    attributes.handled_access_fs = rights;
    const int ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (ruleset < 0)
        return false;
    allowSystem(ruleset);
    for (const std::string &path : readable)
        allow(ruleset, path, ReadAll);
    for (const std::string &path : writable)
        allow(ruleset, path, rights & ~static_cast<uint64_t>(LANDLOCK_ACCESS_FS_EXECUTE));
    allow(ruleset, "/dev/null", ReadFile | LANDLOCK_ACCESS_FS_WRITE_FILE | (rights & TruncateRight));
    const bool confined =
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return confined;
}

} // namespace Engine
