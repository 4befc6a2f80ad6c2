// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/past.h"
#include "tests/engine/conductor/course.h"

#include <QTest>

using namespace culprit;
using namespace culprit::conductor;
using namespace Qt::StringLiterals;
using session::Strategy;

class PastTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each moment looked at again shows state and plan as they were when it was the present.
    void everyMomentIsAsItWas_data()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::newRow("bayes") << Strategy::Bayes;
        QTest::newRow("halving") << Strategy::Halving;
    }

    void everyMomentIsAsItWas()
    {
        QFETCH(const Strategy, strategy);
        auto script = ScriptedSession::line(8, session::Find::Cause, strategy);
        std::vector<session::SessionState> then;
        script.build(script.id(7));
        then.push_back(script.state());
        for (const int commit : {7, 7, 7, -1, 3}) {
            script.build(script.id(commit));
            script.run(script.id(commit), commit == -1 ? QString() : u"KASAN: bug"_s);
            then.push_back(script.state());
        }
        script.add(session::VerdictJudged{script.id(3), session::Verdict::Good, u"no"_s, u"me"_s});
        then.push_back(script.state());
        for (const session::SessionState &state : then) {
            const SnapshotPtr past = snapshotAfter(state.last, script.events(), state.ranges);
            QVERIFY(past);
            QVERIFY(*past->state == state);
            QVERIFY(*past->plan == planFor(state));
            QCOMPARE(past->past, std::optional(state.last));
            QVERIFY(past->readOnly);
            QVERIFY2(past->readOnlyReason.contains(
                         u"after event %1 of %2"_s.arg(state.last.value).arg(script.state().last.value)),
                     qPrintable(past->readOnlyReason));
        }
    }

    void numbersThatNoEventHas()
    {
        auto script = ScriptedSession::line(4);
        script.build(script.id(3));
        const session::Ranges ranges = script.state().ranges;
        QVERIFY(!snapshotAfter(EventSeq{1}, {}, ranges));
        QCOMPARE(snapshotAfter(EventSeq{0}, script.events(), ranges)->past, std::optional(EventSeq{1}));
        QCOMPARE(snapshotAfter(EventSeq{1000}, script.events(), ranges)->past, std::optional(script.state().last));
    }
};

QTEST_GUILESS_MAIN(PastTest)
#include "tst_past.moc"
