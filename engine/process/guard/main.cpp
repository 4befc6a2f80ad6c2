// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// culprit-guard --channel=FD [--nice=N] [--file-size=BYTES] [--directory=DIR] -- PROGRAM [ARGUMENT...]
//
// Runs one command and is the reaper of all that descends from it. The channel is a socket to the parent:
//   to the parent:   "started PID", then "exited CODE" or "signalled NUMBER"; or "failed STAGE ERRNO"
//   from the parent: "stop MILLISECONDS": SIGTERM to all, SIGKILL after so long
// The last descendant is dead before this program ends. When the parent is gone, in whatever way, the channel
// reports its end and everything is killed at once.
#include "engine/process/guard/launch.h"
#include "engine/process/guard/processtree.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

using namespace culprit::guard;

constexpr int DefaultGraceMs = 2000;
constexpr int KillRoundMs = 20;

std::int64_t monotonicMs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
}

class Guard
{
public:
    Guard(int channel, pid_t command) : m_channel(channel), m_command(command) {}

    /// Until nobody is left. Returns the wait status of the command.
    int run(int signals);

private:
    void readChannel();
    void readSignals(int signals);
    void requestStop(int graceMs);
    void reap();
    [[nodiscard]] int pollTimeout() const;

    int m_channel;
    pid_t m_command;
    int m_status = 0;
    std::string m_request;
    std::int64_t m_deadline = -1; ///< of the grace, -1: not asked to stop
    bool m_killing = false;
    bool m_childrenLeft = true;
};

int Guard::pollTimeout() const
{
    if (m_killing) {
        return KillRoundMs;
    }
    if (m_deadline < 0) {
        return -1;
    }
    return static_cast<int>(std::clamp<std::int64_t>(m_deadline - monotonicMs(), 0, INT_MAX));
}

int Guard::run(int signals)
{
    while (m_childrenLeft) {
        std::array<pollfd, 2> files{pollfd{.fd = m_channel, .events = POLLIN, .revents = 0},
                                    pollfd{.fd = signals, .events = POLLIN, .revents = 0}};
        poll(files.data(), files.size(), pollTimeout());
        if (files[0].revents != 0) {
            readChannel();
        }
        if (files[1].revents != 0) {
            readSignals(signals);
        }
        m_killing = m_killing || (m_deadline >= 0 && monotonicMs() >= m_deadline);
        reap();
        if (m_killing && m_childrenLeft) {
            signalDescendants(SIGKILL);
        }
    }
    return m_status;
}

void Guard::readChannel()
{
    std::array<char, 64> bytes{};
    const ssize_t length = read(m_channel, bytes.data(), bytes.size());
    if (length < 0 && (errno == EINTR || errno == EAGAIN)) {
        return;
    }
    if (length <= 0) {
        m_killing = true;
        m_channel = -1;
        return;
    }
    m_request.append(bytes.data(), static_cast<std::size_t>(length));
    for (std::size_t end = m_request.find('\n'); end != std::string::npos; end = m_request.find('\n')) {
        if (m_request.starts_with("stop ")) {
            requestStop(std::atoi(m_request.c_str() + 5));
        }
        m_request.erase(0, end + 1);
    }
}

void Guard::readSignals(int signals)
{
    signalfd_siginfo info{};
    while (read(signals, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        if (info.ssi_signo != SIGCHLD) {
            requestStop(DefaultGraceMs);
        }
    }
}

void Guard::requestStop(int graceMs)
{
    const std::int64_t deadline = monotonicMs() + std::max(graceMs, 0);
    m_deadline = m_deadline < 0 ? deadline : std::min(m_deadline, deadline);
    if (graceMs > 0) {
        signalDescendants(SIGTERM);
        signalDescendants(SIGCONT);
    }
}

void Guard::reap()
{
    for (;;) {
        int status = 0;
        const pid_t pid = waitpid(-1, &status, WNOHANG);
        if (pid == 0) {
            return;
        }
        if (pid < 0) {
            m_childrenLeft = errno != ECHILD;
            return;
        }
        if (pid == m_command) {
            m_status = status;
            m_killing = m_killing || m_deadline < 0;
        }
    }
}

void tell(int channel, const std::string &line)
{
    [[maybe_unused]] const ssize_t sent = send(channel, line.data(), line.size(), MSG_NOSIGNAL);
}

int blockSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGQUIT}) {
        sigaddset(&signals, number);
    }
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// The pipes of the command are its own: the parent must see their end when the command closes them.
void letGoOfStandardFiles()
{
    const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int file = 0; null >= 0 && file <= 2; ++file) {
        dup2(null, file);
    }
    if (null > 2) {
        close(null);
    }
    [[maybe_unused]] const int changed = chdir("/");
}

bool parse(int argc, char **argv, Options &options)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        const std::size_t equals = argument.find('=');
        const char *value = argv[i] + (equals == std::string_view::npos ? argument.size() : equals + 1);
        const std::string_view name = argument.substr(0, equals);
        if (argument == "--") {
            options.command = argv + i + 1;
            return i + 1 < argc && options.channel > 2;
        }
        if (name == "--channel") {
            options.channel = std::atoi(value);
        } else if (name == "--nice") {
            options.niceness = std::atoi(value);
        } else if (name == "--file-size") {
            options.fileSizeLimit = std::strtoull(value, nullptr, 10);
        } else if (name == "--directory") {
            options.directory = value;
        } else {
            return false;
        }
    }
    return false;
}

/// Whatever else the parent left open is not ours to hold.
void closeOtherFiles(int channel)
{
    fcntl(channel, F_SETFD, FD_CLOEXEC);
    const auto kept = static_cast<unsigned>(channel);
    if (kept > 3) {
        close_range(3, kept - 1, 0);
    }
    close_range(kept + 1, UINT_MAX, 0);
}

} // namespace

int main(int argc, char **argv)
{
    Options options;
    if (!parse(argc, argv, options)) {
        std::fputs("culprit-guard is a part of Culprit and is started by it.\n", stderr);
        return 2;
    }
    closeOtherFiles(options.channel);
    setsid();
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    const int signals = blockSignals();
    const auto child = launch(options);
    if (!child) {
        tell(options.channel,
             std::string("failed ") + child.error().stage + ' ' + std::to_string(child.error().error) + '\n');
        return 1;
    }
    letGoOfStandardFiles();
    tell(options.channel, "started " + std::to_string(*child) + '\n');
    const int status = Guard(options.channel, *child).run(signals);
    tell(options.channel, WIFSIGNALED(status) ? "signalled " + std::to_string(WTERMSIG(status)) + '\n'
                                              : "exited " + std::to_string(WEXITSTATUS(status)) + '\n');
    return 0;
}
