// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/sessionmaker.h"

#include "engine/conductor/releases.h"
#include "engine/history/repository.h"
#include "engine/session/narrowedrange.h"

#include <array>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

Result<NewSession> seekGoodEnd(const history::Repository &repository, NewSession made)
{
    auto releases = releasesToTry(repository, made.created.setup.kernel, made.created.bad);
    if (!releases) {
        return std::unexpected(releases.error());
    }
    made.created.releases = std::move(*releases);
    auto range = rangeWithReleases(repository, made.created.bad, made.created.releases);
    if (!range) {
        return std::unexpected(range.error());
    }
    made.range = std::move(*range);
    return made;
}

} // namespace

Result<NewSession> makeSession(const session::Setup &setup)
{
    const auto repository = history::Repository::open(setup.kernel.repo.toStdString());
    if (!repository) {
        return std::unexpected(repository.error());
    }
    NewSession made;
    made.created.setup = setup;
    made.created.program = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
    const auto bad = repository->resolve(setup.kernel.bad.toStdString());
    if (!bad) {
        return std::unexpected(bad.error());
    }
    made.created.bad = *bad;
    for (const QString &name : setup.kernel.good) {
        const auto good = repository->resolve(name.toStdString());
        if (!good) {
            return std::unexpected(good.error());
        }
        made.created.goods.push_back(*good);
    }
    const bool fix = setup.kernel.find == session::Find::Fix;
    if (fix && made.created.goods.size() != 1) {
        return wrongUse("To find the fix, [kernel] good must name exactly one revision, the one that has it.");
    }
    if (made.created.goods.isEmpty()) {
        return seekGoodEnd(*repository, std::move(made));
    }
    auto range = fix ? repository->range(made.created.goods.front(), std::array{*bad})
                     : repository->range(*bad, made.created.goods);
    if (!range) {
        return std::unexpected(range.error());
    }
    if (!fix) {
        range = session::narrowed(*repository, setup.kernel, std::move(*range));
        if (!range) {
            return std::unexpected(range.error());
        }
    }
    made.range = std::move(*range);
    if (fix) {
        auto forks = repository->forks(made.range);
        if (!forks) {
            return std::unexpected(forks.error());
        }
        made.range.forks = std::move(*forks);
    } else {
        // A good end on a side branch says nothing of the range unless what it shares with the bad end is good too.
        const auto bases = repository->mergeBasesToTest(*bad, made.created.goods);
        if (!bases) {
            return std::unexpected(bases.error());
        }
        for (const history::ObjectId &base : *bases) {
            made.created.goods.push_back(base);
        }
    }
    return made;
}

} // namespace culprit::conductor
