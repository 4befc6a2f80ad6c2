// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/functions.h"

#include <array>

namespace culprit::crash
{

namespace
{

using std::string_view_literals::operator""sv;

constexpr auto infrastructureTable = std::array{
    // sanitizers
    "__sanitizer"sv, "__asan"sv, "kasan"sv, "hwasan"sv, "__msan"sv, "kmsan"sv, "kcsan_setup_watchpoint"sv,
    "check_memory_region"sv, "check_heap_object"sv, "check_object"sv, "read_word_at_a_time"sv,
    "(?:read|write)_once_.*nocheck"sv,
    // what prints the report
    "print_address_description"sv, "panic"sv, "invalid_op"sv, "report_bug"sv, "fixup_bug"sv, "print_report"sv,
    "print_usage_bug"sv, "do_error"sv, "_trap$"sv, "do_trap"sv, "show_stack"sv, "dump_stack"sv, "walk_stack"sv,
    "dump_backtrace"sv, "warn_slowpath"sv, "warn_alloc"sv, "warn_bogus"sv, "__warn"sv, "print_tainted"sv,
    "^get_taint$"sv, "__fortify_report"sv, "program_check_exception"sv, "program_check_common"sv,
    "do_(?:kernel|translation)_fault"sv, "do_tag_check_fault"sv, "do_tag_recovery"sv, "do_mem_abort"sv, "el1_abort"sv,
    "el1h_64_sync"sv, "stack_trace_consume_entry"sv, "arch_stack_walk"sv, "stack_trace_save"sv,
    // allocation
    "alloc_page"sv, "(?:v|k|kv|z|kz|vz|kvz|m|c|kc)alloc"sv, "krealloc"sv, "kmem_cache"sv, "allocate_slab"sv,
    "__alloc_frozen_pages_noprof"sv, "folio_alloc"sv, "folio_unlock"sv, "filemap_alloc_folio"sv,
    "__filemap_get_folio"sv, "find_or_create_page"sv, "do_read_cache_folio"sv, "read_cache_page"sv,
    "pagecache_get_page"sv, "grab_cache_page_write_begin"sv, "slab_"sv, "^kvfree$"sv, "^kfree$"sv, "kfree_skb"sv,
    // debug objects and locks
    "debug_object"sv, "timer_is_static_object"sv, "work_is_static_object"sv, "__might_fault"sv, "might_fault"sv,
    "might_sleep"sv, "__might_resched"sv, "print_unlock"sv, "imbalance_bug"sv, "lockdep"sv, "bh_enable"sv,
    "bh_disable"sv, "perf_trace"sv, "lock_acquire"sv, "lock_release"sv, "lock_class"sv, "mark_lock"sv,
    "(?:reacquire|mark)_held_locks"sv, "raw_spin_rq"sv, "spin_(?:lock|trylock|unlock)"sv,
    "(?:read|write)_(?:lock|trylock|unlock)"sv, "^down$"sv, "down_(?:read|write)"sv, "down_trylock"sv, "up_read"sv,
    "up_write"sv, "^mutex_"sv, "^__mutex_"sv, "^rt_mutex_"sv, "owner_on_cpu"sv, "osq_(?:lock|unlock)"sv,
    "(?:trace|lockdep)_(?:hard|soft)irq"sv, "^(?:un)?lock_page"sv, "seqprop_assert"sv,
    // atomics and references
    "atomic(?:64)?_(?:dec|inc|read|set|or|xor|and|add|sub|fetch|xchg|cmpxchg|try)"sv, "(?:set|clear|change|test)_bit"sv,
    "__wake_up"sv, "^refcount_"sv, "^kref_"sv, "ref_tracker"sv,
    // memory and strings
    "mem(?:cpy|cmp|set|chr|move|dup)"sv, "str(?:cmp|ncmp|cpy|lcpy|ncpy|scpy|len|str|nstr|nlen|chr|dup|ndup)"sv,
    "string"sv, "pointer"sv, "s[cn]+printf"sv, "kv?asprintf"sv, "printk"sv, "va_format"sv, "hex_dump_to_buffer"sv,
    "print_hex_dump"sv, "dev_(?:info|notice|warn|err|alert|crit|emerg)"sv,
    // copies from and to user space
    "copy_(?:to|from)_(?:user|iter)"sv, "copy_page_(?:to|from)_iter"sv, "copy_folio_to_iter"sv, "^copyin$"sv,
    "^copyout$"sv, "put_user"sv, "get_user"sv, "extract_(?:user|iter)_to_sg"sv,
    // containers
    "list_(?:add|del|replace|move|splice)"sv, "^rb_"sv, "^__rb_"sv, "^klist_"sv, "xas_(?:start|load|find)"sv,
    "rhashtable_lookup"sv, "ida_free"sv,
    // timers and deferred work
    "del_timer"sv, "flush_work"sv, "__cancel_work_timer"sv, "cancel_work_sync"sv, "try_to_grab_pending"sv,
    "flush_workqueue"sv, "drain_workqueue"sv, "destroy_workqueue"sv, "queue_work"sv, "finish_wait"sv, "kthread_stop"sv,
    "insert_work"sv, "__queue_delayed_work"sv, "queue_delayed_work_on"sv, "lock_timer_base"sv, "__timer_delete_sync"sv,
    "sk_stop_timer_sync"sv, "__mod_timer"sv, "^complete$"sv, "wait_for_completion"sv, "cleanup_srcu_struct"sv,
    // device model
    "kobject_"sv, "add_uevent_var"sv, "get_device_parent"sv, "device_(?:add|del|unregister|destroy|release)"sv,
    "devres_release_all"sv, "hwrng_unregister"sv, "i2c_del_adapter"sv, "__unregister_client"sv,
    "device_for_each_child"sv, "rollback_registered"sv, "unregister_netdev"sv, "sysfs_remove"sv, "device_remove_file"sv,
    "tty_unregister_device"sv, "^put_device$"sv,
    // USB requests
    "dummy_urb_enqueue"sv, "usb_kill_urb"sv, "usb_kill_anchored_urbs"sv, "usb_control_msg"sv, "usb_hcd_submit_urb"sv,
    "usb_submit_urb"sv,
    // port and register access, checksums
    "(?:read|write)[bwlq]$"sv, "logic_in"sv, "logic_out"sv, "^crc[0-9]"sv, "crc_itu_t"sv, "assertfail"sv,
    "_indirect_thunk_"sv, "__phys_addr"sv,
    // inodes and dentries
    "^iput$"sv, "^iput_final$"sv, "^ihold$"sv, "find_lock_entries"sv, "truncate_inode_pages_range"sv, "drop_nlink"sv,
    "fast_dput"sv, "dput"sv, "mark_buffer_dirty"sv};

constexpr auto entryPointTable = std::array{
    // system calls
    "^(?:_*do_syscall|do_fast_syscall_|invoke_syscall|do_el0_svc|el0_svc|ret_fast_syscall|entry_SYSCALL|__syscall_)"sv,
    "^(?:ret_to_user|system_call|syscall_handler|x64_sys_call|do_trap_ecall|__do_fast_syscall|do_int80)"sv,
    "^(?:sysenter_|tracesys|entry_INT80|entry_SYSENTER|ia32_sys|handle_syscall)"sv,
    // softirqs, timers, kernel threads, idle
    "process_one_work|process_scheduled_works|do_softirq|handle_softirqs|invoke_softirq|irq_exit|do_IRQ"sv,
    "call_timer_fn|_run_timers|run_hrtimer|hrtimer_run|expire_timers|run_ksoftirqd|tasklet_action"sv,
    "smpboot_thread_fn|^kthread|start_secondary|cpu_startup_entry|ret_from_fork"sv,
    // files
    "vfs_(?:read|write|ioctl|open|iter_)|do_iter_|call_(?:read|write)_iter|new_sync_|__fput|task_work_run"sv,
    "ksys_ioctl|compat_ioctl|compat_sys_ioctl|blkdev_ioctl|call_mmap|mmap_region|do_mmap|do_dentry_open"sv,
    // sockets
    "^_*sock_(?:sendmsg|recvmsg|release|mmap|ioctl)|^__sock_|^__netif_receive_skb|^netif_receive_skb"sv,
    "sk_common_release|nfnetlink_rcv_msg|rtnetlink_rcv_msg|netlink_dump"sv,
    "^(?:__sys_|do_)?(?:setsockopt|listen|accept4?(?:_file)?|socketpair|connect(?:_file)?|ioctl)$"sv,
    // faults, way back to user space
    "^(?:(?:__)?do_page_fault|handle_page_fault)"sv, "exit_to_usermode|^(?:exit_to_user_mode|do_notify_resume)"sv};

constexpr auto waitingTable =
    std::array{"sched"sv,      "_lock"sv, "_slowlock"sv,   "down"sv,           "rwsem"sv,       "completion"sv,
               "kthread"sv,    "wait"sv,  "synchronize"sv, "context_switch"sv, "__switch_to"sv, "cancel_delayed_work"sv,
               "rcu_barrier"sv};

constexpr auto syscallPrefixTable =
    std::array{"compat_SYSC_"sv, "compat_SyS_"sv, "__arm64_"sv, "__se_sys_"sv, "__do_sys_"sv,
               "____sys_"sv,     "__ia32_"sv,     "___sys_"sv,  "__x64_"sv,    "__sys_"sv,
               "__se_"sv,        "ksys_"sv,       "SYSC_"sv,    "SyS_"sv,      "sys_"sv};

} // namespace

std::span<const std::string_view> infrastructure()
{
    return infrastructureTable;
}

std::span<const std::string_view> entryPoints()
{
    return entryPointTable;
}

std::span<const std::string_view> waiting()
{
    return waitingTable;
}

std::span<const std::string_view> syscallPrefixes()
{
    return syscallPrefixTable;
}

} // namespace culprit::crash
