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
    if (kernel.find == Find::Fix) {
        text += QStringLiteral(" '--term-old=broken' '--term-new=fixed'");
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
    const bool isFix = state.setup().kernel.find == Find::Fix;
    const auto word = [isFix](Verdict verdict) {
        if (!isFix || verdict == Verdict::Skip) {
            return session::word(verdict);
        }
        return verdict == Verdict::Bad ? QStringLiteral("broken") : QStringLiteral("fixed");
    };
    const auto commented = [&state](const QString &what, const ObjectId &id) {
        return line(QStringLiteral("# %1: [%2] ").arg(what, hexOf(id)) + subjectOf(state, id));
    };

    QString log = startLine(state.setup().kernel);
    const session::Forks forks(state);
    for (const RevisionState *revision : inOrder(state)) {
        if (isFork(state, revision->id)) {
            // git knows of no such test: a commit before the broken one that is fixed would be an error.
            log += commented(QStringLiteral("fork, %1").arg(session::word(revision->verdict())), revision->id);
            continue;
        }
        if (state.revertThatMade(revision->id) != nullptr) {
            log += commented(QStringLiteral("revert, %1").arg(session::word(revision->verdict())), revision->id);
            continue;
        }
        const Verdict verdict = isEnd(state, revision->id) ? verdictOf(state, *revision) : forks.counted(*revision);
        if (verdict != Verdict::Undecided) {
            log += commented(word(verdict), revision->id);
            log += line(QStringLiteral("git bisect %1 %2").arg(word(verdict), hexOf(revision->id)));
        }
    }
    if (conclusion.culprit) {
        log += commented(QStringLiteral("first %1 commit").arg(isFix ? QStringLiteral("fixed") : QStringLiteral("bad")),
                         *conclusion.culprit);
    } else if (conclusion.finished && !conclusion.candidates.empty()) {
        log += line(QStringLiteral("# only skipped commits left to test"));
        for (const ObjectId &id : conclusion.candidates) {
            log += commented(
                QStringLiteral("possible first %1 commit").arg(isFix ? QStringLiteral("fixed") : QStringLiteral("bad")),
                id);
        }
    }
    return log;
}

} // namespace culprit::exchange
