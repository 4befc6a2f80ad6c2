// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/line.h"

#include <algorithm>

namespace culprit::crash
{

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void skipSpaces(std::string_view &text)
{
    while (text.starts_with(' ')) {
        text.remove_prefix(1);
    }
}

std::size_t skipDigits(std::string_view &text)
{
    std::size_t count = 0;
    while (!text.empty() && isDigit(text.front())) {
        text.remove_prefix(1);
        ++count;
    }
    return count;
}

/// "[  123.456789]"
bool skipTimestamp(std::string_view &text)
{
    std::string_view rest = text;
    if (!rest.starts_with('[')) {
        return false;
    }
    rest.remove_prefix(1);
    skipSpaces(rest);
    if (skipDigits(rest) == 0 || !rest.starts_with('.')) {
        return false;
    }
    rest.remove_prefix(1);
    if (skipDigits(rest) == 0 || !rest.starts_with(']')) {
        return false;
    }
    rest.remove_prefix(1);
    text = rest;
    return true;
}

/// "[ T123]" or "[    C0]"
bool skipCaller(std::string_view &text, std::string_view &caller)
{
    std::string_view rest = text;
    if (!rest.starts_with('[')) {
        return false;
    }
    rest.remove_prefix(1);
    skipSpaces(rest);
    const std::string_view tag = rest;
    if (!rest.starts_with('T') && !rest.starts_with('C')) {
        return false;
    }
    rest.remove_prefix(1);
    const std::size_t digits = skipDigits(rest);
    if (digits == 0 || !rest.starts_with(']')) {
        return false;
    }
    rest.remove_prefix(1);
    caller = tag.substr(0, digits + 1);
    text = rest;
    return true;
}

void skipDropNotice(std::string_view &text)
{
    constexpr std::string_view begin = "** ";
    constexpr std::string_view end = " printk messages dropped ** ";
    std::string_view rest = text;
    if (!rest.starts_with(begin)) {
        return;
    }
    rest.remove_prefix(begin.size());
    if (skipDigits(rest) > 0 && rest.starts_with(end)) {
        text = rest.substr(end.size());
    }
}

void skipLevel(std::string_view &text)
{
    std::string_view rest = text;
    if (!rest.starts_with('<')) {
        return;
    }
    rest.remove_prefix(1);
    if (skipDigits(rest) > 0 && rest.starts_with('>')) {
        text = rest.substr(1);
    }
}

bool skipPrefix(std::string_view text, LineParts &parts)
{
    skipLevel(text);
    if (!skipTimestamp(text)) {
        return false;
    }
    std::string_view caller;
    const bool tagged = skipCaller(text, caller);
    if (!text.starts_with(' ')) {
        return false;
    }
    parts.caller = caller;
    parts.context = !tagged ? Context::Timestamp : caller.front() == 'T' ? Context::Task : Context::Cpu;
    parts.message = text.substr(1);
    return true;
}

/// Where " ? name" starts, optionally after "[<address>]".
std::size_t unsureMark(std::string_view message)
{
    return message.substr(0, 256).find(" ? ");
}

void dropUnsureMarks(LineParts &parts)
{
    constexpr std::string_view unreliable = " (unreliable)";
    if (parts.message.find("<EOI>") != std::string_view::npos) {
        return;
    }
    if (const std::size_t mark = unsureMark(parts.message); mark != std::string_view::npos) {
        parts.unsure = true;
        parts.message.remove_prefix(mark + 2);
    } else if (parts.message.ends_with(unreliable)) {
        parts.unsure = true;
        parts.message.remove_suffix(unreliable.size());
    }
}

LineParts withoutPrefix(std::string_view line)
{
    constexpr std::string_view login = " login: ";
    LineParts parts;
    parts.message = line;
    std::string_view text = line;
    skipDropNotice(text);
    if (!skipPrefix(text, parts)) {
        if (const std::size_t at = text.substr(0, 256).find(login); at != std::string_view::npos) {
            skipPrefix(text.substr(at + login.size()), parts);
        }
    }
    return parts;
}

} // namespace

LineParts takeApart(std::string_view line)
{
    LineParts parts = withoutPrefix(line);
    if (parts.context != Context::None) {
        dropUnsureMarks(parts);
    }
    return parts;
}

std::string_view messageOf(std::string_view line)
{
    return withoutPrefix(line).message;
}

std::size_t lineEnd(std::string_view text, std::size_t offset)
{
    return std::min(text.find('\n', offset), text.size());
}

std::string_view withoutCarriageReturns(std::string_view line, std::string &storage)
{
    while (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    if (line.find('\r') == std::string_view::npos) {
        return line;
    }
    storage.assign(line);
    std::erase(storage, '\r');
    return storage;
}

} // namespace culprit::crash
