// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace culprit::history
{

/// Foreign text as UTF-8. encoding is the name in a commit's header, empty for UTF-8; Latin-1 and Latin-9 are known.
/// What is not valid, and control characters but tab, line feed, form feed and carriage return, become U+FFFD.
[[nodiscard]] std::string toUtf8(std::string_view bytes, std::string_view encoding = {});

/// The same on one line of at most some thousand bytes: every line break and control character becomes a blank.
[[nodiscard]] std::string toLine(std::string_view bytes, std::string_view encoding = {});

/// The first paragraph of a commit message on one line, as `git log --format=%s` shows it.
[[nodiscard]] std::string subjectOf(std::string_view message, std::string_view encoding = {});

} // namespace culprit::history
