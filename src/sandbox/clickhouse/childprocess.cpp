// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/childprocess.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Sandbox {

namespace {

std::string systemReason()
{
    return std::strerror(errno);
}

void closeFd(int &fd)
{
    if (fd >= 0)
        ::close(std::exchange(fd, -1));
}

/// Runs between fork and exec of a program with many threads: only functions that are safe in signal handlers.
[[noreturn]] void runChild(char *const *arguments, int input, int output, pid_t parent)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent)
        ::_exit(127);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    ::dup2(input, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::execv(arguments[0], arguments);
    ::_exit(127);
}

/// Both ends close on exec, so that no other child keeps a pipe open.
bool makePipe(std::array<int, 2> &ends)
{
    return ::pipe2(ends.data(), O_CLOEXEC) == 0;
}

} // namespace

Core::Expected<ChildProcess, std::string> ChildProcess::start(const std::vector<std::string> &command)
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
        runChild(arguments.data(), input[0], output[1], parent);
    closeFd(input[0]);
    closeFd(output[1]);
    return ChildProcess(pid, input[1], output[0]);
}

ChildProcess::ChildProcess(ChildProcess &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
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
        ::kill(m_pid, SIGTERM);
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
