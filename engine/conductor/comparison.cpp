// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/comparison.h"

#include "engine/conductor/plan.h"
#include "engine/conductor/planparts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using session::BuildOutcome;
using session::RevisionState;
using session::SessionState;
using session::Tally;
using session::Verdict;

namespace
{

constexpr double rare = 0.01; ///< a silence of less chance has a cause

bool wasTested(const RevisionState &revision)
{
    return revision.tally.ended() > 0 || revision.judged || revision.told || revision.verdict() == Verdict::Skip;
}

/// In the order of their tests.
std::vector<ObjectId> testedIn(const SessionState &state)
{
    std::vector<ObjectId> tested;
    std::ranges::copy_if(state.order, std::back_inserter(tested),
                         [&state](const ObjectId &id) { return wasTested(state.revisions.at(id)); });
    return tested;
}

std::vector<std::pair<QString, int>> titlesOf(const SessionState &state, const RevisionState &revision)
{
    std::map<QString, int> runs;
    for (const RunId id : revision.runs) {
        const session::RunState &run = state.runs.at(id);
        if (run.outcome() == session::Outcome::Crashed && run.ended && !run.ended->title.isEmpty()) {
            ++runs[run.ended->title];
        }
    }
    std::vector<std::pair<QString, int>> titles(runs.begin(), runs.end());
    std::ranges::stable_sort(titles, std::greater(), &std::pair<QString, int>::second);
    return titles;
}

std::optional<session::BuildEnded> buildOf(const SessionState &state, const RevisionState &revision)
{
    std::optional<session::BuildEnded> latest;
    for (const BuildId id : revision.builds) {
        const session::BuildState &build = state.builds.at(id);
        if (build.ended && build.outcome() != BuildOutcome::Cancelled) {
            latest = build.ended;
        }
    }
    return latest;
}

ComparedSide sideOf(const SessionState &state, const ObjectId &id)
{
    ComparedSide side;
    const RevisionState *revision = state.revision(id);
    if (revision == nullptr) {
        return side;
    }
    side.isJudged = revision->judged.has_value();
    side.isTold = !side.isJudged && revision->told && !revision->told->pretended;
    side.verdict = side.isTold ? revision->told->verdict : revision->verdict();
    side.tally = revision->tally;
    side.titles = titlesOf(state, *revision);
    side.build = buildOf(state, *revision);
    return side;
}

bool failedToBuild(const ComparedSide &side)
{
    return side.build && side.build->outcome == BuildOutcome::Failed;
}

bool isBuilt(const ComparedSide &side)
{
    return side.build && side.build->outcome == BuildOutcome::Built;
}

QString countText(const Tally &tally)
{
    return u"%1 of %2 runs"_s.arg(tally.target).arg(tally.target + tally.ok + tally.other);
}

/// What differs in how the kernels were made; empty: nothing that is known.
QString kernelsText(const ComparedSide &first, const ComparedSide &second)
{
    if (!isBuilt(first) || !isBuilt(second)) {
        return {};
    }
    if (!first.build->signature.isEmpty() && first.build->signature == second.build->signature) {
        return u"Both ran the very same kernel."_s;
    }
    const QString compiler = first.build->compiler;
    const QString other = second.build->compiler;
    if (!compiler.isEmpty() && !other.isEmpty() && compiler != other) {
        return u"The first kernel was compiled by %1, the second one by %2."_s.arg(compiler, other);
    }
    if (first.build->applied != second.build->applied) {
        return u"Not the same was done to the sources or the config."_s;
    }
    return {};
}

/// Of two tallies of which one has hits and the other one none.
QString fairReading(const Tally &hit, const Tally &silent)
{
    const int runs = hit.target + hit.ok + hit.other;
    const double rate = double(hit.target) / runs;
    const double chance = std::pow(1 - rate, silent.ok);
    const Tally both{.target = hit.target, .ok = hit.ok + silent.ok, .other = hit.other + silent.other};
    if (chance < rare) {
        return u"A bug that shows that often is not silent in %1 runs by chance: config, compiler or reproducer is not "
               "the same."_s.arg(silent.ok);
    }
    return u"Together %1 hit the bug: bad is the fair reading. As often as it shows, %2 silent runs come by chance "
           u"with "
           "%3."_s.arg(countText(both), QString::number(silent.ok), percentText(chance));
}

QString judgedText(const ComparedRevision &compared)
{
    QStringList sentences;
    for (const auto &[side, name] :
         {std::pair(&compared.first, u"first"_s), std::pair(&compared.second, u"second"_s)}) {
        if (side->isJudged) {
            sentences << u"Judged %1 by hand in the %2 session."_s.arg(session::word(side->verdict), name);
        }
    }
    return sentences.join(u' ');
}

QString buildText(const ComparedRevision &compared)
{
    const bool isFirst = failedToBuild(compared.first);
    if (isFirst == failedToBuild(compared.second)) {
        return {};
    }
    const ComparedSide &failed = isFirst ? compared.first : compared.second;
    return u"It did not build in the %1 session (%2) and did in the other one."_s.arg(
        isFirst ? u"first"_s : u"second"_s, failed.build->cause);
}

/// The title that the one session holds for the bug, and that of crashes which do not count in the other one.
QString titlesText(const ComparedRevision &compared)
{
    const bool isFirst = compared.first.tally.target > 0;
    const ComparedSide &hit = isFirst ? compared.first : compared.second;
    const ComparedSide &other = isFirst ? compared.second : compared.first;
    if (hit.tally.target == 0 || other.tally.target > 0 || other.tally.other == 0 || other.titles.empty() ||
        hit.titles.empty()) {
        return {};
    }
    return u"The %1 session counts crashes with \"%2\"; those of the other one, with \"%3\", do not count there."_s.arg(
        isFirst ? u"first"_s : u"second"_s, hit.titles.front().first, other.titles.front().first);
}

QString countsText(const ComparedRevision &compared)
{
    const Tally &first = compared.first.tally;
    const Tally &second = compared.second.tally;
    const bool isOneSilent = (first.target == 0) != (second.target == 0);
    if (isOneSilent && first.ended() > 0 && second.ended() > 0) {
        const QString counts = u"The bug came in %1 of the first session and in %2 of the second one."_s.arg(
            countText(first), countText(second));
        const Tally &silent = first.target == 0 ? first : second;
        return silent.ok == 0 ? counts : counts + u' ' + fairReading(first.target > 0 ? first : second, silent);
    }
    return {};
}

QString reasonFor(const ComparedRevision &compared)
{
    QStringList sentences;
    for (const auto &text : {judgedText, buildText, titlesText, countsText}) {
        if (const QString sentence = text(compared); !sentence.isEmpty()) {
            sentences << sentence;
            break;
        }
    }
    const ComparedSide &first = compared.first;
    const ComparedSide &second = compared.second;
    if (sentences.isEmpty() && (first.isTold || second.isTold)) {
        sentences << u"The verdict of the %1 session is that of its log, which tells no more."_s.arg(
            first.isTold ? u"first"_s : u"second"_s);
    } else if (sentences.isEmpty()) {
        sentences
            << u"The runs alike say too little: each session goes by what its other revisions tell of this one."_s;
    }
    const bool isJudged = first.isJudged || second.isJudged;
    if (const QString kernels = kernelsText(first, second); !isJudged && !kernels.isEmpty()) {
        sentences << kernels;
    }
    return sentences.join(u' ');
}

ComparedAnswer answerOf(const SessionState &state)
{
    ComparedAnswer answer;
    const bool isAsTold = state.imported && !state.engine && state.judgements.empty();
    if (isAsTold && !state.imported->culprit.isNull()) {
        answer.culprit = state.imported->culprit;
        answer.confirmed = true;
        return answer;
    }
    const Plan plan = planFor(state);
    answer.culprit = plan.culprit;
    answer.confirmed = plan.confirmed;
    if (!plan.culprit) {
        answer.candidates = plan.candidates;
    }
    return answer;
}

class Comparer final
{
public:
    Comparer(const SessionState &first, const SessionState &second)
        : m_first(first), m_second(second), m_tested(testedIn(first)), m_testedSecond(testedIn(second))
    {
    }

