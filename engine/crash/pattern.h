// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace re2
{
class RE2;
}

namespace culprit::crash
{

/// A compiled pattern over bytes, matched anywhere in a text in linear time. An empty one matches nothing.
class Pattern final
{
public:
    Pattern();
    /// May use the words of rules.h. The tables are part of the program: a broken pattern is a bug that any test finds.
    explicit Pattern(std::string_view pattern);
    /// Matches where any of these does.
    [[nodiscard]] static Pattern anyOf(std::span<const std::string_view> patterns);
    ~Pattern();
    Pattern(Pattern &&) noexcept;
    Pattern &operator=(Pattern &&) noexcept;

    [[nodiscard]] explicit operator bool() const { return m_re2 != nullptr; }
    [[nodiscard]] bool matches(std::string_view text) const;
    /// The first match: all of it, then its captures; views into text, null data where a capture took no part.
    [[nodiscard]] bool match(std::string_view text, std::span<std::string_view> groups) const;
    /// Replaces all matches; the replacement may name captures as \1.
    void replaceAll(std::string &text, std::string_view replacement) const;

private:
    std::unique_ptr<re2::RE2> m_re2;
};

} // namespace culprit::crash
