// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/facts.h"

#include <algorithm>

namespace culprit::exchange
{

using session::Outcome;
using session::Verdict;

QString hexOf(const ObjectId &id)
{
    return QString::fromStdString(id.hex());
}

QString shortHexOf(const ObjectId &id)
{
    return QString::fromStdString(id.shortHex());
}

QString plainLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator) {
            c = u' ';
        }
    }
    return line;
}

QString subjectOf(const SessionState &state, const ObjectId &id)
{
    if (const session::RevertMade *made = state.revertThatMade(id)) {
        return QStringLiteral("Revert \"%1\"").arg(subjectOf(state, made->culprit));
    }
    const history::CommitInfo *commit = state.commit(id);
    return commit == nullptr ? QString() : plainLine(QString::fromStdString(commit->subject));
}

namespace
{

QString withSubject(const QString &hex, const QString &subject)
{
    return subject.isEmpty() ? hex : hex + QStringLiteral(" (\"") + subject + QStringLiteral("\")");
}

} // namespace

QString cited(const SessionState &state, const ObjectId &id)
{
    return withSubject(shortHexOf(id), subjectOf(state, id));
}

QString uniquelyCited(const SessionState &state, const ObjectId &id)
{
    return withSubject(uniqueHexOf(state, id), subjectOf(state, id));
}

QString uniqueHexOf(const SessionState &state, const ObjectId &id)
{
    const std::string hex = id.hex();
    std::size_t digits = id.shortHex().size();
    const auto tellApart = [&](const history::CommitInfo &other) {
        if (other.id != id) {
            const std::string otherHex = other.id.hex();
            const auto differs = std::ranges::mismatch(hex, otherHex).in1;
            digits = std::max(digits, static_cast<std::size_t>(differs - hex.begin()) + 1);
        }
    };
    if (state.range) {
        std::ranges::for_each(state.range->commits, tellApart);
        std::ranges::for_each(state.range->goods, tellApart);
    }
    return QString::fromStdString(hex.substr(0, digits));
}

Parents parentsOf(const SessionState &state, const ObjectId &id)
{
    Parents parents;
    const history::CommitInfo *commit = state.commit(id);
    if (commit == nullptr) {
        return parents;
    }
    for (const history::CommitIndex parent : commit->parents) {
        if (parent < state.range->commits.size()) {
            parents.known.push_back(state.range->commits[parent].id);
        }
    }
    parents.outside = commit->parentCount - std::min<std::size_t>(commit->parents.size(), commit->parentCount);
    return parents;
}

bool isEnd(const SessionState &state, const ObjectId &id)
{
    return id == state.created.bad || state.created.goods.contains(id);
}

std::vector<const RunState *> endedRuns(const SessionState &state, const RevisionState &revision)
{
    std::vector<const RunState *> runs;
    for (const RunId id : revision.runs) {
        const RunState &run = state.runs.at(id);
        if (run.outcome() != Outcome::Running && run.outcome() != Outcome::Cancelled) {
            runs.push_back(&run);
        }
    }
    return runs;
}

std::vector<const RevisionState *> inOrder(const SessionState &state)
{
    std::vector<const RevisionState *> revisions;
    QList<ObjectId> ends{state.created.bad};
    ends += state.created.goods;
    for (const ObjectId &id : std::as_const(ends)) {
        const RevisionState *end = state.revision(id);
        if (end != nullptr && std::ranges::find(state.order, id) == state.order.end() &&
            std::ranges::find(revisions, end) == revisions.end()) {
            revisions.push_back(end);
        }
    }
    for (const ObjectId &id : state.order) {
        revisions.push_back(&state.revisions.at(id));
    }
    return revisions;
}

Verdict verdictOf(const SessionState &state, const RevisionState &revision)
{
    if (revision.verdict() != Verdict::Undecided || !isEnd(state, revision.id)) {
        return revision.verdict();
    }
    return revision.id == state.created.bad ? Verdict::Bad : Verdict::Good;
}

const RunState *shownCrash(const SessionState &state, const std::optional<ObjectId> &culprit)
{
    const RunState *hit = culprit ? state.representativeHit(*culprit) : nullptr;
    return hit != nullptr ? hit : state.representativeHit(state.created.bad);
}

const session::RecipientsFound *recipientsOf(const SessionState &state, const std::optional<ObjectId> &culprit)
{
    return culprit && state.recipients && state.recipients->culprit == *culprit ? &*state.recipients : nullptr;
}

QString compilerOf(const SessionState &state, const std::optional<ObjectId> &id)
{
    const session::BuildState *own = id ? state.builtBy(*id) : nullptr;
    if (own != nullptr && !own->ended->compiler.isEmpty()) {
        return plainLine(own->ended->compiler);
    }
    for (const auto &[number, build] : state.builds) {
        if (build.ended && !build.ended->compiler.isEmpty()) {
            return plainLine(build.ended->compiler);
        }
    }
    return {};
}

std::map<QString, int> appliedTo(const SessionState &state)
{
    std::map<QString, int> applied;
    for (const auto &[id, build] : state.builds) {
        for (const QString &sentence : build.ended ? build.ended->applied : QStringList()) {
            ++applied[plainLine(sentence)];
        }
    }
    return applied;
}

qint64 buildMilliseconds(const SessionState &state)
{
    qint64 sum = 0;
    for (const auto &[id, build] : state.builds) {
        sum += build.ended ? std::max<qint64>(0, build.ended->milliseconds) : 0;
    }
    return sum;
}

qint64 runMilliseconds(const SessionState &state)
{
    qint64 sum = 0;
    for (const auto &[id, run] : state.runs) {
        sum += run.ended ? std::max<qint64>(0, run.ended->milliseconds) : 0;
    }
    return sum;
}

} // namespace culprit::exchange
