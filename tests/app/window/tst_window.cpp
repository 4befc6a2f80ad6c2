// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "app/window/consolewall.h"
#include "app/window/logpane.h"
#include "widgets/activitylog.h"
#include "widgets/consoleview.h"
#include "widgets/decisionview.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptynote.h"
#include "widgets/historymodel.h"
#include "widgets/historyview.h"
#include "widgets/stepsview.h"
#include "widgets/theme.h"
#include "widgets/verdictbar.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QStatusBar>
#include <QTabWidget>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::MainWindow;
using session::Verdict;

namespace
{

constexpr int longest = 300'000; // ms, for real builds and machines on a busy host

/// A revision of the bisection that its runs found bad; the ends and the culprit are not meant.
std::optional<history::ObjectId> badStep(MainWindow &window, const WindowCase &work)
{
    const session::SessionState &state = *shown(window).state;
    for (const auto &[id, revision] : state.revisions) {
        if (revision.automatic == Verdict::Bad && id != state.created.bad && id != work.culprit()) {
            return id;
        }
    }
    return std::nullopt;
}

/// Everything that the bottom line says.
QString statusText(const MainWindow &window)
{
    QStringList texts;
    for (const QLabel *label : window.statusBar()->findChildren<QLabel *>()) {
        texts << label->text();
    }
    return texts.join(u' ');
}

int candidateRows(const MainWindow &window)
{
    const widgets::HistoryModel &model = *window.panes().historyModel;
    int rows = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        rows += model.mark(row).candidate ? 1 : 0;
    }
    return rows;
}

QList<QAction *> leavesOf(const QList<QAction *> &actions)
{
    QList<QAction *> leaves;
    for (QAction *action : actions) {
        if (action->menu()) {
            leaves += leavesOf(action->menu()->actions());
        } else if (!action->isSeparator()) {
            leaves << action;
        }
    }
    return leaves;
}

} // namespace

class WindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnOurWarnings(); }

    void startAloneFindsTheCulprit()
    {
        WindowCase work;
        const auto window = work.makeWindow();
        window->createSession(work.setup(), work.path(u"one.culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        QVERIFY(window->actions().start->isEnabled());
        QVERIFY(!window->actions().stop->isEnabled());
        QCOMPARE(window->actions().stop->toolTip(), u"Nothing runs"_s);

        // What is empty says so, and what to do.
        const auto noteOf = [](const QWidget *pane) {
            const auto *note = pane->findChild<widgets::EmptyNote *>();
            return note->isVisible() ? note->text() : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(noteOf(window->panes().consoles),
                                  u"No machine has run yet. F5 starts the bisection."_s, longest);
        QCOMPARE(window->panes().consoles->active()->view()->edit()->accessibleDescription(),
                 u"No machine has run yet. F5 starts the bisection."_s);
        window->panes().goTo(window->panes().dockOf(window->panes().buildLog));
        QCOMPARE(noteOf(window->panes().buildLog), u"Nothing has been built yet. F5 starts the bisection."_s);
        window->panes().goTo(window->panes().dockOf(window->panes().consoles));
        // The mouse that rests on a button leaves the status bar to what goes on.
        window->actions().start->showStatusText(window.get());
        QCOMPARE(window->statusBar()->currentMessage(), QString());
        window->actions().start->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window->actions().stop->isEnabled(), longest);
        // While machines run, the console shows one that has text, and stays at its end.
        const auto *console = window->panes().consoles->active()->view();
        QTRY_VERIFY_WITH_TIMEOUT(console->edit()->lineCount() > 20, longest);
        QVERIFY(console->isFollowing());
        QCOMPARE(noteOf(window->panes().consoles), QString());

        QTRY_VERIFY_WITH_TIMEOUT(isFinished(*window), longest);
        QVERIFY2(shown(*window).plan->culprit == work.culprit(), qPrintable(shown(*window).plan->reason));
        QVERIFY(shown(*window).plan->confirmed);
        QTRY_VERIFY_WITH_TIMEOUT(window->message()->isVisible(), longest);
        QVERIFY(window->message()->text().contains(u"is the culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(
            window->windowTitle().contains(u"Done"_s) || window->windowTitle().contains(u"Confirm"_s), longest);
        // The engine may still be putting its things away when the plan is finished.
        QTRY_VERIFY_WITH_TIMEOUT(window->actions().start->toolTip().contains(u"has ended"_s), longest);
        QVERIFY(!window->actions().start->isEnabled());
        // The culprit is selected and stands in the middle of the graph, not at its edge.
        const widgets::HistoryView &graph = *window->panes().history;
        QTRY_COMPARE_WITH_TIMEOUT(graph.selectedCommit(), work.culprit(), longest);
        const int middle = graph.visualRect(graph.currentIndex()).center().y();
        const int height = graph.viewport()->height();
        const bool allFits = graph.verticalScrollBar()->maximum() == 0;
        QVERIFY2(allFits || (middle > height / 4 && middle < height * 3 / 4),
                 qPrintable(u"%1 of %2"_s.arg(middle).arg(height)));
    }

    void aVerdictOverruledInTheMiddle()
    {
        WindowCase work;
        const auto window = work.makeWindow();
        // Told nothing about the commits the search comes by several bad ones before it is at the culprit.
        session::Setup setup = work.setup();
        setup.search.weighed = false;
        window->createSession(setup, work.path(u"two.culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        window->actions().start->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(badStep(*window, work) || isFinished(*window), longest);
        QVERIFY2(!isFinished(*window), "no step was bad");
        window->actions().pause->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isAtRest(*window), longest);
        overruleAndUndo(*window, *badStep(*window, work));

        window->actions().start->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window->actions().stop->isEnabled() || isFinished(*window), longest);
        QTRY_VERIFY_WITH_TIMEOUT(isFinished(*window), longest);
        QVERIFY2(shown(*window).plan->culprit == work.culprit(), qPrintable(shown(*window).plan->reason));
    }

    void everyActionIsInAMenuAndSaysWhatItIsFor()
    {
        WindowCase work;
        const auto window = work.makeWindow();
        const QList<QAction *> inMenus = leavesOf(window->menuBar()->actions());
        const app::Actions &actions = window->actions();
        for (QAction *action :
             {actions.newBisection, actions.open, actions.copyReport, actions.quit, actions.start, actions.pause,
              actions.stop, actions.good, actions.bad, actions.skip, actions.retest, actions.undo, actions.redo,
              actions.goToCurrent, actions.nextPane, actions.previousPane}) {
            QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
            QVERIFY2(!action->whatsThis().isEmpty(), qPrintable(action->text()));
        }
        QSet<QString> keys;
        for (const QAction *action : inMenus) {
            if (!action->shortcut().isEmpty()) {
                QVERIFY2(!keys.contains(action->shortcut().toString()), qPrintable(action->shortcut().toString()));
                keys.insert(action->shortcut().toString());
            }
        }
        for (const QAction *menu : window->menuBar()->actions()) {
            QVERIFY2(menu->text().contains(u'&'), qPrintable(menu->text()));
        }
        // Without a session nothing can be run or judged, and each says so.
        for (const QAction *action : {actions.start, actions.good, actions.undo, actions.copyReport}) {
            QVERIFY(!action->isEnabled());
            QCOMPARE(action->toolTip(), u"No session is open"_s);
        }
        QVERIFY(!window->panes().verdictBar->button(widgets::VerdictBar::Good)->toolTip().isEmpty());
    }

    void everyPaneInSightIsReachedByKeyboard()
    {
        WindowCase work;
        const auto window = work.makeWindow();
        window->createSession(work.setup(), work.path(u"panes.culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        const app::Panes &panes = window->panes();
        const QList<QWidget *> round{panes.history, panes.steps, panes.consoles->active(), panes.details,
                                     panes.verdictBar};
        for (const QWidget *pane : round) {
            QTRY_VERIFY_WITH_TIMEOUT(panes.isInSight(pane), longest);
        }
        QTRY_VERIFY_WITH_TIMEOUT(panes.verdictBar->button(widgets::VerdictBar::Good)->isEnabled(), longest);
        QVERIFY(!panes.isInSight(panes.buildLog));

        panes.history->setFocus();
        for (qsizetype step = 1; step <= round.size(); ++step) {
            window->actions().nextPane->trigger();
            QVERIFY2(hasFocus(*window, round.at(step % round.size())), qPrintable(QString::number(step)));
        }
        for (qsizetype step = 1; step <= round.size(); ++step) {
            window->actions().previousPane->trigger();
            QVERIFY2(hasFocus(*window, round.at(round.size() - step)), qPrintable(QString::number(step)));
        }
        // Of docks behind each other the one in front is reached.
        panes.dockOf(panes.log)->raise();
        QTRY_VERIFY_WITH_TIMEOUT(panes.isInSight(panes.log) && !panes.isInSight(panes.consoles), longest);
        panes.steps->setFocus();
        window->actions().nextPane->trigger();
        QVERIFY(hasFocus(*window, panes.log));
        window->actions().nextPane->trigger();
        QVERIFY(hasFocus(*window, panes.details));
    }

    void layoutAndThemeAreKept()
    {
        WindowCase work;
        {
            const auto window = work.makeWindow();
            window->createSession(work.setup(), work.path(u"layout.culprit"_s));
            QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
            window->resize(701, 555);
            window->panes().docks.first()->hide();
            window->actions().darkTheme->trigger();
            QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
            window->close();
        }
        const auto window = work.makeWindow();
        QCOMPARE(window->size(), QSize(701, 555));
        QVERIFY(window->actions().darkTheme->isChecked());
        window->openSession(work.path(u"layout.culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        QVERIFY(window->panes().docks.first()->isHidden());
        QVERIFY(!window->panes().docks.at(1)->isHidden());
        window->actions().resetLayout->trigger();
        QVERIFY(!window->panes().docks.first()->isHidden());
        window->actions().lightTheme->trigger();
    }

private:
    static bool hasFocus(const MainWindow &window, const QWidget *pane)
    {
        const QWidget *focus = window.focusWidget();
        return focus == pane || pane->isAncestorOf(focus);
    }

    static void overruleAndUndo(MainWindow &window, const history::ObjectId &bad)
    {
        widgets::VerdictBar &bar = *window.panes().verdictBar;
        QPushButton *good = bar.button(widgets::VerdictBar::Good);
        const auto planBefore = *shown(window).plan;
        // The graph is painted a moment after the plan is known.
        const int rowsBefore = int(planBefore.candidates.size());
        QTRY_COMPARE_WITH_TIMEOUT(candidateRows(window), rowsBefore, longest);

        QVERIFY(window.panes().history->selectCommit(bad));
        QVERIFY(bar.target() && bar.target()->id == bad);
        QVERIFY(good->toolTip().contains(QString::fromStdString(bad.shortHex())));
        // The effect is shown before it is made.
        QEvent enter(QEvent::Enter);
        QApplication::sendEvent(good, &enter);
        QTRY_VERIFY_WITH_TIMEOUT(bar.preview()->text().contains(u"candidates"_s), longest);
        QVERIFY(bar.preview()->isVisible());
        QCOMPARE(shown(window).plan->candidates, planBefore.candidates);

        good->click();
        QTRY_VERIFY_WITH_TIMEOUT(shown(window).state->revision(bad)->judged == Verdict::Good, longest);
        QTRY_VERIFY_WITH_TIMEOUT(shown(window).plan->candidates != planBefore.candidates, longest);
        QTRY_COMPARE_WITH_TIMEOUT(candidateRows(window), int(shown(window).plan->candidates.size()), longest);
        // Of as many candidates as before the line may say just the same.
        const QString status = statusText(window);
        QVERIFY2(status.contains(u"%1 candidate"_s.arg(shown(window).plan->candidates.size())), qPrintable(status));
        QVERIFY(window.panes().decision->toPlainText().contains(u"because you said so"_s));
        QVERIFY(window.actions().undo->isEnabled());

        window.actions().undo->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(shown(window).plan->candidates, planBefore.candidates, longest);
        QVERIFY(!shown(window).state->revision(bad)->judged);
        QTRY_COMPARE_WITH_TIMEOUT(candidateRows(window), rowsBefore, longest);
        QVERIFY(!window.actions().undo->isEnabled());
        QVERIFY(window.actions().redo->isEnabled());
        window.actions().goToCurrent->trigger();
    }
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
