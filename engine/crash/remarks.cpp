// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/remarks.h"

#include <array>

namespace culprit::crash
{

namespace
{

constexpr auto rules = std::to_array<RemarkRule>({
    {.text = "Kernel panic - not syncing", .remark = Remark::Panicked},
    {.text = "serialport: VM disconnected.", .remark = Remark::Disconnected},
    // programs of the test that ran out of what the machine has
    {.text = "fatal error: runtime: out of memory"},
    {.text = "fatal error: runtime: cannot allocate memory"},
    {.text = "fatal error: unexpected signal during runtime execution"},
    {.text = "fatal error: newosproc"},
    {.text = "fatal error: out of memory"},
    {.text = "panic: out of memory"},
    {.text = "cannot allocate memory", .pattern = "(?:panic|SYZFATAL):.*cannot allocate memory"},
    {.text = "signal SIGBUS: bus error"},
    {.text = "pthread_create failed"},
    {.text = "failed to create temp dir"},
    // the one without which nothing is tested
    {.text = "failed to start executor"},
    {.text = "executor failed to start"},
    {.text = "*** stack smashing detected ***"},
    {.text = "FATAL: kernel too old"},
    {.text = "INIT: PANIC: segmentation violation"},
    {.text = "lowmemorykiller: Killing '", .pattern = "Killing '(?:sshd|syz-[a-z]+)'"},
    {.text = "Kill process ", .pattern = R"(Out of memory.*Kill process [0-9]+ \((?:sshd|syz-[a-z]+)\))"},
    {.text = "Killed process ", .pattern = R"(Killed process [0-9]+,? \((?:sshd|syz-(?:fuzzer|manager|execprog))\))"},
});

} // namespace

std::span<const RemarkRule> remarkRules()
{
    return rules;
}

} // namespace culprit::crash
