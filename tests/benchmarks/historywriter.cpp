// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/historywriter.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <format>
#include <memory>
#include <span>
#include <string_view>

namespace culprit::bench
{

namespace
{

constexpr std::array<std::string_view, 12> folders{"arch/x86",    "block",    "drivers/gpu", "drivers/net",
                                                   "drivers/usb", "fs/ext4",  "fs/btrfs",    "kernel",
                                                   "mm",          "net/core", "net/ipv4",    "sound"};
constexpr std::array<std::string_view, 8> deeds{"fix a leak in",   "lock",          "simplify",
                                                "do not sleep in", "add a test of", "check for null in",
                                                "document",        "speed up"};

struct ClosePipe {
    void operator()(std::FILE *pipe) const { pclose(pipe); }
};

std::string message(const KernelHistory &history, std::size_t commit)
{
    const std::string_view folder = folders[commit % folders.size()];
    if (history.parentsOf(commit).size() > 1) {
        return std::format("Merge branch 'topic-{}' of {}\n\nSigned-off-by: C O Mitter <committer@example.org>\n",
                           commit, folder);
    }
    return std::format(
        "{}: {} path {}\n\nThe path is taken when number {} comes before its time, which a machine under\n"
        "load does often enough to be noticed.\n\nFixes: {:012x} (\"{}: first version\")\n"
        "Signed-off-by: A U Thor <author@example.org>\n",
        folder, deeds[commit / folders.size() % deeds.size()], commit, commit, commit * 7919, folder);
}

/// The branches that fast-import keeps in memory, so that it seldom reads back what it wrote: a commit goes to the
/// branch that its first parent is the tip of, else to the one that rested longest.
class Lanes final
{
public:
    std::size_t take(std::span<const std::uint32_t> parents, std::size_t commit)
    {
        std::size_t lane = 0;
        for (std::size_t other = 1; other < m_tips.size(); ++other) {
            lane = m_tips[other] < m_tips[lane] ? other : lane;
        }
        if (!parents.empty()) {
            const auto tip = std::ranges::find(m_tips, parents.front() + std::size_t{1});
            lane = tip == m_tips.end() ? lane : static_cast<std::size_t>(tip - m_tips.begin());
        }
        m_tips[lane] = commit + 1;
        return lane;
    }

    [[nodiscard]] std::size_t count() const { return m_tips.size(); }

private:
    std::array<std::size_t, 32> m_tips{}; ///< number of the commit plus 1
};

std::string asCommit(const KernelHistory &history, std::size_t commit, std::size_t lane)
{
    const std::string text = message(history, commit);
    const std::int64_t date = history.dates[commit];
    std::string stream = std::format("commit refs/heads/lane{}\nmark :{}\n"
                                     "author A U Thor {} <author@example.org> {} +0000\n"
                                     "committer C O Mitter <committer@example.org> {} +0000\ndata {}\n{}\n",
                                     lane, commit + 1, commit % 1000, date - 3600, date, text.size(), text);
    std::string_view word = "from";
    for (const std::uint32_t parent : history.parentsOf(commit)) {
        stream += std::format("{} :{}\n", word, parent + 1);
        word = "merge";
    }
    if (history.parentsOf(commit).size() < 2) {
        const std::string content = std::format("int number = {};\n", commit);
        stream += std::format("M 644 inline {}/file{}.c\ndata {}\n{}\n", folders[commit % folders.size()], commit % 7,
                              content.size(), content);
    }
    return stream + '\n';
}

bool stream(const KernelHistory &history, std::FILE *importer)
{
    const auto put = [importer](std::string_view text) {
        return std::fwrite(text.data(), 1, text.size(), importer) == text.size();
    };
    Lanes lanes;
    for (std::size_t commit = 0; commit < history.size(); ++commit) {
        if (!put(asCommit(history, commit, lanes.take(history.parentsOf(commit), commit)))) {
            return false;
        }
    }
    bool done = put(std::format("reset refs/heads/main\nfrom :{}\n\n", history.size()));
    for (std::size_t lane = 0; lane < lanes.count(); ++lane) {
        done = done && put(std::format("reset refs/heads/lane{}\nfrom {:040}\n\n", lane, 0));
    }
    for (const KernelHistory::Tag &tag : history.tags) {
        const std::string text = "Release " + tag.name + '\n';
        if (!put(std::format("tag {}\nfrom :{}\ntagger C O Mitter <committer@example.org> {} +0000\ndata {}\n{}\n",
                             tag.name, tag.commit + 1, history.dates[tag.commit], text.size(), text))) {
            return false;
        }
    }
    return done && put("done\n");
}

} // namespace

std::optional<std::string> writeHistory(const KernelHistory &history, const std::filesystem::path &folder,
                                        bool commitGraph)
{
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (!std::filesystem::is_empty(folder, code)) {
        return std::format("{} is no empty folder", folder.string());
    }
    std::filesystem::current_path(folder, code);
    if (code || std::system("git init -q --bare -b main .") != 0) {
        return std::format("git init failed in {}", folder.string());
    }
    // zlib's state is large enough for the allocator to map and unmap it for every object, unless told otherwise.
    for (const char *name : {"MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_", "MALLOC_TOP_PAD_"}) {
        setenv(name, "67108864", 0);
    }
    std::unique_ptr<std::FILE, ClosePipe> importer(
        popen("git -c core.compression=1 fast-import --quiet --done --depth=5 --active-branches=64", "w"));
    if (importer == nullptr || !stream(history, importer.get()) || pclose(importer.release()) != 0) {
        return "git fast-import failed";
    }
    if (commitGraph && std::system("git commit-graph write --no-progress --reachable") != 0) {
        return "git commit-graph failed";
    }
    return std::nullopt;
}

} // namespace culprit::bench
