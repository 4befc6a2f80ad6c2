// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/revisiontext.h"

#include "widgets/doubttext.h"
#include "widgets/plaintext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace culprit::widgets
{

using namespace session;

namespace
{

struct RevisionText {
    Q_DECLARE_TR_FUNCTIONS(RevisionText)
};

const conductor::Activity::Build *buildOf(const conductor::Snapshot &snapshot, const ObjectId &id)
{
    const auto &builds = snapshot.activity.builds;
    const auto at = std::ranges::find(builds, id, &conductor::Activity::Build::revision);
    return at == builds.end() ? nullptr : &*at;
}

bool isTested(const conductor::Snapshot &snapshot, const RevisionState &revision)
{
    return std::ranges::contains(snapshot.activity.machines, revision.id, &conductor::Activity::Machine::revision);
}

} // namespace

QString hashText(const ObjectId &id)
{
    return QString::fromStdString(id.shortHex());
}

const history::CommitInfo *commitOf(const SessionState &state, const ObjectId &id)
{
    if (!state.range) {
        return nullptr;
    }
    for (const auto *commits : {&state.range->goods, &state.range->commits}) {
        const auto at = std::ranges::find(*commits, id, &history::CommitInfo::id);
        if (at != commits->end()) {
            return &*at;
        }
    }
    return nullptr;
}

QString nameText(const SessionState &state, const ObjectId &id)
{
    const history::CommitInfo *commit = commitOf(state, id);
    if (commit == nullptr) {
        return state.revertThatMade(id) != nullptr ? oneLine(state.nameOf(id), 200) : QString();
    }
    const QString subject = oneLine(QString::fromStdString(commit->subject), 200);
    return commit->tags.empty()
               ? subject
               : oneLine(QString::fromStdString(commit->tags.front()), 60) + QLatin1String("  ") + subject;
}

QString quoteText(const SessionState &state, const ObjectId &id)
{
    const history::CommitInfo *commit = commitOf(state, id);
    if (commit == nullptr) {
        return hashText(id);
    }
    return QStringLiteral("%1 (\"%2\")").arg(hashText(id), oneLine(QString::fromStdString(commit->subject), 200));
}

Mark markOf(const conductor::Snapshot &snapshot, const RevisionState &revision)
{
    const conductor::Activity::Build *build = buildOf(snapshot, revision.id);
    if (isTested(snapshot, revision) || (build != nullptr && !build->ahead)) {
        return Mark::Running;
    }
    if (snapshot.plan && snapshot.plan->culprit == revision.id) {
        return Mark::Culprit;
    }
    return markOf(revision.verdict());
}

QString statusText(const conductor::Snapshot &snapshot, const RevisionState &revision)
{
    if (const conductor::Activity::Build *build = buildOf(snapshot, revision.id)) {
        const QString words = build->ahead ? RevisionText::tr("building ahead") : RevisionText::tr("building");
        return build->percent < 0 ? words : QStringLiteral("%1 %2 %").arg(words).arg(build->percent);
    }
    if (isTested(snapshot, revision)) {
        return VerdictStyle::word(Mark::Running);
    }
    if (snapshot.plan && snapshot.plan->culprit == revision.id) {
        const QString word = VerdictStyle::word(*snapshot.state, Mark::Bad);
        return snapshot.plan->confirmed ? RevisionText::tr("%1, culprit").arg(word)
                                        : RevisionText::tr("%1, suspect").arg(word);
    }
    const bool byChance = revision.presence && !revision.judged && (revision.tally.ended() > 0 || revision.twin);
    if (revision.verdict() != Verdict::Undecided) {
        const QString word = VerdictStyle::word(*snapshot.state, markOf(revision.verdict()));
        if (!byChance || revision.verdict() == Verdict::Skip) {
            return word;
        }
        const double right = revision.verdict() == Verdict::Bad ? *revision.presence : 1 - *revision.presence;
        return QStringLiteral("%1 %2").arg(word, shortChanceText(right));
    }
    if (byChance) {
        return RevisionText::tr("in doubt %1").arg(shortChanceText(*revision.presence));
    }
    return revision.tally.ended() > 0 ? RevisionText::tr("undecided")
           : revision.builds.empty()  ? RevisionText::tr("untested")
                                      : RevisionText::tr("not yet run");
}

QString tallyText(const Tally &tally)
{
    const int ended = tally.ended();
    QStringList parts;
    const auto add = [&parts](int count, const QString &one, const QString &many) {
        if (count > 0) {
            parts << (count == 1 ? one : many);
        }
    };
    if (tally.target == 0) {
        add(ended, RevisionText::tr("the one run did not hit the bug"),
            RevisionText::tr("none of %n runs hit the bug", nullptr, ended));
    } else {
        add(ended, RevisionText::tr("the one run hit the bug"),
            RevisionText::tr("%1 of %n runs hit the bug", nullptr, ended).arg(tally.target));
    }
    add(tally.ok, RevisionText::tr("1 ended well"), RevisionText::tr("%n ended well", nullptr, tally.ok));
    add(tally.other, RevisionText::tr("1 crashed in another way"),
        RevisionText::tr("%n crashed in another way", nullptr, tally.other));
    add(tally.boot, RevisionText::tr("1 did not boot or test"),
        RevisionText::tr("%n did not boot or test", nullptr, tally.boot));
    add(tally.infra, RevisionText::tr("1 failed outside the kernel"),
        RevisionText::tr("%n failed outside the kernel", nullptr, tally.infra));
    add(tally.running, RevisionText::tr("1 is running"), RevisionText::tr("%n are running", nullptr, tally.running));
    return parts.isEmpty() ? RevisionText::tr("no runs yet") : parts.join(QLatin1String(", "));
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
        return RevisionText::tr("running");
    case Outcome::Ok:
        return RevisionText::tr("ok");
    case Outcome::Crashed:
        return RevisionText::tr("crashed");
    case Outcome::BootFailed:
        return RevisionText::tr("boot failed");
    case Outcome::TestFailed:
        return RevisionText::tr("test failed");
    case Outcome::InfraFailed:
        return RevisionText::tr("infrastructure failed");
    case Outcome::Cancelled:
        return RevisionText::tr("cancelled");
    }
    return {};
}

QString buildText(BuildOutcome outcome)
{
    switch (outcome) {
    case BuildOutcome::Running:
        return RevisionText::tr("building");
    case BuildOutcome::Built:
        return RevisionText::tr("built");
    case BuildOutcome::Failed:
        return RevisionText::tr("build failed");
    case BuildOutcome::InfraFailed:
        return RevisionText::tr("infrastructure failed");
    case BuildOutcome::Cancelled:
        return RevisionText::tr("cancelled");
    }
    return {};
}

QString relevanceText(Relevance relevance)
{
    switch (relevance) {
    case Relevance::Undecided:
        return RevisionText::tr("undecided");
    case Relevance::Target:
        return RevisionText::tr("target");
    case Relevance::Unrelated:
        return RevisionText::tr("unrelated");
    }
    return {};
}

Mark markOf(Relevance relevance)
{
    switch (relevance) {
    case Relevance::Undecided:
        return Mark::Mixed;
    case Relevance::Target:
        return Mark::Bad;
    case Relevance::Unrelated:
        return Mark::Skip;
    }
    return Mark::Untested;
}

Mark markOf(const SessionState &state, const RunState &run)
{
    if (run.outcome() == Outcome::Crashed && run.ended) {
        const auto title = state.titles.find(run.ended->title);
        if (title != state.titles.end()) {
            return markOf(title->second.relevance());
        }
    }
    return markOf(run.outcome());
}

} // namespace culprit::widgets
