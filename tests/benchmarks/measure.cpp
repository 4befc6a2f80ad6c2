// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/measure.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <string_view>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace culprit::bench
{

namespace
{

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Counts the lines that come through a pipe until it is closed and keeps the last one.
void drain(int pipe, Measure &measure)
{
    std::array<char, 65536> buffer{};
    std::string line;
    for (;;) {
        const ssize_t got = ::read(pipe, buffer.data(), buffer.size());
        if (got <= 0) {
            return;
        }
        for (const char byte : std::string_view(buffer.data(), static_cast<std::size_t>(got))) {
            if (byte != '\n') {
                line += byte;
                continue;
            }
            ++measure.lines;
            measure.last.swap(line);
            line.clear();
        }
    }
}

/// Runs child in a process whose standard output is read.
Measure measuredChild(const std::function<void()> &child)
{
    Measure measure;
    std::array<int, 2> ends{};
    std::fflush(nullptr);
    if (::pipe(ends.data()) != 0) {
        return measure;
    }
    const auto begin = std::chrono::steady_clock::now();
    const pid_t process = ::fork();
    if (process == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        child();
        ::_exit(127);
    }
    ::close(ends[1]);
    if (process > 0) {
        drain(ends[0], measure);
        int status = 0;
        rusage usage{};
        measure.ok = ::wait4(process, &status, 0, &usage) == process && status == 0;
        measure.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        measure.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
        measure.peak = usage.ru_maxrss / 1024;
    }
    ::close(ends[0]);
    return measure;
}

} // namespace

Measure measured(const std::function<std::string()> &work)
{
    return measuredChild([&work] {
        const std::string output = work() + '\n';
        const bool written =
            ::write(STDOUT_FILENO, output.data(), output.size()) == static_cast<ssize_t>(output.size());
        ::_exit(written ? 0 : 1);
    });
}

Measure measured(const std::string &command)
{
    return measuredChild([&command] { ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr); });
}

} // namespace culprit::bench
