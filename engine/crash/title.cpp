// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/title.h"

#include "engine/crash/pattern.h"

#include <array>
#include <vector>

namespace culprit::crash
{

namespace
{

constexpr std::size_t maxTitleBytes = 120;
/// What is read of a raw title; replacing makes it shorter.
constexpr std::size_t maxRawBytes = 2048;
constexpr int maxRounds = 16;

struct Replacement {
    std::string_view pattern;
    std::string_view text;
};

constexpr auto replacements = std::to_array<Replacement>({
    {R"(syz-executor\.?[0-9]+(?:[/:][0-9]+)?)", "syz-executor"},
    {R"(syzkaller[0-9]+(?:[/:][0-9]+)?)", "syzkaller"},
    {R"(([^a-zA-Z0-9])(?:0x)?[0-9a-f]{6,})", R"(\1ADDR)"},
    {R"([0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3})", "IP"},
    {R"((\.[a-zA-Z]+):[0-9]+)", R"(\1:LINE)"},
    {R"(([a-zA-Z][a-zA-Z0-9_.]+)\+0x[0-9a-z]+/0x[0-9a-z]+)", R"(\1)"},
    {R"(CPU#[0-9]+)", "CPU"},
    {R"((\W)(?:[0-9]+)(\W|$))", R"(\1NUM\2)"},
    {R"([0-9]{7,})", "NUM"},
});

const std::vector<Pattern> &patterns()
{
    static const std::vector<Pattern> value = [] {
        std::vector<Pattern> made;
        made.reserve(std::size(replacements));
        for (const Replacement &replacement : replacements) {
            made.emplace_back(replacement.pattern);
        }
        return made;
    }();
    return value;
}

std::string printable(std::string_view title)
{
    std::string result;
    for (const char c : title.substr(0, maxTitleBytes)) {
        const bool space = c == ' ' || c == '\t';
        if (space ? !result.empty() && result.back() != ' ' : c > ' ' && c < '\x7f') {
            result += space ? ' ' : c;
        }
    }
    while (result.ends_with(' ')) {
        result.pop_back();
    }
    return result;
}

} // namespace

std::string normaliseTitle(std::string_view title)
{
    std::string result(title.substr(0, maxRawBytes));
    for (std::size_t i = 0; i < replacements.size(); ++i) {
        for (int round = 0; round < maxRounds; ++round) {
            const std::string before = result;
            patterns()[i].replaceAll(result, replacements[i].text);
            if (result == before) {
                break;
            }
        }
    }
    return printable(result);
}

bool holdsTimestamp(std::string_view title)
{
    static const Pattern timestamp = Pattern(R"(\[ *[0-9]+\.[0-9]+\])");
    return timestamp.matches(title);
}

} // namespace culprit::crash
