// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/logaudit.h"

#include "engine/exchange/facts.h"
#include "engine/session/imported.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace culprit::exchange
{

using session::Tally;
using session::Verdict;

namespace
{

constexpr double enoughSupport = 0.95;

struct Hits {
    int hits = 0;
    int runs = 0; ///< that tell something
    [[nodiscard]] double share() const { return runs > 0 ? static_cast<double>(hits) / runs : 0; }
};

Hits hitsOf(const Tally &tally)
{
    return {tally.target, tally.target + tally.ok + tally.other};
}

/// Of the revisions that have the bug by their runs, but for one.
Hits hitsOfOthers(const SessionState &state, const ObjectId &except)
{
    Hits sum;
    for (const auto &[id, revision] : state.revisions) {
        if (id != except && revision.verdict() == Verdict::Bad) {
            const Hits hits = hitsOf(revision.tally);
            sum.hits += hits.hits;
            sum.runs += hits.runs;
        }
    }
    return sum;
}

/// Of at most `hits` in `runs`, each with the chance `share`.
double chanceOfAtMost(int hits, int runs, double share)
{
    if (hits >= runs || share <= 0) {
        return 1;
    }
    double sum = 0;
    for (int k = 0; k <= hits; ++k) {
        const double ways = std::lgamma(runs + 1) - std::lgamma(k + 1) - std::lgamma(runs - k + 1);
        sum += std::exp(ways + (k > 0 ? k * std::log(share) : 0) + (runs - k) * std::log1p(-std::min(share, 1 - 1e-9)));
    }
    return std::min(1.0, sum);
}

QString figure(double chance)
{
    return chance >= 0.001 ? QString::number(chance, 'g', 2) : QString::number(chance, 'e', 0);
}

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(std::round(share * 100));
}

/// ", 1 crashed otherwise (WARNING in f)"
QString otherCrashes(const SessionState &state, const RevisionState &revision)
{
    if (revision.tally.other == 0) {
        return {};
    }
    QStringList titles;
    for (const RunState *run : endedRuns(state, revision)) {
        const auto title = run->ended ? state.titles.find(run->ended->title) : state.titles.end();
        if (run->outcome() == session::Outcome::Crashed && title != state.titles.end() &&
            title->second.relevance() != session::Relevance::Target && !titles.contains(title->first)) {
            titles += title->first;
        }
    }
    constexpr qsizetype shown = 2;
    const QString more = titles.size() > shown ? QStringLiteral(", ...") : QString();
    return QStringLiteral(", %1 crashed otherwise (%2)")
        .arg(revision.tally.other)
        .arg(plainLine(titles.first(std::min(shown, titles.size())).join(QStringLiteral(", "))) + more);
}

QString sentenceFor(const SessionState &state, const RevisionState &revision, const DoubtedVerdict &doubted)
{
    const QString told =
        QStringLiteral("%1: the log says %2").arg(plainLine(state.nameOf(revision.id)), word(doubted.told));
    if (session::isOnlyTold(revision)) {
        return told + QStringLiteral(" and tells of no run; with all that it says of the others that is right with %1.")
                          .arg(percent(doubted.support));
    }
    const Hits own = hitsOf(revision.tally);
    const Hits others = hitsOfOthers(state, revision.id);
    QString text = told;
    text += doubted.told == doubted.derived ? QStringLiteral(", which rests on little. ")
                                            : QStringLiteral("; by all runs it is %1. ").arg(word(doubted.derived));
    text += QStringLiteral("Of %1 runs here %2 hit the bug%3")
                .arg(QString::number(own.runs), QString::number(own.hits), otherCrashes(state, revision));
    if (others.runs > 0) {
        text +=
            QStringLiteral("; on the other bad revisions %1 of %2 did (%3). Were the bug here, so few hits would come "
                           "with a chance of %4")
                .arg(QString::number(others.hits), QString::number(others.runs), percent(others.share()),
                     figure(doubted.chanceOfSoFew));
    }
    return text + u'.';
}

/// How far the session's evidence bears a verdict of the log out.
double supportOf(const RevisionState &revision, Verdict told)
{
    if (told != Verdict::Good && told != Verdict::Bad) {
        return revision.automatic == Verdict::Skip || revision.automatic == Verdict::Undecided ? 1 : 0.5;
    }
    if (revision.presence) {
        return told == Verdict::Bad ? *revision.presence : 1 - *revision.presence;
    }
    return told == revision.automatic ? 1 : revision.automatic == Verdict::Undecided ? 0.5 : 0;
}

} // namespace

