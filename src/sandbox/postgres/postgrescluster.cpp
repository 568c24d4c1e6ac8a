// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/postgrescluster.h"

#include "core/savefile.h"
#include "sandbox/state/model.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <thread>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace Sandbox {

namespace {

using namespace std::chrono_literals;

constexpr auto *givenFolder = "/proc/self/fd/3";
constexpr auto longestEnd = 6s; // PostgreSQL itself kills its processes five seconds after it told them to quit

std::string systemReason(const std::string &what)
{
    return what + ": " + std::strerror(errno);
}

/// Debian's package makes the user "postgres".
std::optional<ChildProcess::Identity> unprivilegedUser()
{
    for (const char *name : {"postgres", "nobody"}) {
        if (const passwd *entry = ::getpwnam(name); entry && entry->pw_uid != 0)
            return ChildProcess::Identity{entry->pw_uid, entry->pw_gid};
    }
    return std::nullopt;
}

/// The processes whose working folder this is: a postmaster and its children never leave theirs.
std::vector<pid_t> processesIn(const std::string &folder)
{
    struct stat wanted
    {};
    std::vector<pid_t> processes;
    if (::stat(folder.c_str(), &wanted) != 0)
        return processes;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator("/proc", error)) {
        const std::string name = entry.path().filename().string();
        pid_t pid = 0;
        const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), pid);
        struct stat found
        {};
        if (problem == std::errc() && end == name.data() + name.size() &&
            ::stat((entry.path() / "cwd").c_str(), &found) == 0 && found.st_dev == wanted.st_dev &&
            found.st_ino == wanted.st_ino)
            processes.push_back(pid);
    }
    return processes;
}

} // namespace

PostgresCluster::PostgresCluster(PostgresInstallation installation, std::string folder)
    : m_installation(std::move(installation))
    , m_folder(std::move(folder))
{}

Core::Outcome<std::string> PostgresCluster::prepare()
{
    if (auto made = makeFolder(m_folder); !made)
        return made;
    if (auto found = findIdentity(); !found)
        return found;
    if (auto made = makePassword(); !made)
        return made;
    m_isNew = !fs::exists(path("cluster"));
    endLeftovers();
    return m_isNew ? initialise() : std::monostate{};
}

