// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A session with 2,000 runs in the real window: how long a new snapshot takes to be shown, then, while 20 snapshots
// come each second, 200,000 console lines in 10 s: the longest time in which the event loop did not turn, and whether
// every line arrived.
#include "tests/app/window/windowcase.h"

#include "app/window/consolewall.h"
#include "app/window/logpane.h"
#include "engine/conductor/sessionmaker.h"
#include "tests/widgets/pulse.h"
#include "widgets/consoleview.h"
#include "widgets/stepsview.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using conductor::Snapshot;
using conductor::SnapshotPtr;

namespace
{

constexpr int runs = 2000;
constexpr int runsOfARevision = 20;
constexpr int snapshots = 200;
constexpr int lines = 200'000;
constexpr int seconds = 10;
constexpr int ticksPerSecond = 100;

/// A session of many runs, told by events as a journal would tell it.
class Story final
{
public:
    explicit Story(const conductor::NewSession &made)
        : m_range(std::make_shared<const history::CommitRange>(made.range))
    {
        add(made.created);
        for (int i = 0; i < runs / runsOfARevision; ++i) {
            addRevision(m_range->commits[std::size_t(i) % m_range->commits.size()].id);
        }
        m_state = std::make_shared<const session::SessionState>(session::fold(m_events, {m_range}));
        m_plan = std::make_shared<const conductor::Plan>(conductor::planFor(*m_state));
    }

    /// A run begins or, at the next call, ends.
    SnapshotPtr next()
    {
        const session::RunState *last = m_state->runs.empty() ? nullptr : &m_state->runs.rbegin()->second;
        session::Event event;
        event.seq = EventSeq{m_state->last.value + 1};
        event.time = event.seq.value * 1000;
        if (last && !last->ended) {
            event.payload = ended(m_state->runs.rbegin()->first);
        } else {
            event.payload = started(RunId{runs + ++m_started}, m_state->order.back());
        }
        m_state = std::make_shared<const session::SessionState>(session::extend(*m_state, event));
        return snapshot();
    }

    [[nodiscard]] SnapshotPtr snapshot() const
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->state = m_state;
        snapshot->plan = m_plan;
        snapshot->activity.mode = conductor::Activity::Mode::Running;
        snapshot->path = u"/tmp/bench.culprit"_s;
        return snapshot;
    }

private:
    void add(const session::Payload &payload)
    {
        const auto seq = qint64(m_events.size()) + 1;
        m_events.push_back({EventSeq{seq}, seq * 1000, payload});
    }

    void addRevision(const history::ObjectId &id)
    {
        const BuildId build{++m_builds};
        add(session::BuildStarted{build, id, LogId{build.value * 2}, u"step"_s});
        add(session::BuildEnded{
            build, session::BuildOutcome::Built, {}, {}, {}, u"gcc"_s, u"make"_s, 900, false, {}, {}, {}});
        for (int i = 0; i < runsOfARevision; ++i) {
            const RunId run{++m_runs};
            add(started(run, id));
            add(ended(run));
        }
    }

    session::RunStarted started(RunId run, const history::ObjectId &id) const
    {
        return {run, BuildId{m_builds}, id, LogId{run.value * 2 + 1}, 0, u"tcg"_s, 1};
    }

    static session::RunEnded ended(RunId run)
    {
        session::RunEnded ended;
        ended.run = run;
        ended.outcome = run.value % 3 == 0 ? session::Outcome::Crashed : session::Outcome::Ok;
        ended.title = run.value % 3 == 0 ? u"KASAN: slab-use-after-free Read in pocket_frame_put"_s : QString();
        ended.reason = u"The reproducer ended with status 0."_s;
        ended.milliseconds = 700;
        return ended;
    }

    std::shared_ptr<const history::CommitRange> m_range;
    std::vector<session::Event> m_events;
    std::shared_ptr<const session::SessionState> m_state;
    std::shared_ptr<const conductor::Plan> m_plan;
    qint64 m_builds = 0;
    qint64 m_runs = 0;
    qint64 m_started = 0;
};

