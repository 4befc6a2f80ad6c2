// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a user waits for: the window with 50 sessions to choose from, a session of 15,000 commits in the graph, and what
// a judgement there would change. Times by the clock, the thread's own work and the longest pause of the event loop.
// With REPOSITORY GOOD as arguments the range from there to its main, as makehistory makes it.

#include "tests/app/window/windowcase.h"

#include "engine/conductor/sessionmaker.h"
#include "tests/support/scratchrepository.h"
#include "tests/widgets/pulse.h"
#include "widgets/historymodel.h"
#include "widgets/historyview.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;

namespace
{

constexpr std::size_t commits = 15'000;
constexpr std::size_t topic = 8; // commits of a branch that is merged
constexpr int sessions = 50;
constexpr int patience = 60'000; // ms

/// A main line that merges short branches.
void fill(test::ScratchRepository &repository)
{
    std::size_t main = repository.addOn({});
    for (std::size_t count = 1; count < commits;) {
        std::size_t side = main;
        for (std::size_t i = 0; i < topic && count < commits; ++i, ++count) {
            side = repository.addOn({side});
        }
        main = repository.addOn({main});
        main = repository.addOn({main, side});
        count += 2;
    }
    repository.write();
}

struct Watch {
    Watch() { clock.start(); }
    void tell(const char *what) const
    {
        std::printf("%-58s %6.0f ms, own work %6.0f ms, longest pause %5.1f ms, of own work %5.1f ms\n", what,
                    double(clock.elapsed()), double(threadNanoseconds() - before) / 1e6, pulse.longestMilliseconds(),
                    pulse.longestWorkMilliseconds());
    }
    QElapsedTimer clock;
    qint64 before = threadNanoseconds();
    Pulse pulse;
};

/// Whether a view was painted with rows.
class Painted final : public QObject
{
public:
    explicit Painted(const QAbstractItemModel &model) : m_model(model) {}
    bool seen = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        seen = seen || (event->type() == QEvent::Paint && m_model.rowCount() > 0);
        return false;
    }

private:
    const QAbstractItemModel &m_model;
};

/// The session's file; the window that made it is gone.
QString makeSession(WindowCase &work, const session::Setup &setup)
{
    const QString file = work.path(u"large.culprit"_s);
    const auto window = work.makeWindow();
    window->createSession(setup, file);
    return QTest::qWaitFor([&] { return isOpen(*window); }, patience) ? file : QString();
}

bool measureStart(WindowCase &work, const QString &file)
{
    QStringList recent;
    for (int i = 0; i < sessions; ++i) {
        recent << work.path(u"copy-%1.culprit"_s.arg(i));
        if (!QFile::copy(file, recent.back())) {
            return false;
        }
    }
    work.settings().setValue(u"recent"_s, recent);
    const Watch watch;
    const auto window = work.makeWindow();
    if (!QTest::qWaitForWindowExposed(window.get())) {
        return false;
    }
    QCoreApplication::processEvents();
    watch.tell("start with 50 such sessions, to usable:");
    return true;
}

bool measureOpening(app::MainWindow &window, const QString &file)
{
    const widgets::HistoryModel &model = *window.panes().historyModel;
    Painted painted(model);
    window.panes().history->viewport()->installEventFilter(&painted);
    const Watch watch;
    window.openSession(file);
    if (!QTest::qWaitFor([&] { return painted.seen; }, patience)) {
        return false;
    }
    watch.tell("a range, to first rows:");
    const auto isComplete = [&] {
        const session::SessionState *state = shown(window).state.get();
        return state != nullptr && state->range && model.rowCount() > int(state->range->commits.size());
    };
    if (!QTest::qWaitFor(isComplete, patience)) {
        return false;
    }
    QCoreApplication::processEvents();
    std::printf("%d rows\n", model.rowCount());
    watch.tell("the same, complete:");
    return true;
}

bool measurePreview(app::MainWindow &window)
{
    session::VerdictJudged judged;
    const auto &range = *shown(window).state->range;
    judged.revision = range.commits.at(range.commits.size() / 2).id;
    judged.verdict = session::Verdict::Good;
    bool answered = false;
    const Watch watch;
    window.engine().preview(judged, &window, [&answered](const conductor::Preview &) { answered = true; });
    if (!QTest::qWaitFor([&] { return answered; }, patience)) {
        return false;
    }
    watch.tell("what a judgement would change there:");
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    widgets::applyTheme(application, widgets::Theme::Light);
    WindowCase work;
    session::Setup setup = work.setup();
    setup.kernel.bad = u"main"_s;
    test::ScratchRepository repository(test::ScratchRepository::Kind::Bare);
    if (argc == 3) {
        setup.kernel.repo = QFile::decodeName(argv[1]);
        setup.kernel.good = {QFile::decodeName(argv[2])};
    } else {
        fill(repository);
        setup.kernel.repo = repository.path();
        setup.kernel.good = {QString::fromLatin1(repository.hash(0))};
    }
    const QString file = makeSession(work, setup);
    if (file.isEmpty() || !measureStart(work, file)) {
        std::fprintf(stderr, "the sessions could not be made\n");
        return 1;
    }
    const auto window = work.makeWindow();
    window->resize(1480, 920);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get())) {
        return 1;
    }
    QTest::qWait(200); // the list of sessions is painted
    return measureOpening(*window, file) && measurePreview(*window) ? 0 : 1;
}
