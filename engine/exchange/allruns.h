// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/bisectlog.h"

#include <QByteArrayView>

#include <set>

namespace culprit::exchange
{

/// "all runs: OK" hides how many runs there were. syz-ci runs 10; from 2021 on 20 in the first test and in all that
/// follow the one that showed the bug to be flaky.
class AllRuns final
{
public:
    bool isOf2021 = false; ///< the log has "compiler:" lines
    bool isOf2022 = false; ///< and it names its host, or the first test as such

    void add(std::size_t test, const LoggedRun &run) { m_all.insert_or_assign(test, run); }
    void remark(std::size_t test, QByteArrayView line);
    [[nodiscard]] bool isOf(std::size_t test) const { return m_all.contains(test); }

    /// Gives each such test of the log its runs, marked as inferred, and says so in log.inferred.
    void expand(BisectLog &log) const;

private:
    struct Count {
        int runs = 0;
        QString why; ///< "is what syz-ci ran ..."
    };
    [[nodiscard]] Count countFor(const BisectLog &log, std::size_t test) const;
    [[nodiscard]] bool isFlakyBefore(const BisectLog &log, std::size_t test) const;

    std::map<std::size_t, LoggedRun> m_all;
    std::map<std::size_t, int> m_told; ///< what a remark says of the number of runs
    std::set<std::size_t> m_flaky;     ///< tests after which the log calls the bug flaky
    bool m_isOf2023 = false;
};

} // namespace culprit::exchange
