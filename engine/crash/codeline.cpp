// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/codeline.h"

#include "engine/crash/line.h"
#include "engine/crash/pattern.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace culprit::crash
{

namespace
{

constexpr std::size_t mostBytes = 1024;

/// The program counter of user space: by its code segment.
constexpr std::string_view userSpace = R"(\bRIP: 00(?:33|23):|\bEIP: 00(?:73|33):)";
constexpr std::string_view hang =
    R"(blocked for more than|\brcu.*\bstall|soft lockup|[Hh]ard LOCKUP|can't die in|detected stall)";

struct Trap {
    Architecture architecture;
    std::array<std::uint8_t, 4> bytes;
    std::size_t size;
};

constexpr auto traps = std::to_array<Trap>({
    {Architecture::X86_64, {0x0f, 0x0b}, 2},              // ud2
    {Architecture::X86_32, {0x0f, 0x0b}, 2},              // ud2
    {Architecture::Arm64, {0x00, 0x00, 0x21, 0xd4}, 4},   // brk #0x800
    {Architecture::Arm, {0xf2, 0x01, 0xf0, 0xe7}, 4},     // udf #18
    {Architecture::RiscV64, {0x02, 0x90}, 2},             // c.ebreak
    {Architecture::RiscV64, {0x73, 0x00, 0x10, 0x00}, 4}, // ebreak
});

/// "0f", "<0f>", "(d4210000)": its digits, and whether it is marked.
struct Token {
    std::string_view digits;
    bool marked = false;
};

std::optional<Token> tokenOf(std::string_view word)
{
    Token token{word, false};
    if ((word.starts_with('<') && word.ends_with('>')) || (word.starts_with('(') && word.ends_with(')'))) {
        token = {word.substr(1, word.size() - 2), true};
    }
    const bool isHex =
        std::ranges::all_of(token.digits, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    const std::size_t size = token.digits.size();
    return isHex && (size == 2 || size == 4 || size == 8) ? std::optional(token) : std::nullopt;
}

/// The architecture of a line whose tokens have so many digits; the report's registers tell those apart that have four
/// bytes an instruction.
Architecture architectureOf(std::size_t digits, std::string_view report)
{
    switch (digits) {
    case 2:
        return report.contains("EIP: ") && !report.contains("RIP: ") ? Architecture::X86_32 : Architecture::X86_64;
    case 4:
        return Architecture::RiscV64;
    default:
        return report.contains("PC is at ") || report.contains("psr: ") ? Architecture::Arm : Architecture::Arm64;
    }
}

std::optional<MachineCode> parse(std::string_view words, std::string_view report)
{
    MachineCode code;
    bool marked = false;
    std::size_t digits = 0;
    while (!words.empty()) {
        const std::size_t blank = std::min(words.find(' '), words.size());
        const std::string_view word = words.substr(0, blank);
        words.remove_prefix(std::min(blank + 1, words.size()));
        if (word.empty()) {
            continue;
        }
        const auto token = tokenOf(word);
        if (!token || (digits != 0 && token->digits.size() != digits) || code.bytes.size() >= mostBytes) {
            break;
        }
        digits = token->digits.size();
        if (token->marked) {
            marked = true;
            code.marked = code.bytes.size();
        }
        std::uint32_t value = 0;
        std::from_chars(token->digits.data(), token->digits.data() + digits, value, 16);
        for (std::size_t i = 0; i < digits / 2; ++i) {
            code.bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
        }
    }
    if (!marked) {
        return {};
    }
    code.architecture = architectureOf(digits, report);
    code.unit = digits / 2;
    return code;
}

bool isTrap(const MachineCode &code)
{
    const auto at = code.bytes.begin() + static_cast<std::ptrdiff_t>(code.marked);
    return std::ranges::any_of(traps, [&](const Trap &trap) {
        return trap.architecture == code.architecture && code.bytes.size() - code.marked >= trap.size &&
               std::equal(trap.bytes.begin(), trap.bytes.begin() + static_cast<std::ptrdiff_t>(trap.size), at);
    });
}

} // namespace

std::optional<MachineCode> findMachineCode(std::string_view report, std::size_t prefix)
{
    static const Pattern user(userSpace);
    static const Pattern hanging(hang);
    report.remove_prefix(std::min(prefix, report.size()));
    if (hanging.matches(report.substr(0, lineEnd(report, 0)))) {
        return {};
    }
    constexpr std::string_view begin = "Code: ";
    std::string_view before;
    for (std::string_view rest = report; !rest.empty();) {
        std::string_view line = rest.substr(0, lineEnd(rest, 0));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        line = line.substr(0, line.find('\r'));
        const std::size_t at = line.find(begin);
        if (at != std::string_view::npos && (at == 0 || line[at - 1] == ' ') && !user.matches(before)) {
            auto code = parse(line.substr(at + begin.size()), report);
            if (code && !isTrap(*code)) {
                return code;
            }
        }
        before = line;
    }
    return {};
}

} // namespace culprit::crash
