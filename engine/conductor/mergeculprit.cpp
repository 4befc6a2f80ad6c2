// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/mergeculprit.h"

#include "engine/history/repository.h"
#include "engine/session/doubt.h"

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using session::Find;
using session::SessionState;

namespace
{

constexpr std::size_t largestPatch = 64 << 20;

QString hexOf(const ObjectId &id)
{
    return QString::fromStdString(id.hex());
}

/// "v6.8-rc1: 0 of 12 runs hit the bug"
QString sideText(const SessionState &state, const ObjectId &parent)
{
    const session::RevisionState *revision = state.revision(parent);
    const QString name = state.nameOf(parent);
    if (revision == nullptr || revision->tally.ended() == 0) {
        return name;
    }
    return u"%1: %2 of %3 runs hit the bug"_s.arg(name).arg(revision->tally.target).arg(revision->tally.ended());
}

/// What it was called when the commits were weighed, see Clues.
bool changesNothingItself(const SessionState &state, const ObjectId &id)
{
    const auto suspicion = session::suspicionOf(state, id);
    return suspicion && suspicion->reason.contains(u"changes nothing by itself");
}

/// Each commit of one side with the other side's changes on top: the bases then are as the other side alone, and the
/// side's newest as the merge.
Result<FollowUp> alongSide(const SessionState &state, const history::Repository &repository,
                           const history::CommitDetails &merge, int side, const QString &patch)
{
    const ObjectId &newest = merge.parents[static_cast<std::size_t>(side - 1)];
    const auto bases = repository.mergeBases(merge.parents[0], merge.parents[1]);
    if (!bases) {
        return std::unexpected(bases.error());
    }
    const bool isFix = state.setup().kernel.find == Find::Fix;
    if (bases->empty() || (isFix && bases->size() > 1)) {
        return wrongUse("The two sides of " + merge.id.shortHex() + " have " +
                        (bases->empty() ? "no commit in common" : "several newest commits in common") +
                        ": no bisection can follow.");
    }
    const auto changes = repository.patchBetween(newest, merge.id, largestPatch);
    if (!changes) {
        return std::unexpected(changes.error());
    }
    if (changes->empty()) {
        return wrongUse("The merge " + merge.id.shortHex() + " adds nothing to its side " + std::to_string(side) +
                        ": take the other one.");
    }
    FollowUp follow{state.setup(), QByteArray::fromStdString(*changes), {}};
    session::Setup::Kernel &kernel = follow.setup.kernel;
    QStringList old;
    for (const ObjectId &base : *bases) {
        old += hexOf(base);
    }
    kernel.bad = isFix ? old.first() : hexOf(newest);
    kernel.good = isFix ? QStringList{hexOf(newest)} : old;
    const QString other = QString::fromStdString(merge.parents[static_cast<std::size_t>(2 - side)].shortHex());
    kernel.fixups += session::FixupSetup{
        {}, {}, patch, {}, u"what %1 merged from %2"_s.arg(QString::fromStdString(merge.id.shortHex()), other)};
    follow.sentence =
        u"It bisects the side of %1 that ends with %2, each commit with what the merge adds to that side."_s.arg(
            QString::fromStdString(merge.id.shortHex()), QString::fromStdString(newest.shortHex()));
    return follow;
}

} // namespace

bool endsWithMerge(const SessionState &state, const Plan &plan)
{
    const history::CommitInfo *commit =
        plan.action == Plan::Action::Finished && plan.culprit ? state.commit(*plan.culprit) : nullptr;
    return commit != nullptr && commit->parentCount > 1;
}

QString whatTheMergeMeans(const SessionState &state, const Plan &plan)
{
    if (!endsWithMerge(state, plan)) {
        return {};
    }
    if (state.setup().kernel.firstParent) {
        return u"It is a merge, and first parents only were followed: the commit is among those that came with it."_s;
    }
    const history::CommitInfo &merge = *state.commit(*plan.culprit);
    QStringList sides;
    for (const history::CommitIndex parent : merge.parents) {
        sides += sideText(state, state.range->commits[parent].id);
    }
    if (merge.parents.size() < merge.parentCount) {
        sides += u"what the good end has already"_s;
    }
    const bool isFix = state.setup().kernel.find == Find::Fix;
    return (isFix ? u"It is a merge, none of whose sides lacks the bug by itself (%1): what they bring mends it "
                    "together only."_s
                  : u"It is a merge, none of whose sides has the bug by itself (%1): what they bring shows it together "
                    "only."_s)
               .arg(sides.join(u"; "_s)) +
           (changesNothingItself(state, merge.id) ? u" The merge had no conflict to resolve."_s : QString());
}

Result<FollowUp> followUp(const SessionState &state, const Plan &plan, int side, const QString &patch)
{
    if (!endsWithMerge(state, plan)) {
        return wrongUse("The search has not ended with a merge: there is nothing to follow up.");
    }
    const auto repository = history::Repository::open(state.setup().kernel.repo.toStdString());
    if (!repository) {
        return std::unexpected(repository.error());
    }
    const auto merge = repository->commit(*plan.culprit);
    if (!merge) {
        return std::unexpected(merge.error());
    }
    if (state.setup().kernel.firstParent) {
        FollowUp follow{state.setup(), {}, {}};
        follow.setup.kernel.firstParent = false;
        follow.setup.kernel.bad = hexOf(merge->id);
        follow.setup.kernel.good = {hexOf(merge->parents.front())};
        follow.sentence = u"It bisects what came with %1."_s.arg(QString::fromStdString(merge->id.shortHex()));
        return follow;
    }
    if (merge->parents.size() != 2) {
        return wrongUse("The merge " + merge->id.shortHex() + " has " + std::to_string(merge->parents.size()) +
                        " sides: only merges of two can be followed up.");
    }
    return alongSide(state, *repository, *merge, side, patch);
}

} // namespace culprit::conductor
