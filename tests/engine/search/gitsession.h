// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scratchrepository.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace culprit::test
{

/// What git bisect said last, with commits by their number in the repository.
struct GitProposal {
    std::optional<std::size_t> next;    ///< the commit to test
    std::optional<std::size_t> found;   ///< the first bad commit
    std::vector<std::size_t> undecided; ///< the list when only skipped commits are left, in git's order
    std::size_t remaining = 0;
    int steps = 0;
    QByteArray text; ///< all it said
};

/// A session of the real git bisect, without a checkout.
class GitSession final
{
public:
    GitSession(const ScratchRepository &repository, std::size_t bad, const std::vector<std::size_t> &goods,
               const QStringList &options = {}, const QStringList &paths = {});

    [[nodiscard]] const GitProposal &proposal() const { return m_proposal; }
    /// verdict is good, bad or skip.
    void judge(const QString &verdict, std::size_t commit);

private:
    void read(const GitAnswer &answer);

    const ScratchRepository &m_repository;
    GitProposal m_proposal;
};

} // namespace culprit::test
