// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/plan.h"
#include "tests/engine/conductor/scriptedsession.h"

#include <functional>
#include <map>

namespace culprit::conductor
{

inline const QString target = QStringLiteral("KASAN: use-after-free Read in f");

/// What the session's machines would say: whether the bug shows in the nth run of a commit.
using Shows = std::function<bool(int commit, int run)>;

struct Ran {
    session::Outcome outcome = session::Outcome::Ok;
    QString title; ///< of a crash
};
/// The same where runs end otherwise too.
using Runs = std::function<Ran(int commit, int run)>;

/// The revert of commit n is commit firstRevert + n; it can be made of each.
inline constexpr int firstRevert = 1000;

struct Course {
    Plan end;
    QList<Phase> phases; ///< in order, each once
    QList<int> tested;   ///< commits, in order, each once
    int runs = 0;
    std::map<int, int> runsOf; ///< by commit
};

/// The kernel signature of a commit; empty: none that another one could have.
using Kernels = std::function<QString(int commit)>;

/// Of kernels that are all different.
[[nodiscard]] inline QString ownKernel(int)
{
    return {};
}

/// Follows the plan until it finishes or needs a person. `unbuildable` commits fail to build.
[[nodiscard]] Course follow(ScriptedSession &script, const Shows &shows, const QList<int> &unbuildable = {},
                            const Kernels &kernels = ownKernel);
[[nodiscard]] Course followRuns(ScriptedSession &script, const Runs &runs, const QList<int> &unbuildable = {},
                                const Kernels &kernels = ownKernel);

} // namespace culprit::conductor
