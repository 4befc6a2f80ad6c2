// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/frameline.h"

#include "engine/crash/pattern.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace culprit::crash
{

namespace
{

/// What stands before the name on lines that show the program counter itself.
constexpr auto beforeExact = std::to_array<std::string_view>({
    R"(\b[RE]?IP: (?:[0-9a-f]{2,4}:)?(?:<pc> *)*$)",         // x86
    R"(\b(?:PC is at|pc ?:|EPC ?:|epc ?:|NIP(?: <pc>)?) $)", // arm, arm64, riscv, powerpc
    R"(\b(?:epc|pc) +: [0-9a-f]+ $)",                        // mips
    R"(\b(?:ERA|pc):? [0-9a-f]+ $)",                         // loongarch
    R"(\bPSW : [0-9a-f]+ [0-9a-f]+ \($)",                    // s390
    R"(^WARNING: (?:CPU: [0-9]+ PID: [0-9]+ )?at [^ ]+:[0-9]+ $)",
    R"( WARNING: (?:CPU: [0-9]+ PID: [0-9]+ )?at [^ ]+:[0-9]+ $)",
});
/// arm64 marks frames that are the program counter of an exception so.
constexpr std::string_view afterExact = " (P)";

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '$';
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// "0x1f", taken off the begin of text.
bool takeHex(std::string_view &text, std::uint64_t &value)
{
    if (!text.starts_with("0x")) {
        return false;
    }
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), value, 16);
    if (error != std::errc{}) {
        return false;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

void takeModule(std::string_view line, CodePlace &place)
{
    place.moduleEnd = place.end;
    const std::string_view rest = line.substr(place.end);
    if (!rest.starts_with(" [")) {
        return;
    }
    const std::size_t close = rest.find(']');
    if (close == std::string_view::npos) {
        return;
    }
    const std::string_view inside = rest.substr(2, close - 2);
    const std::size_t blank = inside.find(' ');
    const std::string_view name = inside.substr(0, blank);
    const std::string_view id = blank == std::string_view::npos ? std::string_view{} : inside.substr(blank + 1);
    if (name.empty() || name == "inline" || !std::ranges::all_of(id, isHexDigit) ||
        !std::ranges::all_of(name, [](char c) { return isNameByte(c) || c == '-'; })) {
        return;
    }
    place.module = name;
    place.buildId = id;
    place.moduleEnd = place.end + close + 1;
}

/// " kernel/fork.c:12"
bool holdsSource(std::string_view rest)
{
    if (!rest.starts_with(' ')) {
        return false;
    }
    rest.remove_prefix(1);
    const std::string_view word = rest.substr(0, rest.find(' '));
    const std::size_t colon = word.rfind(':');
    return colon != std::string_view::npos && colon + 1 < word.size() &&
           word.substr(0, colon).find('.') != std::string_view::npos &&
           std::ranges::all_of(word.substr(colon + 1), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<CodePlace> placeAt(std::string_view line, std::size_t plus)
{
    CodePlace place;
    place.begin = plus;
    while (place.begin > 0 && isNameByte(line[place.begin - 1])) {
        --place.begin;
    }
    place.name = line.substr(place.begin, plus - place.begin);
    std::string_view rest = line.substr(plus + 1);
    if (place.name.empty() || !takeHex(rest, place.offset) || !rest.starts_with('/')) {
        return {};
    }
    rest.remove_prefix(1);
    if (!takeHex(rest, place.size)) {
        return {};
    }
    place.end = line.size() - rest.size();
    takeModule(line, place);
    place.resolved = holdsSource(rest) || holdsSource(line.substr(place.moduleEnd));
    static const Pattern exact = Pattern::anyOf(beforeExact);
    place.exact = exact.matches(line.substr(0, place.begin)) || line.substr(place.moduleEnd).starts_with(afterExact);
    return place;
}

} // namespace

std::optional<CodePlace> findPlace(std::string_view line)
{
    for (std::size_t at = line.find("+0x"); at != std::string_view::npos; at = line.find("+0x", at + 1)) {
        if (auto place = placeAt(line, at)) {
            return place;
        }
    }
    return {};
}

std::string withoutBuildId(std::string_view line, const CodePlace &place)
{
    std::string result(line);
    if (!place.buildId.empty()) {
        result.erase(static_cast<std::size_t>(place.buildId.data() - line.data()) - 1, place.buildId.size() + 1);
    }
    return result;
}

std::string_view kernelBuildId(std::string_view line)
{
    constexpr std::size_t digits = 40;
    if (line.size() <= digits || !line.contains("CPU: ") || !line.contains("Comm: ")) {
        return {};
    }
    const std::string_view id = line.substr(line.size() - digits);
    return line[line.size() - digits - 1] == ' ' && std::ranges::all_of(id, isHexDigit) ? id : std::string_view{};
}

} // namespace culprit::crash
