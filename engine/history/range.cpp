// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/candidatewalk.h"
#include "engine/history/git.h"
#include "engine/history/repository.h"
#include "engine/history/text.h"

#include <algorithm>
#include <format>
#include <limits>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace culprit::history
{

namespace
{

using TagNames = std::unordered_map<ObjectId, std::vector<std::string>>;

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

std::unexpected<Error> damaged()
{
    return failedOutside("The commit-graph file of the repository is not what its commits say: write it again with git "
                         "commit-graph write.");
}

/// Puts the candidates in order: parents before children; of those that could come next the oldest, then the one with
/// the lower id.
class Ordering final
{
public:
    /// candidates are numbers of the source.
    [[nodiscard]] static Result<std::vector<CommitInfo>> of(CommitSource &source,
                                                            std::span<const std::uint32_t> candidates)
    {
        Ordering ordering;
        if (auto read = ordering.read(source, candidates); !read) {
            return std::unexpected(std::move(read.error()));
        }
        ordering.findChildren();
        return ordering.sorted();
    }

private:
    Ordering() = default;

    Result<void> read(CommitSource &source, std::span<const std::uint32_t> candidates)
    {
        std::vector<std::uint32_t> places(source.size(), nowhere);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            places[candidates[i]] = static_cast<std::uint32_t>(i);
        }
        m_commits.resize(candidates.size());
        m_children.resize(candidates.size() + 1, 0);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const auto links = source.links(candidates[i]);
            if (!links) {
                return std::unexpected(links.error());
            }
            CommitInfo &commit = m_commits[i];
            commit.id = source.id(candidates[i]);
            commit.date = (*links)->date;
            commit.parentCount = static_cast<std::uint32_t>((*links)->parents.size());
            for (const std::uint32_t parent : (*links)->parents) {
                if (parent < places.size() && places[parent] != nowhere) {
                    commit.parents.push_back(places[parent]);
                    ++m_children[places[parent] + 1];
                }
            }
        }
        return {};
    }

    void findChildren()
    {
        for (std::size_t i = 0; i < m_commits.size(); ++i) {
            m_children[i + 1] += m_children[i];
        }
        m_childPlaces.resize(m_children.back());
        std::vector<std::uint32_t> next(m_children.begin(), m_children.end() - 1);
        for (std::uint32_t i = 0; i < m_commits.size(); ++i) {
            for (const std::uint32_t parent : m_commits[i].parents) {
                m_childPlaces[next[parent]++] = i;
            }
        }
    }

    Result<std::vector<CommitInfo>> sorted()
    {
        const auto comesLater = [this](std::uint32_t a, std::uint32_t b) {
            return std::tie(m_commits[a].date, m_commits[a].id) > std::tie(m_commits[b].date, m_commits[b].id);
        };
        std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, decltype(comesLater)> ready(comesLater);
        std::vector<std::uint32_t> missing(m_commits.size()); // parents not yet placed
        for (std::uint32_t i = 0; i < m_commits.size(); ++i) {
            missing[i] = static_cast<std::uint32_t>(m_commits[i].parents.size());
            if (missing[i] == 0) {
                ready.push(i);
            }
        }
        std::vector<std::uint32_t> order;
        order.reserve(m_commits.size());
        while (!ready.empty()) {
            order.push_back(ready.top());
            ready.pop();
            for (std::uint32_t at = m_children[order.back()]; at < m_children[order.back() + 1]; ++at) {
                if (--missing[m_childPlaces[at]] == 0) {
                    ready.push(m_childPlaces[at]);
                }
            }
        }
        if (order.size() != m_commits.size()) {
            return damaged(); // commits that contain each other
        }
        return arranged(order);
    }

    std::vector<CommitInfo> arranged(std::span<const std::uint32_t> order)
    {
        std::vector<CommitIndex> index(order.size());
        std::vector<CommitInfo> commits;
        commits.reserve(order.size());
        for (const std::uint32_t place : order) {
            index[place] = static_cast<CommitIndex>(commits.size());
            commits.push_back(std::move(m_commits[place]));
            for (CommitIndex &parent : commits.back().parents) {
                parent = index[parent];
            }
        }
        return commits;
    }

    std::vector<CommitInfo> m_commits;     ///< parents by place in here
    std::vector<std::uint32_t> m_children; ///< where the children of each begin in m_childPlaces
    std::vector<std::uint32_t> m_childPlaces;
};

