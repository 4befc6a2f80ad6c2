// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/releases.h"

#include "engine/history/releasewalk.h"
#include "engine/history/version.h"
#include "engine/session/narrowedrange.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

/// The oldest release of Linux that is tried. Source: syzkaller's bisection (pkg/vcs), which goes no further back
/// because what older kernels do with today's compilers, configs and guests says little about a bug.
struct Oldest {
    bool clang = false;
    history::Version version{};
};

constexpr std::array oldestReleases{
    Oldest{.clang = false, .version = {4, 19, 0}},
    Oldest{.clang = true, .version = {5, 3, 0}},
};

bool usesClang(const session::Setup::Kernel &setup)
{
    return setup.compiler.contains("clang"_L1) ||
           std::ranges::any_of(setup.toolchains, [](const session::ToolchainSetup &toolchain) {
               return toolchain.compiler.contains("clang"_L1);
           });
}

history::Version oldestRelease(const session::Setup::Kernel &setup)
{
    if (setup.recipe.name != u"linux") {
        return {};
    }
    return std::ranges::find(oldestReleases, usesClang(setup), &Oldest::clang)->version;
}

} // namespace

Result<QList<session::Release>> releasesToTry(const history::Repository &repository,
                                              const session::Setup::Kernel &setup, const history::ObjectId &bad)
{
    auto tags = repository.tags();
    if (!tags) {
        return std::unexpected(tags.error());
    }
    const history::Version oldest = oldestRelease(setup);
    std::erase_if(*tags, [&](const history::Tag &tag) {
        const auto version = history::versionOf(tag.name);
        return !version || *version < oldest || tag.commit == bad;
    });
    std::vector<history::ObjectId> commits;
    std::ranges::transform(*tags, std::back_inserter(commits), &history::Tag::commit);
    const auto contained = repository.containedIn(bad, commits);
    if (!contained) {
        return std::unexpected(contained.error());
    }
    std::erase_if(*tags, [&](const history::Tag &tag) { return !std::ranges::contains(*contained, tag.commit); });
    QList<session::Release> releases;
    for (const history::Tag &tag : history::releasesToTry(*tags)) {
        releases.push_back({tag.commit, QString::fromStdString(tag.name)});
    }
    if (releases.isEmpty()) {
        return wrongUse("No good revision is given, and the repository has no tag of a release before " +
                        setup.bad.toStdString() +
                        " that could be tried: name a good revision in [kernel] good, or fetch the tags.");
    }
    return releases;
}

Result<history::CommitRange> rangeWithReleases(const history::Repository &repository, const history::ObjectId &bad,
                                               const QList<session::Release> &releases)
{
    std::vector<history::ObjectId> commits;
    std::ranges::transform(releases, std::back_inserter(commits), &session::Release::commit);
    return repository.range(bad, commits).transform([](history::CommitRange range) {
        range.bad.parents.clear();
        range.commits = {range.bad};
        return range;
    });
}

Result<session::SharedRange> readRangeDownTo(const session::Setup::Kernel &setup, const history::ObjectId &bad,
                                             const history::ObjectId &release)
{
    const auto repository = history::Repository::open(setup.repo.toStdString());
    if (!repository) {
        return std::unexpected(repository.error());
    }
    return repository->range(bad, std::array{release})
        .and_then([&](history::CommitRange range) { return session::narrowed(*repository, setup, std::move(range)); })
        .transform([](history::CommitRange range) -> session::SharedRange {
            return std::make_shared<const history::CommitRange>(std::move(range));
        });
}

} // namespace culprit::conductor
