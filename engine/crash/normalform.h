// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace culprit::crash
{

/// What a console line says, without what differs from boot to boot and from build to build: two lines with the same
/// message have one form. For comparing only.
///
/// Left out are what stands before the message (see takeApart) and blanks at both ends; blanks in a row become one. "#"
/// stands for
/// - addresses: hexadecimal of eight digits or more, with or without 0x; UUIDs;
/// - offset and size of a place in a function, func+0x1c/0x340, and the number of a source line, slub.c:1234;
/// - process and processor: numbers after pid, tgid, ppid, tid, task and cpu, name/1234, name[1234], kworker/1:2 and
///   "task name:1234 blocked";
/// - decimal numbers of five digits or more; amounts with a unit of time or frequency, in K or kB; fractions with three
///   decimals or more; dates and times of day;
/// - the kernel's release and what follows it in "Linux version 6.9.0 (user@host) ...", and beside the taint of a task.
/// All else counts: error codes, small numbers, registers' short values, words. What stands beyond the first 4 KiB of
/// a line is taken as it is. Time and room are linear in the line.
[[nodiscard]] std::string normalForm(std::string_view line);

} // namespace culprit::crash
