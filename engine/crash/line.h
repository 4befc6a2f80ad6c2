// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace culprit::crash
{

/// Who printed a console line, as far as its prefix tells.
enum class Context {
    None,      ///< no time stamp: user space, firmware, or a kernel without printk times
    Timestamp, ///< a time stamp only
    Task,      ///< a time stamp and the caller tag of a task, [ T123]
    Cpu,       ///< a time stamp and the caller tag of a CPU, [ C0]
};

/// A console line taken apart. Views into the line it was made from.
struct LineParts {
    Context context = Context::None;
    /// The letter and number of the caller tag.
    std::string_view caller;
    /// The message without the prefix; the whole line when there is none.
    std::string_view message;
    /// A stack frame the unwinder is not sure of ("? " before it, "(unreliable)" after it).
    bool unsure = false;

    [[nodiscard]] bool sameContext(const LineParts &other) const
    {
        return context == other.context && caller == other.caller;
    }
};

/// Takes a line without its line break and carriage returns apart. The prefix is: optionally
/// "** N printk messages dropped ** ", optionally up to "login: ", optionally "<level>", then "[ seconds.micros]",
/// optionally "[ Tn]" or "[ Cn]", and a space.
[[nodiscard]] LineParts takeApart(std::string_view line);

/// The message as it stands there, doubtful frames too.
[[nodiscard]] std::string_view messageOf(std::string_view line);

/// The end of the line that begins at offset: its line break, or the end of the text.
[[nodiscard]] std::size_t lineEnd(std::string_view text, std::size_t offset);

/// The line without carriage returns; storage is used only when one has to be cut out.
[[nodiscard]] std::string_view withoutCarriageReturns(std::string_view line, std::string &storage);

} // namespace culprit::crash