/// Takes author and subject from the commit itself, and makes sure of the rest.
Result<void> readText(git_repository *repository, const CommitRange &range, CommitInfo &info)
{
    const auto commit = git::lookUp(repository, info.id);
    if (!commit) {
        return std::unexpected(commit.error());
    }
    const unsigned parents = git_commit_parentcount(commit->get());
    unsigned matched = 0;
    for (unsigned parent = 0; parent < parents && matched < info.parents.size(); ++parent) {
        const ObjectId &wanted = range.commits[info.parents[matched]].id;
        matched += git::toId(*git_commit_parent_id(commit->get(), parent)) == wanted ? 1U : 0U;
    }
    if (parents != info.parentCount || matched != info.parents.size() || git_commit_time(commit->get()) != info.date) {
        return damaged();
    }
    const git_signature *author = git_commit_author(commit->get());
    info.subject = subjectOf(git::messageOf(commit->get()), git::encodingOf(commit->get()));
    info.author = author != nullptr ? toLine(author->name, git::encodingOf(commit->get())) : std::string();
    return {};
}

TagNames namesByCommit(const std::vector<Tag> &tags)
{
    TagNames names;
    for (const Tag &tag : tags) {
        names[tag.commit].push_back(tag.name);
    }
    return names;
}

/// Why bad and good span no range, if so.
Result<void> checkEnds(const Repository &repository, git_repository *git, const ObjectId &bad, const ObjectId &good)
{
    if (bad == good) {
        return wrongUse(std::format("The bad and the good commit are the same, {}: choose a good commit that does not "
                                    "have the bug.",
                                    git::label(git, bad)));
    }
    const Result<std::vector<ObjectId>> bases = repository.mergeBases(bad, good);
    if (!bases) {
        return std::unexpected(bases.error());
    }
    if (bases->empty()) {
        return wrongUse(std::format("The bad commit {} and the good commit {} have no common history: choose two "
                                    "commits of one history.",
                                    git::label(git, bad), git::label(git, good)));
    }
    if (bases->front() == bad) {
        return wrongUse(std::format("The bad commit {} is an ancestor of the good commit {}: to find the commit that "
                                    "fixed it, swap them and set find = \"fix\".",
                                    git::label(git, bad), git::label(git, good)));
    }
    return {};
}

/// The ends that the walk did not find to be in order are looked at one by one.
Result<void> checkAllEnds(const Repository &repository, git_repository *git, const ObjectId &bad,
                          std::span<const ObjectId> goods, CommitSource &source, const CandidateWalk &walk)
{
    const bool badIsGood = walk.isInGood(source.number(bad));
    for (const ObjectId &good : goods) {
        if (good == bad || badIsGood || !walk.isInBad(source.number(good))) {
            if (auto checked = checkEnds(repository, git, bad, good); !checked) {
                return checked;
            }
        }
    }
    return {};
}

} // namespace

Result<CommitRange> Repository::outline(const ObjectId &bad, std::span<const ObjectId> goods,
                                        const std::stop_token &stop) const
{
    return outlineFrom(bad, goods, true, stop);
}

