// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/attention.h"
#include "tests/widgets/samplesession.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using app::Attention;
using app::Note;
using conductor::Plan;
using Mode = conductor::Activity::Mode;

namespace
{

/// A moment of a session that runs.
struct Moment {
    sample::Session session;
    Plan plan;
    conductor::Activity activity;

    Moment()
    {
        plan.action = Plan::Action::Test;
        plan.phase = conductor::Phase::Bisect;
        activity.mode = Mode::Running;
        activity.freeBytes = 10 * Attention::littleDisk;
    }

    [[nodiscard]] conductor::SnapshotPtr snapshot() const
    {
        auto snapshot = std::make_shared<conductor::Snapshot>();
        snapshot->state = std::make_shared<const session::SessionState>(session.state);
        snapshot->plan = std::make_shared<const Plan>(plan);
        snapshot->activity = activity;
        snapshot->path = u"/tmp/hang.culprit"_s;
        return snapshot;
    }
};

QList<Note::Kind> kinds(const QList<Note> &notes)
{
    QList<Note::Kind> kinds;
    for (const Note &note : notes) {
        kinds << note.kind;
    }
    return kinds;
}

const QList<Note::Kind> nothing;

} // namespace

class AttentionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSoAtTheOpeningIsNoNews()
    {
        Moment moment;
        moment.plan.action = Plan::Action::NeedsPerson;
        moment.activity.freeBytes = 1;
        Attention attention;
        QCOMPARE(kinds(attention.take(moment.snapshot())), nothing);
        QCOMPARE(kinds(attention.take(moment.snapshot())), nothing);
    }

    void aVerdictIsNeededOnce()
    {
        Moment moment;
        Attention attention;
        QCOMPARE(kinds(attention.take(moment.snapshot())), nothing);
        moment.plan.action = Plan::Action::NeedsPerson;
        moment.plan.reason = u"The verdicts contradict each other."_s;
        const QList<Note> notes = attention.take(moment.snapshot());
        QCOMPARE(kinds(notes), QList{Note::Kind::NeedsPerson});
        QCOMPARE(notes.front().title, u"hang needs your verdict"_s);
        QCOMPARE(notes.front().text, moment.plan.reason);
        // The halt that follows from it is not told again.
        moment.session.state.stopped = session::EngineStopped{moment.plan.reason, true};
        moment.activity.mode = Mode::Idle;
        QCOMPARE(kinds(attention.take(moment.snapshot())), nothing);
        // Once it went on, it may be needed again.
        moment.session.state.stopped.reset();
        moment.plan.action = Plan::Action::Test;
        moment.activity.mode = Mode::Running;
        QCOMPARE(kinds(attention.take(moment.snapshot())), nothing);
        moment.session.state.stopped = session::EngineStopped{u"make is gone."_s, true};
        moment.activity.mode = Mode::Idle;
        const QList<Note> halted = attention.take(moment.snapshot());
        QCOMPARE(kinds(halted), QList{Note::Kind::NeedsPerson});
        QCOMPARE(halted.front().text, u"make is gone."_s);
    }

    void theCommitThatWaitsMayBeSkipped()
    {
        const auto noteFor = [](int number, bool infrastructure) {
            Moment moment;
            Attention attention;
            (void)attention.take(moment.snapshot());
            moment.session.revision(number).infrastructure = infrastructure;
            moment.plan.action = Plan::Action::NeedsPerson;
            moment.plan.revision = sample::id(number);
            return attention.take(moment.snapshot()).front();
        };
        QVERIFY(noteFor(30, true).waiting == sample::id(30));
        QVERIFY(!noteFor(30, false).waiting);
        QVERIFY(!noteFor(60, true).waiting); // the bad end: the search cannot go on without it
        QVERIFY(!noteFor(0, true).waiting);
    }

    void aPauseThatWasAskedForIsNone()
    {
        Moment moment;
        Attention attention;
        (void)attention.take(moment.snapshot());
        moment.session.state.stopped = session::EngineStopped{u"Paused after the step, as asked."_s, false};
        moment.activity.mode = Mode::Idle;
        QCOMPARE(kinds(attention.take(moment.snapshot())), nothing);
    }

    void theEndIsTold()
    {
        Moment moment;
        Attention attention;
        (void)attention.take(moment.snapshot());
        moment.plan.action = Plan::Action::Finished;
        moment.plan.culprit = sample::id(31);
        const QList<Note> notes = attention.take(moment.snapshot());
        QCOMPARE(kinds(notes), QList{Note::Kind::Ended});
        QCOMPARE(notes.front().title, u"hang: the culprit is found"_s);
        QCOMPARE(kinds(attention.take(moment.snapshot())), nothing);
        // A look into the past tells nothing and forgets nothing.
        auto past = std::make_shared<conductor::Snapshot>(*Moment().snapshot());
        past->past = EventSeq{3};
        QCOMPARE(kinds(attention.take(past)), nothing);
        QCOMPARE(kinds(attention.take(moment.snapshot())), nothing);
    }

    void threeFailedBuildsInARow()
    {
        using session::BuildOutcome;
        Moment moment;
        Attention attention;
        const auto build = [&](BuildOutcome outcome) {
            static int number = 10;
            moment.session.build(++number, outcome, u"fs/exec.c:1: error: no"_s);
            return attention.take(moment.snapshot());
        };
        (void)build(BuildOutcome::Built);
        QCOMPARE(kinds(build(BuildOutcome::Failed)), nothing);
        QCOMPARE(kinds(build(BuildOutcome::Failed)), nothing);
        QCOMPARE(kinds(build(BuildOutcome::Built)), nothing);
        QCOMPARE(kinds(build(BuildOutcome::Failed)), nothing);
        QCOMPARE(kinds(build(BuildOutcome::Failed)), nothing);
        QCOMPARE(kinds(build(BuildOutcome::Cancelled)), nothing);
        const QList<Note> notes = build(BuildOutcome::Failed);
        QCOMPARE(kinds(notes), QList{Note::Kind::BuildsFail});
        QVERIFY2(notes.front().title.contains(u"3 builds failed"_s), qPrintable(notes.front().title));
        QCOMPARE(notes.front().text, u"fs/exec.c:1: error: no"_s);
        // However long the row gets, it is one.
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(kinds(build(BuildOutcome::Failed)), nothing);
        }
        QCOMPARE(kinds(build(BuildOutcome::Built)), nothing);
        QCOMPARE(kinds(build(BuildOutcome::Failed)), nothing);
        QCOMPARE(kinds(build(BuildOutcome::Failed)), nothing);
        QCOMPARE(kinds(build(BuildOutcome::Failed)), QList{Note::Kind::BuildsFail});
    }

    void littleDiskIsToldOnceUntilThereIsMuch()
    {
        Moment moment;
        Attention attention;
        const auto at = [&](qint64 bytes) {
            moment.activity.freeBytes = bytes;
            return kinds(attention.take(moment.snapshot()));
        };
        QCOMPARE(at(-1), nothing);
        QCOMPARE(at(2 * Attention::littleDisk), nothing);
        QCOMPARE(at(Attention::littleDisk - 1), QList{Note::Kind::DiskLow});
        QCOMPARE(at(Attention::littleDisk + 1), nothing);
        QCOMPARE(at(Attention::littleDisk - 1), nothing);
        QCOMPARE(at(2 * Attention::littleDisk), nothing);
        QCOMPARE(at(Attention::littleDisk - 1), QList{Note::Kind::DiskLow});
    }

    void progressFollowsWhatIsKnown()
    {
        Moment moment;
        const auto candidates = [&](int count) {
            moment.plan.candidates.assign(std::size_t(count), sample::id(1));
            return app::progressOf(*moment.snapshot());
        };
        QCOMPARE(candidates(60), std::optional(0.0));
        const auto half = candidates(8);
        QVERIFY(half && *half > 0.4 && *half < 0.6);
        QCOMPARE(candidates(1), std::optional(1.0));
        moment.plan.doubt.emplace();
        moment.plan.doubt->culprit.assign(60, 1.0 / 60);
        QVERIFY(*candidates(60) < 0.001);
        moment.plan.doubt->culprit.assign(60, 0.0);
        moment.plan.doubt->culprit[7] = 1;
        QCOMPARE(candidates(60), std::optional(1.0));
        moment.activity.mode = Mode::Idle;
        QVERIFY(!candidates(60));
    }
};

QTEST_GUILESS_MAIN(AttentionTest)
#include "tst_attention.moc"
