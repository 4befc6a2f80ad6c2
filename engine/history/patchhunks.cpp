// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/patchhunks.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace culprit::history
{

namespace
{

bool takeNumber(std::string_view &text, std::uint32_t &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return error == std::errc{};
}

bool take(std::string_view &text, std::string_view prefix)
{
    const bool found = text.starts_with(prefix);
    text.remove_prefix(found ? prefix.size() : 0);
    return found;
}

/// "12,3", or "12" for one line.
bool takeSpan(std::string_view &text, LineSpan &span)
{
    span.count = 1;
    constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max() / 2; // so that last() is a number
    return takeNumber(text, span.first) && (!take(text, ",") || takeNumber(text, span.count)) && span.first < most &&
           span.count < most;
}

/// "@@ -12,3 +12,4 @@ heading"
bool readHeading(std::string_view line, Hunk &hunk)
{
    if (!take(line, "@@ -") || !takeSpan(line, hunk.before) || !take(line, " +") || !takeSpan(line, hunk.after) ||
        !take(line, " @@")) {
        return false;
    }
    take(line, " ");
    hunk.heading = line;
    return true;
}

/// A name in quotes as git writes those with bytes that are not plain.
std::string unquoted(std::string_view text)
{
    if (text.size() < 2 || !text.starts_with('"') || !text.ends_with('"')) {
        return std::string(text);
    }
    text = text.substr(1, text.size() - 2);
    constexpr std::string_view letters = "abtnvfr\"\\";
    constexpr std::string_view meanings = "\a\b\t\n\v\f\r\"\\";
    std::string plain;
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (c != '\\' || text.empty()) {
            plain += c;
        } else if (const std::size_t known = letters.find(text.front()); known != std::string_view::npos) {
            plain += meanings[known];
            text.remove_prefix(1);
        } else {
            unsigned code = 0;
            const auto end = std::from_chars(text.data(), text.data() + std::min<std::size_t>(3, text.size()), code, 8);
            text.remove_prefix(std::max<std::size_t>(1, static_cast<std::size_t>(end.ptr - text.data())));
            plain += static_cast<char>(code);
        }
    }
    return plain;
}

/// "a/net/ipv4/tcp.c", or /dev/null for no file.
std::string pathOf(std::string_view text)
{
    if (text == "/dev/null") {
        return {};
    }
    const std::string path = unquoted(text.substr(0, text.find('\t')));
    const bool marked = path.starts_with("a/") || path.starts_with("b/");
    return marked ? path.substr(2) : path;
}

class Reader final
{
public:
    PatchHunks read(std::string_view patch)
    {
        for (std::size_t begin = 0; begin < patch.size(); ++m_line) {
            const std::size_t end = std::min(patch.find('\n', begin), patch.size());
            readLine(patch.substr(begin, end - begin));
            begin = end + 1;
        }
        return std::move(m_patch);
    }

private:
    void readLine(std::string_view line)
    {
        if (isOfHunk(line)) {
            m_patch.hunks.back().signs += line.empty() ? ' ' : line.front();
            return;
        }
        m_before = m_after = 0;
        Hunk hunk;
        if (line.starts_with("diff --git ")) {
            beginFile(line);
        } else if (m_patch.files.empty()) {
            return;
        } else if (readHeading(line, hunk)) {
            m_inHeader = false;
            hunk.file = m_patch.files.size() - 1;
            hunk.line = m_line;
            m_before = hunk.before.count;
            m_after = hunk.after.count;
            m_patch.hunks.push_back(std::move(hunk));
        } else if (m_inHeader) {
            readHeader(line, m_patch.files.back());
        }
    }

    /// Counts it off; the lines of a hunk are as many as its heading says.
    bool isOfHunk(std::string_view line)
    {
        const char sign = line.empty() ? ' ' : line.front();
        if (sign == '\\') {
            return !m_inHeader;
        }
        const bool before = sign == ' ' || sign == '-';
        const bool after = sign == ' ' || sign == '+';
        if ((!before && !after) || (before && m_before == 0) || (after && m_after == 0)) {
            return false;
        }
        m_before -= before ? 1 : 0;
        m_after -= after ? 1 : 0;
        return true;
    }

    void beginFile(std::string_view line)
    {
        PatchFile file;
        file.line = m_line;
        if (const std::size_t second = line.rfind(" b/"); second != std::string_view::npos) {
            file.newPath = line.substr(second + 3);
            file.oldPath = file.newPath;
        }
        m_patch.files.push_back(std::move(file));
        m_inHeader = true;
    }

    static void readHeader(std::string_view line, PatchFile &file)
    {
        if (take(line, "--- ")) {
            file.oldPath = pathOf(line);
        } else if (take(line, "+++ ")) {
            file.newPath = pathOf(line);
        } else if (take(line, "rename from ")) {
            file.oldPath = unquoted(line);
        } else if (take(line, "rename to ")) {
            file.newPath = unquoted(line);
        } else if (line.starts_with("new file mode ")) {
            file.oldPath.clear();
        } else if (line.starts_with("deleted file mode ")) {
            file.newPath.clear();
        }
    }

    PatchHunks m_patch;
    std::size_t m_line = 0;
    std::uint32_t m_before = 0; ///< lines of the hunk that are still to come
    std::uint32_t m_after = 0;
    bool m_inHeader = true;
};

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool hasWord(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isWordByte(text[at - 1])) && (end == text.size() || !isWordByte(text[end]))) {
            return true;
        }
    }
    return false;
}

