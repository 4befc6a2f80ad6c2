// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/framesource.h"

#include "engine/crash/demangle.h"
#include "engine/crash/frameline.h"
#include "engine/crash/pattern.h"

#include <array>
#include <charconv>

namespace culprit::crash
{

namespace
{

constexpr std::size_t longestLine = 4096; ///< bytes; a place stands at the beginning

std::uint32_t numberOf(std::string_view digits)
{
    std::uint32_t number = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return result.ec == std::errc{} ? number : 0;
}

} // namespace

std::optional<FrameSource> frameSourceOf(std::string_view line)
{
    static const Pattern source(R"((?:^|[ (])([a-zA-Z0-9_./\-]+\.(?:c|h|rs|S)):([0-9]+))");
    static const Pattern inlined(R"((?:^| )([a-zA-Z0-9_$]+) [a-zA-Z0-9_./\-]+\.(?:c|h|rs|S):[0-9]+ \[inline\])");
    line = line.substr(0, longestLine);
    FrameSource frame;
    std::array<std::string_view, 3> groups;
    if (source.match(line, groups) && numberOf(groups[2]) > 0) {
        frame.file = groups[1];
        frame.line = numberOf(groups[2]);
    }
    std::array<std::string_view, 2> name;
    if (const auto place = findPlace(line)) {
        frame.function = demangle(place->name.substr(0, place->name.find('.', 1)));
    } else if (inlined.match(line, name)) {
        frame.function = name[1];
    }
    return frame.file.empty() && frame.function.empty() ? std::nullopt : std::optional(frame);
}

} // namespace culprit::crash
