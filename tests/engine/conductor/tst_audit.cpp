// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/audit.h"
#include "tests/engine/conductor/course.h"
#include "tests/engine/exchange/importedlog.h"

#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::conductor;
using namespace Qt::StringLiterals;
using session::Strategy;
using session::SyzkallerRules;
using session::Verdict;

namespace
{

const RulesAudit &by(const Audit &audit, SyzkallerRules rules)
{
    return *std::ranges::find(audit.others, rules, &RulesAudit::rules);
}

const VerdictAudit *find(const Audit &audit, const ObjectId &id)
{
    const auto found = std::ranges::find(audit.verdicts, id, &VerdictAudit::revision);
    return found == audit.verdicts.end() ? nullptr : &*found;
}

Verdict verdictBy(const Audit &audit, SyzkallerRules rules, const ObjectId &id)
{
    return by(audit, rules).verdicts.at(std::size_t(find(audit, id) - audit.verdicts.data()));
}

/// A line of 16 commits with the bug from the 9th on, searched to its end.
ScriptedSession finished(Strategy strategy)
{
    auto script = ScriptedSession::line(16, session::Find::Cause, strategy);
    const Course course = follow(script, [](int commit, int) { return commit >= 8; });
    Q_ASSERT(course.end.culprit == script.id(8));
    return script;
}

} // namespace

class AuditTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAtSessionsOfBothStrategies()
    {
        for (const Strategy strategy : {Strategy::Bayes, Strategy::Halving}) {
            const ScriptedSession script = finished(strategy);
            const auto audit = auditOf(script.state());
            QVERIFY(audit);
            QCOMPARE(audit->answer, std::vector{script.id(8)});
            QVERIFY(audit->chance > 0.99);
            for (const VerdictAudit &verdict : audit->verdicts) {
                QVERIFY2(verdict.support.value_or(0) > 0.95, qPrintable(verdict.sentence));
                QVERIFY(!verdict.isJudged && !verdict.isTold && !verdict.isInferred);
            }
            // The answer is the step between the culprit and its parent: without either it is no answer.
            for (const int commit : {7, 8}) {
                const VerdictAudit *witness = find(*audit, script.id(commit));
                QVERIFY(witness);
                QVERIFY(witness->answerWithout.value() < audit->chance - 0.1);
                QVERIFY(witness->byOthers.value() < witness->support.value());
            }
        }
    }

    void asksForRunsWhereAVerdictRestsOnLittle()
    {
        ScriptedSession script = finished(Strategy::Bayes);
        // Thought good by a person against its hits: the weakest, and told so.
        script.add(session::VerdictJudged{script.id(8), Verdict::Good, u"looks fine"_s, u"me"_s});
        const auto audit = auditOf(script.state());
        QVERIFY(audit);
        const VerdictAudit &weakest = audit->verdicts.front();
        QCOMPARE(weakest.revision, script.id(8));
        QVERIFY(weakest.isJudged);
        QVERIFY2(weakest.support.value() < 0.05, qPrintable(QString::number(weakest.support.value())));
        QVERIFY2(weakest.sentence.contains(u"Judged good by hand"), qPrintable(weakest.sentence));
        QVERIFY2(weakest.remedy.contains(u"without the bug would make sure"), qPrintable(weakest.remedy));
    }

    void saysWhatOtherRulesWouldHaveSaid()
    {
        auto script = ScriptedSession::line(8, session::Find::Cause, Strategy::Bayes);
        const auto runs = [&](int commit, int hits, int oks, const QString &title) {
            script.build(script.id(commit));
            for (int run = 0; run < hits + oks; ++run) {
                script.run(script.id(commit), run < hits ? title : QString());
            }
        };
        const QString stranger = u"WARNING in elsewhere"_s;
        runs(7, 14, 6, target);
        runs(-1, 0, 20, target);
        runs(5, 7, 3, target);
        runs(3, 1, 9, stranger); // the case that decides between the rules
        runs(2, 0, 10, target);
        runs(4, 0, 10, target);

        const auto audit = auditOf(script.state());
        QVERIFY(audit);
        QCOMPARE(audit->answer, std::vector{script.id(5)});
        QCOMPARE(verdictBy(*audit, SyzkallerRules::Of2021, script.id(3)), Verdict::Bad);
        QCOMPARE(verdictBy(*audit, SyzkallerRules::Of2024, script.id(3)), Verdict::Skip);
        for (const SyzkallerRules rules : session::allSyzkallerRules) {
            QCOMPARE(verdictBy(*audit, rules, script.id(5)), Verdict::Bad);
            QCOMPARE(verdictBy(*audit, rules, script.id(2)), Verdict::Good);
        }
        QVERIFY(by(*audit, SyzkallerRules::Of2021).culprit != by(*audit, SyzkallerRules::Of2024).culprit);
        QCOMPARE(by(*audit, SyzkallerRules::Of2024).culprit, std::optional(script.id(5)));
    }

    void passesOverLostMachinesByTheRulesOf2024Only()
    {
        auto script = ScriptedSession::line(4, session::Find::Cause, Strategy::Halving);
        const QString lost = u"lost connection to test machine"_s;
        const auto runs = [&](int commit, const QString &title, int hits, int oks) {
            script.build(script.id(commit));
            for (int run = 0; run < hits + oks; ++run) {
                script.run(script.id(commit), run < hits ? title : QString());
            }
        };
        runs(3, target, 10, 0);
        runs(1, lost, 4, 6);
        const auto audit = auditOf(script.state());
        QVERIFY(audit);
        QCOMPARE(verdictBy(*audit, SyzkallerRules::Of2021, script.id(1)), Verdict::Bad);
        QCOMPARE(verdictBy(*audit, SyzkallerRules::Of2024, script.id(1)), Verdict::Good);
    }

    void namesTheVerdictThatLedAPublishedBisectionAstray()
    {
        const test::Imported log(test::sample());
        QVERIFY2(log.error.isEmpty(), qPrintable(log.error));
        const auto audit = auditOf(log.state);
        QVERIFY(audit);
        const VerdictAudit &weakest = audit->verdicts.front();
        QCOMPARE(weakest.revision, test::id(test::blamed));
        QCOMPARE(weakest.verdict, Verdict::Bad);
        QVERIFY(weakest.isTold);
        QVERIFY(weakest.support.value() < 0.01);
        QVERIFY2(weakest.sentence.contains(u"56 of 80"), qPrintable(weakest.sentence));
        QCOMPARE(weakest.remedy, u"This session goes by good there, not by the log."_s);
        // The rules of that time end where the log ended.
        QCOMPARE(by(*audit, SyzkallerRules::Of2021).culprit, std::optional(test::id(test::blamed)));
        QVERIFY(!by(*audit, SyzkallerRules::Of2024).culprit);
        QCOMPARE(audit->answer, std::vector{test::id(test::nextBad)});
    }

    void hasNothingToSayWithoutARange() { QVERIFY(!auditOf(session::SessionState{})); }
};

QTEST_GUILESS_MAIN(AuditTest)
#include "tst_audit.moc"
