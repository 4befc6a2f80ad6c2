// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace culprit::history
{

namespace
{

constexpr char32_t replacement = 0xFFFD;
constexpr std::size_t longestLine = 4096;

void append(std::string &text, char32_t code)
{
    const auto byte = [&text](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | code >> 6);
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | code >> 12);
        byte(0x80 | (code >> 6 & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | code >> 18);
        byte(0x80 | (code >> 12 & 0x3F));
        byte(0x80 | (code >> 6 & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
}

/// How many bytes a character has that begins with this one; 0 for a byte that begins none.
std::size_t lengthAfter(unsigned char first)
{
    return first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
}

/// The character at the front, which is taken off; U+FFFD for one byte that is not UTF-8.
char32_t takeUtf8(std::string_view &bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    const std::size_t length = lengthAfter(first);
    if (length <= 1 || length > bytes.size()) {
        bytes.remove_prefix(1);
        return length == 1 ? first : replacement;
    }
    char32_t code = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(bytes[i]);
        if ((next & 0xC0) != 0x80) {
            bytes.remove_prefix(1);
            return replacement;
        }
        code = code << 6 | (next & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least[length] || code > 0x10FFFF || surrogate) {
        bytes.remove_prefix(1);
        return replacement;
    }
    bytes.remove_prefix(length);
    return code;
}

enum class Charset { Utf8, Latin1, Latin9 };

Charset charsetOf(std::string_view name)
{
    std::string plain;
    for (const char letter : name) {
        if (letter != '-' && letter != '_') {
            plain += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        }
    }
    if (plain == "iso88591" || plain == "latin1" || plain == "l1") {
        return Charset::Latin1;
    }
    return plain == "iso885915" || plain == "latin9" ? Charset::Latin9 : Charset::Utf8;
}

char32_t takeLatin(std::string_view &bytes, Charset charset)
{
    const auto code = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    if (charset == Charset::Latin9) {
        constexpr std::array<std::pair<unsigned char, char32_t>, 8> others{{{0xA4, 0x20AC},
                                                                            {0xA6, 0x0160},
                                                                            {0xA8, 0x0161},
                                                                            {0xB4, 0x017D},
                                                                            {0xB8, 0x017E},
                                                                            {0xBC, 0x0152},
                                                                            {0xBD, 0x0153},
                                                                            {0xBE, 0x0178}}};
        const auto other = std::ranges::find(others, code, &std::pair<unsigned char, char32_t>::first);
        if (other != others.end()) {
            return other->second;
        }
    }
    return code;
}

char32_t take(std::string_view &bytes, Charset charset)
{
    return charset == Charset::Utf8 ? takeUtf8(bytes) : takeLatin(bytes, charset);
}

bool isControl(char32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

} // namespace

std::string toUtf8(std::string_view bytes, std::string_view encoding)
{
    const Charset charset = charsetOf(encoding);
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const char32_t code = take(bytes, charset);
        const bool kept = !isControl(code) || code == '\t' || code == '\n' || code == '\f' || code == '\r';
        append(text, kept ? code : replacement);
    }
    return text;
}

std::string toLine(std::string_view bytes, std::string_view encoding)
{
    const Charset charset = charsetOf(encoding);
    std::string text;
    while (!bytes.empty() && text.size() < longestLine) {
        const char32_t code = take(bytes, charset);
        append(text, isControl(code) ? U' ' : code);
    }
    return text;
}

std::string subjectOf(std::string_view message, std::string_view encoding)
{
    constexpr std::string_view blanks = " \t\r\v\f";
    std::string paragraph;
    while (!message.empty() && paragraph.size() < longestLine) {
        const std::size_t end = message.find('\n');
        std::string_view line = message.substr(0, end);
        message.remove_prefix(end == std::string_view::npos ? message.size() : end + 1);
        line = line.substr(0, line.find_last_not_of(blanks) + 1);
        if (line.empty()) {
            if (paragraph.empty()) {
                continue;
            }
            break;
        }
        if (!paragraph.empty()) {
            paragraph += ' ';
        }
        paragraph += line;
    }
    return toLine(paragraph, encoding);
}

} // namespace culprit::history
