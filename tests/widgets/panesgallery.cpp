// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints the panes with a made-up session into PNG files, light and dark: panesgallery FOLDER.
#include "tests/widgets/samplesession.h"
#include "widgets/activitylog.h"
#include "widgets/consolebar.h"
#include "widgets/consoleview.h"
#include "widgets/decisionview.h"
#include "widgets/phasesview.h"
#include "widgets/reportview.h"
#include "widgets/revisiontext.h"
#include "widgets/stepsview.h"
#include "widgets/theme.h"
#include "widgets/titlesview.h"
#include "widgets/verdictbar.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QEventLoop>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

#include <cstdio>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;

namespace
{

QByteArray consoleLog()
{
    QByteArray log;
    for (int i = 0; i < 240; ++i) {
        log += '[' + QByteArray::number(i / 12.0, 'f', 6).rightJustified(12) +
               "] usb 1-1: new high-speed USB device number " + QByteArray::number(i % 127) + " using dummy_hcd\n";
    }
    log += "[   20.104417][ T4821] WARNING: CPU: 1 PID: 4821 at net/core/sock.c:2134 sk_free+0x5c/0x90\n";
    log += "[   21.550021][ T4830] ==================================================================\n"
           "[   21.550911][ T4830] BUG: KASAN: slab-use-after-free in tcp_recvmsg_locked+0x1f2b/0x2470\n"
           "[   21.551804][ T4830] Read of size 4 at addr ffff88801c2a4b40 by task repro/4830\n"
           "[   21.552611][ T4830] \n"
           "[   21.553012][ T4830] CPU: 0 PID: 4830 Comm: repro Not tainted 6.9.0-rc1 #3\n"
           "[   21.553920][ T4830] Call Trace:\n[   21.554400][ T4830]  <TASK>\n"
           "[   21.554891][ T4830]  dump_stack_lvl+0x116/0x1f0\n[   21.555604][ T4830]  print_report+0xc3/0x620\n"
           "[   21.556310][ T4830]  kasan_report+0xd9/0x110\n[   21.557001][ T4830]  tcp_recvmsg_locked+0x1f2b/0x2470\n"
           "[   21.557833][ T4830]  tcp_recvmsg+0x12b/0x600\n[   21.558540][ T4830]  inet_recvmsg+0x12b/0x6a0\n"
           "[   21.559266][ T4830]  do_syscall_64+0xcd/0x250\n[   21.560002][ T4830]  "
           "entry_SYSCALL_64_after_hwframe+0x77/0x7f\n"
           "[   21.560911][ T4830]  </TASK>\n";
    return log;
}

void drain(const ConsoleView &view)
{
    while (!view.feed().isIdle()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void save(QWidget &widget, const QString &path)
{
    widget.show();
    QCoreApplication::processEvents();
    if (!widget.grab().save(path)) {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
    }
}

void paintConsole(const QString &path)
{
    ConsoleView view;
    view.resize(1100, 420);
    view.show();
    view.setSource(u"run 7.2 of 1a2b3c4d5e6f, VM 2"_s, LogId{1});
    view.append(0, consoleLog());
    drain(view);
    view.find(u"tcp_recvmsg"_s);
    QCoreApplication::processEvents();
    save(view, path);
}

void paintSession(const QString &path)
{
    sample::Session s = sample::running();
    s.state.titles[sample::undecided].judged = session::Relevance::Target;
    for (auto &[id, run] : s.state.runs) {
        run.startedAt = run.ended ? run.startedAt : QDateTime::currentMSecsSinceEpoch() - 83'000;
    }
    const conductor::SnapshotPtr snapshot = s.snapshot();
    auto *bar = new VerdictBar;
    bar->offer(VerdictBar::Target{sample::id(15), u"net: tcp: take the reference before the lock is dropped"_s,
                                  session::Verdict::Bad, true});
    bar->setRuns(5);
    bar->setPreview(
        u"bad -> good: 15 candidates -> 16, next %1, 2 cached builds reused"_s.arg(hashText(sample::id(23))));
    auto *phases = new PhasesView;
    phases->setSnapshot(snapshot);
    auto *steps = new StepsView;
    steps->setSnapshot(snapshot);
    auto *decision = new DecisionView;
    decision->setSnapshot(snapshot);
    decision->setRevision(sample::id(15));
    auto *titles = new TitlesView;
    titles->setSnapshot(snapshot);
    titles->selectTitle(sample::undecided);

    QWidget window;
    auto *top = new QHBoxLayout;
    top->addWidget(phases, 1);
    top->addWidget(steps, 4);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(decision, 2);
    bottom->addWidget(titles, 3);
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(bar);
    layout->addLayout(top, 3);
    layout->addLayout(bottom, 2);
    window.resize(1500, 900);
    save(window, path);
}

void paintGroups(const QString &path)
{
    StepsView steps;
    steps.setGrouping(StepsView::Grouping::Title);
    steps.setSnapshot(sample::running().snapshot());
    steps.resize(1100, 420);
    steps.tree()->expand(steps.tree()->model()->index(1, 0));
    steps.tree()->setCurrentIndex(steps.tree()->model()->index(1, 0));
    save(steps, path);
}

void paintLog(const QString &path)
{
    auto *log = new ActivityLogView;
    using namespace session;
    log->setEvents(
        {{EventSeq{1}, 1'718'000'000'000,
          EngineStarted{u"Linux 6.12, 8 cores"_s, u"QEMU 10.0.2"_s, u"kvm"_s, u"/dev/kvm works"_s, 2, {}}},
         {EventSeq{2}, 1'718'000'001'000, BuildStarted{BuildId{1}, sample::id(60), LogId{1}, u"bad end"_s}},
         {EventSeq{3}, 1'718'000'188'000, RunStarted{RunId{1}, BuildId{1}, sample::id(60), LogId{2}, 0, u"kvm"_s, 7}},
         {EventSeq{4}, 1'718'000'300'000,
          VerdictJudged{sample::id(15), Verdict::Bad, u"the hang is the same bug"_s, u"me"_s}}});
    auto *report = new ReportView;
    report->setReport(u"Report"_s,
                      u"Hi,\n\nthis crash began with\n\n  %1 (\"tcp: avoid a copy on the receive path\")\n\n"
                      "#regzbot introduced: %1\n"_s.arg(hashText(sample::id(7))));
    QWidget window;
    auto *layout = new QHBoxLayout(&window);
    layout->addWidget(log, 1);
    layout->addWidget(report, 1);
    window.resize(1300, 300);
    save(window, path);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    for (const auto &[theme, name] : {std::pair(Theme::Light, u"light"_s), std::pair(Theme::Dark, u"dark"_s)}) {
        applyTheme(application, theme);
        paintConsole(folder.filePath(u"panes-console-%1.png"_s.arg(name)));
        paintSession(folder.filePath(u"panes-session-%1.png"_s.arg(name)));
        paintGroups(folder.filePath(u"panes-groups-%1.png"_s.arg(name)));
        paintLog(folder.filePath(u"panes-log-%1.png"_s.arg(name)));
    }
    return 0;
}
