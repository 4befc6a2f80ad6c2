// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/releaseplan.h"

#include "engine/conductor/planparts.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using session::Release;
using session::SessionState;
using session::Verdict;

namespace
{

QString leftText(qsizetype count)
{
    return count == 0   ? u"no release is left after it"_s
           : count == 1 ? u"1 release is left after it"_s
                        : u"%1 releases are left after it"_s.arg(count);
}

/// `next` is the place of the release that is tested.
QString whyReleaseIsTested(const SessionState &state, qsizetype next)
{
    const QList<Release> &releases = state.created.releases;
    const QString left = leftText(releases.size() - next - 1);
    const QString &tag = releases[next].tag;
    if (next == 0) {
        return u"No good revision is named: earlier releases are tried until one is good, %1 first; %2."_s.arg(tag,
                                                                                                               left);
    }
    const Release &before = releases[next - 1];
    if (verdictOf(state, before.commit) == Verdict::Bad) {
        return u"%1 shows the bug; %2 is tried next, %3."_s.arg(before.tag, tag, left);
    }
    const session::RevisionState &revision = *state.revision(before.commit);
    const QString reason = revision.judged ? u"judged by hand"_s : revision.reason;
    return u"%1 cannot be tested and so tells nothing (%2); %3 is tried next, %4."_s.arg(before.tag, reason, tag, left);
}

/// Every release has the bug or cannot be tested.
Plan planWithoutGoodRelease(const SessionState &state)
{
    const QList<Release> &releases = state.created.releases;
    const auto isBad = [&state](const Release &release) { return verdictOf(state, release.commit) == Verdict::Bad; };
    const auto oldestBad = std::ranges::find_if(releases.rbegin(), releases.rend(), isBad);
    if (oldestBad == releases.rbegin()) {
        Plan plan;
        plan.action = Plan::Action::Finished;
        plan.phase = Phase::Done;
        plan.reason = u"The oldest tested release %1 already has the bug; name an older good revision to go on."_s.arg(
            oldestBad->tag);
        return plan;
    }
    const auto untestable = std::distance(releases.rbegin(), oldestBad);
    const QString what = untestable == 1 ? u"the release %1 cannot be tested"_s.arg(releases.last().tag)
                                         : u"the %1 releases from %2 back to %3 cannot be tested"_s.arg(untestable)
                                               .arg(releases[releases.size() - untestable].tag, releases.last().tag);
    const QString where = oldestBad == releases.rend() ? u"No release is known to be good: "_s
                                                       : u"%1 shows the bug and "_s.arg(oldestBad->tag);
    return needsPerson(Phase::GoodIsGood, where + what +
                                              u". Judge one yourself, name a good revision in a new session, or take "
                                              "a config with which they build and boot."_s);
}

} // namespace

Plan planForReleases(const SessionState &state,
                     const std::function<Plan(const ObjectId &release, const QString &why)> &test)
{
    const QList<Release> &releases = state.created.releases;
    const auto first = [&](Verdict verdict) {
        return std::ranges::find_if(
            releases, [&](const Release &release) { return verdictOf(state, release.commit) == verdict; });
    };
    if (const auto good = first(Verdict::Good); good != releases.end()) {
        Plan plan;
        plan.action = Plan::Action::ReadRange;
        plan.phase = Phase::GoodIsGood;
        plan.revision = good->commit;
        plan.reason = u"%1 is free of the bug: the commits since then are searched next."_s.arg(good->tag);
        return plan;
    }
    const auto next = first(Verdict::Undecided);
    if (next == releases.end()) {
        return planWithoutGoodRelease(state);
    }
    Plan plan = test(next->commit, whyReleaseIsTested(state, next - releases.begin()));
    if (plan.action == Plan::Action::Test) {
        plan.ahead = releaseAhead(state, next->commit);
    }
    return plan;
}

std::vector<ObjectId> releaseAhead(const SessionState &state, const ObjectId &tested)
{
    for (const Release &release : state.created.releases) {
        if (release.commit != tested && verdictOf(state, release.commit) == Verdict::Undecided) {
            return state.builtBy(release.commit) ? std::vector<ObjectId>() : std::vector{release.commit};
        }
    }
    return {};
}

} // namespace culprit::conductor
