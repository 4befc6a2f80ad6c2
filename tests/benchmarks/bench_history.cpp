// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads ranges and whole histories and halves a large one, beside git and libgit2 on the same repository, each in a
// process of its own. usage: bench_history [REPOSITORY], which makehistory has made with a commit-graph file, with at
// least 120,000 commits; without one it makes 200,000. 1,400,000 of them:
//   makehistory --commits 1400000 --commit-graph /tmp/large && bench_history /tmp/large

#include "engine/history/repository.h"
#include "engine/search/halving.h"
#include "engine/search/ranks.h"
#include "tests/benchmarks/historywriter.h"
#include "tests/benchmarks/measure.h"

#include <git2.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <print>

namespace
{

using namespace culprit;
using bench::Measure;
using history::CommitRange;
using history::ObjectId;

/// The revisions between which the figures are taken.
struct Subject {
    std::string path;
    std::string root;    ///< the first commit
    std::string whole;   ///< some 107,000 commits above it, as many as u-boot has
    std::string release; ///< and the one before, 15,000 commits apart
    std::string before;
};

void row(std::string_view what, const Measure &measure, std::string_view remark = {})
{
    if (!measure.ok) {
        std::println("  {:<58} failed", what);
        return;
    }
    std::println("  {:<58} {:8.3f} s {:8.3f} s CPU {:6} MB  {}", what, measure.wall, measure.cpu, measure.peak, remark);
    std::fflush(stdout);
}

[[noreturn]] void fail(const std::string &message)
{
    std::println(stderr, "bench_history: {}", message);
    std::exit(3);
}

template <class T>
T valueOf(Result<T> result)
{
    if (!result) {
        fail(result.error().message);
    }
    return std::move(*result);
}

std::string git(const Subject &subject, std::string_view options)
{
    return std::format("exec git -C '{}' {}", subject.path, options);
}

CommitRange outlined(const Subject &subject, const std::string &bad, const std::string &good, std::size_t texts)
{
    const history::Repository repository = valueOf(history::Repository::open(subject.path));
    const std::array goods{valueOf(repository.resolve(good))};
    CommitRange range = valueOf(repository.outline(valueOf(repository.resolve(bad)), goods));
    const std::size_t shown = std::min(texts, range.commits.size());
    const auto first = static_cast<history::CommitIndex>(range.commits.size() - shown);
    if (auto read = repository.readTexts(range, first, shown); !read) {
        fail(read.error().message);
    }
    return range;
}

std::string walked(const Subject &subject, std::size_t most)
{
    const history::Repository repository = valueOf(history::Repository::open(subject.path));
    history::HistoryWalk walk = repository.walk(std::array{valueOf(repository.resolve("main"))});
    std::size_t rows = 0;
    for (std::size_t got = 1; got > 0 && rows < most; rows += got) {
        got = valueOf(walk.next(std::min<std::size_t>(most - rows, 10'000))).size();
    }
    return std::format("{} rows", rows);
}

/// What a program does that leaves walking to libgit2; from is hidden unless empty.
std::string walkedByLibgit2(const Subject &subject, const std::string &from, const std::string &to, unsigned sorting,
                            std::size_t most)
{
    git_libgit2_init();
    git_repository *repository = nullptr;
    git_revwalk *walk = nullptr;
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    const std::string span = from.empty() ? to : from + ".." + to;
    if (git_repository_open_bare(&repository, subject.path.c_str()) < 0 || git_revwalk_new(&walk, repository) < 0 ||
        git_revwalk_sorting(walk, sorting) < 0 ||
        (from.empty() ? git_revwalk_push_ref(walk, ("refs/heads/" + to).c_str())
                      : git_revwalk_push_range(walk, span.c_str())) < 0) {
        fail("libgit2 cannot walk");
    }
    git_oid oid{};
    std::size_t rows = 0;
    while (rows < most && git_revwalk_next(&oid, walk) == 0) {
        ++rows;
    }
    return std::format("{} rows", rows);
}

void benchRange(const Subject &subject)
{
    const std::string span = subject.before + ".." + subject.release;
    const auto rows = [&](std::size_t texts) {
        return bench::measured([&, texts] {
            return std::format("{} commits", outlined(subject, subject.release, subject.before, texts).commits.size());
        });
    };
    const Measure first = rows(100);
    row("range: culprit, all links, dates, tags, 100 subjects", first, first.last);
    row("range: culprit, all subjects and authors", rows(1'000'000'000));
    const Measure list = bench::measured(git(subject, "rev-list --parents " + span));
    row("range: git rev-list --parents", list, std::format("{} commits", list.lines));
    row("range: git log, 5 fields", bench::measured(git(subject, "log --format='%H %P %ct %an %s' " + span)));
    const Measure theirs = bench::measured(
        [&] { return walkedByLibgit2(subject, subject.before, subject.release, GIT_SORT_NONE, 1'000'000'000); });
    row("range: libgit2, ids only", theirs, theirs.last);
}

void benchWhole(const Subject &subject)
{
    row("whole: culprit, first 100", bench::measured([&] { return walked(subject, 100); }));
    const Measure all = bench::measured([&] { return walked(subject, 1'000'000'000); });
    row("whole: culprit, all in slices", all, all.last);
    row("whole: git rev-list --topo-order --parents -100",
        bench::measured(git(subject, "rev-list --topo-order --parents -100 main")));
    row("whole: git rev-list --topo-order --parents",
        bench::measured(git(subject, "rev-list --topo-order --parents main")));
    row("whole: libgit2, topological, first 100",
        bench::measured([&] { return walkedByLibgit2(subject, {}, "main", GIT_SORT_TOPOLOGICAL, 100); }));
}

search::Graph graphOf(const CommitRange &range)
{
    std::vector<std::vector<search::Node>> parents;
    std::vector<std::int64_t> dates;
    std::vector<ObjectId> ids;
    for (const history::CommitInfo &commit : range.commits) {
        parents.push_back(commit.parents);
        dates.push_back(commit.date);
        ids.push_back(commit.id);
    }
    return valueOf(search::Graph::make(parents, std::move(dates), search::ranksOf(ids)));
}

/// How many of 1000 commits the worse answer leaves out.
double leastLeftOut(const search::Graph &graph, search::Node node)
{
    const search::NodeFlags contained = graph.ancestors(std::array{node});
    const auto inside = static_cast<std::size_t>(std::ranges::count(contained, true));
    return 1000.0 * static_cast<double>(std::min(inside, graph.size() - inside)) / static_cast<double>(graph.size());
}

void benchHalving(const Subject &subject)
{
    const CommitRange range = outlined(subject, subject.whole, subject.root, 0);
    const search::Graph graph = graphOf(range);
    const Measure ours = bench::measured([&] { return range.commits[*search::bisect(graph, {}).next].id.hex(); });
    const Measure complete = bench::measured([&] {
        const CommitRange read = outlined(subject, subject.whole, subject.root, 0);
        return read.commits[*search::bisect(graphOf(read), {}).next].id.hex();
    });
    const Measure theirs =
        bench::measured(git(subject, std::format("rev-list --bisect {} ^{}", subject.whole, subject.root)));
    const auto remark = [&](const Measure &measure) {
        const auto found = std::ranges::find(range.commits, measure.last,
                                             [](const history::CommitInfo &commit) { return commit.id.hex(); });
        const auto node = static_cast<search::Node>(found - range.commits.begin());
        return found == range.commits.end()
                   ? "no candidate"
                   : std::format("{} leaves out {:.1f} of 1000", measure.last.substr(0, 12), leastLeftOut(graph, node));
    };
    std::println("halving {} commits", graph.size());
    row("culprit, from a graph in memory", ours, remark(ours));
    row("culprit, from the repository", complete, remark(complete));
    row("git rev-list --bisect", theirs, remark(theirs));
    std::println("  git's CPU time is {:.0f} times ours from memory, {:.0f} times ours from the repository",
                 theirs.cpu / ours.cpu, theirs.cpu / complete.cpu);
}

/// Millions of commits, kernel-shaped and in memory.
void benchLargeHalving()
{
    const bench::KernelHistory history = bench::kernelHistory(2'000'000, 1);
    const Measure measure = bench::measured([&] {
        std::vector<std::vector<search::Node>> parents;
        std::vector<std::uint32_t> ranks;
        for (std::uint32_t commit = 0; commit < history.size(); ++commit) {
            parents.emplace_back(history.parentsOf(commit).begin(), history.parentsOf(commit).end());
            ranks.push_back(commit);
        }
        const auto graph = valueOf(search::Graph::make(parents, history.dates, ranks));
        const auto begin = std::chrono::steady_clock::now();
        const search::Choice choice = search::bisect(graph, {});
        return std::format("{:.3f} s for the choice, leaves out {:.1f} of 1000",
                           std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
                           leastLeftOut(graph, *choice.next));
    });
    row("halving 2,000,000 commits: culprit, building the graph too", measure, measure.last);
}

/// A commit-graph file put aside while this lives.
class GraphAside final
{
public:
    explicit GraphAside(const Subject &subject)
        : m_path(std::filesystem::path(subject.path) / "objects/info/commit-graph"), m_aside(m_path.string() + ".aside")
    {
        std::filesystem::rename(m_path, m_aside);
    }
    GraphAside(const GraphAside &) = delete;
    GraphAside &operator=(const GraphAside &) = delete;
    ~GraphAside()
    {
        std::error_code code;
        std::filesystem::rename(m_aside, m_path, code);
    }

private:
    std::filesystem::path m_path;
    std::filesystem::path m_aside;
};

/// A folder that is gone afterwards.
class ScratchFolder final
{
public:
    ScratchFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "bench-history-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            fail("there is no room for a repository");
        }
        m_path = name;
    }
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;
    ~ScratchFolder()
    {
        std::error_code code;
        std::filesystem::current_path("/", code);
        std::filesystem::remove_all(m_path, code);
    }

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

Subject subjectAt(const std::string &path)
{
    const history::Repository repository = valueOf(history::Repository::open(path));
    std::vector<history::Tag> tags = valueOf(repository.tags());
    const auto dateOf = [&](const history::Tag &tag) { return valueOf(repository.commit(tag.commit)).committer.time; };
    std::ranges::sort(tags, {}, dateOf);
    std::vector<std::string> releases;
    for (const history::Tag &tag : tags) {
        if (!tag.name.contains("rc")) {
            releases.push_back(tag.name);
        }
    }
    constexpr std::size_t forWhole = 57; // tags are 1,875 commits apart
    if (tags.size() < forWhole || releases.size() < 2) {
        fail(path + " has too few tags: make one with makehistory --commits 200000 --commit-graph");
    }
    const Measure root = bench::measured(std::format("exec git -C '{}' rev-list --max-parents=0 main", path));
    return {.path = path,
            .root = root.last,
            .whole = tags[forWhole - 1].name,
            .release = releases[releases.size() - 1],
            .before = releases[releases.size() - 2]};
}

} // namespace

int main(int argc, char **argv)
{
    const ScratchFolder scratch;
    std::string path = argc > 1 ? argv[1] : (scratch.path() / "made").string();
    if (argc == 1) {
        const Measure made = bench::measured(
            [&] { return bench::writeHistory(bench::kernelHistory(200'000, 1), path, true).value_or("made"); });
        if (made.last != "made") {
            fail(made.last);
        }
        row("making 200,000 commits and their commit-graph file", made);
    }
    path = std::filesystem::absolute(path).string();
    const Subject subject = subjectAt(path);
    benchHalving(subject);
    benchLargeHalving();
    std::println("with a commit-graph file");
    benchRange(subject);
    benchWhole(subject);
    std::println("without");
    const GraphAside aside(subject);
    benchRange(subject);
    benchWhole(subject);
    return 0;
}
