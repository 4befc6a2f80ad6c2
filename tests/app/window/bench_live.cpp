// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real window over a session of real machines, a console for each: the memory and the processor time that the
// program itself takes, without what it starts, and how long it is after Stop until nothing that it started is left.
// Arguments: the machines at once (3), a SETUP.toml instead of the demo's.

#include "tests/app/window/windowcase.h"

#include "app/window/actions.h"
#include "app/window/consolewall.h"
#include "engine/conductor/engine.h"
#include "tests/widgets/pulse.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QDirListing>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;

namespace
{

constexpr int patience = 900'000; // ms
constexpr int watched = 30'000;   // ms
constexpr int lookEvery = 500;    // ms
constexpr int manyRuns = 100;     // so that it goes on meanwhile
constexpr int stopBudget = 30'000;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All below `process`, those too whose parent is below it.
int descendants(qint64 process)
{
    int count = 0;
    for (const auto &thread : QDirListing(u"/proc/%1/task"_s.arg(process))) {
        for (const QByteArray &child : contents(thread.filePath() + u"/children"_s).simplified().split(' ')) {
            count += child.isEmpty() ? 0 : 1 + descendants(child.toLongLong());
        }
    }
    return count;
}

double residentMegabytes()
{
    const QList<QByteArray> pages = contents(u"/proc/self/statm"_s).split(' ');
    return pages.size() > 1 ? double(pages[1].toLongLong() * sysconf(_SC_PAGESIZE)) / 1e6 : -1;
}

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

session::Setup setupOf(const WindowCase &work, int machines, const QStringList &arguments)
{
    const QString file = arguments.size() > 2 ? arguments[2] : work.demo().setupFile;
    const auto read = session::parseSetup(contents(file), QFileInfo(file).absolutePath());
    if (!read) {
        qFatal("%s", read.error().message.c_str());
    }
    session::Setup setup = *read;
    setup.machine.count = machines;
    setup.test.runs = manyRuns;
    setup.search.strategy = session::Strategy::Halving;
    return setup;
}

std::size_t liveRuns(app::MainWindow &window)
{
    return isOpen(window) ? shown(window).activity.machines.size() : 0;
}

bool measureWatching(app::MainWindow &window, int machines)
{
    if (!QTest::qWaitFor([&] { return liveRuns(window) >= std::size_t(machines); }, patience)) {
        return false;
    }
    window.findChild<app::ConsoleWall *>()->setCount(machines);
    QElapsedTimer clock;
    clock.start();
    const double before = processorSeconds();
    const Pulse pulse;
    double most = 0;
    int live = 0;
    int looks = 0;
    while (clock.elapsed() < watched && !isAtRest(window)) {
        QTest::qWait(lookEvery);
        most = std::max(most, residentMegabytes());
        live += int(liveRuns(window));
        ++looks;
    }
    const double elapsed = double(clock.elapsed()) / 1000;
    std::printf(
        "%d consoles for %.0f s (%.1f machines at a time): own processor time %.1f %% of one core, at most %.0f MB "
        "resident, longest pause %.1f ms, own work %.1f ms\n",
        machines, elapsed, double(live) / looks, 100 * (processorSeconds() - before) / elapsed, most,
        pulse.longestMilliseconds(), pulse.longestWorkMilliseconds());
    return true;
}

bool measureStop(app::MainWindow &window, int machines)
{
    const bool hasEnough =
        QTest::qWaitFor([&] { return liveRuns(window) >= std::size_t(machines) || isAtRest(window); }, patience);
    if (!hasEnough || isAtRest(window)) {
        std::fprintf(stderr, "it ended before it could be stopped\n");
        return false;
    }
    const int before = descendants(getpid());
    QElapsedTimer clock;
    clock.start();
    const Pulse pulse;
    window.engine().stopNow(); // the action would ask first
    if (!QTest::qWaitFor([&] { return isAtRest(window) && descendants(getpid()) == 0; }, stopBudget)) {
        return false;
    }
    std::printf("Stop: %d processes gone after %.2f s, longest pause %.1f ms, own work %.1f ms\n", before,
                double(clock.elapsed()) / 1000, pulse.longestMilliseconds(), pulse.longestWorkMilliseconds());
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    widgets::applyTheme(application, widgets::Theme::Light);
    const QStringList arguments = QApplication::arguments();
    const int machines = arguments.size() > 1 ? std::max(1, arguments[1].toInt()) : 3;
    WindowCase work;
    const auto window = work.makeWindow();
    window->resize(1480, 920);
    window->createSession(setupOf(work, machines, arguments), work.path(u"live.culprit"_s));
    if (!QTest::qWaitFor([&] { return isOpen(*window) && window->actions().start->isEnabled(); }, patience)) {
        return 1;
    }
    window->actions().start->trigger();
    const bool done = measureWatching(*window, machines) && measureStop(*window, machines);
    return done ? 0 : 1;
}
