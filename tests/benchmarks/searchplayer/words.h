// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <concepts>
#include <string>
#include <string_view>

namespace culprit::bench
{

/// The whole text as a number; no infinity, no NaN.
template <class Number>
[[nodiscard]] bool readNumber(std::string_view text, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        return false;
    }
    if constexpr (std::floating_point<Number>) {
        return std::isfinite(number);
    }
    return true;
}

/// The words of a line, one after the other.
class Words final
{
public:
    explicit Words(std::string_view line) : m_rest(line) { skipBlanks(); }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::string_view next()
    {
        const std::string_view word = m_rest.substr(0, m_rest.find(' '));
        m_rest.remove_prefix(word.size());
        skipBlanks();
        return word;
    }
    template <class Number>
    [[nodiscard]] bool read(Number &number)
    {
        return readNumber(next(), number);
    }

private:
    void skipBlanks() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(' '), m_rest.size())); }

    std::string_view m_rest;
};

/// Somebody else's line, short and plain enough for a message.
[[nodiscard]] inline std::string quoted(std::string_view line)
{
    constexpr std::size_t most = 80;
    std::string text = "\"";
    for (const char character : line.substr(0, most)) {
        text += character >= ' ' && character <= '~' ? character : '?';
    }
    return text + (line.size() > most ? "...\"" : "\"");
}

} // namespace culprit::bench
