// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/guilty.h"

#include "engine/crash/line.h"
#include "engine/crash/pattern.h"

#include <algorithm>
#include <array>
#include <vector>

namespace culprit::crash
{

namespace
{

constexpr auto ignored = std::to_array<std::string_view>({
    R"(\.h$)",
    R"(^(?:lib|virt/lib|rust|scripts|tools)/)",
    // allocators and the page cache
    R"(^mm/(?:slab|slub|slob|slab_common|page_alloc|vmalloc|percpu[a-z-]*|mempool|dmapool|util|memory|usercopy|maccess)\.c$)",
    R"(^mm/(?:filemap|folio-compat|list_lru)\.c$)",
    // what finds bugs
    R"(^(?:mm|kernel|arch/[^/]+/mm)/(?:kasan|kmsan|kcsan|kfence)[a-z_0-9]*(?:/|\.c$))",
    R"(^mm/(?:kmemleak|failslab|fail_page_alloc|page_owner|debug)\.c$)",
    R"(^kernel/(?:kcov|panic|hung_task|watchdog|watchdog_hld|stacktrace|extable|bug)\.c$)",
    R"(^kernel/printk(?:/|\.c$))",
    // what everything runs on
    R"(^kernel/(?:rcu|locking|sched|entry)/)",
    R"(^kernel/(?:softirq|kthread|workqueue|smp|context_tracking|stop_machine|rcutree|rcupdate|lockdep|mutex|timer)\.c$)",
    R"(^kernel/time/(?:timer|hrtimer|tick)[a-z-]*\.c$)",
    // traps, stacks and entry of each architecture
    R"(^arch/[^/]+/(?:kernel|mm|entry)/(?:traps|fault|unwind|stacktrace|dumpstack|entry|process|extable|physaddr|debug-monitors)[a-z0-9_-]*\.[cS]$)",
    R"(^arch/[^/]+/(?:lib|entry)/)",
    R"(^arch/[^/]+/kernel/(?:smp|irq|apic/apic|apic/ipi|nmi|syscall)\.c$)",
    R"(^arch/[^/]+/crypto/crc)",
    // what a whole subsystem passes through
    R"(^net/core/(?:dev|sock|skbuff)\.c$)",
    R"(^fs/proc/generic\.c$)",
    R"(^drivers/usb/core/urb\.c$)",
});

/// Lines whose places are not where the crash is: who holds a lock, and when interrupts were last switched.
constexpr auto asides = std::to_array<std::string_view>({
    R"(^ *#[0-9]+: .*\bat: )",
    R"(\blast +(?:enabled|disabled) at\b)",
});

/// A CPU tells of its stall in the timer interrupt; what it stalled in comes after.
constexpr auto timerEntries = std::to_array<std::string_view>({
    R"(\b(?:asm_)?(?:sysvec_)?apic_timer_interrupt\+0x)",
    R"(\b(?:el1_irq|el1h_64_irq|__irq_svc|timer_interrupt|decrementer_common)\+0x)",
});

constexpr std::string_view stall = R"(\brcu(?:_[a-z_]+)?:? (?:INFO: )?.*\b(?:self-)?detected\b.*\bstall)";
constexpr std::string_view source = R"((?:^| |\()([a-zA-Z0-9_][a-zA-Z0-9_/.+-]*\.(?:c|h|S|rs)):[0-9]+(?:$|[ )\r]))";

struct Patterns {
    Pattern ignored = Pattern::anyOf(ignoredFiles());
    Pattern asides = Pattern::anyOf(crash::asides);
    Pattern timerEntries = Pattern::anyOf(crash::timerEntries);
    Pattern stall{crash::stall};
    Pattern source{crash::source};
};

const Patterns &patterns()
{
    static const Patterns value;
    return value;
}

template <class Visit>
void forEachLine(std::string_view text, Visit visit)
{
    while (!text.empty()) {
        const std::size_t end = lineEnd(text, 0);
        visit(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// What follows the last line of the first run of timer entries; all if there is none.
std::string_view afterTimer(std::string_view report)
{
    std::size_t after = 0;
    bool entered = false;
    bool ended = false;
    forEachLine(report, [&](std::string_view line) {
        const bool entry = !ended && patterns().timerEntries.matches(line);
        ended = ended || (entered && !entry);
        entered = entered || entry;
        if (entry) {
            after = static_cast<std::size_t>(line.data() + line.size() - report.data());
        }
    });
    return report.substr(after);
}

std::vector<std::string_view> filesOf(std::string_view report)
{
    std::vector<std::string_view> files;
    forEachLine(report, [&](std::string_view line) {
        std::array<std::string_view, 2> groups;
        if (!patterns().asides.matches(line) && patterns().source.match(line, groups)) {
            files.push_back(groups[1]);
        }
    });
    return files;
}

std::string_view folderOf(std::string_view file)
{
    const std::size_t slash = file.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : file.substr(0, slash + 1);
}

} // namespace

std::span<const std::string_view> ignoredFiles()
{
    return ignored;
}

std::string guiltyFile(std::string_view report, std::size_t prefix)
{
    report.remove_prefix(std::min(prefix, report.size()));
    if (patterns().stall.matches(report.substr(0, lineEnd(report, 0)))) {
        report = afterTimer(report);
    }
    std::vector<std::string_view> files = filesOf(report);
    if (files.empty()) {
        return {};
    }
    const std::string_view first = files.front();
    std::erase_if(files, [](std::string_view file) { return patterns().ignored.matches(file); });
    if (files.empty()) {
        return std::string(first);
    }
    const std::string_view folder = folderOf(files.front());
    const auto deeper = std::ranges::find_if(files, [&](std::string_view file) {
        const std::string_view own = folderOf(file);
        return !folder.empty() && own.size() > folder.size() && own.starts_with(folder);
    });
    return std::string(deeper != files.end() ? *deeper : files.front());
}

} // namespace culprit::crash