Result<CommitRange> Repository::outlineFrom(const ObjectId &bad, std::span<const ObjectId> goods, bool useGraphFile,
                                            const std::stop_token &stop) const
{
    if (goods.empty()) {
        return wrongUse("A range needs a good commit: name one that does not have the bug.");
    }
    CommitSource source(m_repository.get(),
                        useGraphFile ? CommitSource::Use::GraphFile : CommitSource::Use::ObjectsOnly);
    CommitRange range;
    if (auto read = findCandidates(source, bad, goods, stop, range); !read) {
        return source.usesGraphFile() && read.error().kind == Error::Kind::Outside && !stop.stop_requested()
                   ? outlineFrom(bad, goods, false, stop)
                   : std::unexpected(std::move(read.error()));
    }
    return range;
}

Result<void> Repository::findCandidates(CommitSource &source, const ObjectId &bad, std::span<const ObjectId> goods,
                                        const std::stop_token &stop, CommitRange &range) const
{
    std::vector<std::uint32_t> ends;
    std::ranges::transform(goods, std::back_inserter(ends),
                           [&source](const ObjectId &id) { return source.number(id); });
    CandidateWalk walk(source);
    const auto candidates = walk.run(source.number(bad), ends, stop);
    if (!candidates) {
        return std::unexpected(candidates.error());
    }
    if (auto checked = checkAllEnds(*this, m_repository.get(), bad, goods, source, walk); !checked) {
        return checked;
    }
    auto commits = Ordering::of(source, *candidates);
    if (!commits) {
        return std::unexpected(std::move(commits.error()));
    }
    if (commits->empty() || commits->back().id != bad) {
        return damaged();
    }
    range.commits = std::move(*commits);
    return addTagsAndGoods(goods, range);
}

Result<void> Repository::addTagsAndGoods(std::span<const ObjectId> goods, CommitRange &range) const
{
    const Result<std::vector<Tag>> allTags = tags();
    if (!allTags) {
        return std::unexpected(allTags.error());
    }
    const TagNames names = namesByCommit(*allTags);
    const auto addTags = [&names](CommitInfo &info) {
        if (const auto found = names.find(info.id); found != names.end()) {
            info.tags = found->second;
        }
    };
    std::ranges::for_each(range.commits, addTags);
    range.bad = range.commits.back();
    for (const ObjectId &good : goods) {
        auto info = outsider(good);
        if (!info) {
            return std::unexpected(std::move(info.error()));
        }
        addTags(*info);
        range.goods.push_back(std::move(*info));
    }
    return {};
}

Result<CommitInfo> Repository::outsider(const ObjectId &id) const
{
    return commit(id).transform([&id](const CommitDetails &details) {
        CommitInfo info;
        info.id = id;
        info.parentCount = static_cast<std::uint32_t>(details.parents.size());
        info.subject = details.subject;
        info.author = details.author.name;
        info.date = details.committer.time;
        return info;
    });
}

Result<void> Repository::readTexts(CommitRange &range, CommitIndex first, std::size_t count,
                                   const std::stop_token &stop) const
{
    const std::size_t end =
        first + std::min(count, range.commits.size() - std::min<std::size_t>(first, range.commits.size()));
    for (std::size_t at = first; at < end; ++at) {
        if (stop.stop_requested()) {
            return failedOutside("Reading the history was cancelled.");
        }
        if (auto read = readText(m_repository.get(), range, range.commits[at]); !read) {
            return read;
        }
    }
    if (!range.commits.empty()) {
        range.bad = range.commits.back();
    }
    return {};
}

Result<CommitRange> Repository::range(const ObjectId &bad, std::span<const ObjectId> goods,
                                      const std::stop_token &stop) const
{
    const auto complete = [&](bool useGraphFile) -> Result<CommitRange> {
        auto range = outlineFrom(bad, goods, useGraphFile, stop);
        if (range) {
            if (auto read = readTexts(*range, 0, range->commits.size(), stop); !read) {
                return std::unexpected(std::move(read.error()));
            }
        }
        return range;
    };
    auto range = complete(true);
    // A commit-graph file that lies is no reason to fail.
    return range || range.error().kind == Error::Kind::Use || stop.stop_requested() ? std::move(range)
                                                                                    : complete(false);
}

} // namespace culprit::history
