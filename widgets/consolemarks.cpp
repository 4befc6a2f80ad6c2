// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consolemarks.h"

#include "engine/kernel/buildcause.h"

#include <algorithm>
#include <array>

namespace culprit::widgets
{

namespace
{

struct Header {
    std::string_view begin;
    LineKind kind;
};

// What the kernel prints first, after the time stamp.
constexpr auto headers = std::to_array<Header>({
    {"BUG: ", LineKind::Crash},
    {"Oops", LineKind::Crash},
    {"Kernel panic", LineKind::Crash},
    {"kernel BUG at ", LineKind::Crash},
    {"Internal error: ", LineKind::Crash},
    {"Unable to handle kernel ", LineKind::Crash},
    {"INFO: task ", LineKind::Crash},
    {"INFO: rcu_", LineKind::Crash},
    {"rcu: INFO: rcu_", LineKind::Crash},
    {"watchdog: BUG: ", LineKind::Crash},
    {"watchdog: Watchdog detected hard LOCKUP", LineKind::Crash},
    {"general protection fault", LineKind::Crash},
    {"divide error: ", LineKind::Crash},
    {"invalid opcode: ", LineKind::Crash},
    {"stack segment: ", LineKind::Crash},
    {"kernel tried to execute ", LineKind::Crash},
    {"PANIC: double fault", LineKind::Crash},
    {"list_add corruption", LineKind::Crash},
    {"list_del corruption", LineKind::Crash},
    {"unregister_netdevice: waiting for ", LineKind::Crash},
    {"Out of memory: ", LineKind::Warning},
    {"WARNING: ", LineKind::Warning},
    {"INFO: ", LineKind::Warning},
    {"UBSAN: ", LineKind::Warning},
    {"unreferenced object ", LineKind::Warning},
});

/// Without "<4>", "[    3.141592]", "[  T123]" at the beginning.
std::string_view withoutPrefix(std::string_view line)
{
    for (int group = 0; group < 3; ++group) {
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        const char close = line.starts_with('[') ? ']' : line.starts_with('<') ? '>' : '\0';
        const std::size_t end = close == '\0' ? std::string_view::npos : line.substr(0, 40).find(close);
        if (end == std::string_view::npos) {
            break;
        }
        line.remove_prefix(end + 1);
    }
    return line;
}

} // namespace

LineKind kindOfLine(std::string_view line)
{
    const std::string_view message = withoutPrefix(line);
    for (const Header &header : headers) {
        if (message.starts_with(header.begin)) {
            return header.kind;
        }
    }
    return LineKind::Plain;
}

LineKind kindOfBuildLine(std::string_view line)
{
    switch (kernel::kindOfBuildLine(line)) {
    case kernel::BuildLine::Error:
        return LineKind::Crash;
    case kernel::BuildLine::Warning:
        return LineKind::Warning;
    case kernel::BuildLine::Plain:
        break;
    }
    return LineKind::Plain;
}

} // namespace culprit::widgets
