// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/allruns.h"

#include "engine/exchange/logtext.h"

#include <algorithm>

namespace culprit::exchange
{

namespace
{

constexpr int usual = 10;

} // namespace

void AllRuns::remark(std::size_t test, QByteArrayView line)
{
    if (line.startsWith("reproducer seems to be flaky")) {
        m_flaky.insert(test);
        return;
    }
    m_isOf2023 = m_isOf2023 || !line.startsWith("repro testing failure");
    // "unable to determine the verdict: 0 good runs (wanted 5), for bad wanted 5 in total, got 0": half of all.
    constexpr QByteArrayView half = "for bad wanted ";
    const qsizetype found = line.indexOf(half);
    const auto number = found < 0 ? std::nullopt : numberIn(line.sliced(found + half.size()));
    constexpr qint64 most = 500;
    if (number && *number > 0 && *number <= most) {
        m_told[test] = static_cast<int>(*number) * 2;
    }
}

bool AllRuns::isFlakyBefore(const BisectLog &log, std::size_t test) const
{
    if (std::ranges::any_of(m_flaky, [test](std::size_t flaky) { return flaky < test; })) {
        return true;
    }
    if (!m_isOf2023) {
        return false;
    }
    for (std::size_t i = 0; i < test; ++i) {
        const auto &runs = log.tests[i].runs;
        const auto bad = std::ranges::count(runs, session::Outcome::Crashed, &LoggedRun::outcome);
        const auto good = std::ranges::count(runs, session::Outcome::Ok, &LoggedRun::outcome);
        if (bad >= 2 && bad < good) {
            return true;
        }
    }
    return false;
}

AllRuns::Count AllRuns::countFor(const BisectLog &log, std::size_t test) const
{
    if (const auto told = m_told.find(test); told != m_told.end()) {
        return {told->second, QStringLiteral("follows from the numbers that it wanted for a verdict")};
    }
    if (!isOf2021 && !isOf2022 && m_flaky.empty()) {
        return {usual, QStringLiteral("is what syz-ci ran then")};
    }
    if (test == 0) {
        return {2 * usual, QStringLiteral("is what syz-ci runs in the first test")};
    }
    return isFlakyBefore(log, test)
               ? Count{2 * usual,
                       QStringLiteral("is what syz-ci runs once the bug showed in less than half of the runs")}
               : Count{usual, QStringLiteral("is what syz-ci runs")};
}

void AllRuns::expand(BisectLog &log) const
{
    std::map<QString, int> tests;
    for (const auto &[test, run] : m_all) {
        if (test >= log.tests.size() || !log.tests[test].runs.empty()) {
            continue;
        }
        const Count count = countFor(log, test);
        LoggedRun inferred = run;
        inferred.inferred = true;
        log.tests[test].runs.assign(static_cast<std::size_t>(count.runs), inferred);
        ++tests[QStringLiteral("%1 each, which %2").arg(count.runs).arg(count.why)];
    }
    for (const auto &[what, number] : tests) {
        addSentence(log.inferred,
                    QStringLiteral("\"all runs\" hides the number of runs of %1: taken for %2.")
                        .arg(number == 1 ? QStringLiteral("1 test") : QStringLiteral("%1 tests").arg(number), what));
    }
}

} // namespace culprit::exchange
