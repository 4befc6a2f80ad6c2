// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/bisectlog.h"

#include "engine/exchange/facts.h"
#include "engine/exchange/loglines.h"
#include "engine/exchange/logreaders.h"
#include "engine/exchange/logtext.h"

#include <algorithm>

namespace culprit::exchange
{

namespace
{

std::optional<BisectLog::Format> formatOf(const QByteArray &bytes)
{
    LogLines lines(bytes);
    while (const auto line = lines.next()) {
        if (line->startsWith("git bisect ")) {
            return BisectLog::Format::Git;
        }
        for (const QByteArrayView prefix :
             {"bisecting cause commit starting from ", "bisecting fixing commit since ", "testing commit "}) {
            if (const auto rest = after(*line, prefix); rest && commitAtFront(*rest)) {
                return BisectLog::Format::Syz;
            }
        }
    }
    return std::nullopt;
}

bool crashed(const LoggedTest &test)
{
    return std::ranges::contains(test.runs, session::Outcome::Crashed, &LoggedRun::outcome);
}

/// Verdicts that the runs beside them do not bear out, and tests of one revision that ended otherwise.
void nameContradictions(BisectLog &log)
{
    std::map<ObjectId, bool> first;
    for (const LoggedTest &test : log.tests) {
        if (test.runs.empty() || test.otherConfig) {
            continue;
        }
        const auto [before, isFirst] = first.emplace(test.revision, crashed(test));
        if (!isFirst && before->second != crashed(test)) {
            addSentence(log.contradictions, QStringLiteral("%1 was tested twice: one test crashed, the other did not.")
                                                .arg(shortHexOf(test.revision)));
            before->second = true;
        }
    }
    for (const LoggedVerdict &verdict : log.verdicts) {
        const auto seen = first.find(verdict.revision);
        if (seen == first.end() || verdict.pretended) {
            continue;
        }
        if (verdict.verdict == session::Verdict::Bad && !seen->second) {
            addSentence(log.contradictions, QStringLiteral("The log says %1 of %2, where no run crashed.")
                                                .arg(verdict.word, shortHexOf(verdict.revision)));
        } else if (verdict.verdict == session::Verdict::Good && seen->second) {
            addSentence(log.contradictions, QStringLiteral("The log says %1 of %2, where runs crashed.")
                                                .arg(verdict.word, shortHexOf(verdict.revision)));
        }
    }
    const auto told = std::ranges::find(log.verdicts, log.culprit, &LoggedVerdict::revision);
    if (!log.culprit.isNull() && (told == log.verdicts.end() || told->side != Side::New)) {
        addSentence(
            log.contradictions,
            QStringLiteral("The log names %1 the culprit, which it never judged so.").arg(shortHexOf(log.culprit)));
    }
}

} // namespace

void addVerdict(BisectLog &log, const LoggedVerdict &verdict)
{
    const auto found = std::ranges::find(log.verdicts, verdict.revision, &LoggedVerdict::revision);
    if (found == log.verdicts.end()) {
        log.verdicts.push_back(verdict);
        return;
    }
    const bool changed = found->side != verdict.side && found->side != Side::Neither && verdict.side != Side::Neither;
    if (changed) {
        addSentence(log.contradictions, QStringLiteral("The log says %1 of %2, and later %3.")
                                            .arg(found->word, shortHexOf(verdict.revision), verdict.word));
    }
    *found = verdict;
}

Result<BisectLog> readBisectLog(const QByteArray &bytes, const QString &name)
{
    const std::string shown = plainLine(name).toStdString();
    if (bytes.size() > mostLogBytes) {
        return wrongUse(shown + " is larger than " + std::to_string(mostLogBytes >> 20) +
                        " MiB: that is no bisection log.");
    }
    const auto format = formatOf(bytes);
    if (!format) {
        return wrongUse(shown + " is neither a syzbot bisection log nor what \"git bisect log\" prints.");
    }
    BisectLog log = *format == BisectLog::Format::Git ? readGitLog(bytes) : readSyzLog(bytes);
    if (log.steps.empty()) {
        return wrongUse(shown + " names no commit that was tested or judged: there is nothing to import.");
    }
    nameContradictions(log);
    return log;
}

} // namespace culprit::exchange
