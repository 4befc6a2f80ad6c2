// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/statements.h"

#include "engine/session/imported.h"
#include "engine/session/quantities.h"

#include <algorithm>

namespace culprit::exchange
{

using namespace Qt::StringLiterals;
using session::Verdict;

namespace
{

QString minutes(qint64 milliseconds)
{
    return session::durationText(std::chrono::seconds(std::max<qint64>(0, milliseconds) / 1000));
}

QString noteOf(const RevisionState &revision)
{
    return revision.note.isEmpty() ? QString() : u": "_s + plainLine(revision.note);
}

} // namespace

Headline headlineOf(const SessionState &state, const Conclusion &conclusion)
{
    Headline headline;
    headline.reason = plainLine(conclusion.reason);
    if (conclusion.culprit) {
        headline.sentence = state.setup().kernel.find == session::Find::Fix ? u"The bug was fixed by commit"_s
                                                                            : u"The bug was introduced by commit"_s;
        headline.commits = {*conclusion.culprit};
        headline.standing = conclusion.confirmed
                                ? u"Confirmed: it and its parents were tested themselves."_s
                                : u"Not confirmed: it or a parent could not be tested to the asked confidence."_s;
    } else if (state.seeksGoodEnd()) {
        headline.sentence = conclusion.finished ? u"The search ended: no release without the bug was found."_s
                                                : u"The search is not over: no release without the bug is known yet."_s;
    } else if (conclusion.finished) {
        headline.sentence =
            u"The search ended without one culprit; it is one of %1 commits:"_s.arg(conclusion.candidates.size());
        headline.commits = conclusion.candidates;
    } else {
        qint64 commits = 0;
        for (const ObjectId &id : conclusion.candidates) {
            commits += session::commitsBehind(state, id);
        }
        headline.sentence = u"The search is not over (phase: %1); %2 commits are still suspect."_s.arg(
            conclusion.phase, QString::number(commits));
    }
    return headline;
}

std::vector<const RevisionState *> testedRevisions(const SessionState &state)
{
    std::vector<const RevisionState *> tested = inOrder(state);
    std::erase_if(tested, [](const RevisionState *revision) {
        return revision->runs.empty() && !revision->judged && revision->automatic == Verdict::Undecided;
    });
    return tested;
}

QStringList remarksOn(const SessionState &state, const RevisionState &revision)
{
    const session::Setup::Kernel &kernel = state.setup().kernel;
    QStringList remarks;
    if (revision.thought) {
        remarks += u"somebody thinks it %1, %2 to 1"_s.arg(kernel.word(revision.thought->verdict))
                       .arg(revision.thought->odds) +
                   noteOf(revision);
    }
    if (std::ranges::any_of(endedRuns(state, revision), [](const RunState *run) { return run->ended->inferred; })) {
        remarks += u"the log does not say how many runs there were"_s;
    }
    if (revision.judged) {
        remarks += u"* judged by hand, the runs say %1"_s.arg(kernel.word(revision.automatic)) + noteOf(revision);
    }
    return remarks;
}

QString standingOf(const SessionState &state, const ObjectId &id)
{
    const RevisionState *tested = state.revision(id);
    return tested == nullptr ? u"not tested"_s
                             : state.setup().kernel.word(tested->verdict()) + u": "_s + plainLine(tested->reason);
}

RevertLines revertLinesOf(const SessionState &state, const ObjectId &culprit)
{
    const session::RevertMade *made = state.revertOf(culprit);
    if (made == nullptr) {
        return {};
    }
    const QString tip = u"on "_s + plainLine(state.nameOf(made->tip));
    return made->commit.isNull()
               ? RevertLines{tip + u": none"_s, plainLine(made->obstacle)}
               : RevertLines{tip + u": "_s + cited(state, made->commit), standingOf(state, made->commit)};
}

std::vector<const session::TitleState *> titlesByRuns(const SessionState &state)
{
    std::vector<const session::TitleState *> sorted;
    for (const auto &[name, title] : state.titles) {
        sorted.push_back(&title);
    }
    std::ranges::stable_sort(sorted, std::ranges::greater{}, &session::TitleState::runs);
    return sorted;
}

QString reasonOf(const session::TitleState &title)
{
    const QString judged = title.judged ? u"Judged by hand. By the rules %1: "_s.arg(word(title.automatic)) : QString();
    return judged + plainLine(title.reason);
}

QString mailboxOf(const session::RecipientsFound::Recipient &recipient)
{
    const QString name = plainLine(recipient.name);
    const QString address = plainLine(recipient.address);
    return name.isEmpty() ? address : name + u" <"_s + address + u'>';
}

QStringList machineLines(const SessionState &state, const std::optional<ObjectId> &culprit)
{
    QStringList lines;
    if (state.engine) {
        lines += u"host: "_s + plainLine(state.engine->host);
        lines += u"QEMU: "_s + plainLine(state.engine->qemu);
        lines += u"accelerator: %1, %2"_s.arg(plainLine(state.engine->accelerator), plainLine(state.engine->reason));
        for (const QString &note : state.engine->notes) {
            lines += plainLine(note);
        }
    }
    lines += u"program: "_s + plainLine(state.created.program);
    if (state.config) {
        lines +=
            u"config: made by %1 of %2. %3"_s.arg(plainLine(state.config->start), shortHexOf(state.config->revision),
                                                  plainLine(state.config->notes.join(u' ')));
    }
    if (const QString compiler = compilerOf(state, culprit); !compiler.isEmpty()) {
        lines += u"compiler: "_s + compiler;
    }
    for (const auto &[sentence, builds] : appliedTo(state)) {
        lines += u"%1 of %2 builds: %3"_s.arg(QString::number(builds), QString::number(state.builds.size()), sentence);
    }
    if (!state.imported) { // the log has no times but its own sum
        lines += u"builds: %1 in %2, runs: %3 in %4 (many at once), from first to last event: %5"_s.arg(
            QString::number(state.builds.size()), minutes(buildMilliseconds(state)), QString::number(state.runs.size()),
            minutes(runMilliseconds(state)), minutes(state.lastAt - state.createdAt));
    }
    return lines;
}

} // namespace culprit::exchange
