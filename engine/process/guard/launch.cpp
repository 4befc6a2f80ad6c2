// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/process/guard/launch.h"

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace culprit::guard
{

namespace
{

/// When memory runs out, the command goes before the program that watches it.
constexpr int OomScore = 500;

void raiseOomScore()
{
    const int file = open("/proc/self/oom_score_adj", O_RDWR | O_CLOEXEC);
    if (file < 0) {
        return;
    }
    std::array<char, 16> text{};
    const bool isLower = read(file, text.data(), text.size() - 1) > 0 && std::atoi(text.data()) < OomScore;
    if (isLower) {
        static_assert(OomScore == 500);
        [[maybe_unused]] const ssize_t written = pwrite(file, "500", 3, 0);
    }
    close(file);
}

void resetSignals()
{
    for (int number = 1; number < NSIG; ++number) {
        std::signal(number, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

void applyLimits(const Options &options)
{
    const rlimit noCore{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &noCore);
    if (options.fileSizeLimit > 0) {
        const rlimit fileSize{.rlim_cur = options.fileSizeLimit, .rlim_max = options.fileSizeLimit};
        setrlimit(RLIMIT_FSIZE, &fileSize);
    }
    if (options.niceness > 0) {
        [[maybe_unused]] const int niceness = nice(options.niceness);
    }
    raiseOomScore();
}

[[noreturn]] void become(const Options &options, pid_t guard, int failurePipe)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != guard) {
        _exit(1);
    }
    setpgid(0, 0);
    resetSignals();
    applyLimits(options);
    LaunchFailure failure;
    if (*options.directory != '\0' && chdir(options.directory) != 0) {
        failure = {.stage = 'd', .error = errno};
    } else {
        close_range(3, UINT_MAX, CLOSE_RANGE_CLOEXEC);
        execvp(options.command[0], options.command);
        failure = {.stage = 'e', .error = errno};
    }
    [[maybe_unused]] const ssize_t written = write(failurePipe, &failure, sizeof failure);
    _exit(127);
}

} // namespace

std::expected<pid_t, LaunchFailure> launch(const Options &options)
{
    std::array<int, 2> failurePipe{};
    if (pipe2(failurePipe.data(), O_CLOEXEC) != 0) {
        return std::unexpected(LaunchFailure{.error = errno});
    }
    const pid_t guard = getpid();
    const pid_t child = fork();
    if (child < 0) {
        return std::unexpected(LaunchFailure{.error = errno});
    }
    if (child == 0) {
        become(options, guard, failurePipe[1]);
    }
    close(failurePipe[1]);
    LaunchFailure failure;
    ssize_t length = 0;
    do {
        length = read(failurePipe[0], &failure, sizeof failure);
    } while (length < 0 && errno == EINTR);
    close(failurePipe[0]);
    if (length == static_cast<ssize_t>(sizeof failure)) {
        waitpid(child, nullptr, 0);
        return std::unexpected(failure);
    }
    return child;
}

} // namespace culprit::guard
