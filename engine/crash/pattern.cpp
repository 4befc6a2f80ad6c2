// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/pattern.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <re2/re2.h>
#include <utility>

namespace culprit::crash
{

namespace
{

constexpr std::size_t maxGroups = 8;

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> words{{
    {"<func>", R"(([a-zA-Z0-9_]+)(?:\.|\+))"},
    {"<name>", R"([a-zA-Z0-9_]+)"},
    {"<pc>", R"(\[<?(?:0x)?[0-9a-f]+>?\])"},
    {"<src>", R"([a-zA-Z0-9_/.\-]+\.[a-z]+:[0-9]+)"},
}};

std::string expand(std::string_view pattern)
{
    std::string result(pattern);
    for (const auto &[word, meaning] : words) {
        for (std::size_t at = 0; (at = result.find(word, at)) != std::string::npos; at += meaning.size()) {
            result.replace(at, word.size(), meaning);
        }
    }
    return result;
}

} // namespace

Pattern::Pattern() = default;
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern &&) noexcept = default;
Pattern &Pattern::operator=(Pattern &&) noexcept = default;

Pattern::Pattern(std::string_view pattern)
{
    re2::RE2::Options options(re2::RE2::Latin1);
    options.set_log_errors(false);
    m_re2 = std::make_unique<re2::RE2>(expand(pattern), options);
    if (!m_re2->ok()) {
        std::fprintf(stderr, "broken crash rule: %s: %s\n", m_re2->pattern().c_str(), m_re2->error().c_str());
        std::abort();
    }
}

Pattern Pattern::anyOf(std::span<const std::string_view> patterns)
{
    std::string any;
    for (const std::string_view pattern : patterns) {
        any += any.empty() ? "(?:" : "|(?:";
        any += pattern;
        any += ')';
    }
    return any.empty() ? Pattern{} : Pattern{any};
}

bool Pattern::matches(std::string_view text) const
{
    return m_re2 && m_re2->Match({text.data(), text.size()}, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

bool Pattern::match(std::string_view text, std::span<std::string_view> groups) const
{
    std::ranges::fill(groups, std::string_view{});
    if (!m_re2) {
        return false;
    }
    std::array<absl::string_view, maxGroups> found;
    const std::size_t known = static_cast<std::size_t>(m_re2->NumberOfCapturingGroups()) + 1;
    const std::size_t count = std::min({groups.size(), maxGroups, known});
    if (!m_re2->Match({text.data(), text.size()}, 0, text.size(), re2::RE2::UNANCHORED, found.data(),
                      static_cast<int>(count))) {
        return false;
    }
    for (std::size_t i = 0; i < count; ++i) {
        groups[i] = {found[i].data(), found[i].size()};
    }
    return true;
}

void Pattern::replaceAll(std::string &text, std::string_view replacement) const
{
    if (m_re2) {
        re2::RE2::GlobalReplace(&text, *m_re2, {replacement.data(), replacement.size()});
    }
}

} // namespace culprit::crash