std::vector<DoubtedVerdict> doubtedVerdicts(const SessionState &state)
{
    std::vector<DoubtedVerdict> doubted;
    for (const auto &[id, revision] : state.revisions) {
        const bool isBuilt = state.builtBy(id) != nullptr || session::isOnlyTold(revision);
        if (!revision.told || !isBuilt || revision.told->pretended) {
            continue;
        }
        DoubtedVerdict verdict;
        verdict.revision = id;
        verdict.told = revision.told->verdict;
        verdict.derived = revision.automatic;
        verdict.support = supportOf(revision, verdict.told);
        const Hits own = hitsOf(revision.tally);
        verdict.chanceOfSoFew = chanceOfAtMost(own.hits, own.runs, hitsOfOthers(state, id).share());
        // A revision beside the range has only its own runs.
        const bool isPlaced = revision.presence.has_value() || isEnd(state, id);
        if (isPlaced && verdict.support < enoughSupport) {
            verdict.sentence = sentenceFor(state, revision, verdict);
            doubted.push_back(std::move(verdict));
        }
    }
    std::ranges::stable_sort(doubted, {}, &DoubtedVerdict::support);
    return doubted;
}

QString logReport(const SessionState &state)
{
    if (!state.imported) {
        return {};
    }
    const session::LogImported &imported = *state.imported;
    QString text;
    const auto line = [&text](const QString &sentence) { text += plainLine(sentence) + u'\n'; };
    line(QStringLiteral("Imported from %1%2.")
             .arg(imported.format == u"git" ? QStringLiteral("a git bisect log") : QStringLiteral("a syzbot log"),
                  imported.name.isEmpty() ? QString() : QStringLiteral(", ") + imported.name));
    if (!imported.answer.isEmpty()) {
        line(QStringLiteral("It ends with: ") + imported.answer);
    }
    if (!imported.totals.isEmpty()) {
        line(QStringLiteral("It counts: ") + imported.totals);
    }
    for (const QString &sentence : QStringList{imported.cut} + imported.inferred + imported.contradictions) {
        if (!sentence.isEmpty()) {
            line(sentence);
        }
    }
    const std::vector<DoubtedVerdict> doubted = doubtedVerdicts(state);
    if (doubted.empty()) {
        line(state.runs.empty() ? QStringLiteral("It tells of no run: there is nothing to look its verdicts over by.")
                                : QStringLiteral("Its runs bear out each of its verdicts."));
        return text;
    }
    line(doubted.size() == 1 ? QStringLiteral("1 of its verdicts is not borne out by what it saw:")
                             : QStringLiteral("%1 of its verdicts are not borne out by what it saw, the weakest first:")
                                   .arg(doubted.size()));
    for (const DoubtedVerdict &verdict : doubted) {
        line(QStringLiteral("  ") + verdict.sentence);
    }
    return text;
}

QJsonObject logJson(const SessionState &state)
{
    if (!state.imported) {
        return {};
    }
    const session::LogImported &imported = *state.imported;
    QJsonArray doubted;
    for (const DoubtedVerdict &verdict : doubtedVerdicts(state)) {
        doubted.append(QJsonObject{{QStringLiteral("commit"), hexOf(verdict.revision)},
                                   {QStringLiteral("told"), word(verdict.told)},
                                   {QStringLiteral("derived"), word(verdict.derived)},
                                   {QStringLiteral("support"), verdict.support},
                                   {QStringLiteral("chanceOfSoFew"), verdict.chanceOfSoFew},
                                   {QStringLiteral("sentence"), verdict.sentence}});
    }
    return {{QStringLiteral("format"), imported.format},
            {QStringLiteral("name"), imported.name},
            {QStringLiteral("answer"), imported.answer},
            {QStringLiteral("totals"), imported.totals},
            {QStringLiteral("culprit"), imported.culprit.isNull() ? QJsonValue() : QJsonValue(hexOf(imported.culprit))},
            {QStringLiteral("cut"), imported.cut},
            {QStringLiteral("inferred"), QJsonArray::fromStringList(imported.inferred)},
            {QStringLiteral("contradictions"), QJsonArray::fromStringList(imported.contradictions)},
            {QStringLiteral("doubted"), doubted}};
}

} // namespace culprit::exchange