QByteArray lineText(int number)
{
    const QByteArray n = QByteArray::number(number);
    return '[' + n.rightJustified(12, ' ') + ".271828][ T4711] usb 1-1: new high-speed USB device number " + n +
           " using dummy_hcd, address " + n + '\n';
}

void measureSnapshots(app::MainWindow &window, Story &story)
{
    std::vector<double> times;
    for (int i = 0; i < snapshots; ++i) {
        const SnapshotPtr snapshot = story.next();
        Q_EMIT window.engine().changed(snapshot);
        const qint64 before = threadNanoseconds();
        QCoreApplication::processEvents(); // shows and paints it
        times.push_back(double(threadNanoseconds() - before) / 1e6);
    }
    const double first = times.front();
    times.erase(times.begin());
    std::ranges::sort(times);
    std::printf(
        "a snapshot of %d runs, shown and painted: median %.2f ms, longest %.2f ms and %.2f ms of own work; the "
        "first, where none was: %.2f ms\n",
        runs, times[times.size() / 2], times.back(), times[times.size() - 2], first);
}

/// Sends console and snapshots from a thread of its own, as the engine does.
void flood(app::MainWindow &window, Story &story, LogId log)
{
    conductor::Engine *engine = &window.engine();
    Pulse pulse;
    QElapsedTimer clock;
    clock.start();
    qint64 size = 0;
    std::unique_ptr<QThread> sender(QThread::create([engine, log, &story, &size] {
        for (int tick = 0, sent = 0; tick < seconds * ticksPerSecond; ++tick) {
            QByteArray bytes;
            for (; sent < lines * (tick + 1) / (seconds * ticksPerSecond); ++sent) {
                bytes += lineText(sent);
            }
            QMetaObject::invokeMethod(
                engine, [engine, log, offset = size, bytes] { Q_EMIT engine->logGrew(log, offset, bytes); });
            size += bytes.size();
            if (tick % 5 == 0) {
                QMetaObject::invokeMethod(engine,
                                          [engine, snapshot = story.next()] { Q_EMIT engine->changed(snapshot); });
            }
            QThread::msleep(1000 / ticksPerSecond);
        }
    }));
    sender->start();
    const widgets::ConsoleView &view = *window.panes().consoles->active()->view();
    // The last line is empty: the text ends in a line end.
    while (view.edit()->lineCount() - 1 < lines && clock.elapsed() < 60'000) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    sender->wait();
    std::printf("%d lines sent, %d in the console, %.1f s\n", lines, view.edit()->lineCount() - 1,
                double(clock.elapsed()) / 1000);
    std::printf("longest event-loop stall %.1f ms, of own work %.1f ms; turns with over 16 ms of work: %d\n",
                pulse.longestMilliseconds(), pulse.longestWorkMilliseconds(), pulse.overFrame());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    widgets::applyTheme(application, widgets::Theme::Light);
    WindowCase work;
    const auto made = conductor::makeSession(work.setup());
    if (!made) {
        std::fprintf(stderr, "%s\n", made.error().message.c_str());
        return 1;
    }
    const auto window = work.makeWindow();
    window->resize(1480, 920);
    window->createSession(work.setup(), work.path(u"bench.culprit"_s));
    if (!QTest::qWaitFor([&] { return isOpen(*window); }, 60'000)) {
        return 1;
    }
    Story story(*made);
    measureSnapshots(*window, story);

    const SnapshotPtr live = story.next();
    Q_EMIT window->engine().changed(live);
    QTest::qWait(200); // until it is shown
    const auto &[run, state] = *live->state->runs.rbegin();
    Q_EMIT window->panes().steps->runActivated(run);
    QTest::qWait(500);
    flood(*window, story, state.started.console);
    return window->panes().consoles->active()->view()->edit()->lineCount() - 1 == lines ? 0 : 1;
}
