// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/version.h"

#include <charconv>
#include <cstddef>
#include <system_error>

namespace culprit::history
{

std::optional<Version> versionOf(std::string_view tag)
{
    if (!tag.starts_with('v')) {
        return std::nullopt;
    }
    Version version{};
    const char *at = tag.data() + 1;
    const char *end = tag.data() + tag.size();
    std::size_t parts = 0;
    for (; parts < version.size(); ++parts) {
        const auto [next, error] = std::from_chars(at, end, version[parts]);
        if (error != std::errc()) {
            return std::nullopt;
        }
        at = next;
        if (at == end) {
            break;
        }
        if (*at != '.') {
            return std::nullopt;
        }
        ++at;
    }
    return at == end && parts > 0 && parts < version.size() ? std::optional(version) : std::nullopt;
}

} // namespace culprit::history
