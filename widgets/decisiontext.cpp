// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decisiontext.h"

#include "engine/session/doubt.h"
#include "widgets/doubttext.h"
#include "widgets/plaintext.h"
#include "widgets/revisiontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace culprit::widgets
{

using namespace session;
using conductor::Plan;

namespace
{

struct DecisionText {
    Q_DECLARE_TR_FUNCTIONS(DecisionText)
};

QString sentence(const QString &text)
{
    const QString line = oneLine(text, 2000).trimmed();
    if (line.isEmpty()) {
        return {};
    }
    // A hash at the start stays as git writes it.
    const QString word = line.section(QLatin1Char(' '), 0, 0);
    const bool isHash = std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
    const QString start = isHash ? line : line.left(1).toUpper() + line.mid(1);
    return start.endsWith(QLatin1Char('.')) || start.endsWith(u'。') ? start : start + QLatin1Char('.');
}

/// Of a commit that was not tested.
QString chancesText(const conductor::Snapshot &snapshot, const ObjectId &id)
{
    if (!snapshot.plan || !snapshot.plan->doubt || !snapshot.state->range) {
        return {};
    }
    const conductor::Doubt &doubt = *snapshot.plan->doubt;
    const auto &commits = snapshot.state->range->commits;
    const auto at = std::ranges::find(commits, id, &history::CommitInfo::id);
    const auto place = static_cast<std::size_t>(at - commits.begin());
    return place >= commits.size() || place >= doubt.culprit.size() || place >= doubt.presence.size()
               ? QString()
               : DecisionText::tr(
                     "By the tests of the others the bug is there with %1, and comes from this commit with %2.")
                     .arg(chanceText(doubt.presence[place]), chanceText(doubt.culprit[place]));
}

/// Why a commit was more or less suspicious than others from the start.
QString suspicionText(const SessionState &state, const ObjectId &id)
{
    const auto suspicion = suspicionOf(state, id);
    if (!suspicion) {
        return {};
    }
    return DecisionText::tr("Before any test its chance was \u00d7%1, because it %2.")
        .arg(suspicion->factor, 0, 'g', 2)
        .arg(oneLine(suspicion->reason, 400));
}

DecisionPart verdictPart(const SessionState &state, const RevisionState &revision)
{
    DecisionPart part{quoteText(state, revision.id), {}};
    const QString automatic = VerdictStyle::word(state, markOf(revision.automatic));
    if (!revision.judged) {
        part.lines << (revision.automatic == Verdict::Undecided
                           ? DecisionText::tr("No verdict yet: %1").arg(oneLine(revision.reason, 2000))
                           : DecisionText::tr("Held for %1: %2").arg(automatic, oneLine(revision.reason, 2000)));
        part.lines << errorText(revision);
        part.lines << (revision.thought
                           ? DecisionText::tr("You think that it is %1, %2 to 1: that counts among the evidence.")
                                 .arg(VerdictStyle::word(state, markOf(revision.thought->verdict)))
                                 .arg(revision.thought->odds)
                           : DecisionText::tr("Not overruled."));
        if (revision.thought && !revision.note.isEmpty()) {
            part.lines << DecisionText::tr("Your note: %1").arg(oneLine(revision.note, 2000));
        }
        part.lines << suspicionText(state, revision.id);
        part.lines.removeAll(QString());
        return part;
    }
    const QString judged = VerdictStyle::word(state, markOf(*revision.judged));
    part.lines << DecisionText::tr("Held for %1, because you said so. By its runs it would be %2: %3")
                      .arg(judged, revision.automatic == Verdict::Undecided ? DecisionText::tr("undecided") : automatic,
                           oneLine(revision.reason, 2000));
    if (!revision.note.isEmpty()) {
        part.lines << DecisionText::tr("Your note: %1").arg(oneLine(revision.note, 2000));
    }
    return part;
}

DecisionPart runsPart(const SessionState &state, const RevisionState &revision)
{
    DecisionPart part{DecisionText::tr("Runs"), {sentence(tallyText(revision.tally))}};
    if (state.search) {
        part.lines << DecisionText::tr(
            "How many runs a verdict takes is not fixed: they go on where they tell something.");
    } else if (revision.runsWanted > 0) {
        part.lines << (revision.runsWanted == 1
                           ? DecisionText::tr("A verdict takes 1 run.")
                           : DecisionText::tr("A verdict takes %n runs.", nullptr, revision.runsWanted));
    }
    const auto overruled = std::ranges::count_if(revision.runs, [&](RunId id) {
        const auto run = state.runs.find(id);
        return run != state.runs.end() && run->second.judged;
    });
    if (overruled > 0) {
        part.lines << (overruled == 1 ? DecisionText::tr("The outcome of 1 run was overruled.")
                                      : DecisionText::tr("The outcomes of %n runs were overruled.", nullptr,
                                                         static_cast<int>(overruled)));
    }
    return part;
}

DecisionPart titlesPart(const SessionState &state, const RevisionState &revision)
{
    std::map<QString, int> counts;
    for (const RunId id : revision.runs) {
        const auto run = state.runs.find(id);
        if (run != state.runs.end() && run->second.ended && run->second.outcome() == Outcome::Crashed) {
            ++counts[run->second.ended->title];
        }
    }
    DecisionPart part{DecisionText::tr("Crash titles"), {}};
    for (const auto &[name, count] : counts) {
        const auto title = state.titles.find(name);
        const bool known = title != state.titles.end();
        QString line = QStringLiteral("%1\u00d7  %2").arg(count).arg(oneLine(name));
        if (known) {
            line += QStringLiteral("  \u2013  %1. %2")
                        .arg(relevanceText(title->second.relevance()),
                             title->second.judged ? DecisionText::tr("You said so.") : sentence(title->second.reason));
        }
        part.lines << line;
    }
    return part;
}

DecisionPart buildsPart(const SessionState &state, const RevisionState &revision)
{
    DecisionPart part{DecisionText::tr("Builds that failed"), {}};
    for (const BuildId id : revision.builds) {
        const auto build = state.builds.find(id);
        if (build != state.builds.end() && build->second.outcome() == BuildOutcome::Failed) {
            part.lines << oneLine(build->second.ended->cause, 1000);
        }
    }
    return part;
}

} // namespace

std::vector<DecisionPart> decisionOf(const conductor::Snapshot &snapshot, const ObjectId &id)
{
    const SessionState &state = *snapshot.state;
    const RevisionState *revision = state.revision(id);
    if (revision == nullptr) {
        DecisionPart part{quoteText(state, id), {}};
        const bool suspect = snapshot.plan && std::ranges::contains(snapshot.plan->candidates, id);
        part.lines << (suspect ? DecisionText::tr("Not tested. It is still a suspect.")
                               : DecisionText::tr("Not tested, and no suspect any more."));
        part.lines << chancesText(snapshot, id) << suspicionText(state, id);
        part.lines.removeAll(QString());
        return {part};
    }
    std::vector<DecisionPart> parts{verdictPart(state, *revision), runsPart(state, *revision)};
    for (DecisionPart part : {titlesPart(state, *revision), buildsPart(state, *revision)}) {
        if (!part.lines.isEmpty()) {
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

DecisionPart planLines(const conductor::Snapshot &snapshot)
{
    const Plan &plan = *snapshot.plan;
    const SessionState &state = *snapshot.state;
    DecisionPart part;
    switch (plan.action) {
    case Plan::Action::Test:
        part.heading = DecisionText::tr("Next: test %1").arg(quoteText(state, plan.revision));
        break;
    case Plan::Action::ReadRange:
        part.heading = DecisionText::tr("Next: search from %1 on").arg(quoteText(state, plan.revision));
        break;
    case Plan::Action::MakeRevert:
        part.heading = DecisionText::tr("Next: revert %1").arg(quoteText(state, *plan.culprit));
        break;
    case Plan::Action::NeedsPerson:
        part.heading = DecisionText::tr("Next: it is your turn");
        break;
    case Plan::Action::Finished:
        part.heading = plan.culprit ? DecisionText::tr("Finished: %1").arg(quoteText(state, *plan.culprit))
                       : state.seeksGoodEnd()
                           ? DecisionText::tr("Finished: no release is good")
                           : DecisionText::tr("Finished: one of %1 commits").arg(plan.candidates.size());
        break;
    }
    part.lines << sentence(plan.reason);
    if (plan.action == Plan::Action::Test) {
        part.lines << (plan.runsMissing == 1 ? DecisionText::tr("1 more run is wanted.")
                                             : DecisionText::tr("%n more runs are wanted.", nullptr, plan.runsMissing));
    }
    if (plan.doubt) {
        part.lines << (plan.phase < conductor::Phase::Bisect ? QString() : confidenceText(state, plan));
    } else if (plan.action == Plan::Action::Test && !state.seeksGoodEnd()) {
        part.lines << DecisionText::tr("Suspects: %1. Left to test after this: %2, about %3.")
                          .arg(plan.candidates.size())
                          .arg(plan.remaining)
                          .arg(plan.steps == 1 ? DecisionText::tr("1 step")
                                               : DecisionText::tr("%n steps", nullptr, plan.steps));
    } else if (plan.culprit) {
        part.lines << (plan.confirmed ? DecisionText::tr("The culprit and its parents were tested again and stood it.")
                                      : DecisionText::tr("It has not been tested a second time."));
    }
    part.lines.removeAll(QString());
    return part;
}

std::vector<DecisionPart> doubtOf(const conductor::Snapshot &snapshot)
{
    const Plan &plan = *snapshot.plan;
    if (!plan.doubt) {
        return {};
    }
    std::vector<DecisionPart> parts{{DecisionText::tr("What the next runs can tell"), prospectLines(*plan.doubt)},
                                    {DecisionText::tr("What the search knows"),
                                     {plan.phase == conductor::Phase::BadIsBad ? QString() : rateText(*plan.doubt),
                                      supportText(*snapshot.state, *plan.doubt), toGoText(*plan.doubt)}}};
    for (DecisionPart &part : parts) {
        part.lines.removeAll(QString());
    }
    std::erase_if(parts, [](const DecisionPart &part) { return part.lines.isEmpty(); });
    return parts;
}

QString doubtToolTip(const conductor::Snapshot &snapshot)
{
    const auto &doubt = snapshot.plan->doubt;
    return doubt && doubt->bits > 0 ? DecisionText::tr("The next runs are expected to tell %1 bits about the culprit.")
                                          .arg(doubt->bits, 0, 'f', 2)
                                    : QString();
}

} // namespace culprit::widgets
