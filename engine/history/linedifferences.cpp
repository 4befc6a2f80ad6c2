// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/linedifferences.h"

#include "engine/history/git.h"

namespace culprit::history
{

namespace
{

/// libgit2 counts from 1, and names the line before where there are none.
int fromZero(int start, int lines)
{
    return lines == 0 ? start : start - 1;
}

int take(const git_diff_delta * /*delta*/, const git_diff_hunk *hunk, void *payload)
{
    static_cast<std::vector<LineDifference> *>(payload)->push_back(
        {.first = fromZero(hunk->old_start, hunk->old_lines),
         .count = hunk->old_lines,
         .second = fromZero(hunk->new_start, hunk->new_lines),
         .secondCount = hunk->new_lines});
    return 0;
}

} // namespace

Result<std::vector<LineDifference>> lineDifferences(std::string_view first, std::string_view second)
{
    static const int references = git_libgit2_init();
    std::vector<LineDifference> differences;
    git_diff_options options;
    if (references < 0 || git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION) < 0) {
        return git::failure("Two texts cannot be compared");
    }
    options.flags = GIT_DIFF_FORCE_TEXT;
    options.context_lines = 0;
    options.interhunk_lines = 0;
    if (git_diff_buffers(first.data(), first.size(), nullptr, second.data(), second.size(), nullptr, &options, nullptr,
                         nullptr, take, nullptr, &differences) < 0) {
        return git::failure("Two texts cannot be compared");
    }
    return differences;
}

} // namespace culprit::history
