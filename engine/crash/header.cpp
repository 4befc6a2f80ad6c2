// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/header.h"

#include "engine/crash/report.h"

#include <bit>

namespace culprit::crash
{

namespace
{

std::vector<std::string_view> soughtTexts()
{
    std::vector<std::string_view> texts;
    for (const Family &family : families()) {
        texts.push_back(family.header);
    }
    for (const RemarkRule &rule : remarkRules()) {
        texts.push_back(rule.text);
    }
    return texts;
}

} // namespace

const HeaderFinder &HeaderFinder::instance()
{
    static const HeaderFinder finder;
    return finder;
}

HeaderFinder::HeaderFinder() : m_literals(soughtTexts())
{
    for (const Family &family : families()) {
        const LiteralSet::Mask bit = LiteralSet::Mask{1} << m_ignored.size();
        m_headers |= bit;
        m_continuing |= family.continues ? bit : 0;
        m_ignored.push_back(Pattern::anyOf(family.ignored));
    }
    for (const RemarkRule &rule : remarkRules()) {
        m_remarks.push_back(rule.pattern.empty() ? Pattern{} : Pattern{rule.pattern});
    }
}

const Family *HeaderFinder::family(std::string_view line, LiteralSet::Mask found) const
{
    line = line.substr(0, maxLineBytes);
    found &= m_headers;
    // A symbolizer writes the header once more for every inlined function; the last one stands for the function itself.
    if (found != 0 && line.contains("[inline]")) {
        return nullptr;
    }
    while (found != 0) {
        const auto index = static_cast<std::size_t>(std::countr_zero(found));
        found &= found - 1;
        if (!m_ignored[index].matches(line)) {
            return &families()[index];
        }
    }
    return nullptr;
}

const Family *HeaderFinder::family(std::string_view line) const
{
    return family(line, m_literals.findAll(line.substr(0, maxLineBytes)));
}

bool HeaderFinder::remarks(Remark remark, std::string_view line, LiteralSet::Mask found) const
{
    const auto first = static_cast<std::size_t>(std::popcount(m_headers));
    for (std::size_t i = 0; i < m_remarks.size(); ++i) {
        if (remarkRules()[i].remark == remark && (found >> (first + i) & 1) != 0 &&
            (!m_remarks[i] || m_remarks[i].matches(line))) {
            return true;
        }
    }
    return false;
}

} // namespace culprit::crash
