// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/literalset.h"
#include "engine/crash/pattern.h"
#include "engine/crash/remarks.h"
#include "engine/crash/rules.h"

#include <string_view>
#include <vector>

namespace culprit::crash
{

/// Tells header lines from others, by the families of rules.h, and finds the remarks of remarks.h on the way. Immutable
/// and shared by all readers.
class HeaderFinder final
{
public:
    [[nodiscard]] static const HeaderFinder &instance();

    /// Finds the texts of all families and remarks in passing; a found mask says which lines deserve a closer look.
    [[nodiscard]] const LiteralSet &literals() const { return m_literals; }
    /// The family that the line is a header of, or null. found: the literals the line holds.
    [[nodiscard]] const Family *family(std::string_view line, LiteralSet::Mask found) const;
    [[nodiscard]] const Family *family(std::string_view line) const;
    /// A line that is a header of the family starts another report. Some belong to the report they follow.
    [[nodiscard]] bool startsAnother(const Family *family, LiteralSet::Mask found) const
    {
        return family && (found & m_continuing) == 0;
    }
    [[nodiscard]] bool mayRemark(LiteralSet::Mask found) const { return (found & ~m_headers) != 0; }
    [[nodiscard]] bool remarks(Remark remark, std::string_view line, LiteralSet::Mask found) const;

private:
    HeaderFinder();

    LiteralSet m_literals;
    std::vector<Pattern> m_ignored;
    std::vector<Pattern> m_remarks;
    LiteralSet::Mask m_headers = 0;
    LiteralSet::Mask m_continuing = 0;
};

/// With a line that begins so the kernel says that it prints the line before it again, whole: that line was none.
inline constexpr std::string_view replayNotice = "** replaying previous printk message **";

} // namespace culprit::crash
