// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "app/sessions/sessionsummary.h"
#include "app/window/consolewall.h"
#include "app/window/logpane.h"
#include "widgets/activitylog.h"
#include "widgets/blameview.h"
#include "widgets/codeedit.h"
#include "widgets/commitview.h"
#include "widgets/consolecomparisonview.h"
#include "widgets/consolemap.h"
#include "widgets/consoleside.h"
#include "widgets/consoleview.h"
#include "widgets/decisionview.h"
#include "widgets/diffview.h"
#include "widgets/historymodel.h"
#include "widgets/historyview.h"
#include "widgets/plaintext.h"
#include "widgets/reportview.h"
#include "widgets/stepsview.h"
#include "widgets/timebar.h"
#include "widgets/titlesview.h"
#include "widgets/verdictbar.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSlider>
#include <QSortFilterProxyModel>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::MainWindow;

namespace
{

constexpr int longest = 300'000; // ms, for real builds and machines on a busy host
constexpr int patient = 30'000;  // ms, for what the window asks its engine for

RunId firstCrash(const session::SessionState &state)
{
    for (const auto &[id, run] : state.runs) {
        if (run.outcome() == session::Outcome::Crashed) {
            return id;
        }
    }
    return {};
}

/// Of the context menu at a line, the entry whose text begins so; null: there is none.
QAction *entryAt(widgets::CodeEdit &text, int line, QStringView begin, QMenu &menu)
{
    menu.clear();
    Q_EMIT text.menuAboutToShow(&menu, line);
    for (QAction *action : menu.actions()) {
        if (widgets::withoutMnemonic(action->text()).startsWith(begin)) {
            return action;
        }
    }
    return nullptr;
}

/// The first line that has such an entry; -1: none.
int lineWith(widgets::CodeEdit &text, QStringView begin, QMenu &menu)
{
    for (int line = 0; line < text.lines(); ++line) {
        if (entryAt(text, line, begin, menu) != nullptr) {
            return line;
        }
    }
    return -1;
}

} // namespace