    [[nodiscard]] Comparison comparison() const
    {
        Comparison comparison;
        if (!m_first.imported && !m_second.imported) {
            comparison.settings = session::settingDifferences(m_first.setup(), m_second.setup());
        }
        std::set<ObjectId> seen;
        for (const std::vector<ObjectId> *tested : {&m_tested, &m_testedSecond}) {
            for (const ObjectId &id : *tested) {
                if (seen.insert(id).second) {
                    comparison.revisions.push_back(compared(id));
                }
            }
        }
        findParting(comparison);
        comparison.first = answerOf(m_first);
        comparison.second = answerOf(m_second);
        comparison.sameAnswer = comparison.first.culprit == comparison.second.culprit &&
                                comparison.first.candidates == comparison.second.candidates;
        return comparison;
    }

private:
    [[nodiscard]] ComparedRevision compared(const ObjectId &id) const
    {
        ComparedRevision compared{id, sideOf(m_first, id), sideOf(m_second, id), false, {}};
        const Verdict first = compared.first.verdict;
        const Verdict second = compared.second.verdict;
        compared.differs = first != Verdict::Undecided && second != Verdict::Undecided && first != second;
        compared.reason = compared.differs ? reasonFor(compared) : QString();
        return compared;
    }

    [[nodiscard]] QString nameOf(const ObjectId &id) const
    {
        return m_first.commit(id) != nullptr ? m_first.nameOf(id) : m_second.nameOf(id);
    }

    void findParting(Comparison &comparison) const
    {
        for (std::size_t i = 0; i < std::min(m_tested.size(), m_testedSecond.size()); ++i) {
            const ObjectId &id = m_tested[i];
            if (id != m_testedSecond[i]) {
                comparison.parting = id;
                comparison.howTheyPart = u"The first session went on with %1, the second one with %2."_s.arg(
                    nameOf(id), nameOf(m_testedSecond[i]));
                return;
            }
            const auto compared = std::ranges::find(comparison.revisions, id, &ComparedRevision::revision);
            if (compared->first.verdict != compared->second.verdict) {
                comparison.parting = id;
                comparison.howTheyPart = u"Both tested %1: the first session says %2, the second one %3."_s.arg(
                    nameOf(id), session::word(compared->first.verdict), session::word(compared->second.verdict));
                return;
            }
        }
    }

    const SessionState &m_first;
    const SessionState &m_second;
    std::vector<ObjectId> m_tested;
    std::vector<ObjectId> m_testedSecond;
};

} // namespace

Comparison comparisonOf(const SessionState &first, const SessionState &second)
{
    return Comparer(first, second).comparison();
}

} // namespace culprit::conductor
