// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any text as a patch, as the output of git blame and as a line of a console: no place lies outside the text.

#include "engine/crash/framesource.h"
#include "engine/history/blame.h"
#include "engine/history/patchhunks.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace
{

void require(bool promise)
{
    if (!promise) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace culprit;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    const auto frame = crash::frameSourceOf(text.substr(0, text.find('\n'))).value_or(crash::FrameSource{});
    const history::PatchHunks patch = history::hunksOf(text);
    for (std::size_t i = 0; i < patch.hunks.size(); ++i) {
        const history::Hunk &hunk = patch.hunks[i];
        require(hunk.file < patch.files.size() && hunk.line + hunk.signs.size() < lines);
        require(history::hunkAt(patch, hunk.line) == i);
        require(history::lineInPatch(hunk, hunk.after.last()).value_or(0) < lines);
    }
    (void)history::hunksHeaded(patch, frame.function);
    if (const auto file = history::fileNamed(patch, frame.file)) {
        const auto hunk = history::nearestHunk(patch, *file, frame.line);
        require(!hunk || patch.hunks[*hunk].file == *file);
    }
    if (const auto blamed = history::readBlame(text)) {
        require(!blamed->empty());
        require(std::ranges::all_of(*blamed, [](const history::BlamedLines &each) { return each.count > 0; }));
    }
    return 0;
}
