// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace culprit
{

/// What a caller can act on or show: one sentence that names what failed, on what, and what to do about it.
struct Error {
    enum class Kind {
        Use,     ///< what was asked for cannot be right (exit status 2)
        Outside, ///< something outside the program failed (exit status 3)
    };
    Kind kind = Kind::Outside;
    std::string message; ///< UTF-8, plain text, one sentence

    bool operator==(const Error &) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> wrongUse(std::string message)
{
    return std::unexpected(Error{Error::Kind::Use, std::move(message)});
}

[[nodiscard]] inline std::unexpected<Error> failedOutside(std::string message)
{
    return std::unexpected(Error{Error::Kind::Outside, std::move(message)});
}

} // namespace culprit
