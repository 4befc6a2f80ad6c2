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
    const history::CommitInfo *commit = state.commit(id);
    return commit == nullptr ? QString() : plainLine(QString::fromStdString(commit->subject));
}

QString cited(const SessionState &state, const ObjectId &id)
{
    const QString subject = subjectOf(state, id);
    return subject.isEmpty() ? shortHexOf(id)
                             : shortHexOf(id) + QStringLiteral(" (\"") + subject + QStringLiteral("\")");
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
