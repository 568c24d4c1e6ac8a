// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/process/childprocess.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Sandbox {

namespace {

constexpr int givenFolder = 3;

std::string systemReason()
{
    return std::strerror(errno);
}

void closeFd(int &fd)
{
    if (fd >= 0)
        ::close(std::exchange(fd, -1));
}

/// The system calls themselves: the C library's functions speak to all threads, of which only one is left here.
bool become(const ChildProcess::Identity &identity)
{
    return ::syscall(SYS_setgroups, 0, nullptr) == 0 && ::syscall(SYS_setgid, identity.group) == 0 &&
           ::syscall(SYS_setuid, identity.user) == 0;
}

/// Before a change of user, who may not be allowed to walk to the folder or to stay in the current one.
bool enter(const std::string &folder)
{
    const int opened = ::open(folder.c_str(), O_PATH | O_DIRECTORY);
    if (opened < 0 || ::chdir("/") != 0)
        return false;
    return opened == givenFolder || (::dup2(opened, givenFolder) == givenFolder && ::close(opened) == 0);
}

/// Runs between fork and exec of a program with many threads: only functions that are safe in signal handlers.
[[noreturn]] void runChild(char *const *arguments, const ChildProcess::Options &options, int input, int output,
                           pid_t parent)
{
    ::dup2(input, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    if (!options.folder.empty() && !enter(options.folder))
        ::_exit(127);
    if (options.identity && !become(*options.identity))
        ::_exit(127);
    ::prctl(PR_SET_PDEATHSIG, options.orphanSignal); // a change of user would clear it
    if (::getppid() != parent)
        ::_exit(127);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    ::execv(arguments[0], arguments);
    ::_exit(127);
}

/// Both ends close on exec, so that no other child keeps a pipe open.
bool makePipe(std::array<int, 2> &ends)
{
    return ::pipe2(ends.data(), O_CLOEXEC) == 0;
}

} // namespace

Core::Expected<ChildProcess, std::string> ChildProcess::start(const std::vector<std::string> &command,
                                                              const Options &options)
{
    std::array<int, 2> input{-1, -1};
    std::array<int, 2> output{-1, -1};
    const auto fail = [&](const std::string &what) {
        const std::string reason = what + ": " + systemReason();
        for (int *fd : {&input[0], &input[1], &output[0], &output[1]})
            closeFd(*fd);
        return Core::Unexpected{reason};
    };
    if (::access(command.at(0).c_str(), X_OK) != 0)
        return fail(command[0]);
    if (!makePipe(input) || !makePipe(output))
        return fail("pipe");
    std::vector<char *> arguments;
    for (const std::string &argument : command)
        arguments.push_back(const_cast<char *>(argument.c_str())); // execv does not change them
    arguments.push_back(nullptr);
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid < 0)
        return fail("fork");
    if (pid == 0)
        runChild(arguments.data(), options, input[0], output[1], parent);
    closeFd(input[0]);
    closeFd(output[1]);
    return ChildProcess(pid, options.endSignal, input[1], output[0]);
}

ChildProcess::ChildProcess(ChildProcess &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
    , m_endSignal(other.m_endSignal)
    , m_input(std::exchange(other.m_input, -1))
    , m_output(std::exchange(other.m_output, -1))
    , m_buffer(std::move(other.m_buffer))
{}

ChildProcess::~ChildProcess()
{
    kill();
    reap();
    closeFd(m_input);
    closeFd(m_output);
}

bool ChildProcess::writeLine(const std::string &line)
{
    const std::string text = line + '\n';
    for (std::size_t written = 0; written < text.size();) {
        const ssize_t count = ::write(m_input, text.data() + written, text.size() - written);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        written += static_cast<std::size_t>(count);
    }
    return true;
}

std::optional<std::string> ChildProcess::readLine(std::chrono::milliseconds timeout)
{
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    for (;;) {
        if (const auto end = m_buffer.find('\n'); end != std::string::npos) {
            std::string line = m_buffer.substr(0, end);
            m_buffer.erase(0, end + 1);
            return line;
        }
        const auto rest = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd waiting{m_output, POLLIN, 0};
        if (rest.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(rest.count())) == 0)
            return std::nullopt;
        std::array<char, 4096> chunk{};
        const ssize_t count = ::read(m_output, chunk.data(), chunk.size());
        if (count == 0 || (count < 0 && errno != EINTR))
            return std::nullopt;
        if (count > 0)
            m_buffer.append(chunk.data(), static_cast<std::size_t>(count));
    }
}

void ChildProcess::requestEnd()
{
    closeFd(m_input);
    if (m_pid > 0)
        ::kill(m_pid, m_endSignal);
}

void ChildProcess::kill()
{
    if (m_pid > 0)
        ::kill(m_pid, SIGKILL);
}

void ChildProcess::waitForEnd() const
{
    siginfo_t information{};
    while (m_pid > 0 && ::waitid(P_PID, static_cast<id_t>(m_pid), &information, WEXITED | WNOWAIT) < 0 &&
           errno == EINTR) {
    }
}

bool ChildProcess::isRunning() const
{
    siginfo_t information{};
    return m_pid > 0 && ::waitid(P_PID, static_cast<id_t>(m_pid), &information, WEXITED | WNOWAIT | WNOHANG) == 0 &&
           information.si_pid == 0;
}

std::string ChildProcess::reap()
{
    int status = 0;
    while (m_pid > 0 && ::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    if (WIFSIGNALED(status))
        return "was ended by signal " + std::to_string(WTERMSIG(status));
    return "ended with status " + std::to_string(WEXITSTATUS(status));
}

} // namespace Sandbox