Core::Outcome<std::string> PostgresCluster::makeFolder(const std::string &path)
{
    if (::mkdir(path.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return Core::Unexpected{systemReason(path)};
    if (m_identity && ::chown(path.c_str(), m_identity->user, m_identity->group) != 0)
        return Core::Unexpected{systemReason(path)};
    return std::monostate{};
}

/// The owner of a folder of an earlier run keeps it, for its files are his.
Core::Outcome<std::string> PostgresCluster::findIdentity()
{
    if (::geteuid() != 0 || m_identity)
        return std::monostate{};
    struct stat status
    {};
    if (::stat(m_folder.c_str(), &status) == 0 && status.st_uid != 0)
        m_identity = ChildProcess::Identity{status.st_uid, status.st_gid};
    else
        m_identity = unprivilegedUser();
    if (!m_identity)
        return Core::Unexpected{std::string("PostgreSQL does not run as root, and this computer has neither a user "
                                            "'postgres' nor a user 'nobody'")};
    return makeFolder(m_folder);
}

/// initdb reads the administrator's password from this file; it stays for the next start.
Core::Outcome<std::string> PostgresCluster::makePassword()
{
    QFile file(QString::fromStdString(path("password")));
    if (file.open(QIODevice::ReadOnly))
        m_password = file.readAll().trimmed().toStdString();
    if (!m_password.empty())
        return std::monostate{};
    m_password = newSecret();
    if (const auto saved = Core::saveFile(file.fileName(), QByteArray::fromStdString(m_password)); !saved)
        return Core::Unexpected{saved.error().toStdString()};
    if (m_identity && ::chown(path("password").c_str(), m_identity->user, m_identity->group) != 0)
        return Core::Unexpected{systemReason(path("password"))};
    return std::monostate{};
}

Core::Outcome<std::string> PostgresCluster::initialise()
{
    std::error_code error;
    fs::remove_all(current(), error);
    if (auto made = makeFolder(current()); !made)
        return made;
    const std::string folder = givenFolder;
    auto initdb = ChildProcess::start({m_installation.programs + "/initdb", "-D", folder + "/cluster.new",
                                       "--pwfile=" + folder + "/password", "--username=postgres",
                                       "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--wal-segsize=1",
                                       "--no-instructions", "--no-sync"},
                                      childOptions(m_folder));
    if (!initdb)
        return Core::Unexpected{initdb.error()};
    std::string said;
    while (const auto line = initdb->readLine(60s))
        said = *line;
    initdb->waitForEnd();
    if (const std::string end = initdb->reap(); end != "ended with status 0")
        return Core::Unexpected{"PostgreSQL's initdb " + end + "; its last word was: " + said};
    return std::monostate{};
}

Core::Outcome<std::string> PostgresCluster::keep()
{
    if (m_isNew && ::rename(path("cluster.new").c_str(), path("cluster").c_str()) != 0)
        return Core::Unexpected{systemReason(path("cluster"))};
    m_isNew = false;
    return std::monostate{};
}

/// A sandbox that was killed took its server with it, which may still be about to end. Afterwards the server's own lock
/// file names a process that is gone or that is no server: in the second case PostgreSQL would not start.
void PostgresCluster::endLeftovers() const
{
    for (const auto deadline = std::chrono::steady_clock::now() + longestEnd;;) {
        const std::vector<pid_t> left = processesIn(current());
        if (left.empty())
            break;
        const bool isOver = std::chrono::steady_clock::now() > deadline;
        for (const pid_t pid : left)
            ::kill(pid, isOver ? SIGKILL : SIGQUIT);
        std::this_thread::sleep_for(50ms);
    }
    QFile lock(QString::fromStdString(current() + "/postmaster.pid"));
    if (!lock.open(QIODevice::ReadOnly))
        return;
    if (const pid_t named = lock.readLine().trimmed().toInt(); named > 0 && (::kill(named, 0) == 0 || errno == EPERM))
        lock.remove();
}

ChildProcess::Options PostgresCluster::childOptions(const std::string &folder) const
{
    // SIGQUIT: at once, without the checkpoint that takes seconds on a slow disk. What was acknowledged is in the log
    // already, and the next start reads it in a moment.
    return {folder, m_identity, SIGQUIT, SIGQUIT};
}

/// The server's lock file begins with its number and ends with its state.
bool PostgresCluster::isServing(const ChildProcess &server) const
{
    QFile lock(QString::fromStdString(current() + "/postmaster.pid"));
    if (!lock.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = lock.readAll().trimmed();
    return text.startsWith(QByteArray::number(server.number()) + '\n') && text.endsWith("\nready");
}

Core::Expected<ChildProcess, std::string> PostgresCluster::startServer(int port) const
{
    std::vector<std::string> command{m_installation.programs + "/postgres", "-D", givenFolder};
    for (const std::string &setting :
         {std::string("listen_addresses=127.0.0.1"), "port=" + std::to_string(port),
          std::string("unix_socket_directories="), std::string("password_encryption=scram-sha-256"),
          // In files of the cluster, where a kill leaves nothing behind.
          std::string("dynamic_shared_memory_type=mmap"),
          // A few clients on one small data set.
          std::string("shared_buffers=16MB"), std::string("max_wal_size=64MB"), std::string("min_wal_size=8MB"),
          std::string("max_logical_replication_workers=0"), std::string("jit=off"), std::string("timezone=UTC"),
          // Statements may hold passwords, so they are never logged.
          std::string("log_min_messages=fatal"), std::string("log_min_error_statement=panic"),
          std::string("log_timezone=UTC")}) {
        command.emplace_back("-c");
        command.push_back(setting);
    }
    return ChildProcess::start(command, childOptions(current()));
}

} // namespace Sandbox
