// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rangemarks.h"

#include "engine/session/doubt.h"
#include "widgets/doubttext.h"
#include "widgets/plaintext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace culprit::widgets
{

namespace
{

struct RangeText {
    Q_DECLARE_TR_FUNCTIONS(RangeText)
};

Mark markOf(const session::RevisionState &revision)
{
    const session::Verdict verdict = revision.verdict();
    if (verdict != session::Verdict::Undecided) {
        return widgets::markOf(verdict);
    }
    const bool runsDisagree = revision.tally.target > 0 && revision.tally.ok > 0;
    return runsDisagree ? Mark::Mixed : Mark::Untested;
}

} // namespace

QString word(Stage stage)
{
    switch (stage) {
    case Stage::Next:
        return RangeText::tr("next");
    case Stage::Building:
        return RangeText::tr("building");
    case Stage::Testing:
        return RangeText::tr("testing");
    case Stage::None:
        break;
    }
    return {};
}

QString shortHash(const ObjectId &id)
{
    constexpr qsizetype shownBytes = 6;
    const auto *bytes = reinterpret_cast<const char *>(id.bytes().data());
    return QString::fromLatin1(QByteArray::fromRawData(bytes, shownBytes).toHex());
}

bool RangeMarks::update(const conductor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    const auto range = snapshot && snapshot->state ? snapshot->state->range : nullptr;
    const bool changed = range != m_range;
    m_range = range;
    if (changed) {
        index();
    }
    m_marks.assign(m_range ? m_range->commits.size() + m_range->goods.size() : 0, {});
    if (m_range) {
        inferVerdicts();
        markCandidates();
        markRevisions();
        markStages();
    }
    return changed;
}

void RangeMarks::index()
{
    auto places = std::make_shared<Places>();
    if (m_range) {
        CommitIndex place = 0;
        places->reserve(m_range->commits.size() + m_range->goods.size());
        for (const auto *commits : {&m_range->commits, &m_range->goods}) {
            for (const history::CommitInfo &commit : *commits) {
                places->emplace(commit.id, place++);
            }
        }
    }
    m_places = std::move(places);
}

const history::CommitInfo &RangeMarks::commit(CommitIndex place) const
{
    const std::size_t count = m_range->commits.size();
    return place < count ? m_range->commits[place] : m_range->goods[place - count];
}

std::optional<CommitIndex> RangeMarks::find(const ObjectId &id) const
{
    if (!m_places) {
        return std::nullopt;
    }
    const auto found = m_places->find(id);
    return found == m_places->end() ? std::nullopt : std::optional(found->second);
}

const session::RevisionState *RangeMarks::revision(CommitIndex place) const
{
    const auto &revisions = m_snapshot->state->revisions;
    const auto found = revisions.find(commit(place).id);
    return found == revisions.end() ? nullptr : &found->second;
}

void RangeMarks::inferVerdicts()
{
    for (const auto &[id, revision] : m_snapshot->state->revisions) {
        if (const auto place = find(id)) {
            m_marks[*place].mark = markOf(revision);
        }
    }
    const auto count = static_cast<CommitIndex>(m_range->commits.size());
    // Bad spreads to children, good to parents; good has the last word, as it does in the search.
    std::vector<Mark> inferred(m_marks.size(), Mark::Untested);
    for (CommitIndex place = 0; place < count; ++place) {
        const bool bad = std::ranges::any_of(m_range->commits[place].parents, [&](CommitIndex parent) {
            return parent < place && (m_marks[parent].mark == Mark::Bad || inferred[parent] == Mark::InferredBad);
        });
        if (bad || place + 1 == count) {
            inferred[place] = Mark::InferredBad;
        }
    }
    for (CommitIndex place = count; place-- > 0;) {
        if (m_marks[place].mark == Mark::Good || inferred[place] == Mark::InferredGood) {
            for (const CommitIndex parent : m_range->commits[place].parents) {
                if (parent < place) {
                    inferred[parent] = Mark::InferredGood;
                }
            }
        }
    }
    if (!m_snapshot->state->seeksGoodEnd()) {
        std::fill(inferred.begin() + count, inferred.end(), Mark::InferredGood);
    }
    for (std::size_t place = 0; place < m_marks.size(); ++place) {
        if (m_marks[place].mark == Mark::Untested) {
            m_marks[place].mark = inferred[place];
        }
    }
}

void RangeMarks::markCandidates()
{
    const auto count = m_range->commits.size();
    for (std::size_t place = count; place < m_marks.size(); ++place) {
        m_marks[place].candidate = false;
    }
    const auto &plan = m_snapshot->plan;
    if (!plan || (plan->candidates.empty() && !plan->culprit)) {
        return;
    }
    for (CommitMark &mark : m_marks) {
        mark.candidate = false;
    }
    // In the order of the range they are met one after the other; those that are not are looked up.
    std::size_t next = 0;
    for (const ObjectId &id : plan->candidates) {
        std::size_t place = next;
        while (place < count && m_range->commits[place].id != id) {
            ++place;
        }
        if (place < count) {
            m_marks[place].candidate = true;
            next = place + 1;
        } else if (const auto found = find(id)) {
            next = count;
            m_marks[*found].candidate = true;
        }
    }
}

void RangeMarks::markRevisions()
{
    for (const auto &[id, revision] : m_snapshot->state->revisions) {
        const auto place = find(id);
        if (place) {
            const bool judged = revision.verdict() != session::Verdict::Undecided;
            m_marks[*place].tested = judged || revision.tally.ended() > 0;
        }
    }
    if (m_snapshot->plan && m_snapshot->plan->culprit) {
        if (const auto place = find(*m_snapshot->plan->culprit)) {
            m_marks[*place].mark = Mark::Culprit;
            m_marks[*place].candidate = true;
        }
    }
}

void RangeMarks::markStages()
{
    if (m_snapshot->plan && m_snapshot->plan->action == conductor::Plan::Action::Test) {
        setStage(m_snapshot->plan->revision, Stage::Next);
    }
    for (const auto &build : m_snapshot->activity.builds) {
        if (!build.ahead) {
            setStage(build.revision, Stage::Building);
        }
    }
    for (const auto &machine : m_snapshot->activity.machines) {
        setStage(machine.revision, Stage::Testing);
    }
}

void RangeMarks::setStage(const ObjectId &id, Stage stage)
{
    if (const auto place = find(id)) {
        m_marks[*place].stage = stage;
        const bool open = m_marks[*place].mark != Mark::Culprit;
        if (open && (stage == Stage::Testing || stage == Stage::Building)) {
            m_marks[*place].mark = Mark::Running;
        }
    }
}

std::optional<CommitIndex> RangeMarks::current() const
{
    const auto best = std::ranges::max_element(m_marks, {}, [](const CommitMark &mark) {
        return mark.stage != Stage::None ? static_cast<int>(mark.stage) + 1 : int{mark.mark == Mark::Culprit};
    });
    if (best == m_marks.end() || (best->stage == Stage::None && best->mark != Mark::Culprit)) {
        return std::nullopt;
    }
    return static_cast<CommitIndex>(best - m_marks.begin());
}

int RangeMarks::candidates() const
{
    return static_cast<int>(std::ranges::count_if(m_marks, &CommitMark::candidate));
}

const conductor::Doubt *RangeMarks::doubt() const
{
    const conductor::Plan *plan = m_range ? m_snapshot->plan.get() : nullptr;
    return plan != nullptr && plan->doubt && plan->doubt->culprit.size() == m_range->commits.size() ? &*plan->doubt
                                                                                                    : nullptr;
}

std::optional<double> RangeMarks::suspicion(CommitIndex place) const
{
    const conductor::Doubt *known = doubt();
    return known != nullptr && place < known->culprit.size() ? std::optional(known->culprit[place]) : std::nullopt;
}

std::vector<Mark> RangeMarks::runMarks(CommitIndex place) const
{
    std::vector<Mark> marks;
    const session::RevisionState *state = revision(place);
    if (state == nullptr) {
        return marks;
    }
    for (const RunId id : state->runs) {
        const auto run = m_snapshot->state->runs.find(id);
        if (run == m_snapshot->state->runs.end() || run->second.outcome() == session::Outcome::Cancelled) {
            continue;
        }
        Mark mark = widgets::markOf(run->second.outcome());
        if (mark == Mark::Bad && run->second.ended) {
            const auto title = m_snapshot->state->titles.find(run->second.ended->title);
            const bool other =
                title != m_snapshot->state->titles.end() && title->second.relevance() != session::Relevance::Target;
            mark = other ? Mark::Skip : Mark::Bad;
        }
        marks.push_back(mark);
    }
    return marks;
}

QString RangeMarks::runsText(CommitIndex place) const
{
    const session::RevisionState *state = revision(place);
    if (state == nullptr || state->tally.ended() + state->tally.running == 0) {
        return {};
    }
    return QStringLiteral("%1/%2").arg(state->tally.target).arg(state->tally.ended());
}

QString RangeMarks::describe(CommitIndex place) const
{
    const history::CommitInfo &info = commit(place);
    const CommitMark &mark = m_marks[place];
    QStringList parts{shortHash(info.id)};
    for (const std::string &tag : info.tags) {
        parts += QString::fromStdString(tag);
    }
    parts += VerdictStyle::word(*m_snapshot->state, mark.mark);
    if (mark.stage != Stage::None && word(mark.stage) != VerdictStyle::word(mark.mark)) {
        parts += word(mark.stage);
    }
    if (const session::RevisionState *state = revision(place)) {
        if (state->judged) {
            parts += RangeText::tr("overruled, was %1")
                         .arg(VerdictStyle::word(*m_snapshot->state, widgets::markOf(state->automatic)));
        }
        if (state->tally.ended() > 0) {
            parts += RangeText::tr("runs crashed: %1 of %2").arg(state->tally.target).arg(state->tally.ended());
        }
        if (state->presence && !state->judged) {
            parts += RangeText::tr("the bug is there with %1").arg(chanceText(*state->presence));
        }
    }
    if (!mark.candidate && mark.mark != Mark::Culprit) {
        parts += RangeText::tr("ruled out");
    } else if (const auto chance = suspicion(place)) {
        parts += RangeText::tr("the culprit with %1").arg(chanceText(*chance));
        if (const auto reason = session::suspicionOf(*m_snapshot->state, info.id)) {
            parts += oneLine(reason->reason, 200);
        }
    }
    parts += QString::fromStdString(info.subject);
    parts += QString::fromStdString(info.author);
    return parts.join(QStringLiteral(", "));
}

} // namespace culprit::widgets
