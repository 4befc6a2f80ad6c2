// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/types.h"

#include <array>

namespace culprit::crash
{

namespace
{

/// Titles with this prefix are of this type; the first rule that fits decides.
struct TypeRule {
    std::string_view prefix;
    std::string_view type;
};

constexpr auto typeRules = std::to_array<TypeRule>({
    {"KFENCE: use-after-free write", "KFENCE-USE-AFTER-FREE-WRITE"},
    {"KFENCE: use-after-free", "KFENCE-USE-AFTER-FREE-READ"},
    {"KFENCE: invalid write", "KFENCE-WRITE"},
    {"KFENCE: out-of-bounds write", "KFENCE-WRITE"},
    {"KFENCE: invalid free", "KFENCE-INVALID-FREE"},
    {"KFENCE: invalid", "KFENCE-READ"},
    {"KFENCE: out-of-bounds", "KFENCE-READ"},
    {"KFENCE: memory corruption", "KFENCE-MEMORY-CORRUPTION"},
    {"KFENCE:", "KFENCE-UNKNOWN"},

    {"KMSAN: uninit-value", "KMSAN-UNINIT-VALUE"},
    {"KMSAN: use-after-free", "KMSAN-USE-AFTER-FREE-READ"},
    {"KMSAN: kernel-infoleak-after-free", "KMSAN-USE-AFTER-FREE-READ"},
    {"KMSAN: kernel-usb-infoleak-after-free", "KMSAN-USE-AFTER-FREE-READ"},
    {"KMSAN: kernel-infoleak", "KMSAN-INFO-LEAK"},
    {"KMSAN: kernel-usb-infoleak", "KMSAN-INFO-LEAK"},
    {"KMSAN:", "KMSAN-UNKNOWN"},

    {"KASAN: null-ptr-deref Write", "KASAN-NULL-POINTER-DEREFERENCE-WRITE"},
    {"KASAN: null-ptr-deref Read", "KASAN-NULL-POINTER-DEREFERENCE-READ"},
    {"KASAN: global-out-of-bounds Write", "KASAN-WRITE"},
    {"KASAN: slab-out-of-bounds Write", "KASAN-WRITE"},
    {"KASAN: stack-out-of-bounds Write", "KASAN-WRITE"},
    {"KASAN: vmalloc-out-of-bounds Write", "KASAN-WRITE"},
    {"KASAN: out-of-bounds Write", "KASAN-WRITE"},
    {"KASAN: user-memory-access Write", "KASAN-WRITE"},
    {"KASAN: wild-memory-access Write", "KASAN-WRITE"},
    {"KASAN: global-out-of-bounds Read", "KASAN-READ"},
    {"KASAN: slab-out-of-bounds", "KASAN-READ"},
    {"KASAN: stack-out-of-bounds", "KASAN-READ"},
    {"KASAN: vmalloc-out-of-bounds Read", "KASAN-READ"},
    {"KASAN: out-of-bounds Read", "KASAN-READ"},
    {"KASAN: user-memory-access Read", "KASAN-READ"},
    {"KASAN: wild-memory-access", "KASAN-READ"},
    {"KASAN: invalid-access", "KASAN-READ"},
    {"KASAN: unknown-crash Read", "KASAN-READ"},
    {"KASAN: invalid-free", "KASAN-INVALID-FREE"},
    {"KASAN: double-free or invalid-free", "KASAN-INVALID-FREE"},
    {"KASAN: use-after-free Write", "KASAN-USE-AFTER-FREE-WRITE"},
    {"KASAN: slab-use-after-free Write", "KASAN-USE-AFTER-FREE-WRITE"},
    {"KASAN: use-after-free", "KASAN-USE-AFTER-FREE-READ"},
    {"KASAN: slab-use-after-free Read", "KASAN-USE-AFTER-FREE-READ"},
    {"KASAN:", "KASAN-UNKNOWN"},

    {"KCSAN: data-race", "KCSAN-DATARACE"},
    {"KCSAN: assert: race in", "KCSAN-ASSERT"},
    {"KCSAN:", "KCSAN-UNKNOWN"},
    {"UBSAN: array-index-out-of-bounds", "MEMORY_SAFETY_UBSAN"},
    {"UBSAN:", "UBSAN"},

    {"BUG: unable to handle kernel NULL pointer dereference in", "NULL-POINTER-DEREFERENCE"},
    {"BUG: corrupted list", "MEMORY_SAFETY_BUG"},
    {"BUG: unable to handle kernel paging request", "MEMORY_SAFETY_BUG"},

    {"possible deadlock in", "LOCKDEP"},
    {"inconsistent lock state in", "LOCKDEP"},
    {"BUG: bad unlock balance in", "LOCKDEP"},
    {"BUG: held lock freed in", "LOCKDEP"},
    {"BUG: rwlock", "LOCKDEP"},
    {"BUG: spinlock", "LOCKDEP"},
    {"BUG: still has locks held in", "LOCKDEP"},
    {"BUG: using", "LOCKDEP"},
    {"WARNING: bad unlock balance in", "LOCKDEP"},
    {"WARNING: held lock freed in", "LOCKDEP"},
    {"WARNING: lock held", "LOCKDEP"},
    {"WARNING: locking bug in", "LOCKDEP"},
    {"WARNING: nested lock was not taken in", "LOCKDEP"},
    {"WARNING: still has locks held in", "LOCKDEP"},
    {"WARNING: suspicious RCU usage in", "LOCKDEP"},

    {"BUG: scheduling while atomic in", "ATOMIC_SLEEP"},
    {"BUG: sleeping function called from invalid context in", "ATOMIC_SLEEP"},
    {"memory leak in", "LEAK"},
    {"kernel BUG", "BUG"},
    {"BUG: bad usercopy in", "BUG"},

    {"BUG: stack guard page was hit in", ""},
    {"WARNING in", "WARNING"},
    {"WARNING: corrupted", ""},
    {"WARNING: kernel stack frame pointer has bad value", ""},
    {"WARNING: kernel stack regs has bad", ""},
    {"WARNING: refcount bug", "REFCOUNT_WARNING"},

    {"BUG: soft lockup in", "HANG"},
    {"INFO: rcu detected stall in", "HANG"},
    {"INFO: task can't die in", "HANG"},
    {"INFO: task hung in", "HANG"},

    {"Alignment trap in", "DoS"},
    {"BUG: Object already free", "DoS"},
    {"Internal error in", "DoS"},
    {"PANIC: double fault", "DoS"},
    {"Unhandled fault in", "DoS"},
    {"VFS: Busy inodes after unmount (use-after-free)", "DoS"},
    {"VFS: Close: file count is zero (use-after-free)", "DoS"},
    {"divide error in", "DoS"},
    {"general protection fault in", "DoS"},
    {"go runtime error", "DoS"},
    {"int3 in", "DoS"},
    {"invalid opcode in", "DoS"},
    {"kernel panic:", "DoS"},
    {"kernel stack overflow", "DoS"},
    {"panic:", "DoS"},
    {"stack segment fault in", "DoS"},
    {"trusty:", "DoS"},
    {"unregister_netdevice: waiting for DEV to become free", "DoS"},

    {"no output from test machine", "NO_OUTPUT"},
    {"lost connection to test machine", "LOST_CONNECTION"},
    {"unexpected kernel reboot", "REBOOT"},
    {"SYZFAIL", "SYZ_FAILURE"},
    {"SYZFATAL:", "SYZ_FAILURE"},
    {"WARNING:", "WARNING"},
});

} // namespace

std::string_view typeOf(std::string_view title)
{
    for (const TypeRule &rule : typeRules) {
        if (title.starts_with(rule.prefix)) {
            return rule.type;
        }
    }
    return {};
}

} // namespace culprit::crash
