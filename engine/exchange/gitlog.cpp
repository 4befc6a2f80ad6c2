// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/exporter.h"
#include "engine/exchange/facts.h"
#include "engine/session/forks.h"

namespace culprit::exchange
{

using session::Find;
using session::Verdict;

namespace
{

QString line(const QString &text)
{
    return text + u'\n';
}

/// Quoted as git quotes it: for a shell.
QString quoted(const QString &word)
{
    return u'\'' + QString(word).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QString startLine(const session::Setup::Kernel &kernel)
{
    QString text = QStringLiteral("git bisect start");
    if (kernel.terms.isOwn()) {
        text += QStringLiteral(" '--term-old=%1' '--term-new=%2'").arg(kernel.terms.older, kernel.terms.newer);
    }
    if (kernel.firstParent) {
        text += QStringLiteral(" '--first-parent'");
    }
    if (!kernel.paths.isEmpty()) {
        text += QStringLiteral(" '--'");
        for (const QString &path : kernel.paths) {
            text += u' ' + quoted(path);
        }
    }
    return line(text);
}

} // namespace

QString gitLog(const SessionState &state, const Conclusion &conclusion)
{
    // git has no good commit after a bad one, so that a search for a fix needs other words.
    session::Setup::Kernel kernel = state.setup().kernel;
    const bool isFix = kernel.find == Find::Fix;
    if (isFix && !kernel.terms.isOwn()) {
        kernel.terms = {QStringLiteral("broken"), QStringLiteral("fixed")};
    }
    const QString newer = kernel.word(isFix ? Verdict::Good : Verdict::Bad);
    const auto commented = [&state](const QString &what, const ObjectId &id) {
        return line(QStringLiteral("# %1: [%2] ").arg(what, hexOf(id)) + subjectOf(state, id));
    };

    QString log = startLine(kernel);
    const session::Forks forks(state);
    for (const RevisionState *revision : inOrder(state)) {
        if (isFork(state, revision->id)) {
            // git knows of no such test: a commit before the broken one that is fixed would be an error.
            log +=
                commented(QStringLiteral("fork, %1").arg(state.setup().kernel.word(revision->verdict())), revision->id);
            continue;
        }
        if (state.revertThatMade(revision->id) != nullptr) {
            log += commented(QStringLiteral("revert, %1").arg(state.setup().kernel.word(revision->verdict())),
                             revision->id);
            continue;
        }
        const Verdict verdict = isEnd(state, revision->id) ? verdictOf(state, *revision) : forks.counted(*revision);
        if (verdict != Verdict::Undecided) {
            log += commented(kernel.word(verdict), revision->id);
            log += line(QStringLiteral("git bisect %1 %2").arg(kernel.word(verdict), hexOf(revision->id)));
        }
    }
    if (conclusion.culprit) {
        log += commented(QStringLiteral("first %1 commit").arg(newer), *conclusion.culprit);
    } else if (conclusion.finished && !conclusion.candidates.empty()) {
        log += line(QStringLiteral("# only skipped commits left to test"));
        for (const ObjectId &id : conclusion.candidates) {
            log += commented(QStringLiteral("possible first %1 commit").arg(newer), id);
        }
    }
    return log;
}

} // namespace culprit::exchange
