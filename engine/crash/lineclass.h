// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace culprit::crash
{

enum class LineClass : std::uint8_t {
    Boot,       ///< firmware and kernel until the first process starts
    Info,       ///< any kernel message
    Warning,    ///< a kernel message of trouble that is no crash
    OopsHeader, ///< the first line of a crash report
    Frame,      ///< of a stack trace, with its begin and its marks
    Register,   ///< register dump, instruction pointer, CPU and hardware lines of a report
    Code,       ///< machine code around the instruction pointer
    UserOutput, ///< what programs write
};

/// Names the kind of each console line, to colour it. Lines are given in order.
class LineClassifier final
{
public:
    [[nodiscard]] LineClass classify(std::string_view line);

private:
    bool m_booting = true;
};

} // namespace culprit::crash
