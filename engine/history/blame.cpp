// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/blame.h"

#include "engine/history/text.h"

#include <charconv>
#include <optional>
#include <unordered_map>

namespace culprit::history
{

namespace
{

constexpr std::size_t idDigits = 40;

/// "HASH LINE-THERE LINE-HERE [LINES]"
struct Head {
    ObjectId commit;
    std::uint32_t line = 0;
};

template <class Number>
bool takeNumber(std::string_view &text, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return error == std::errc{};
}

std::optional<Head> headOf(std::string_view line)
{
    const auto id = line.size() > idDigits ? ObjectId::fromHex(line.substr(0, idDigits)) : std::nullopt;
    if (!id || line[idDigits] != ' ') {
        return std::nullopt;
    }
    line.remove_prefix(idDigits + 1);
    Head head{*id, 0};
    std::uint32_t there = 0;
    if (!takeNumber(line, there) || !line.starts_with(' ')) {
        return std::nullopt;
    }
    line.remove_prefix(1);
    return takeNumber(line, head.line) ? std::optional(head) : std::nullopt;
}

/// What git says of a commit, once.
void readFact(std::string_view line, BlamedLines &commit)
{
    const std::size_t blank = line.find(' ');
    const std::string_view key = line.substr(0, blank);
    std::string_view value = blank == std::string_view::npos ? std::string_view{} : line.substr(blank + 1);
    if (key == "author") {
        commit.author = toLine(value);
    } else if (key == "author-time") {
        takeNumber(value, commit.time);
    } else if (key == "summary") {
        commit.subject = toLine(value);
    } else if (key == "boundary") {
        commit.isOldest = true;
    }
}

} // namespace

Result<std::vector<BlamedLines>> readBlame(std::string_view porcelain)
{
    std::unordered_map<ObjectId, BlamedLines> commits;
    std::vector<BlamedLines> blamed; // the commits' facts are filled in at the end
    std::optional<Head> head;
    while (!porcelain.empty()) {
        const std::size_t end = porcelain.find('\n');
        const std::string_view line = porcelain.substr(0, end);
        porcelain.remove_prefix(end == std::string_view::npos ? porcelain.size() : end + 1);
        if (!head) {
            head = headOf(line);
            if (!head) {
                return failedOutside("What git blame wrote is not what it writes elsewhere: check the version of git.");
            }
        } else if (!line.starts_with('\t')) {
            readFact(line, commits[head->commit]);
        } else {
            const bool goesOn = !blamed.empty() && blamed.back().commit == head->commit &&
                                blamed.back().first + blamed.back().count == head->line;
            if (goesOn) {
                ++blamed.back().count;
            } else {
                blamed.push_back({head->commit, head->line, 1, {}, 0, {}, false});
            }
            head.reset();
        }
    }
    if (blamed.empty()) {
        return failedOutside("git blame named no lines.");
    }
    for (BlamedLines &lines : blamed) {
        const BlamedLines &commit = commits[lines.commit];
        lines.author = commit.author;
        lines.time = commit.time;
        lines.subject = commit.subject;
        lines.isOldest = commit.isOldest;
    }
    return blamed;
}

} // namespace culprit::history
