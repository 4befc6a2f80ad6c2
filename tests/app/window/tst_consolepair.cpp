// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/consolepair.h"
#include "tests/widgets/samplesession.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using app::ConsolePair;
using app::pairToCompare;

/// Which two consoles are put beside each other at first. Run n of the sample has the console 1000 + n.
class ConsolePairTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodAndSilentBesideCrashed()
    {
        const session::SessionState &state = m_sample.state;
        QCOMPARE(pairToCompare(state, {}), (ConsolePair{LogId{1020}, LogId{1042}}));
        // A run that is looked at, here one that goes on and one that crashed.
        QCOMPARE(pairToCompare(state, LogId{1044}), (ConsolePair{LogId{1020}, LogId{1044}}));
        QCOMPARE(pairToCompare(state, LogId{1022}), (ConsolePair{LogId{1020}, LogId{1022}}));
        QCOMPARE(pairToCompare(state, LogId{1041}), (ConsolePair{LogId{1041}, LogId{1042}}));
    }

    void whatThereIs()
    {
        sample::Session few;
        QVERIFY(!app::hasConsolePair(few.state));
        few.build(60, session::BuildOutcome::Built);
        few.run(60, session::Outcome::Ok);
        QVERIFY(!app::hasConsolePair(few.state));
        few.run(60, std::nullopt);
        few.state.runs.at(RunId{2}).started.console = {}; // as in the log of another program
        QVERIFY(!app::hasConsolePair(few.state));
        few.run(60, std::nullopt);
        QVERIFY(app::hasConsolePair(few.state));
        QCOMPARE(pairToCompare(few.state, {}), (ConsolePair{LogId{1001}, LogId{1003}}));
        QCOMPARE(pairToCompare(few.state, LogId{1001}), (ConsolePair{LogId{1003}, LogId{1001}}));
        QCOMPARE(app::runsWithConsole(few.state).size(), 2U);
    }

    void newestFirstInTheWordsOfTheConsole()
    {
        const auto runs = app::runsWithConsole(m_sample.state);
        QCOMPARE(runs.size(), 44U);
        QCOMPARE(runs.front().log, LogId{1044});
        const QString title = runs.at(2).title;
        QVERIFY2(title.startsWith(u"run 42 of "_s) && title.endsWith(u", crashed: "_s + sample::target),
                 qPrintable(title));
    }

private:
    sample::Session m_sample = sample::running();
};

QTEST_GUILESS_MAIN(ConsolePairTest)
#include "tst_consolepair.moc"
