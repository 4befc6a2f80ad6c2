// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "app/window/logpane.h"
#include "app/window/sessionmemory.h"
#include "widgets/commitview.h"
#include "widgets/consolekeys.h"
#include "widgets/consoleview.h"
#include "widgets/decisionview.h"
#include "widgets/historyview.h"
#include "widgets/stepsview.h"

#include <QAction>
#include <QDockWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::MainWindow;
using history::ObjectId;
using session::Verdict;

namespace
{

constexpr int longest = 300'000; // ms, for real builds and machines on a busy host

bool hasFocus(const QWidget &window, const QWidget *pane)
{
    const QWidget *focus = window.focusWidget();
    return focus == pane || pane->isAncestorOf(focus);
}

} // namespace

/// What a user does with the keyboard alone; nothing runs but in the last test.
class KeysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnOurWarnings(); }

    void theKeysOfTheDesign()
    {
        const auto window = m_work.makeWindow();
        const app::Actions &actions = window->actions();
        const std::pair<const QAction *, QKeySequence> keys[] = {
            {actions.newBisection, Qt::CTRL | Qt::Key_N},
            {actions.open, Qt::CTRL | Qt::Key_O},
            {actions.importLog, Qt::CTRL | Qt::SHIFT | Qt::Key_I},
            {actions.start, Qt::Key_F5},
            {actions.pause, Qt::SHIFT | Qt::Key_F5},
            {actions.stop, Qt::CTRL | Qt::Key_Period},
            {actions.undo, Qt::CTRL | Qt::Key_Z},
            {actions.redo, Qt::CTRL | Qt::SHIFT | Qt::Key_Z},
            {actions.goToCurrent, Qt::CTRL | Qt::Key_L},
            {actions.back, Qt::ALT | Qt::Key_Left},
            {actions.forward, Qt::ALT | Qt::Key_Right},
            {actions.nextPane, Qt::Key_F6},
            {actions.previousPane, Qt::SHIFT | Qt::Key_F6},
            {actions.panes.at(0), Qt::CTRL | Qt::Key_1},
            {actions.panes.at(5), Qt::CTRL | Qt::Key_6},
            {actions.copyReport, Qt::CTRL | Qt::SHIFT | Qt::Key_C},
        };
        for (const auto &[action, key] : keys) {
            QCOMPARE(action->shortcut(), key);
        }
    }

    void lettersJudgeTheSelectedCommit()
    {
        const auto window = openWindow(u"letters.culprit"_s);
        widgets::HistoryView &graph = *window->panes().history;
        const ObjectId id = m_work.culprit();
        QVERIFY(graph.selectCommit(id));
        QAction *remove = window->actions().removeVerdict;
        QVERIFY(!remove->isEnabled());
        QCOMPARE(remove->toolTip(), u"Nobody judged this revision"_s);
        QTest::keyClick(&graph, Qt::Key_U);
        QVERIFY(window->statusBar()->currentMessage().contains(u"nothing to remove"_s));
        QCOMPARE(shown(*window).state->judgements.size(), 0U);

        QTest::keyClick(&graph, Qt::Key_G);
        QTRY_VERIFY_WITH_TIMEOUT(judged(*window, id) == Verdict::Good, longest);
        QTest::keyClick(&graph, Qt::Key_S);
        QTRY_VERIFY_WITH_TIMEOUT(judged(*window, id) == Verdict::Skip, longest);
        QTest::keyClick(&graph, Qt::Key_B);
        QTRY_VERIFY_WITH_TIMEOUT(judged(*window, id) == Verdict::Bad, longest);
        QTRY_VERIFY_WITH_TIMEOUT(remove->isEnabled(), longest);
        QTest::keyClick(&graph, Qt::Key_U);
        QTRY_VERIFY_WITH_TIMEOUT(!judged(*window, id), longest);
        QTRY_VERIFY_WITH_TIMEOUT(!remove->isEnabled(), longest);
        window->actions().undo->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(judged(*window, id) == Verdict::Bad, longest);
        QTest::keyClick(&graph, Qt::Key_R);
        QTRY_VERIFY_WITH_TIMEOUT(shown(*window).state->revision(id)->runsAsked > 0, longest);

        window->actions().letterKeys->trigger();
        QVERIFY(!window->actions().letterKeys->isChecked());
        QTest::keyClick(&graph, Qt::Key_U);
        QTest::keyClick(&graph, Qt::Key_Home);
        QVERIFY(graph.selectCommit(id));
        QVERIFY(judged(*window, id) == Verdict::Bad);
        // The choice is kept.
        window->close();
        const auto next = m_work.makeWindow();
        QVERIFY(!next->actions().letterKeys->isChecked());
        next->actions().letterKeys->trigger();
    }

    void aLetterMakesTheSelectedCommitTheNextTest()
    {
        const auto window = openWindow(u"next.culprit"_s);
        const app::Actions &actions = window->actions();
        widgets::HistoryView &graph = *window->panes().history;
        const session::SessionCreated &created = shown(*window).state->created;
        window->engine().judge(session::VerdictJudged{created.bad, Verdict::Bad, {}, {}});
        window->engine().judge(session::VerdictJudged{created.goods.front(), Verdict::Good, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(shown(*window).plan->phase == conductor::Phase::Bisect, longest);
        const auto &commits = shown(*window).state->range->commits;
        const ObjectId id =
            commits.at(commits.at(20).id == shown(*window).plan->revision ? 21 : 20).id; // not what is next anyway
        QVERIFY(graph.selectCommit(id));
        QVERIFY(actions.testNext->isEnabled());
        QTest::keyClick(&graph, Qt::Key_N);
        QTRY_VERIFY_WITH_TIMEOUT(shown(*window).plan->revision == id, longest);
        QVERIFY2(shown(*window).plan->reason.contains(u"is tested next, as was asked"_s),
                 qPrintable(shown(*window).plan->reason));
        actions.undo->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(shown(*window).plan->revision != id, longest);
    }

    void aLetterShowsDetailsDiffAndConsole()
    {
        const auto window = openWindow(u"shows.culprit"_s);
        const app::Panes &panes = window->panes();
        const ObjectId id = m_work.culprit();
        QVERIFY(panes.history->selectCommit(id));
        panes.dockOf(panes.details)->hide();
        QTest::keyClick(panes.history, Qt::Key_D);
        QVERIFY(panes.details->isVisible());
        QVERIFY(panes.details->currentWidget() == panes.commit);
        QTRY_COMPARE_WITH_TIMEOUT(panes.commit->commit(), id, longest);
        window->actions().showDetails->trigger();
        QVERIFY(panes.details->currentWidget() == panes.decision);
        QTest::keyClick(panes.history, Qt::Key_Return);
        QVERIFY(panes.details->currentWidget() == panes.commit);
        QTest::keyClick(panes.history, Qt::Key_C);
        QVERIFY(window->statusBar()->currentMessage().contains(u"neither built nor run"_s));
        QVERIFY(!window->actions().showConsole->isEnabled());
    }

    void backAndForwardAmongSelections()
    {
        const auto window = openWindow(u"trail.culprit"_s);
        const app::Actions &actions = window->actions();
        widgets::HistoryView &graph = *window->panes().history;
        const ObjectId begin = shown(*window).plan->revision;
        const ObjectId first = shown(*window).state->range->commits.at(3).id;
        const ObjectId second = m_work.culprit();
        QVERIFY(!actions.back->isEnabled());
        QVERIFY(!actions.back->toolTip().isEmpty());
        QVERIFY(graph.selectCommit(first));
        QVERIFY(graph.selectCommit(second));
        QVERIFY(!actions.forward->isEnabled());
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get(), longest));
        graph.setFocus();
        QTest::keyClick(&graph, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(graph.selectedCommit(), first);
        actions.back->trigger();
        QCOMPARE(graph.selectedCommit(), begin);
        QVERIFY(!actions.back->isEnabled());
        QTest::keyClick(&graph, Qt::Key_Right, Qt::AltModifier);
        actions.forward->trigger();
        QCOMPARE(graph.selectedCommit(), second);
        // Another way from the middle forgets what was ahead.
        actions.back->trigger();
        QVERIFY(graph.selectCommit(begin));
        QVERIFY(!actions.forward->isEnabled());
    }

    void aNumberGoesToAPane()
    {
        const auto window = openWindow(u"numbers.culprit"_s);
        const app::Panes &panes = window->panes();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get(), longest));
        panes.history->setFocus();
        panes.docks.at(1)->hide();
        QTest::keyClick(panes.history, Qt::Key_2, Qt::ControlModifier);
        QVERIFY(!panes.docks.at(1)->isHidden());
        QVERIFY(hasFocus(*window, panes.steps));
        // One behind another comes to the front and stays there.
        for (int i = 0; i < 2; ++i) {
            window->actions().panes.at(4)->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(panes.isInSight(panes.docks.at(4)->widget()), longest);
            QVERIFY(hasFocus(*window, panes.docks.at(4)));
        }
    }

    void marksAreRememberedBySession()
    {
        session::SessionState state;
        state.created.bad = m_work.culprit();
        state.createdAt = 1;
        {
            app::SessionMemory memory(m_work.settings());
            memory.setMarks(LogId{7}, {1}); // of no session: nowhere
            memory.setSession(state);
            QVERIFY(memory.marks(LogId{7}).empty());
            memory.setMarks(LogId{7}, {3, 90});
            memory.setMarks(LogId{8}, {4});
            memory.setMarks(LogId{8}, {});
        }
        app::SessionMemory memory(m_work.settings());
        memory.setSession(state);
        QCOMPARE(memory.marks(LogId{7}), (std::vector{3, 90}));
        QVERIFY(memory.marks(LogId{8}).empty());
        // Of many sessions those that were looked at lately are remembered.
        for (int i = 0; i < app::SessionMemory::mostSessions; ++i) {
            session::SessionState other = state;
            other.createdAt = 100 + i;
            memory.setSession(other);
        }
        memory.setSession(state);
        QVERIFY(memory.marks(LogId{7}).empty());
    }

    void stopAsksWhereSomethingWouldBeLost()
    {
        const auto window = openWindow(u"stop.culprit"_s);
        const app::Actions &actions = window->actions();
        actions.start->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!shown(*window).activity.builds.empty(), longest);
        QTRY_VERIFY_WITH_TIMEOUT(actions.stop->isEnabled(), longest);
        const auto question = [&] { return window->findChild<QMessageBox *>(); };
        const auto answer = [&](QMessageBox::ButtonRole role) {
            for (QAbstractButton *button : question()->buttons()) {
                if (question()->buttonRole(button) == role) {
                    button->click();
                    return;
                }
            }
        };
        actions.stop->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(question(), longest);
        QVERIFY2(question()->text().contains(u"under way is lost"_s), qPrintable(question()->text()));
        answer(QMessageBox::RejectRole);
        QTRY_VERIFY_WITH_TIMEOUT(!question(), longest);
        QVERIFY(!isAtRest(*window));
        actions.stop->trigger();
        if (question()) { // between two builds there is nothing to lose
            answer(QMessageBox::AcceptRole);
        }
        QTRY_VERIFY_WITH_TIMEOUT(isAtRest(*window), longest);
    }

private:
    [[nodiscard]] std::unique_ptr<MainWindow> openWindow(const QString &name)
    {
        auto window = m_work.makeWindow();
        QSignalSpy opened(window.get(), &MainWindow::sessionOpened);
        window->createSession(m_work.setup(), m_work.path(name));
        if (!opened.wait(longest)) {
            qFatal("no session");
        }
        if (!QTest::qWaitFor([&] { return window->panes().history->model()->rowCount() > 0; }, longest)) {
            qFatal("no graph");
        }
        return window;
    }

    [[nodiscard]] static std::optional<Verdict> judged(MainWindow &window, const ObjectId &id)
    {
        const session::RevisionState *revision = shown(window).state->revision(id);
        return revision != nullptr ? revision->judged : std::nullopt;
    }

    WindowCase m_work;
};

QTEST_MAIN(KeysTest)
#include "tst_keys.moc"