/// A finished session, opened again.
class ReviewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_work = std::make_unique<WindowCase>();
        m_file = m_work->path(u"done.culprit"_s);
        const auto window = m_work->makeWindow();
        window->createSession(m_work->setup(), m_file);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        window->actions().start->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window->actions().stop->isEnabled(), longest);
        QTRY_VERIFY_WITH_TIMEOUT(isFinished(*window), longest);
        QVERIFY2(shown(*window).plan->culprit == m_work->culprit(), qPrintable(shown(*window).plan->reason));
    }

    void init()
    {
        failOnOurWarnings();
        m_work->settings().remove(u"sessions"_s); // how the tests before left their windows
    }

    void everyPaneIsFilled()
    {
        const auto window = m_work->makeWindow();
        open(*window, m_file);
        checkPanes(*window);
        QVERIFY(!window->message()->isVisible());
    }

    void withoutTheKernelTreeToo()
    {
        const QString tree = m_work->demo().history.repository;
        QVERIFY(QFile::rename(tree, tree + u"-gone"_s));
        const auto window = m_work->makeWindow();
        open(*window, m_file);
        checkPanes(*window);
        QVERIFY(QFile::rename(tree + u"-gone"_s, tree));
    }

    void aSecondWindowOnlyLooks()
    {
        const auto writer = m_work->makeWindow();
        open(*writer, m_file);
        const auto reader = m_work->makeWindow();
        open(*reader, m_file);
        QVERIFY(!shown(*writer).readOnly);
        QVERIFY(shown(*reader).readOnly);
        QVERIFY(reader->message()->isVisible());
        QCOMPARE(reader->message()->text(), shown(*reader).readOnlyReason);
        QVERIFY(reader->message()->text().contains(u"Another program"_s));
        checkPanes(*reader);
        QVERIFY(!reader->actions().good->isEnabled());
        QCOMPARE(reader->actions().good->toolTip(), shown(*reader).readOnlyReason);
        QPushButton *good = reader->panes().verdictBar->button(widgets::VerdictBar::Good);
        QVERIFY(!good->isEnabled());
        QVERIFY(good->toolTip().contains(u"Another program"_s));
    }

    void aReadOnlyFileIsOnlyLookedAt()
    {
        const QString copy = m_work->path(u"readonly.culprit"_s);
        QVERIFY(QFile::copy(m_file, copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner));
        if (QFile(copy).open(QIODevice::ReadWrite)) {
            QSKIP("this user may write any file");
        }
        const auto window = m_work->makeWindow();
        open(*window, copy);
        QVERIFY(shown(*window).readOnly);
        QVERIFY(window->message()->isVisible());
        QVERIFY(window->message()->text().contains(copy));
        QVERIFY(window->message()->text().contains(u"may not be written"_s));
        checkPanes(*window);
    }

    void theExampleIsAFinishedSession()
    {
        const QString file = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/example.culprit"_s;
        QFile::remove(file);
        const auto openIn = [](MainWindow &window) {
            QSignalSpy opened(&window, &MainWindow::sessionOpened);
            window.actions().example->trigger();
            QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patient);
            QTRY_VERIFY_WITH_TIMEOUT(isFinished(window), patient);
        };
        {
            const auto window = m_work->makeWindow();
            openIn(*window);
            const auto &snapshot = shown(*window);
            QCOMPARE(snapshot.path, file);
            QVERIFY(snapshot.plan->confirmed);
            QVERIFY(!snapshot.state->undoable);
            const RunId crash = firstCrash(*snapshot.state);
            Q_EMIT window->panes().steps->runActivated(crash);
            QTRY_VERIFY_WITH_TIMEOUT(window->panes().consoles->active()->view()->edit()->utf8().contains("Call Trace:"),
                                     patient);
            session::VerdictJudged judged;
            judged.revision = snapshot.plan->culprit.value();
            judged.verdict = session::Verdict::Bad;
            window->engine().judge(judged);
            QTRY_VERIFY_WITH_TIMEOUT(shown(*window).state->undoable, patient);
            window->close();
        }
        // What was said of it stays.
        const auto window = m_work->makeWindow();
        openIn(*window);
        QVERIFY(shown(*window).state->undoable);
    }

    void aListOfSessionsNamesItsCulprit()
    {
        const app::SessionSummary summary = app::summaryOf(m_file);
        QVERIFY(summary.mark == widgets::Mark::Culprit);
        const QString culprit = QString::fromStdString(m_work->culprit().shortHex());
        QVERIFY2(summary.result.startsWith(u"culprit: "_s + culprit), qPrintable(summary.result));
        QVERIFY(summary.text().contains(culprit));
        QVERIFY(!summary.titles.isEmpty());
    }

    void marksOfAConsoleAreThereAgain()
    {
        std::vector<int> marked;
        {
            const auto window = m_work->makeWindow();
            open(*window, m_file);
            widgets::ConsoleView &console = *window->panes().consoles->active()->view();
            QTRY_VERIFY_WITH_TIMEOUT(console.edit()->lineCount() > 20, patient);
            console.showLogLine(7);
            QTest::keyClick(console.edit(), Qt::Key_M);
            marked = console.map()->lines().marks;
            QCOMPARE(marked.size(), 1U);
            window->close();
        }
        const auto window = m_work->makeWindow();
        open(*window, m_file);
        QTRY_COMPARE_WITH_TIMEOUT(window->panes().consoles->active()->view()->map()->lines().marks, marked, patient);
    }

    void aLetterShowsTheConsoleOfARevision()
    {
        const auto window = m_work->makeWindow();
        open(*window, m_file);
        const app::Panes &panes = window->panes();
        const history::ObjectId culprit = m_work->culprit();
        QVERIFY(panes.history->selectCommit(culprit));
        panes.dockOf(panes.consoles)->hide();
        QTest::keyClick(panes.history, Qt::Key_C);
        QVERIFY(!panes.dockOf(panes.consoles)->isHidden());
        const session::RunState *hit = shown(*window).state->representativeHit(culprit);
        QVERIFY(hit);
        QCOMPARE(panes.consoles->active()->view()->log(), hit->started.console);
    }

    void aRunIsCopiedForATerminal()
    {
        const auto window = m_work->makeWindow();
        QVERIFY(!window->actions().copyRun->isEnabled());
        open(*window, m_file);
        const widgets::StepsView &steps = *window->panes().steps;
        const QAction *copy = window->actions().copyRun;
        const RunId crash = firstCrash(*shown(*window).state);
        const history::ObjectId &revision = shown(*window).state->runs.at(crash).started.revision;
        const auto *model = qobject_cast<const QSortFilterProxyModel *>(steps.tree()->model());
        QVERIFY(model);
        const QModelIndex step = model->mapFromSource(steps.model()->indexOf(revision));
        QVERIFY(step.isValid());
        steps.tree()->setCurrentIndex(step);
        QVERIFY(!copy->isEnabled());
        QVERIFY2(copy->toolTip().contains(u"Select a run"_s), qPrintable(copy->toolTip()));
        for (int row = 0; row < model->rowCount(step) && steps.currentRun() != crash; ++row) {
            steps.tree()->setCurrentIndex(model->index(row, 0, step));
        }
        QVERIFY(steps.currentRun() == crash);
        QVERIFY2(copy->isEnabled(), qPrintable(copy->toolTip()));

        QGuiApplication::clipboard()->clear();
        window->actions().copyRun->trigger();
        QVERIFY(!copy->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(copy->isEnabled(), patient);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(u"# Run %1 of "_s.arg(crash.value)), qPrintable(text));
        QVERIFY(text.contains(m_work->places().cache + u"/by-hand/kernel-"_s));
        QVERIFY(!text.contains(u"not what they were"_s));
        QVERIFY2(window->statusBar()->currentMessage().contains(u"clipboard"_s),
                 qPrintable(window->statusBar()->currentMessage()));
    }

    void twoConsolesStandBesideEachOther()
    {
        const auto window = m_work->makeWindow();
        const QAction *action = window->actions().compareConsoles;
        QVERIFY(!action->isEnabled());
        open(*window, m_file);
        QVERIFY2(action->isEnabled(), qPrintable(action->toolTip()));
        const session::SessionState &state = *shown(*window).state;
        const session::RunState &crash = state.runs.at(firstCrash(state));
        Q_EMIT window->panes().steps->runActivated(crash.started.run);
        window->actions().compareConsoles->trigger();
        auto *view = window->findChild<widgets::ConsoleComparisonView *>();
        QVERIFY(view);
        QCOMPARE(view->leftBox()->count(), int(state.runs.size()));
        QCOMPARE(view->rightBox()->currentData().toLongLong(), crash.started.console.value);
        QVERIFY2(view->leftBox()->currentText().endsWith(u", ok"_s), qPrintable(view->leftBox()->currentText()));
        QTRY_VERIFY_WITH_TIMEOUT(view->isComplete(), patient);
        QVERIFY2(view->position().startsWith(u"difference 1 of "_s), qPrintable(view->position()));
        QVERIFY(view->left()->firstCurrent() >= 0);
        QVERIFY(view->right()->utf8().contains("Call Trace:"));
        QVERIFY(!view->left()->utf8().contains("Call Trace:"));

        // The other way round, by hand.
        view->leftBox()->setCurrentIndex(view->rightBox()->currentIndex());
        Q_EMIT view->leftBox()->activated(view->leftBox()->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(view->isComplete(), patient);
        QVERIFY2(view->position().startsWith(u"No difference"_s), qPrintable(view->position()));
        QCOMPARE(view->left()->utf8(), view->right()->utf8());

        // They go with their session.
        const QPointer<QWidget> dialog = view->window();
        window->branchSession(EventSeq{3}, m_work->path(u"young.culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, patient);
        QTRY_VERIFY_WITH_TIMEOUT(!action->isEnabled(), patient);
        QCOMPARE(action->toolTip(), u"It takes the consoles of two runs"_s);
    }

    void theMenuOfAConsoleComparesIt()
    {
        const auto window = m_work->makeWindow();
        open(*window, m_file);
        const session::SessionState &state = *shown(*window).state;
        const session::RunState &crash = state.runs.at(firstCrash(state));
        Q_EMIT window->panes().steps->runActivated(crash.started.run);
        QMenu menu;
        Q_EMIT window->panes().consoles->active()->view()->edit()->menuAboutToShow(&menu, 0);
        const QList<QAction *> actions = menu.actions();
        const auto found = std::ranges::find(actions, u"Compare with another &run…"_s, &QAction::text);
        QVERIFY(found != actions.end() && (*found)->isEnabled());
        (*found)->trigger();
        const auto *view = window->findChild<widgets::ConsoleComparisonView *>();
        QVERIFY(view);
        QCOMPARE(view->rightBox()->currentData().toLongLong(), crash.started.console.value);
    }

    void aStackFrameLeadsToTheDiff()
    {
        const auto window = m_work->makeWindow();
        open(*window, m_file);
        const app::Panes &panes = window->panes();
        const auto said = [&panes] { return panes.commit->diff()->finding()->text(); };
        const session::SessionState &state = *shown(*window).state;
        const RunId crash = firstCrash(state);
        Q_EMIT panes.steps->runActivated(crash);
        widgets::CodeEdit &console = *panes.consoles->active()->view()->edit();
        QTRY_VERIFY_WITH_TIMEOUT(console.utf8().contains("Call Trace:"), patient);

        // The console has functions only, and what was found by their names is said to be.
        QMenu menu;
        const int frame = lineWith(console, u"Look for ", menu);
        QVERIFY(frame >= 0);
        QVERIFY(entryAt(console, 0, u"Look for ", menu) == nullptr);
        QAction *look = entryAt(console, frame, u"Look for ", menu);
        const QString culprit = QString::fromStdString(m_work->culprit().shortHex());
        QVERIFY2(look->text().endsWith(u" in the diff of "_s + culprit), qPrintable(look->text()));
        panes.details->setCurrentWidget(panes.decision);
        look->trigger();
        QCOMPARE(panes.details->currentWidget(), panes.commit);
        QTRY_VERIFY_WITH_TIMEOUT(panes.commit->diff()->finding()->isVisible(), patient);
        QVERIFY2(said().contains(u"headed by"_s), qPrintable(said()));

        // The decoded report has lines. It is of another kernel than the culprit's parent.
        const history::ObjectId parent = state.range->commits.front().id;
        QVERIFY(panes.history->selectCommit(parent));
        panes.details->setCurrentWidget(panes.titles);
        widgets::CodeEdit &report = *panes.titles->crash();
        const int decoded = lineWith(report, u"Show ", menu);
        QVERIFY2(decoded >= 0, report.utf8().constData());
        QAction *show = entryAt(report, decoded, u"Show ", menu);
        QVERIFY2(show->text().endsWith(QString::fromStdString(parent.shortHex())), qPrintable(show->text()));
        const QString file = show->text().section(u' ', 1, 1).section(u'/', -1);
        panes.commit->diff()->showNote({});
        show->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(panes.commit->diff()->finding()->isVisible(), patient);
        QVERIFY2(said().contains(file), qPrintable(said()));
        window->actions().goToCurrent->trigger();
        panes.details->setCurrentWidget(panes.titles);
        entryAt(report, decoded, u"Show ", menu)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(panes.commit->diff()->finding()->isVisible(), patient);
        QVERIFY2(said().contains(file), qPrintable(said()));

        // The report knows whose kernel crashed, too: the culprit's, whose lines these are.
        QVERIFY(panes.history->selectCommit(parent));
        window->actions().goToCurrent->trigger();
        panes.details->setCurrentWidget(panes.report);
        widgets::CodeEdit &whole = *panes.report->text();
        QTRY_VERIFY_WITH_TIMEOUT(lineWith(whole, u"Show ", menu) >= 0, patient);
        show = entryAt(whole, lineWith(whole, u"Show ", menu), u"Show ", menu);
        const QString named = show->text().section(u' ', 1, 1).section(u'/', -1);
        show->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(named), patient);
        QVERIFY2(!said().contains(u"of the kernel that crashed"_s), qPrintable(said()));
    }

    void everyEntryOfATextsMenuHasAMnemonicOfItsOwn()
    {
        const auto window = m_work->makeWindow();
        open(*window, m_file);
        const app::Panes &panes = window->panes();
        Q_EMIT panes.steps->runActivated(firstCrash(*shown(*window).state));
        QTRY_VERIFY_WITH_TIMEOUT(panes.consoles->active()->view()->edit()->utf8().contains("Call Trace:"), patient);
        panes.details->setCurrentWidget(panes.titles);
        QMenu scratch;
        for (const auto &[text, entry] :
             {std::pair<widgets::CodeEdit *, QString>(panes.consoles->active()->view()->edit(), u"Look for "_s),
              {panes.titles->crash(), u"Show "_s},
              {panes.commit->diff()->text(), u"Who last"_s}}) {
            QTRY_VERIFY_WITH_TIMEOUT(lineWith(*text, entry, scratch) >= 0, patient);
            text->setCursorPosition(lineWith(*text, entry, scratch), 0);
            QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
            QCoreApplication::sendEvent(text, &event);
            auto *menu = text->findChild<QMenu *>(Qt::FindDirectChildrenOnly);
            QVERIFY(menu != nullptr);
            QSet<QString> letters;
            bool isOffered = false;
            for (const QAction *action : menu->actions()) {
                if (!action->isSeparator()) {
                    const QString letter = QKeySequence::mnemonic(action->text()).toString();
                    QVERIFY2(!letter.isEmpty() && !letters.contains(letter), qPrintable(action->text()));
                    letters.insert(letter);
                    isOffered = isOffered || widgets::withoutMnemonic(action->text()).startsWith(entry);
                }
            }
            QVERIFY(isOffered);
            menu->close();
            QTRY_VERIFY_WITH_TIMEOUT(text->findChild<QMenu *>(Qt::FindDirectChildrenOnly) == nullptr, patient);
        }
    }

    void aHunkNamesWhoChangedItsLines()
    {
        const auto window = m_work->makeWindow();
        open(*window, m_file);
        const app::Panes &panes = window->panes();
        panes.details->setCurrentWidget(panes.commit);
        widgets::DiffView &diff = *panes.commit->diff();
        QTRY_VERIFY_WITH_TIMEOUT(diff.text()->utf8().contains("\n@@ "), patient);
        QMenu menu;
        int hunk = 0;
        while (!diff.text()->lineUtf8(hunk).startsWith("@@ ")) {
            ++hunk;
        }
        QAction *ask = entryAt(*diff.text(), hunk, u"Who last changed", menu);
        QVERIFY2(ask->isEnabled(), qPrintable(ask->toolTip()));
        ask->trigger();
        const QTreeWidget &rows = *diff.blame()->rows();
        QTRY_VERIFY_WITH_TIMEOUT(rows.topLevelItemCount() > 0, patient);
        // Choosing one shows it, in the range or not.
        const QString hash = rows.topLevelItem(0)->text(1);
        QCOMPARE(hash.size(), 12);
        QVERIFY(hash != QString::fromStdString(m_work->culprit().shortHex()));
        QTest::keyClick(diff.blame()->findChild<QTreeWidget *>(), Qt::Key_Return);
        QCOMPARE(QString::fromStdString(panes.commit->commit().shortHex()), hash);
        QTRY_VERIFY_WITH_TIMEOUT(diff.text()->utf8().contains("diff --git"), patient);
        QVERIFY(!diff.blame()->isVisible());
    }

    void earlierEventsAreLookedAt()
    {
        const auto window = m_work->makeWindow();
        open(*window, m_file);
        const app::Panes &panes = window->panes();
        const int events = int(shown(*window).state->last.value);
        QTRY_COMPARE_WITH_TIMEOUT(panes.timeBar->slider()->maximum(), events - 1, patient);
        const std::size_t runs = shown(*window).state->runs.size();
        // As it was before the first run: nothing can be judged there, and nothing is known of a culprit.
        panes.timeBar->slider()->setValue(2);
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window).past, std::optional(EventSeq{3}), patient);
        QVERIFY(shown(*window).state->runs.empty());
        QTRY_VERIFY_WITH_TIMEOUT(window->message()->isVisible(), patient);
        QVERIFY2(window->message()->text().contains(u"after event 3 of %1"_s.arg(events)),
                 qPrintable(window->message()->text()));
        QVERIFY(!window->actions().good->isEnabled());
        QVERIFY(!window->actions().start->isEnabled());
        // Through all of it to the end, and the last wish counts.
        for (int event = 3; event < events - 1; ++event) {
            panes.timeBar->slider()->setValue(event);
        }
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window).past, std::optional(EventSeq{events - 1}), patient);
        panes.timeBar->nowButton()->click();
        QVERIFY(!shown(*window).past);
        QCOMPARE(shown(*window).state->runs.size(), runs);
        QTRY_VERIFY_WITH_TIMEOUT(!window->message()->isVisible(), patient);
        checkPanes(*window);
    }

    void anotherSessionGoesOnFromAnEarlierEvent()
    {
        const auto window = m_work->makeWindow();
        open(*window, m_file);
        const QString path = m_work->path(u"branch.culprit"_s);
        const EventSeq last = shown(*window).state->last;
        window->branchSession(EventSeq{last.value / 2}, path);
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window).path, path, patient);
        QVERIFY(!shown(*window).readOnly && !shown(*window).past);
        QVERIFY(shown(*window).plan->action == conductor::Plan::Action::Test);
        QVERIFY(window->actions().start->isEnabled());
        // What is there is not overwritten, and what is shown stays.
        window->branchSession(EventSeq{3}, m_file);
        QTRY_VERIFY_WITH_TIMEOUT(window->message()->isVisible(), patient);
        QCOMPARE(shown(*window).path, path);
        open(*window, m_file);
        QCOMPARE(shown(*window).state->last, last);
    }

    void aBrokenFileIsToldAndLosesNothing()
    {
        const QString broken = m_work->path(u"broken.culprit"_s);
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("this is no session") > 0);
        file.close();
        const auto window = m_work->makeWindow();
        window->openSession(broken);
        QTRY_VERIFY_WITH_TIMEOUT(window->message()->isVisible(), patient);
        QVERIFY2(window->message()->text().contains(broken), qPrintable(window->message()->text()));
        QVERIFY(!isOpen(*window));

        open(*window, m_file);
        QVERIFY(!window->message()->isVisible());
        window->openSession(broken);
        QTRY_VERIFY_WITH_TIMEOUT(window->message()->isVisible(), patient);
        QVERIFY(window->message()->text().contains(broken));
        // What was shown before is still there and still works.
        QCOMPARE(shown(*window).path, m_file);
        checkPanes(*window);
    }

