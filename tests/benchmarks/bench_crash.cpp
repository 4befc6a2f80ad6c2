// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast consoles are read for crashes: a clean one, and kinds of lines that are as hard as can be, 10 MB of each
// beside 1 GB. Nothing is stored: a block of lines is fed again and again. usage: bench_crash [LARGE-MB]

#include "engine/crash/scanner.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <format>
#include <print>
#include <string>
#include <sys/resource.h>

namespace
{

using culprit::crash::Scanner;

constexpr std::size_t chunkBytes = std::size_t{64} << 10;
constexpr double megabyte = 1e6;

/// CPU time of this thread: what others do on the machine does not count.
double seconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

long peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Lines up to some size; line gives the nth.
template <class Line>
std::string block(Line line)
{
    std::string text;
    for (int i = 0; text.size() < std::size_t{1} << 20; ++i) {
        text += line(i);
    }
    return text;
}

struct Pace {
    double rate = 0;    ///< MB/s
    double longest = 0; ///< ms for one chunk
    bool crashed = false;
};

/// Feeds begin once and then the block again and again, 64 KiB at a time.
Pace read(const std::string &begin, const std::string &block, std::size_t bytes)
{
    Scanner scanner;
    scanner.feed(begin);
    Pace pace;
    const double start = seconds();
    std::size_t fed = 0;
    for (; fed < bytes; fed += block.size()) {
        for (std::size_t at = 0; at < block.size(); at += chunkBytes) {
            const double chunkStart = seconds();
            scanner.feed(std::string_view(block).substr(at, chunkBytes));
            pace.longest = std::max(pace.longest, (seconds() - chunkStart) * 1e3);
        }
    }
    scanner.finish();
    pace.rate = static_cast<double>(fed) / megabyte / (seconds() - start);
    pace.crashed = scanner.crashed();
    return pace;
}

void compare(std::string_view what, const std::string &begin, const std::string &lines, std::size_t large)
{
    Pace small;
    for (int i = 0; i < 10; ++i) {
        const Pace pace = read(begin, lines, 10'000'000);
        small = pace.rate > small.rate ? pace : small;
    }
    const Pace big = read(begin, lines, large);
    std::println("  {:<44} {:7.0f} MB/s {:7.0f} MB/s  {:5.2f}  {:8.3f} ms {:8.3f} ms  {}", what, small.rate, big.rate,
                 big.rate / small.rate, chunkBytes / megabyte / std::min(small.rate, big.rate) * 1e3,
                 std::max(small.longest, big.longest), big.crashed ? "crash" : "clean");
    std::fflush(stdout);
}

std::string cleanLine(int i)
{
    switch (i % 4) {
    case 0:
        return std::format("[{:5}.{:06}][ T{}] usb {}-1: New USB device found, idVendor=0bc7, idProduct={:04x}\n",
                           i / 9, i * 37 % 1000000, 4000 + i % 70, i % 8, i % 65536);
    case 1:
        return std::format(
            "[{:5}.{:06}][    C{}] EXT4-fs (loop{}): mounted filesystem without journal. Quota mode: none.\n", i / 9,
            i * 41 % 1000000, i % 2, i % 8);
    case 2:
        return std::format("executing program {}:\nwidget$open(&(0x7f0000000{:03x})='./file{}', 0x{:x})\n", i % 8,
                           i % 4096, i % 10, i);
    default:
        return std::format("[{:5}.{:06}][ T{}] netdevsim netdevsim{} eth{}: set [1, 0] type 2 family 0 port {}\n",
                           i / 9, i * 43 % 1000000, 4000 + i % 70, i % 8, i % 4, i % 65536);
    }
}

/// A whole line read, the event out: what the chunk takes that holds the header.
void tellOfCrash(const std::string &clean)
{
    Scanner scanner;
    for (std::size_t at = 0; at + chunkBytes <= clean.size(); at += chunkBytes) {
        scanner.feed(std::string_view(clean).substr(at, chunkBytes));
    }
    std::string chunk = clean.substr(0, chunkBytes - 200);
    chunk.resize(chunk.rfind('\n') + 1);
    chunk += "[ 9999.000000][ T4011] BUG: KASAN: slab-use-after-free in widget_get+0x61/0x190\n";
    double start = seconds();
    scanner.feed(chunk);
    const double found = (seconds() - start) * 1e3;
    std::string report = "[ 9999.000000][ T4011] Read of size 8 at addr ffff88801c0a4e20 by task gizmo/4410\n"
                         "[ 9999.000000][ T4011] Call Trace:\n";
    for (int i = 0; i < 60; ++i) {
        report += std::format("[ 9999.000000][ T4011]  widget_step_{}+0x61/0x190\n", i);
    }
    scanner.feed(report);
    (void)scanner.report(); // compiles the patterns
    start = seconds();
    const auto read = scanner.report();
    const double took = (seconds() - start) * 1e3;
    std::println("  {:<44} {:8.3f} ms{}", "64 KiB with a header at its end, event out", found,
                 scanner.crashed() ? "" : "  missed!");
    std::println("  {:<44} {:8.3f} ms  {}", "the report of it, 62 lines", took, read ? read->title : "missed!");
}

} // namespace

int main(int argc, char **argv)
{
    const std::size_t large = (argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000) * 1'000'000;
    const std::string clean = block(cleanLine);
    const std::string tagged = "[    9.000000][    T1] ";
    const std::string crash = tagged + "BUG: workqueue lockup - pool cpus=0 stuck for 31s!\n";
    // The patterns are compiled once, at the first line that needs them.
    (void)read(crash, clean, clean.size());

    std::println("To repeat: bench_crash {}", large / 1'000'000);
    std::println("  {:<44} {:>12} {:>12}  {:>5}  {:>11} {:>11}", "64 KiB at a time", "10 MB",
                 std::format("{} MB", large / 1'000'000), "ratio", "a chunk", "longest");
    compare("clean console", {}, clean, large);
    compare("after a crash, lines of other tasks", crash, clean, large);
    compare("headers that are none", {},
            block([&](int) { return tagged + "ODEBUG: BUG: WARNING: x EXT4-fs, 1 INFO: NMI handler\n"; }), large);
    compare("short headers that are none", {}, block([](int) { return std::string("BUG:DEBUG:\n"); }), large);
    compare("long headers that are none", {},
            block([&](int) { return tagged + "ODEBUG: BUG:" + std::string(60000, '(') + "\n"; }), large);
    compare("begins of headers", {},
            block([](int) { return std::string("BUWARNINKernel pani general protection faul\n"); }), large);
    compare("one endless line", {}, std::string(std::size_t{1} << 20, 'B'), large);
    compare("line breaks only", {}, std::string(std::size_t{1} << 20, '\n'), large);
    compare("begins of prefixes", {}, block([](int) { return std::string("[ [ 1. [ 1.1][ T login: <1>[ ? \n"); }),
            large);
    compare("after a crash, begins of prefixes", crash,
            block([](int) { return std::string("[ [ 1. [ 1.1][ T login: <1>[ ? \n"); }), large);
    compare("one crash after the other", crash,
            block([&](int) { return tagged + "BUG: KASAN: use-after-free in widget_get+0x1/0x2\n"; }), large);
    compare("panics after a crash", crash,
            block([&](int) { return tagged + "Kernel panic - not syncing: Killed process x\n"; }), large);
    tellOfCrash(clean);
    std::println("  {:<44} {:8} MB", "memory at most", peakMegabytes());
    return 0;
}
