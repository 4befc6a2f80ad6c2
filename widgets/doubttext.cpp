// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doubttext.h"

#include "widgets/revisiontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace culprit::widgets
{

using conductor::Doubt;
using conductor::Plan;
using session::Verdict;

namespace
{

constexpr double leastTold = 0.0005;
constexpr std::size_t mostNamed = 5;
constexpr double leastOfEstimate = 3.0 / 5; ///< as search::ToGo says
constexpr double mostOfEstimate = 5.0 / 3;

struct DoubtText {
    Q_DECLARE_TR_FUNCTIONS(DoubtText)
};

QString percent(double chance)
{
    const bool tenths = chance < 0.1 || chance > 0.9;
    QString number = QString::number(chance * 100, 'f', tenths ? 1 : 0);
    if (number.endsWith(QLatin1String(".0"))) {
        number.chop(2);
    }
    return number + QStringLiteral(" %");
}

/// Of an expected number.
int whole(double count)
{
    return static_cast<int>(std::llround(std::min(count, 1e9)));
}

QString runsText(int runs)
{
    return runs == 1 ? DoubtText::tr("1 run") : DoubtText::tr("%n runs", nullptr, runs);
}

QString soughtText(const session::SessionState &state)
{
    return state.setup().kernel.find == session::Find::Fix ? DoubtText::tr("fix") : DoubtText::tr("culprit");
}

QString suspectsText(const search::Prospect &prospect)
{
    const QString leading = chanceText(prospect.leading);
    return prospect.likely <= 1 ? DoubtText::tr("1 commit has %1 of the suspicion.").arg(leading)
                                : DoubtText::tr("%1 commits share 95 % of the suspicion, the likeliest has %2.")
                                      .arg(QString::number(prospect.likely), leading);
}

QString spanText(double minutes)
{
    constexpr double longest = 90; // minutes that are told as minutes
    const bool hours = minutes * mostOfEstimate > longest;
    const double unit = hours ? 60 : 1;
    const auto number = [&](double value) { return QString::number(value, 'f', hours && value < 9.95 ? 1 : 0); };
    const QString low = number(minutes * leastOfEstimate / unit);
    const QString high = number(minutes * mostOfEstimate / unit);
    if (high == QLatin1String("0") || high == QLatin1String("1")) {
        return DoubtText::tr("a minute or less");
    }
    return hours ? DoubtText::tr("%1 to %2 hours").arg(low, high) : DoubtText::tr("%1 to %2 minutes").arg(low, high);
}

} // namespace

QString chanceText(double chance)
{
    return chance < leastTold       ? DoubtText::tr("under 0.1 %")
           : chance > 1 - leastTold ? DoubtText::tr("over 99.9 %")
                                    : percent(chance);
}

QString shortChanceText(double chance)
{
    return chance < leastTold       ? QStringLiteral("<0.1 %")
           : chance > 1 - leastTold ? QStringLiteral(">99.9 %")
                                    : percent(chance);
}

QString confidenceText(const session::SessionState &state, const Plan &plan)
{
    const Doubt &doubt = *plan.doubt;
    const QString chance = chanceText(doubt.confidence);
    const QString line = percent(doubt.endsAt);
    if (plan.action == Plan::Action::Finished) {
        return doubt.confidence < doubt.asked
                   ? DoubtText::tr("That is less than the %1 asked for.").arg(percent(doubt.asked))
                   : QString();
    }
    if (doubt.leading.empty()) {
        return {};
    }
    if (doubt.leading.size() == 1) {
        return DoubtText::tr("The likeliest %1 is %2, with %3; the search ends at %4.")
            .arg(soughtText(state), quoteText(state, doubt.leading.front()), chance, line);
    }
    QStringList names;
    for (const ObjectId &id : doubt.leading | std::views::take(mostNamed)) {
        names << hashText(id);
    }
    if (doubt.leading.size() > mostNamed) {
        names << QStringLiteral("\u2026");
    }
    return DoubtText::tr("The %1 is one of %2 commits that no kernel tells apart with %3; the search ends at %4: %5.")
        .arg(soughtText(state), QString::number(doubt.leading.size()), chance, line, names.join(QLatin1String(", ")));
}

QString rateText(const Doubt &doubt)
{
    const search::RateEstimate &rate = doubt.rate;
    const auto whole = [](double share) { return QString::number(std::lround(share * 100)); };
    return rate.high <= 0 ? QString()
                          : DoubtText::tr("The bug shows in %1 of the runs where it is (90 % sure: in %2 to %3 %).")
                                .arg(chanceText(rate.mean), whole(rate.low), whole(rate.high));
}

QStringList prospectLines(const Doubt &doubt)
{
    const search::Prospects &prospects = doubt.prospects;
    if (prospects.now.chance <= 0) {
        return {};
    }
    return {
        DoubtText::tr("Now: %1").arg(suspectsText(prospects.now)),
        DoubtText::tr("If the bug shows (%1): %2").arg(chanceText(prospects.hit.chance), suspectsText(prospects.hit)),
        DoubtText::tr("If it does not (%1): %2")
            .arg(chanceText(prospects.silent.chance), suspectsText(prospects.silent))};
}

QString buildsToGoText(const Doubt &doubt)
{
    const int builds = whole(doubt.toGo.builds);
    return builds == 0   ? DoubtText::tr("only runs")
           : builds == 1 ? DoubtText::tr("about 1 build")
                         : DoubtText::tr("about %n builds", nullptr, builds);
}

QString toGoText(const Doubt &doubt)
{
    if (doubt.toGo.runs <= 0) {
        return {};
    }
    const int builds = whole(doubt.toGo.builds);
    const QString buildsText = builds == 0   ? DoubtText::tr("no build")
                               : builds == 1 ? DoubtText::tr("1 build")
                                             : DoubtText::tr("%n builds", nullptr, builds);
    return DoubtText::tr("To go: about %1, %2, %3.")
        .arg(buildsText, runsText(whole(doubt.toGo.runs)), spanText(doubt.toGo.minutes));
}

QString supportText(const session::SessionState &state, const Doubt &doubt)
{
    return doubt.support ? DoubtText::tr("It leans most on %1: without the runs there it would have %2.")
                               .arg(quoteText(state, *doubt.support), chanceText(doubt.withoutSupport))
                         : QString();
}

QString errorText(const session::RevisionState &revision)
{
    if (!revision.presence || revision.judged) {
        return {};
    }
    switch (revision.automatic) {
    case Verdict::Good:
        return DoubtText::tr("Called good; the bug is there all the same with %1.").arg(chanceText(*revision.presence));
    case Verdict::Bad:
        return DoubtText::tr("Called bad; the bug is not there all the same with %1.")
            .arg(chanceText(1 - *revision.presence));
    case Verdict::Skip:
    case Verdict::Undecided:
        break;
    }
    return {};
}

} // namespace culprit::widgets