std::uint32_t distance(const LineSpan &span, std::uint32_t line)
{
    return line < span.first ? span.first - line : line > span.last() ? line - span.last() : 0;
}

} // namespace

PatchHunks hunksOf(std::string_view patch)
{
    return Reader().read(patch);
}

std::optional<std::size_t> hunkAt(const PatchHunks &patch, std::size_t line)
{
    const auto after = std::ranges::upper_bound(patch.hunks, line, {}, &Hunk::line);
    if (after == patch.hunks.begin() || line > (after - 1)->line + (after - 1)->signs.size()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(after - patch.hunks.begin()) - 1;
}

std::optional<std::size_t> fileNamed(const PatchHunks &patch, std::string_view path)
{
    while (take(path, "./") || take(path, "../")) {
    }
    std::optional<std::size_t> found;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < patch.files.size(); ++i) {
        for (const std::string &name : {patch.files[i].newPath, patch.files[i].oldPath}) {
            const bool isBelow = path.starts_with('/') && path.ends_with('/' + name);
            if (!name.empty() && name.size() > longest && (name == path || isBelow)) {
                longest = name.size();
                found = i;
            }
        }
    }
    return found;
}

std::optional<std::size_t> nearestHunk(const PatchHunks &patch, std::size_t file, std::uint32_t line)
{
    const bool isDeleted = file < patch.files.size() && patch.files[file].newPath.empty();
    std::optional<std::size_t> nearest;
    std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
    for (std::size_t i = 0; i < patch.hunks.size(); ++i) {
        const Hunk &hunk = patch.hunks[i];
        const std::uint32_t far = distance(isDeleted ? hunk.before : hunk.after, line);
        if (hunk.file == file && far < least) {
            least = far;
            nearest = i;
        }
    }
    return nearest;
}

std::vector<std::size_t> hunksHeaded(const PatchHunks &patch, std::string_view function)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < patch.hunks.size() && !function.empty(); ++i) {
        if (hasWord(patch.hunks[i].heading, function)) {
            found.push_back(i);
        }
    }
    return found;
}

std::optional<std::size_t> lineInPatch(const Hunk &hunk, std::uint32_t line)
{
    std::uint32_t at = hunk.after.first;
    for (std::size_t i = 0; i < hunk.signs.size() && hunk.after.contains(line); ++i) {
        if (hunk.signs[i] != ' ' && hunk.signs[i] != '+') {
            continue;
        }
        if (at++ == line) {
            return hunk.line + 1 + i;
        }
    }
    return std::nullopt;
}

} // namespace culprit::history