private:
    static void open(MainWindow &window, const QString &path)
    {
        window.openSession(path);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(window) && shown(window).path == path, patient);
    }

    void checkPanes(MainWindow &window) const
    {
        const app::Panes &panes = window.panes();
        const session::SessionState &state = *shown(window).state;
        QVERIFY(isFinished(window));
        QCOMPARE(panes.history->selectedCommit(), m_work->culprit());
        QCOMPARE(panes.historyModel->rowCount(), int(state.range->commits.size() + state.range->goods.size()));
        QCOMPARE(panes.steps->model()->rowCount(), int(state.order.size()));
        QTRY_VERIFY_WITH_TIMEOUT(panes.log->log()->rowCount() > 20, patient);

        panes.details->setCurrentWidget(panes.decision);
        QVERIFY(panes.decision->toPlainText().contains(u"hit the bug"_s));
        panes.details->setCurrentWidget(panes.titles);
        const QAbstractItemModel &titles = *panes.titles->tree()->model();
        int shown = 0;
        for (int heading = 0; heading < titles.rowCount(); ++heading) {
            shown += titles.rowCount(titles.index(heading, 0));
        }
        QCOMPARE(shown, int(state.titles.size()));
        QVERIFY(shown > 0);
        panes.details->setCurrentWidget(panes.report);
        QVERIFY(panes.report->report().contains(m_work->demo().history.culprit.first(12)));
        panes.details->setCurrentWidget(panes.commit);
        QTRY_VERIFY_WITH_TIMEOUT(panes.commit->message()->utf8().size() > 40, patient);
        QTRY_VERIFY_WITH_TIMEOUT(panes.commit->diff()->text()->utf8().contains("\n@@ "), patient);

        const RunId crash = firstCrash(state);
        QVERIFY(crash);
        Q_EMIT panes.steps->runActivated(crash);
        const session::RunState &run = state.runs.at(crash);
        QTRY_VERIFY_WITH_TIMEOUT(panes.consoles->active()->view()->edit()->utf8().contains("Call Trace:"), patient);
        QCOMPARE(panes.consoles->active()->view()->log(), run.started.console);
        QTRY_VERIFY_WITH_TIMEOUT(!panes.consoles->active()->view()->feed().crashLines().empty(), patient);
        Q_EMIT panes.steps->buildActivated(state.builds.begin()->first);
        QTRY_VERIFY_WITH_TIMEOUT(panes.buildLog->view()->edit()->size() > 0, patient);
    }

    std::unique_ptr<WindowCase> m_work;
    QString m_file;
};

QTEST_MAIN(ReviewTest)
#include "tst_review.moc"
