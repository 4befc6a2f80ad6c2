// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/header.h"

#include "engine/crash/report.h"

#include <bit>

namespace culprit::crash
{

namespace
{

std::vector<std::string_view> headerTexts()
{
    std::vector<std::string_view> texts;
    for (const Family &family : families()) {
        texts.push_back(family.header);
    }
    return texts;
}

} // namespace

const HeaderFinder &HeaderFinder::instance()
{
    static const HeaderFinder finder;
    return finder;
}

HeaderFinder::HeaderFinder() : m_literals(headerTexts())
{
    for (const Family &family : families()) {
        m_continuing |= family.continues ? LiteralSet::Mask{1} << m_ignored.size() : 0;
        m_ignored.push_back(Pattern::anyOf(family.ignored));
    }
}

const Family *HeaderFinder::family(std::string_view line, LiteralSet::Mask found) const
{
    line = line.substr(0, maxLineBytes);
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

bool HeaderFinder::startsAnother(std::string_view line) const
{
    const LiteralSet::Mask found = m_literals.findAll(line.substr(0, maxLineBytes));
    return (found & m_continuing) == 0 && family(line, found);
}

} // namespace culprit::crash
