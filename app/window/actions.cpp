// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/actions.h"

#include "app/window/consolepair.h"
#include "app/window/exports.h"
#include "engine/conductor/mergeculprit.h"
#include "engine/session/imported.h"
#include "widgets/paintedicon.h"
#include "widgets/plaintext.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace culprit::app
{

using Mode = conductor::Activity::Mode;

Actions::Actions(QMainWindow &window)
{
    const auto make = [&window](QAction *&action, const QString &text, const QString &tip,
                                const QKeySequence &key = {}) {
        action = new QAction(text, &window);
        action->setToolTip(tip);
        action->setWhatsThis(tip);
        action->setShortcut(key);
        window.addAction(action);
    };
    make(newBisection, tr("&New bisection…"),
         tr("Choose a kernel tree, a bad and a good revision, a config and a reproducer"), QKeySequence::New);
    make(open, tr("&Open session…"), tr("Go on with a session, or walk through a finished one"), QKeySequence::Open);
    make(importLog, tr("&Import log…"),
         tr("Open a log of syzbot or of git bisect, or an archive of a session, as a session"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    make(giveTree, tr("&Give the kernel tree…"),
         tr("Read the imported log again, with a kernel tree that has its commits"));
    make(compare, tr("Co&mpare with…"),
         tr("Put another session, or a log, beside this one: same revisions, other verdicts, and why"));
    make(compareConsoles, tr("Compare con&soles…"),
         tr("Put the consoles of two runs beside each other, from their first difference on"));
    make(example, tr("E&xample session"),
         tr("Walk through a finished bisection of the demo kernel; nothing is built or run"));
    make(demo, tr("Try the &demo"), tr("Bisect a small demo kernel with real builds and real machines"),
         QKeySequence(Qt::CTRL | Qt::Key_D));
    make(copyReport, tr("&Copy report"), tr("Copy the session's report as plain text"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    make(copyRun, tr("Copy run as s&hell"),
         tr("Copy a text that does the selected run again when it is pasted into a terminal, without Culprit"));
    make(settings, tr("Se&ttings…"), tr("Theme, keys, notifications and what else is the same for all sessions"),
         QKeySequence(Qt::CTRL | Qt::Key_Comma));
    make(quit, tr("&Quit"), tr("Stop what runs and close the window"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    make(start, tr("&Start"), tr("Start, or go on with, the bisection"), QKeySequence(Qt::Key_F5));
    make(pause, tr("&Pause after step"), tr("Stop when the revision under test has its verdict"),
         QKeySequence(Qt::SHIFT | Qt::Key_F5));
    make(stop, tr("S&top"), tr("End builds and machines now; what is known so far stays"),
         QKeySequence(Qt::CTRL | Qt::Key_Period));
    make(followUp, tr("&Follow the merge up…"),
         tr("The culprit is a merge: set up the bisection that finds the commit behind it"));
    make(good, tr("&Good"), tr("The bug is absent in this revision, whatever its runs say"),
         QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_G));
    make(bad, tr("&Bad"), tr("The bug is present in this revision, whatever its runs say"),
         QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_B));
    make(skip, tr("S&kip"), tr("This revision cannot be judged"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S));
    make(skipRange, tr("Skip ra&nge…"), tr("Leave out several commits at once, and say why"));
    make(retest, tr("&Retest"), tr("Run this revision %1 times more").arg(retestRuns),
         QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
    make(testNext, tr("&Test next"),
         tr("Run this revision %1 times before anything else is tested (N in graph and steps)").arg(retestRuns));
    make(removeVerdict, tr("Re&move judgement"),
         tr("Take back what was said of this revision: its runs speak for it (U in graph and steps)"));
    make(undo, tr("&Undo judgement"), tr("Take the latest judgement back"), QKeySequence::Undo);
    make(redo, tr("R&edo judgement"), tr("Bring the judgement back that was undone"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    make(back, tr("&Back"), tr("To the commit that was selected before"), QKeySequence(Qt::ALT | Qt::Key_Left));
    make(forward, tr("&Forward"), tr("To the commit that was selected after this one"),
         QKeySequence(Qt::ALT | Qt::Key_Right));
    make(goToCurrent, tr("Go to &current revision"), tr("Select the revision under test and follow the search"),
         QKeySequence(Qt::CTRL | Qt::Key_L));
    make(previousTested, tr("&Older tested commit"), tr("Down the graph to the next commit that was tested ([ there)"));
    make(nextTested, tr("Ne&wer tested commit"), tr("Up the graph to the next commit that was tested (] there)"));
    make(showDetails, tr("D&etails"), tr("Why the selected revision is called what it is (Return in graph and steps)"));
    make(showDiff, tr("&Diff"), tr("Message and patch of the selected commit (D in graph and steps)"));
    make(showConsole, tr("Con&sole"), tr("The console of the selected revision's run (C in graph and steps)"));
    make(nextPane, tr("&Next pane"), tr("Move the keyboard to the next pane"), QKeySequence(Qt::Key_F6));
    make(previousPane, tr("&Previous pane"), tr("Move the keyboard to the previous pane"),
         QKeySequence(Qt::SHIFT | Qt::Key_F6));
    make(findAction, tr("Find &action…"), tr("Type what you want to do, and do it from there"),
         QKeySequence(Qt::CTRL | Qt::Key_K));
    make(driveLayout, tr("&Drive"), tr("All panes, as at first: console and details beside each other"));
    make(watchLayout, tr("&Watch"), tr("The consoles of runs and builds at large"));
    make(reviewLayout, tr("&Review"), tr("Steps, details and activity, to walk through what was"));
    make(saveLayout, tr("&Save layout as…"), tr("Keep this layout by a name"));
    make(resetLayout, tr("&Reset layout"), tr("Put all panes where they were at first"));
    make(letterKeys, tr("Single-letter &keys"),
         tr("G, B, S and others work in graph, steps and consoles while these have the keyboard"));
    letterKeys->setCheckable(true);
    make(systemTheme, tr("Theme of the &system"), tr("Light or dark as the desktop is"));
    make(lightTheme, tr("&Light theme"), tr("Dark on light"));
    make(darkTheme, tr("&Dark theme"), tr("Light on dark"));
    make(blackOnWhite, tr("&High contrast, light"), tr("Black on white, with strong frames"));
    make(whiteOnBlack, tr("High con&trast, dark"), tr("White on black, with strong frames"));
    make(guide, tr("&User guide"), tr("What is about the pane that has the keyboard"), QKeySequence::HelpContents);
    make(keys, tr("&Keys"), tr("Every action with its keys"), QKeySequence(Qt::Key_Question));
    make(about, tr("&About Culprit"), tr("Version and licence"));
    auto *themes = new QActionGroup(&window);
    for (QAction *theme : {systemTheme, lightTheme, darkTheme, blackOnWhite, whiteOnBlack}) {
        theme->setCheckable(true);
        theme->setActionGroup(themes);
    }
    start->setIcon(widgets::transportIcon(widgets::Transport::Start));
    pause->setIcon(widgets::transportIcon(widgets::Transport::Pause));
    stop->setIcon(widgets::transportIcon(widgets::Transport::Stop));
    exports = Exports::makeActions(window);
    disableForWantOf(tr("No session is open"));
}

void Actions::fillMenus(QMenuBar &bar, const QList<QDockWidget *> &docks, const QList<QAction *> &graph,
                        const QList<QAction *> &consoles)
{
    QMenu *file = bar.addMenu(tr("&File"));
    file->addActions({newBisection, open, importLog, giveTree, compare, compareConsoles, example, demo});
    file->addSeparator();
    file->addActions({copyReport, copyRun});
    QMenu *exportMenu = file->addMenu(tr("&Export"));
    exportMenu->addActions(exports);
    file->addSeparator();
    file->addActions({settings, quit});
    QMenu *run = bar.addMenu(tr("&Run"));
    run->addActions({start, pause, stop});
    run->addSeparator();
    run->addAction(followUp);
    QMenu *verdict = bar.addMenu(tr("V&erdict"));
    verdict->addActions({good, bad, skip, skipRange, retest, testNext, removeVerdict});
    verdict->addSeparator();
    verdict->addActions({undo, redo});
    QMenu *go = bar.addMenu(tr("&Go"));
    go->addActions({back, forward});
    go->addSeparator();
    go->addActions({goToCurrent, previousTested, nextTested});
    go->addSeparator();
    go->addActions({showDetails, showDiff, showConsole});
    go->addSeparator();
    QMenu *toPane = go->addMenu(tr("&To pane"));
    go->addActions({nextPane, previousPane});
    go->addSeparator();
    go->addAction(findAction);
    QMenu *view = bar.addMenu(tr("&View"));
    for (qsizetype number = 1; QDockWidget * dock : docks) {
        const QString text = u"&%1 %2"_s.arg(QString::number(number), dock->windowTitle());
        QAction *toggle = dock->toggleViewAction();
        toggle->setText(text);
        toggle->setWhatsThis(tr("Show or hide the pane %1").arg(dock->windowTitle()));
        view->addAction(toggle);
        QAction *pane = toPane->addAction(text, QKeySequence(u"Ctrl+%1"_s.arg(number)));
        pane->setWhatsThis(tr("Show the pane %1 and give it the keyboard").arg(dock->windowTitle()));
        pane->setToolTip(pane->whatsThis());
        panes << pane;
        ++number;
    }
    view->addSeparator();
    view->addMenu(tr("&Graph"))->addActions(graph);
    QMenu *consoleMenu = view->addMenu(tr("&Consoles"));
    consoleMenu->addActions(consoles);
    view->addSeparator();
    layoutMenu = view->addMenu(tr("La&yout"));
    layoutMenu->addActions({driveLayout, watchLayout, reviewLayout});
    layoutMenu->addSeparator();
    layoutMenu->addAction(saveLayout);
    removeLayoutMenu = layoutMenu->addMenu(tr("R&emove layout"));
    view->addAction(resetLayout);
    view->addSeparator();
    view->addActions({systemTheme, lightTheme, darkTheme, blackOnWhite, whiteOnBlack});
    view->addSeparator();
    view->addAction(letterKeys);
    QMenu *help = bar.addMenu(tr("&Help"));
    help->addActions({guide, keys, about});
    // The status bar is for what goes on: no tip hides it while the mouse rests on a button.
    for (QMenu *menu : {file, exportMenu, run, verdict, go, toPane, view, consoleMenu, layoutMenu, help}) {
        menu->setToolTipsVisible(true);
    }
}

void Actions::set(QAction *action, bool enabled, const QString &why)
{
    // The reason stands where the purpose else does: a person who finds it grey looks there.
    action->setEnabled(enabled);
    action->setToolTip(enabled ? action->whatsThis() : why);
}

void Actions::disableForWantOf(const QString &what) const
{
    for (QAction *action :
         {start,   pause,    stop,          followUp,       good,       bad,         skip,     skipRange,
          retest,  testNext, removeVerdict, undo,           redo,       copyReport,  compare,  compareConsoles,
          back,    forward,  goToCurrent,   previousTested, nextTested, showDetails, showDiff, showConsole,
          giveTree}) {
        set(action, false, what);
    }
    for (QAction *action : exports) {
        set(action, false, what);
    }
}

void Actions::update(const conductor::Snapshot &snapshot, const std::optional<history::ObjectId> &target) const
{
    const Mode mode = snapshot.activity.mode;
    const bool writable = !snapshot.readOnly;
    const auto action = snapshot.plan->action;
    const QString runs = mode == Mode::Stopping ? tr("It is stopping") : tr("It runs already");
    const bool lacksTree = session::lacksTree(*snapshot.state);
    const QString whyNoStart =
        lacksTree
            ? tr("It takes the kernel tree: \"%1\" in the File menu").arg(widgets::withoutMnemonic(giveTree->text()))
        : !writable                                   ? snapshot.readOnlyReason
        : action == conductor::Plan::Action::Finished ? tr("The search has ended; a judgement can open it again")
                                                      : runs;
    const QString whyNoStop = mode == Mode::Stopping ? tr("It is stopping") : tr("Nothing runs");
    start->setText(snapshot.state->engine ? tr("Re&sume") : tr("&Start"));
    set(start,
        writable && !lacksTree && action != conductor::Plan::Action::Finished &&
            (mode == Mode::Idle || mode == Mode::Pausing),
        whyNoStart);
    set(pause, mode == Mode::Running, mode == Mode::Pausing ? tr("It pauses after this step already") : whyNoStop);
    set(stop, mode == Mode::Starting || mode == Mode::Running || mode == Mode::Pausing, whyNoStop);
    for (QAction *judgement : {good, bad, skip, retest}) {
        set(judgement, writable && target, writable ? tr("Select a commit first") : snapshot.readOnlyReason);
    }
    set(skipRange, writable, snapshot.readOnlyReason);
    const bool isMerge = conductor::endsWithMerge(*snapshot.state, *snapshot.plan);
    set(followUp, isMerge && !lacksTree, isMerge ? whyNoStart : tr("The search has not ended with a merge"));
    const session::RevisionState *revision = target ? snapshot.state->revision(*target) : nullptr;
    const bool judged = revision != nullptr && (revision->judged || revision->thought);
    set(removeVerdict, writable && judged,
        !writable ? snapshot.readOnlyReason
        : target  ? tr("Nobody judged this revision")
                  : tr("Select a commit first"));
    const bool wasRun = revision != nullptr && revision->tally.ended() + revision->tally.running > 0;
    set(testNext, writable && target && !wasRun,
        !writable ? snapshot.readOnlyReason
        : target  ? tr("It was run already: Retest runs it again")
                  : tr("Select a commit first"));
    for (QAction *shown : {showDetails, showDiff}) {
        set(shown, target.has_value(), tr("Select a commit first"));
    }
    set(showConsole, revision != nullptr && (!revision->runs.empty() || !revision->builds.empty()),
        target ? tr("This revision was neither built nor run") : tr("Select a commit first"));
    set(previousTested, true, {});
    set(nextTested, true, {});
    set(undo, writable && snapshot.state->undoable.has_value(),
        writable ? tr("There is no judgement to undo") : snapshot.readOnlyReason);
    set(redo, writable && snapshot.state->redoable.has_value(),
        writable ? tr("There is nothing to redo") : snapshot.readOnlyReason);
    set(copyReport, true, {});
    set(compare, true, {});
    set(compareConsoles, hasConsolePair(*snapshot.state), tr("It takes the consoles of two runs"));
    for (QAction *format : exports) {
        set(format, true, {});
    }
    set(giveTree, snapshot.state->imported.has_value(), tr("The session was not imported from a log"));
    set(goToCurrent, true, {});
}

} // namespace culprit::app
