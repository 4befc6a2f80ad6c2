// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace culprit
{

/// A number that names one thing of one kind, so that a run's number is never taken for a build's. 0 names nothing.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    [[nodiscard]] explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id &) const = default;
};

using RunId = Id<struct RunTag>;
using BuildId = Id<struct BuildTag>;
using EventSeq = Id<struct EventTag>; ///< counts from 1 in the order of the journal
using LogId = Id<struct LogTag>;      ///< a console or build log in the session file

} // namespace culprit

template <class Tag>
struct std::hash<culprit::Id<Tag>> {
    std::size_t operator()(const culprit::Id<Tag> &id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
