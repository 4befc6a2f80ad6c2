// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/rules.h"

#include <array>
#include <string>
#include <utility>

namespace culprit::crash
{

namespace
{

// Where frames stand.
constexpr std::string_view callTrace = "Call (?:T|t)race:|Backtrace:|Call Trace";
constexpr std::string_view pcLine =
    R"((?:IP|NIP|pc |PC is at|EIP is at|epc ):? *(?:(?:[0-9a-f]+:)?(?:<pc> +){0,2}<func>|[0-9]+:0x[0-9a-f]+|(?:[0-9]+:)?<pc> +\[< *\(null\)>\] +\(null\)|[0-9]+: +\(null\))|epc +: [0-9a-f]+ <func>|Krnl PSW : [0-9a-f]+ [0-9a-f]+ \(<func>)";
constexpr std::string_view heldAt = R"(at: (?:<pc> +)?<func>)";
constexpr std::string_view timerInterrupt =
    "apic_timer_interrupt|el1h?_(?:64_)?irq|__irq_svc| timer_interrupt\\+|riscv_timer_interrupt";

Frames fromTrace(std::string_view skip = {})
{
    return {.route = {callTrace, stackTrace}, .skip = skip};
}

Frames fromPc(std::string_view skip = {}, Choice choice = Choice::First)
{
    return {
        .route = {pcLine, callTrace, stackTrace}, .otherwise = {callTrace, stackTrace}, .skip = skip, .choice = choice};
}

/// A warning is a trap: its stack follows the trap's instruction pointer, or "--- interrupt" on powerpc. Old kernels
/// print a plain stack.
Frames fromWarning(std::string_view skip = {})
{
    static const std::string trap = std::string(pcLine) + R"(|--- interrupt: [0-9a-f]+ at <func>)";
    return {.route = {trap, stackTrace}, .otherwise = {callTrace, stackTrace}, .skip = skip};
}

Frames fromHeldLock()
{
    return {.route = {heldAt, heldAt, callTrace, stackTrace}};
}

Frames fromStall()
{
    return {.route = {pcLine, callTrace, stackTrace}, .otherwise = {callTrace, stackTrace}, .choice = Choice::Stall};
}

constexpr std::string_view badAccess = "bad-access in $F";
constexpr std::string_view invalidFree = "invalid-free in $F";
constexpr std::string_view stall = "stall in $F";
constexpr std::string_view hang = "hang in $F";
constexpr std::string_view overflow = "stack-overflow in $F";
constexpr std::string_view deadlock = "possible deadlock in $F";
constexpr std::string_view inconsistent = "inconsistent lock state in $F";
constexpr std::string_view pagingRequest = "BUG: unable to handle kernel paging request in $F";
constexpr std::string_view nullPointer = "BUG: unable to handle kernel NULL pointer dereference in $F";

// What follows the header of a lockdep report when it is whole.
constexpr std::string_view acquires = R"((?:.*\n)+?.*is trying to acquire lock(?:.*\n)+?.*at: (?:<pc> +)?<name>)";
constexpr std::string_view connects = R"((?:.*\n)+?.*is trying to acquire(?:.*\n)+?.*which became .*-safe at)";
constexpr std::string_view changes = R"((?:.*\n)+?.*just changed the state of lock(?:.*\n)*?.*at: (?:<pc> +)?<name>)";
constexpr std::string_view takes = R"((?:.*\n)+?.*takes(?:.*\n)*?.*at: (?:<pc> +)?<name>)";

Family bugFamily()
{
    const std::string_view kasanHeader = "BUG: KASAN: [a-z\\- ]+ in <func>";
    const std::string_view memoryTags = "el1_sync|el1h_64_";
    const std::string_view kmsanHeader = "BUG: KMSAN: [a-z\\-]+ in <func>";
    const std::string_view kfenceHeader = "BUG: KFENCE: [a-z\\- ]+ in <func>";
    const std::string_view preemption = "preempt|smp_processor_id";
    const std::string_view pageOwner =
        "set_page_owner|post_alloc_hook|get_page_from_freelist|prep_new_page|alloc_.*page"
        "|pages_alloc|page_pool_|page_frag|skb_page_frag|__alloc";
    const std::string_view leak = "kmemleak|alloc_skb|kmalloc|kcalloc|kzalloc|krealloc|kmemdup|kstrdup|getname_kernel"
                                  "|alloc_|_alloc$|^idr_";
    return {
        .header = "BUG:",
        .ignored = {"ODEBUG:", "Boot_DEBUG:", "xlog_status:", "DEBUG:", "BUG: no syscalls can create resource"},
        .forms =
            {
                {.pattern = "BUG: KASAN: (?:double-free or invalid-free|double-free|invalid-free) in <func>",
                 .title = "KASAN: invalid-free in $F",
                 .alternative = invalidFree,
                 .frames = {.route = {kasanHeader, callTrace, stackTrace}, .skip = memoryTags}},
                {.pattern = "BUG: KASAN: [a-z\\-]+ in <name>",
                 .body =
                     R"(BUG: KASAN: ([a-z\-]+) in <name>.*\n(?:.*\n)*?.*(Read|Write) (?:of size|at addr) [0-9a-f]+)",
                 .title = "KASAN: $1 $2 in $F",
                 .alternative = badAccess,
                 .frames = {.route = {kasanHeader, callTrace, stackTrace}, .skip = memoryTags}},
                {.pattern = "BUG: KASAN: [a-z\\-]+ on address",
                 .body = R"(BUG: KASAN: ([a-z\-]+) on address(?:.*\n)+?.*(Read|Write) of size [0-9]+)",
                 .title = "KASAN: $1 $2"},
                {.pattern = "BUG: KASAN: (.*)", .title = "KASAN: $1", .remains = true},

                {.pattern = "BUG: KMSAN: kernel-usb-infoleak",
                 .body = "BUG: KMSAN: (kernel-usb-infoleak(?:-after-free)?) in <name>",
                 .title = "KMSAN: $1 in $F",
                 .alternative = "KMSAN origin in $O",
                 .frames = {.route = {kmsanHeader, stackTrace},
                            .otherwise = {callTrace, stackTrace},
                            .skip = "usb_submit_urb|usb_start_wait_urb|usb_bulk_msg|usb_interrupt_msg|usb_control_msg"},
                 .origin = {.route = {"Uninit was created at:|Local variable .* created at:", stackTrace},
                            .skip = "alloc_skb"},
                 .trust = Trust::WithoutStack},
                {.pattern = "BUG: KMSAN: ([a-z\\-]+) in <name>",
                 .title = "KMSAN: $1 in $F",
                 .alternative = badAccess,
                 .frames = {.route = {kmsanHeader, stackTrace}, .otherwise = {callTrace, stackTrace}},
                 .trust = Trust::WithoutStack},

                {.pattern = "BUG: KCSAN: (.*)", .title = "KCSAN: $1", .trust = Trust::WithoutStack},

                {.pattern = "BUG: KFENCE: (use-after-free|out-of-bounds) (read|write) in <name>",
                 .title = "KFENCE: $1 $2 in $F",
                 .alternative = badAccess,
                 .frames = {.route = {kfenceHeader, stackTrace}}},
                {.pattern = "BUG: KFENCE: invalid (read|write) in <name>",
                 .title = "KFENCE: invalid $1 in $F",
                 .alternative = badAccess,
                 .frames = {.route = {kfenceHeader, stackTrace}}},
                {.pattern = "BUG: KFENCE: invalid free in <name>",
                 .title = "KFENCE: invalid free in $F",
                 .alternative = invalidFree,
                 .frames = {.route = {kfenceHeader, stackTrace}},
                 .trust = Trust::WithoutStack},
                {.pattern = "BUG: KFENCE: memory corruption in <name>",
                 .title = "KFENCE: memory corruption in $F",
                 .frames = {.route = {kfenceHeader, stackTrace}},
                 .trust = Trust::WithoutStack},

                {.pattern = "BUG: unable to handle kernel paging request",
                 .title = pagingRequest,
                 .alternative = badAccess,
                 .frames = fromPc()},
                {.pattern = "BUG: unable to handle page fault for address",
                 .title = pagingRequest,
                 .alternative = badAccess,
                 .frames = fromPc()},
                {.pattern = "BUG: [Uu]nable to handle kernel (?:data|instruction) (?:access|fetch)",
                 .title = pagingRequest,
                 .alternative = badAccess,
                 .frames = fromPc()},
                {.pattern = "BUG: unable to handle kernel NULL pointer dereference",
                 .title = nullPointer,
                 .alternative = badAccess,
                 .frames = fromPc()},
                {.pattern = "BUG: kernel NULL pointer dereference",
                 .title = nullPointer,
                 .alternative = badAccess,
                 .frames = fromPc()},
                {.pattern = "BUG: Kernel NULL pointer dereference",
                 .title = nullPointer,
                 .alternative = badAccess,
                 .frames = fromPc()},
                {.pattern = "BUG: unable to handle kernel", .title = "BUG: unable to handle kernel", .remains = true},

                {.pattern = "BUG: (spinlock|rwlock) (lockup suspected|already unlocked|recursion|bad magic|wrong owner"
                            "|wrong CPU|cpu recursion|trylock failure on UP|lockup)",
                 .title = "BUG: $1 $2 in $F",
                 .frames = fromTrace("spin_|rwlock")},
                {.pattern = "BUG: soft lockup",
                 .title = "BUG: soft lockup in $F",
                 .alternative = stall,
                 .frames = fromStall()},
                {.pattern = "BUG: .*still has locks held!",
                 .title = "BUG: still has locks held in $F",
                 .frames = fromTrace("debug_check_no_locks_held")},
                {.pattern = "BUG: scheduling while atomic",
                 .title = "BUG: scheduling while atomic in $F",
                 .frames = fromTrace("schedule")},
                {.pattern = "BUG: lock held when returning to user space",
                 .body =
                     R"(BUG: lock held when returning to user space(?:.*\n)+?.*leaving the kernel with locks still held(?:.*\n)+?.*at: (?:<pc> +)?<name>)",
                 .title = "BUG: lock held when returning to user space in $F",
                 .frames = {.route = {heldAt}},
                 .trust = Trust::WithoutStack},
                {.pattern = "BUG: bad unlock balance detected!",
                 .title = "BUG: bad unlock balance in $F",
                 .frames = fromTrace()},
                {.pattern = "BUG: held lock freed!",
                 .title = "BUG: held lock freed in $F",
                 .frames = {.route = {heldAt, callTrace, stackTrace}, .skip = "debug_check_no_locks_freed|lock_sock"}},
                {.pattern = "BUG: Bad rss-counter state",
                 .title = "BUG: Bad rss-counter state",
                 .trust = Trust::WithoutStack},
                {.pattern = "BUG: non-zero (nr_ptes|nr_pmds) on freeing mm",
                 .title = "BUG: non-zero $1 on freeing mm",
                 .trust = Trust::WithoutStack},
                {.pattern = R"(BUG: Dentry .* still in use.* \[unmount of ([^\]]+)\])",
                 .title = "BUG: Dentry still in use in unmount",
                 .alternative = "BUG: Dentry still in use [unmount of $1]"},
                {.pattern = "BUG: Bad page (state|cache)",
                 .title = "BUG: Bad page $1 in $F",
                 .frames = {.route = {"page last allocated", stackTrace}, .skip = pageOwner}},
                {.pattern = "BUG: Bad page map", .title = "BUG: Bad page map"},
                {.pattern = "BUG: workqueue lockup", .title = "BUG: workqueue lockup", .trust = Trust::WithoutStack},
                {.pattern = "BUG: sleeping function called from invalid context",
                 .title = "BUG: sleeping function called from invalid context in $F",
                 .frames = fromTrace()},
                {.pattern = R"(BUG: using ([a-z_]+)\(\) in preemptible)",
                 .title = "BUG: using $1() in preemptible code in $F",
                 .frames = fromTrace(preemption)},
                {.pattern = "BUG: workqueue leaked (?:lock|atomic|lock or atomic)",
                 .body = R"(BUG: workqueue leaked(?:.*\n)*?.*last function: ([a-zA-Z0-9_]+))",
                 .title = "BUG: workqueue leaked lock or atomic in $1",
                 .trust = Trust::WithoutStack},
                {.pattern = "BUG: workqueue leaked atomic, lock or RCU",
                 .body = R"(BUG: workqueue leaked(?:.*\n)*?.*workfn=([a-zA-Z0-9_]+))",
                 .title = "BUG: workqueue leaked lock or atomic in $1",
                 .trust = Trust::WithoutStack},
                {.pattern = "BUG: memory leak",
                 .body = R"(BUG: memory leak(?:.*\n)+?.*unreferenced object)",
                 .title = "memory leak in $F",
                 .frames = {.route = {"backtrace", stackTrace}, .skip = leak}},
                {.pattern = R"(BUG: (?:\S+ )?stack guard page was hit)",
                 .title = "BUG: stack guard page was hit in $F",
                 .alternative = overflow,
                 .frames = fromStall()},
                {.pattern = "BUG: Invalid wait context", .title = "WARNING: locking bug in $F", .frames = fromTrace()},
                {.pattern = R"(BUG:[ \t]*(?:\n|$))", .title = "BUG: corrupted", .remains = true},
            },
    };
}

Family warningFamily()
{
    const std::string_view urb = "usb_submit_urb|usb_start_wait_urb|usb_bulk_msg|usb_interrupt_msg|usb_control_msg";
    return {
        .header = "WARNING:",
        .ignored = {"WARNING: /etc/ssh/moduli does not exist, using fixed modulus",
                    "WARNING: workqueue cpumask:", "WARNING: the mand mount option", R"(WARNING: .*DT_FLAGS_1)",
                    "WARNING: [Uu]nprivileged eBPF", "WARNING: fbcon: .*virtual (?:screen )?size",
                    "See https.* for mitigation options", "CPU_SRSO", "MITIGATION_SRSO", "EXT4-fs",
                    "capability: warning", "deprecated v2 capabilities", "wireless extension", "XFS.*WARNING"},
        .forms =
            {
                {.pattern = R"(WARNING: .*lib/debugobjects\.c)",
                 .title = "WARNING: ODEBUG bug in $F",
                 .frames = fromWarning(
                     "debug_|rcu|timer_|work_|percpu_|init_timer|init_work|free_pages|free_unref_page|vfree|vunmap")},
                {.pattern = R"(WARNING: .*mm/usercopy\.c)",
                 .title = "WARNING: bad usercopy in $F",
                 .frames = fromWarning("usercopy|__check")},
                {.pattern = R"(WARNING: .*lib/kobject\.c)",
                 .title = "WARNING: kobject bug in $F",
                 .frames = fromWarning("kobject_")},
                {.pattern = R"(WARNING: .*fs/proc/generic\.c)",
                 .title = "WARNING: proc registration bug in $F",
                 .frames = fromWarning("proc_")},
                {.pattern = R"(WARNING: .*lib/refcount\.c)",
                 .title = "WARNING: refcount bug in $F",
                 .frames = fromWarning("refcount|kobject_")},
                {.pattern = R"(WARNING: .*kernel/locking/lockdep\.c.*lock_)",
                 .title = "WARNING: locking bug in $F",
                 .frames = fromWarning("lock_sock|release_sock")},
                {.pattern = "WARNING: .*still has locks held!",
                 .title = "WARNING: still has locks held in $F",
                 .frames = fromTrace("debug_check_no_locks_held")},
                {.pattern = "WARNING: Nested lock was not taken",
                 .title = "WARNING: nested lock was not taken in $F",
                 .frames = fromTrace()},
                {.pattern = "WARNING: lock held when returning to user space",
                 .body =
                     R"(WARNING: lock held when returning to user space(?:.*\n)+?.*leaving the kernel with locks still held(?:.*\n)+?.*at: (?:<pc> +)?<name>)",
                 .title = "WARNING: lock held when returning to user space in $F",
                 .frames = {.route = {heldAt}},
                 .trust = Trust::WithoutStack},
                {.pattern = R"(WARNING: .*mm/.*\.c.* k?.?malloc)",
                 .title = "WARNING: kmalloc bug in $F",
                 .frames = fromWarning("kmalloc|kcalloc|kzalloc|krealloc|slab|kmem_cache|__alloc")},
                {.pattern = R"(WARNING: .*mm/vmalloc\.c.*__vmalloc_node)",
                 .title = "WARNING: zero-size vmalloc in $F",
                 .frames = fromWarning("vmalloc|vzalloc")},
                {.pattern = "WARNING: .* usb_submit_urb",
                 .title = "WARNING in $F/usb_submit_urb",
                 .frames = fromWarning(urb)},
                {.pattern = "WARNING: (?:.* )?at <src> <func>", .title = "WARNING in $F", .frames = fromWarning()},
                {.pattern = "WARNING: <src> at <func>", .title = "WARNING in $F", .frames = fromWarning()},
                {.pattern = "WARNING: .* at <func>", .title = "WARNING in $F", .frames = fromWarning()},
                {.pattern = R"(WARNING: .*(?:CPU: [0-9]+ PID: [0-9]+ at|CPU#[0-9]+: ))",
                 .title = "WARNING in $F",
                 .frames = fromWarning()},
                {.pattern = "WARNING: possible circular locking dependency detected",
                 .body = acquires,
                 .title = deadlock,
                 .frames = fromHeldLock()},
                {.pattern = "WARNING: possible irq lock inversion dependency detected",
                 .body = changes,
                 .title = deadlock,
                 .frames = fromHeldLock()},
                {.pattern = "WARNING: .*-safe -> .*-unsafe lock order detected",
                 .body = connects,
                 .title = deadlock,
                 .frames = {.route = {"which became .*-safe at", stackTrace}}},
                {.pattern = "WARNING: possible recursive locking detected",
                 .body = acquires,
                 .title = deadlock,
                 .frames = fromHeldLock()},
                {.pattern = "WARNING: inconsistent lock state",
                 .body = takes,
                 .title = inconsistent,
                 .frames = {.route = {callTrace, stackTrace}, .otherwise = {heldAt}, .skip = "rt_mutex"}},
                {.pattern = "WARNING: suspicious RCU usage",
                 .body = R"(WARNING: suspicious RCU usage(?:.*\n)+?.*?<src> )",
                 .title = "WARNING: suspicious RCU usage in $F",
                 .frames = fromTrace("rcu")},
                {.pattern = "WARNING: kernel stack regs at [0-9a-f]+ in [^ ]* has bad '([^']+)' value",
                 .title = "WARNING: kernel stack regs has bad '$1' value",
                 .trust = Trust::WithoutStack},
                {.pattern = "WARNING: kernel stack frame pointer at [0-9a-f]+ in [^ ]* has bad value",
                 .title = "WARNING: kernel stack frame pointer has bad value",
                 .trust = Trust::WithoutStack},
                {.pattern = R"(WARNING: kernel stack (?:regs|frame pointer) at +\(_*ptrval_*\) in .* has bad)",
                 .title = "WARNING: kernel stack regs has bad value",
                 .trust = Trust::WithoutStack},
                {.pattern = "WARNING: bad unlock balance detected!",
                 .title = "WARNING: bad unlock balance in $F",
                 .frames = fromTrace()},
                {.pattern = "WARNING: held lock freed!",
                 .title = "WARNING: held lock freed in $F",
                 .frames = {.route = {heldAt, callTrace, stackTrace}, .skip = "debug_check_no_locks_freed|lock_sock"}},
                {.pattern = R"(WARNING:[ \t]*(?:\n|$))", .title = "WARNING: corrupted", .remains = true},
            },
    };
}

Family infoFamily()
{
    return {
        .header = "INFO:",
        .ignored = {"INFO: lockdep is turned off", "INFO: Stall ended before state dump start", "INFO: NMI handler",
                    "INFO: recovery required on readonly filesystem", "(?:handler|interrupt) .*took too long",
                    "INFO: sys_.* is not present in /proc/kallsyms", "INFO: no syscalls can create resource",
                    "rmt_storage", "_INFO:"},
        .forms =
            {
                {.pattern = "INFO: possible circular locking dependency detected",
                 .body = acquires,
                 .title = deadlock,
                 .frames = fromHeldLock()},
                {.pattern = "INFO: possible irq lock inversion dependency detected",
                 .body = changes,
                 .title = deadlock,
                 .frames = fromHeldLock()},
                {.pattern = "INFO: .*-safe -> .*-unsafe lock order detected",
                 .body = connects,
                 .title = deadlock,
                 .frames = {.route = {"which became .*-safe at", stackTrace}}},
                {.pattern = "INFO: possible recursive locking detected",
                 .body = acquires,
                 .title = deadlock,
                 .frames = fromHeldLock()},
                {.pattern = "INFO: inconsistent lock state",
                 .body = takes,
                 .title = inconsistent,
                 .frames = {.route = {callTrace, stackTrace}, .otherwise = {heldAt}, .skip = "rt_mutex"}},
                {.pattern = "INFO: rcu_[a-z_]+ (?:self-)?detected(?: expedited)? stalls?",
                 .title = "INFO: rcu detected stall in $F",
                 .alternative = stall,
                 .frames = {.route = {timerInterrupt, pcLine, stackTrace},
                            .otherwise = {timerInterrupt, stackTrace},
                            .choice = Choice::Stall}},
                {.pattern = "INFO: trying to register non-static key",
                 .title = "INFO: trying to register non-static key in $F",
                 .frames = fromTrace()},
                {.pattern = "INFO: suspicious RCU usage",
                 .body = R"(INFO: suspicious RCU usage(?:.*\n)+?.*?<src> )",
                 .title = "INFO: suspicious RCU usage in $F",
                 .frames = fromTrace("rcu")},
                {.pattern = "INFO: task .* blocked (?:in I/O wait )?for more than [0-9]+ seconds",
                 .title = "INFO: task hung in $F",
                 .alternative = hang,
                 .frames = {.route = {callTrace, stackTrace}, .choice = Choice::HungTask}},
                {.pattern = "INFO: task .* can't die for more than .* seconds",
                 .title = "INFO: task can't die in $F",
                 .alternative = hang,
                 .frames = {.route = {callTrace, stackTrace}, .choice = Choice::HungTask}},
                {.pattern = "(INFO: (?:Freed|Allocated) in .*)", .title = "$1", .remains = true},
                {.pattern = R"(INFO:[ \t]*(?:\n|$))", .title = "INFO: corrupted", .remains = true},
            },
    };
}

Family panicFamily()
{
    return {
        .header = "Kernel panic",
        .forms =
            {
                {.pattern = "Kernel panic - not syncing: stack-protector:",
                 .body = "Kernel panic - not syncing: stack-protector: [Kk]ernel stack is corrupted in:? <name>[.+]",
                 .title = "kernel panic: stack is corrupted in $F",
                 .frames = {.route = {"Kernel stack is corrupted in:? <func>"}, .otherwise = {callTrace, stackTrace}},
                 .trust = Trust::WithoutStack},
                {.pattern = "Kernel panic - not syncing: stack-protector:",
                 .body = "Kernel panic - not syncing: stack-protector: [Kk]ernel stack is corrupted in: [0-9a-f]+",
                 .title = "kernel panic: stack is corrupted in $F",
                 .frames = fromTrace("stack_chk")},
                {.pattern = "Kernel panic - not syncing: corrupted stack end detected inside scheduler",
                 .title = "kernel panic: corrupted stack end in $F",
                 .alternative = overflow,
                 .frames = {.route = {callTrace, stackTrace}, .choice = Choice::Stall}},
                {.pattern = "Kernel panic - not syncing: kernel stack overflow",
                 .title = "kernel stack overflow in $F",
                 .alternative = overflow,
                 .frames = fromStall()},
                {.pattern = "Kernel panic - not syncing: Attempted to kill init!",
                 .title = "kernel panic: Attempted to kill init!"},
                {.pattern = "Kernel panic - not syncing: Couldn't open N_TTY ldisc for [^ ]+ --- error -[0-9]+",
                 .title = "kernel panic: Couldn't open N_TTY ldisc"},
                {.pattern = "Kernel panic - not syncing: Fatal exception",
                 .title = "kernel panic: Fatal exception",
                 .remains = true},
                {.pattern = "Kernel panic - not syncing: (?:kernel: )?panic_on_warn set",
                 .title = "kernel panic: panic_on_warn set",
                 .remains = true},
                {.pattern = "Kernel panic - not syncing: (hung_task: blocked tasks)",
                 .title = "kernel panic: $1",
                 .remains = true},
                {.pattern = "Kernel panic - not syncing: (.*)", .title = "kernel panic: $1"},
            },
        .continues = true,
    };
}

/// A family whose header is followed by one title with the function at fault.
Family oneForm(std::string_view header, std::string_view title, Frames frames, std::string_view alternative = {})
{
    return {.header = header,
            .forms = {{.pattern = header, .title = title, .alternative = alternative, .frames = std::move(frames)}}};
}

Family continuing(Family family)
{
    family.continues = true;
    return family;
}

/// A message that says it all.
Family plain(std::string_view header, std::string_view pattern, std::string_view title,
             std::vector<std::string_view> ignored = {}, std::string_view alternative = {})
{
    return {.header = header,
            .ignored = std::move(ignored),
            .forms = {{.pattern = pattern, .title = title, .alternative = alternative, .trust = Trust::WithoutStack}}};
}

Family unableToHandle()
{
    return {
        .header = "Unable to handle kernel",
        .forms = {{.pattern = "Unable to handle kernel (paging request|NULL pointer dereference|access to user memory)",
                   .title = "BUG: unable to handle kernel $1 in $F",
                   .alternative = badAccess,
                   .frames = fromPc()}}};
}

Family protectionFault()
{
    return {.header = "general protection fault",
            .ignored = {"general protection fault .*error:[0-9a-fx]+(?: in|$)", "traps: .*general protection"},
            .forms = {{.pattern = "general protection fault",
                       .title = "general protection fault in $F",
                       .alternative = badAccess,
                       .frames = fromPc()}}};
}

Family kernelBug()
{
    return {
        .header = "kernel BUG",
        .forms =
            {
                {.pattern = R"(kernel BUG at mm/usercopy\.c)",
                 .title = "BUG: bad usercopy in $F",
                 .frames = fromPc("usercopy|__check")},
                {.pattern = R"(kernel BUG at lib/list_debug\.c)",
                 .title = "BUG: corrupted list in $F",
                 .alternative = badAccess,
                 .frames = fromPc()},
                {.pattern = "kernel BUG at", .title = "kernel BUG in $F", .frames = fromPc("^skb_")},
            },
    };
}

Family undefinedBehaviour()
{
    const std::string_view handlers = "ubsan|overflow";
    return {
        .header = "UBSAN:",
        .forms =
            {
                {.pattern = "UBSAN: Undefined behaviour in",
                 .title = "UBSAN: undefined-behaviour in $F",
                 .frames = fromTrace(handlers)},
                {.pattern = "UBSAN: array-index-out-of-bounds in",
                 .title = "UBSAN: array-index-out-of-bounds in $F",
                 .alternative = badAccess,
                 .frames = fromTrace(handlers)},
                {.pattern = R"(UBSAN: ([a-z\-]+) in)", .title = "UBSAN: $1 in $F", .frames = fromTrace(handlers)},
            },
    };
}

Family trusty()
{
    return {
        .header = "trusty: panic",
        .forms =
            {
                {.pattern = R"(trusty: panic.* ASSERT FAILED at \(.*?\): (.+))",
                 .title = "trusty: ASSERT FAILED: $1",
                 .trust = Trust::WithoutStack},
                {.pattern = "trusty: panic.* ASSERT FAILED.*", .title = "trusty: ASSERT FAILED", .remains = true},
                {.pattern = R"(trusty: panic (?:\(.*?\): )?(.*))",
                 .title = "trusty: panic: $1",
                 .trust = Trust::WithoutStack},
            },
    };
}

Family panicOfPrograms()
{
    return {
        .header = "panic:",
        .ignored = {"_panic:", "xlog_status:", R"(ddb\.onpanic:)", "evtlog_status:"},
        .forms =
            {
                {.pattern = "panic: Sentry detected [0-9]+ stuck task",
                 .title = "panic: Sentry detected stuck tasks",
                 .trust = Trust::WithoutStack},
                {.pattern = "panic:(.*)", .title = "panic:$1", .trust = Trust::WithoutStack},
            },
    };
}

std::vector<Family> makeFamilies()
{
    const Frames pcOnly{.route = {pcLine}};
    const std::string_view rustRuntime = "rust_begin_unwind|^core::";
    return {
        bugFamily(),
        warningFamily(),
        infoFamily(),
        unableToHandle(),
        protectionFault(),
        oneForm("stack segment: ", "stack segment fault in $F", fromPc(), badAccess),
        panicFamily(),
        continuing(oneForm("PANIC: double fault", "PANIC: double fault in $F", fromPc())),
        {.header = "rust_kernel: panicked",
         .forms = {{.pattern = "rust_kernel: panicked",
                    .body = R"(rust_kernel: panicked at .*\n(.*)\n)",
                    .title = "$1 in $F",
                    .frames = fromTrace(rustRuntime)}}},
        kernelBug(),
        {.header = "Kernel BUG", .forms = {{.pattern = "Kernel BUG (.*)", .title = "kernel BUG $1"}}},
        {.header = "BUG kmalloc-",
         .forms = {{.pattern = "BUG kmalloc-.*: Object already free", .title = "BUG: Object already free"}}},
        oneForm("divide error:", "divide error in $F", fromPc()),
        oneForm("divide_error:", "divide error in $F", fromPc()),
        continuing(oneForm("invalid opcode:", "invalid opcode in $F", pcOnly)),
        oneForm("int3:", "int3 in $F", fromPc()),
        undefinedBehaviour(),
        plain("Booting the kernel.", R"((?:^|\n)Booting the kernel\.)", "unexpected kernel reboot",
              {"Parsing ELF", "Decompressing Linux", "Unknown (?:kernel command line )?parameter"}),
        continuing(plain("unregister_netdevice: waiting for", "unregister_netdevice: waiting for .* to become free",
                         "unregister_netdevice: waiting for DEV to become free")),
        plain("VFS: Close: file count is 0", "VFS: Close: file count is 0",
              "VFS: Close: file count is zero (use-after-free)"),
        plain("VFS: Busy inodes after unmount", "VFS: Busy inodes after unmount",
              "VFS: Busy inodes after unmount (use-after-free)"),
        continuing(oneForm("Internal error:", "Internal error in $F", fromPc(), badAccess)),
        oneForm("Unhandled fault:", "Unhandled fault in $F", fromPc(), badAccess),
        oneForm("Alignment trap:", "Alignment trap in $F", fromPc()),
        trusty(),
        plain("fatal error:", "fatal error:", "go runtime error", {"ALSA", "cannot create timer"}),
        plain("SYZFAIL:", "SYZFAIL:(.*)", "SYZFAIL:$1"),
        plain("SYZFATAL:", "SYZFATAL:(.*)", "SYZFATAL:$1", {}, "SYZFATAL"),
        panicOfPrograms(),
    };
}

} // namespace

std::span<const Family> families()
{
    static const std::vector<Family> table = makeFamilies();
    return table;
}

std::span<const std::string_view> interruptions()
{
    static constexpr auto table = std::to_array<std::string_view>(
        {"vmalloc: allocation failure:", "FAULT_INJECTION: forcing a failure", "FAULT_FLAG_ALLOW_RETRY missing"});
    return table;
}

} // namespace culprit::crash
