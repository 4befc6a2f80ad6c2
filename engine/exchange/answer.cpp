// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/answer.h"

#include "engine/session/quantities.h"

#include <QFileInfo>

#include <cmath>

namespace culprit::exchange
{

using namespace Qt::StringLiterals;

namespace
{

QString whyThereIsNone(const Source &source)
{
    const Conclusion &conclusion = source.conclusion;
    if (!conclusion.finished) {
        return conclusion.phase.isEmpty() ? u"the search is not over"_s
                                          : u"the search is not over (phase: %1)"_s.arg(plainLine(conclusion.phase));
    }
    return conclusion.culprit ? cited(source.state, *conclusion.culprit) + u" is not confirmed"_s
                              : u"the search ended with %1 commits"_s.arg(conclusion.candidates.size());
}

QString bugTitle(const SessionState &state, const std::optional<ObjectId> &culprit)
{
    constexpr qsizetype longest = 200;
    const RunState *crash = shownCrash(state, culprit);
    const QString asked = state.setup().test.title;
    return plainLine(asked.isEmpty() && crash != nullptr ? crash->ended->title : asked).simplified().left(longest);
}

void add(Counts &sum, const Counts &counts)
{
    sum.hits += counts.hits;
    sum.runs += counts.runs;
}

/// Of the revisions beside the culprit that have the bug.
Counts withTheBug(const SessionState &state, const Answer &answer)
{
    Counts sum;
    if (!answer.isFix) {
        add(sum, countsOf(state, answer.culprit));
    } else {
        for (const ObjectId &parent : answer.parents.known) {
            add(sum, countsOf(state, parent));
        }
    }
    return sum.hits > 0 ? sum : countsOf(state, state.created.bad);
}

} // namespace

Result<Answer> confirmedAnswer(const Source &source, const QString &what)
{
    const Conclusion &conclusion = source.conclusion;
    if (!conclusion.finished || !conclusion.culprit || !conclusion.confirmed) {
        return wrongUse(
            u"%1 takes a confirmed culprit, and %2: go on with the session (culprit resume FILE) until one "
            "is confirmed, or take the format \"text\", which says how far it is."_s.arg(what, whyThereIsNone(source))
                .toStdString());
    }
    const ObjectId &culprit = *conclusion.culprit;
    return Answer{culprit, source.state.setup().kernel.find == session::Find::Fix, parentsOf(source.state, culprit),
                  bugTitle(source.state, culprit)};
}

Counts countsOf(const SessionState &state, const ObjectId &id)
{
    const RevisionState *revision = state.revision(id);
    Counts counts;
    if (revision != nullptr && revision->twin) {
        counts.twin = revision->twin;
        revision = state.revision(*revision->twin);
    }
    if (revision != nullptr) {
        counts.hits = revision->tally.target;
        counts.runs = revision->tally.target + revision->tally.ok;
        counts.other = revision->tally.ended() - counts.runs;
    }
    return counts;
}

QString countsText(const Counts &counts)
{
    if (counts.runs + counts.other == 0) {
        return u"no runs"_s;
    }
    const QString text =
        u"%1 of %2 %3"_s.arg(counts.hits).arg(counts.runs).arg(counts.runs == 1 ? u"run"_s : u"runs"_s);
    return counts.other == 0 ? text : text + u", %1 more ended otherwise"_s.arg(counts.other);
}

std::optional<double> chanceOfMiss(const SessionState &state, const Answer &answer, const Counts &counts)
{
    const Counts bugged = withTheBug(state, answer);
    if (counts.hits > 0 || counts.runs == 0 || bugged.hits == 0) {
        return std::nullopt;
    }
    const double rate = (bugged.hits + 1.0) / (bugged.runs + 2.0);
    return std::pow(1 - rate, counts.runs);
}

QString reproducerName(const SessionState &state)
{
    return plainLine(QFileInfo(state.setup().test.reproducer).fileName());
}

QString machineText(const SessionState &state)
{
    if (!state.engine) {
        return {};
    }
    const session::Setup::Machine &machine = state.setup().machine;
    return u"%1, accel=%2, %3, %4"_s.arg(plainLine(state.engine->qemu), plainLine(state.engine->accelerator),
                                         machine.cpus == 1 ? u"1 CPU"_s : u"%1 CPUs"_s.arg(machine.cpus),
                                         session::memoryText(machine.memoryMB));
}

} // namespace culprit::exchange
