// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "app/window/consolewall.h"
#include "app/window/logpane.h"
#include "tests/widgets/samplesession.h"
#include "widgets/consoleview.h"
#include "widgets/emptynote.h"

#include <QAction>
#include <QComboBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::ConsoleWall;
using app::LogPane;

namespace
{

constexpr int patient = 60'000; // ms

LogId shownIn(const LogPane *pane)
{
    return pane->view()->log();
}

/// The sample session, with two machines at work, on a wall of consoles.
struct Wall {
    explicit Wall(const sample::Session &of = sample::running())
        : session(of), engine(placesIn(folder.path())), view(syntax)
    {
        view.setEngine(&engine);
        view.resize(1000, 800);
        view.show();
        for (const auto &[id, run] : session.state.runs) {
            if (!run.ended) {
                live << id;
            }
        }
        show();
    }

    static conductor::Places placesIn(const QString &folder)
    {
        conductor::Places places;
        places.cache = folder;
        places.runs = folder + u"/run-XXXXXX"_s;
        return places;
    }

    [[nodiscard]] LogId consoleOf(RunId run) const { return session.state.runs.at(run).started.console; }
    void show() { view.setSnapshot(session.snapshot()); }
    void say(RunId run, const QByteArray &text) { Q_EMIT engine.logGrew(consoleOf(run), 0, text); }

    QTemporaryDir folder;
    sample::Session session;
    conductor::Engine engine;
    KSyntaxHighlighting::Repository syntax;
    ConsoleWall view;
    QList<RunId> live;
};

} // namespace

class ConsoleWallTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnOurWarnings(); }

    void asManyConsolesAsMachinesShowOneEach()
    {
        Wall wall;
        QCOMPARE(wall.live.size(), 2);
        QCOMPARE(wall.view.machines(), 3);
        wall.say(wall.live.at(0), "first machine\n");
        wall.say(wall.live.at(1), "second machine\n");
        wall.view.setCount(2);
        const QSet<LogId> wanted{wall.consoleOf(wall.live.at(0)), wall.consoleOf(wall.live.at(1))};
        const auto shown = [&] {
            QSet<LogId> logs;
            for (const LogPane *pane : wall.view.consoles()) {
                logs << shownIn(pane);
            }
            return logs;
        };
        // The first console stayed with a run that has ended for a moment; then it goes to what is live.
        QTRY_COMPARE_WITH_TIMEOUT(shown(), wanted, patient);
    }

    void aConsoleWhoseRunEndedGoesToTheNextMachine()
    {
        Wall wall;
        for (const RunId run : wall.live) {
            wall.say(run, "booting\n");
        }
        wall.view.setCount(2);
        const auto at = [&](RunId run) -> const LogPane * {
            for (const LogPane *pane : wall.view.consoles()) {
                if (shownIn(pane) == wall.consoleOf(run)) {
                    return pane;
                }
            }
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(at(wall.live.at(0)) != nullptr && at(wall.live.at(1)) != nullptr, patient);
        const LogPane *ending = at(wall.live.at(0));
        const LogPane *staying = at(wall.live.at(1));
        wall.session.endRun(wall.live.at(0), session::Outcome::Ok);
        const RunId next = wall.session.run(7, std::nullopt);
        wall.show();
        wall.say(next, "booting too\n");
        QTRY_COMPARE_WITH_TIMEOUT(shownIn(ending), wall.consoleOf(next), patient);
        QCOMPARE(shownIn(staying), wall.consoleOf(wall.live.at(1)));
    }

    void aRunThatIsShownIsNotShownTwice()
    {
        Wall wall;
        wall.view.setCount(2);
        const auto &consoles = wall.view.consoles();
        const auto run = std::next(wall.session.state.runs.begin());
        const auto other = std::next(run);
        consoles.at(1)->showRun(run->first);
        QCOMPARE(wall.view.active(), consoles.at(0));
        wall.view.showRun(run->first);
        QVERIFY(shownIn(consoles.at(0)) != run->second.started.console);
        wall.view.showRun(other->first);
        QCOMPARE(shownIn(consoles.at(0)), other->second.started.console);
        QCOMPARE(shownIn(consoles.at(1)), run->second.started.console);
    }

    void aConsoleWithNothingToShowSaysSo()
    {
        sample::Session one;
        one.build(60, session::BuildOutcome::Built);
        one.run(60, session::Outcome::Ok);
        Wall wall(one);
        wall.view.setCount(2);
        const auto noteOf = [&](qsizetype i) {
            const auto *note = wall.view.consoles().at(i)->findChild<widgets::EmptyNote *>();
            return note->isVisible() ? note->text() : QString();
        };
        QVERIFY(shownIn(wall.view.consoles().at(0)));
        QCOMPARE(noteOf(0), QString());
        QVERIFY(!shownIn(wall.view.consoles().at(1)));
        QVERIFY2(noteOf(1).contains(u"the next one comes here"_s), qPrintable(noteOf(1)));
        const RunId next = wall.session.run(60, std::nullopt);
        wall.show();
        wall.say(next, "booting\n");
        QTRY_COMPARE_WITH_TIMEOUT(noteOf(1), QString(), patient);
    }

    void theyAreTilesThatFillTheWall()
    {
        Wall wall;
        const QList<QAction *> actions = wall.view.actions();
        QAction *another = actions.at(0);
        QAction *close = actions.at(1);
        QVERIFY(!close->isEnabled());
        QCOMPARE(close->toolTip(), u"There is only one"_s);
        for (int i = 1; i < 4; ++i) {
            another->trigger();
        }
        const auto &consoles = wall.view.consoles();
        QCOMPARE(consoles.size(), 4);
        const auto place = [&](qsizetype i) {
            return QRect(consoles.at(i)->mapTo(&wall.view, QPoint()), consoles.at(i)->size());
        };
        QTRY_VERIFY_WITH_TIMEOUT(place(0).width() > 400 && place(3).width() > 400, patient);
        QVERIFY(place(1).left() > place(0).right() && place(1).top() == place(0).top());
        QVERIFY(place(2).top() > place(0).bottom() && place(2).left() == place(0).left());
        for (qsizetype i = 4; i < ConsoleWall::mostConsoles; ++i) {
            another->trigger();
        }
        QVERIFY(!another->isEnabled());
    }

    void manyConsolesDoNotWidenTheWindow()
    {
        Wall wall;
        const int one = wall.view.minimumSizeHint().width();
        wall.view.setCount(4);
        QVERIFY2(wall.view.minimumSizeHint().width() <= 640, qPrintable(QString::number(one)));
        wall.view.resize(640, 600);
        QTRY_COMPARE_WITH_TIMEOUT(wall.view.width(), 640, patient);
    }

    void oneIsClosedByItsButtonAndItsPlaceIsUsed()
    {
        Wall wall;
        wall.view.setCount(2);
        const auto &consoles = wall.view.consoles();
        const LogPane *kept = consoles.at(1);
        auto *button = consoles.at(0)->findChild<QToolButton *>(u"close"_s);
        QVERIFY(button && button->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(button->height() > 0, patient); // laid out
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(consoles.size(), 1);
        QCOMPARE(consoles.at(0), kept);
        QVERIFY(!kept->findChild<QToolButton *>(u"close"_s)->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(kept->width() > 900, patient);
    }
};

QTEST_MAIN(ConsoleWallTest)
#include "tst_consolewall.moc"
