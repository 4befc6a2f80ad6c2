// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a session of 10,000 events whose consoles hold 1 MB each, as a kernel prints them, then opens it and looks
// into consoles, each in a process of its own; then the same with consoles of 40 KB that are mostly a boot, the same
// each time but for times and some addresses. usage: bench_session [RUNS], 200 runs unless given; 2 GB of consoles:
//   bench_session 2000
// or bench_session FILE, which writes the logs of a session file anew.

#include "engine/session/database.h"
#include "engine/session/integrity.h"
#include "engine/session/journal.h"
#include "engine/session/state.h"
#include "tests/benchmarks/measure.h"
#include "tests/support/largesession.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdlib>
#include <format>
#include <fstream>
#include <print>

namespace
{

using namespace culprit;
using namespace culprit::session;
using bench::Measure;

constexpr int allEvents = 10'000;
constexpr double megabyte = 1e6;

void valueOf(const Result<void> &result)
{
    if (!result) {
        std::println(stderr, "bench_session: {}", result.error().message);
        std::exit(3);
    }
}

template <class T>
T valueOf(Result<T> result)
{
    valueOf(result ? Result<void>() : std::unexpected(result.error()));
    return std::move(*result);
}

void row(std::string_view what, const Measure &measure)
{
    if (!measure.ok) {
        std::println("  {:<44} failed", what);
        return;
    }
    std::println("  {:<44} {:8.3f} s {:8.3f} s CPU {:6} MB  {}", what, measure.wall, measure.cpu, measure.peak,
                 measure.last);
    std::fflush(stdout);
}

/// Bytes that this process has read from files so far, from the page cache too.
double megabytesRead()
{
    std::ifstream file("/proc/self/io");
    std::string name;
    double bytes = 0;
    file >> name >> bytes;
    return bytes / megabyte;
}

std::string opened(const QString &path)
{
    const double before = megabytesRead();
    const auto journal = valueOf(Journal::open(path, Journal::Access::Read));
    const std::vector<Event> events = valueOf(journal->events());
    const SessionState state = fold(events, valueOf(journal->ranges()));
    return std::format("{} events, {} runs, {:.1f} MB read", events.size(), state.runs.size(),
                       megabytesRead() - before);
}

std::string lookedInto(const QString &path, int places)
{
    const auto journal = valueOf(Journal::open(path, Journal::Access::Read));
    const std::vector<LogId> logs = valueOf(journal->logs());
    const double before = megabytesRead();
    QRandomGenerator random(1);
    for (int i = 0; i < places; ++i) {
        const LogId log = logs[random.bounded(quint32(logs.size()))];
        (void)valueOf(journal->readLog(log, random.bounded(journal->logSize(log) + 1), 64 << 10));
    }
    return std::format("{:.1f} MB read", megabytesRead() - before);
}

qint64 bytesInLogs(const QString &path)
{
    const auto journal = valueOf(Journal::open(path, Journal::Access::Read));
    qint64 bytes = 0;
    for (const LogId log : valueOf(journal->logs())) {
        bytes += journal->logSize(log);
    }
    return bytes;
}

double megabytesOfFrames(const QString &path)
{
    const auto database = valueOf(Database::open(path, Database::Mode::Frozen));
    return valueOf(database->value(QStringLiteral("SELECT sum(length(data)) FROM log"))).toDouble() / megabyte;
}

void printSizes(const QString &path)
{
    const double raw = static_cast<double>(bytesInLogs(path)) / megabyte;
    const double frames = megabytesOfFrames(path);
    std::println("  {:.1f} MB of logs take {:.2f} MB: {:.1f} times smaller; the file {:.1f} MB", raw, frames,
                 raw / frames, static_cast<double>(QFileInfo(path).size()) / megabyte);
}

std::string writtenAnew(const Journal &from, const QString &path)
{
    const std::vector<Event> events = valueOf(from.events());
    const auto to =
        valueOf(Journal::create(path, std::get<SessionCreated>(events.front().payload), *valueOf(from.ranges()).first));
    const std::vector<LogId> logs = valueOf(from.logs());
    for (const LogId log : logs) {
        const LogId copy = valueOf(to->createLog());
        valueOf(to->appendLog(copy, valueOf(from.readLog(log, 0, from.logSize(log)))));
        valueOf(to->endLog(copy));
    }
    return std::format("{} logs", logs.size());
}

void measureFile(const QString &path)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("session.culprit"));
    printSizes(path);
    row("writing its logs anew",
        bench::measured([&] { return writtenAnew(*valueOf(Journal::open(path, Journal::Access::Read)), copy); }));
    printSizes(copy);
}

void measure(const tests::LargeSession &shape)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.culprit"));
    std::println("consoles of {} KB, {} KB of them a boot", shape.consoleBytes / 1000, shape.bootBytes / 1000);
    row("writing it, making the texts too", bench::measured([&] {
            const Result<void> written = tests::writeLargeSession(path, shape);
            return written ? std::format("{} consoles", shape.runs) : written.error().message;
        }));
    printSizes(path);
    row("opening: events, range, state", bench::measured([&] { return opened(path); }));
    row("looking into 1 console", bench::measured([&] { return lookedInto(path, 1); }));
    row("looking into 100 consoles", bench::measured([&] { return lookedInto(path, 100); }));
    row("culprit check: all of it", bench::measured([&] {
            const Integrity integrity = valueOf(checkSession(path));
            return std::format("{} faults", integrity.faults.size());
        }));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc > 1 && QFileInfo::exists(QString::fromLocal8Bit(argv[1]))) {
        measureFile(QString::fromLocal8Bit(argv[1]));
        return 0;
    }
    tests::LargeSession shape;
    shape.runs = argc > 1 ? std::atoi(argv[1]) : 200;
    shape.builds = shape.runs / 20 + 1;
    shape.judgements = std::max(0, allEvents - 3 - 2 * shape.builds - 2 * shape.runs);
    shape.consoleBytes = 1'000'000;
    measure(shape);
    shape.consoleBytes = 40'000;
    shape.bootBytes = 36'000;
    measure(shape);
    return 0;
}
