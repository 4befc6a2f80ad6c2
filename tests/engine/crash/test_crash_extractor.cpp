// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/crash/extractor.h"
#include "engine/crash/remarks.h"
#include "engine/crash/rules.h"

#include <QTest>
#include <algorithm>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

using culprit::crash::extract;
using culprit::crash::families;
using culprit::crash::maxReportBytes;
using culprit::crash::Report;

namespace
{

const std::string entry = " do_syscall_64+0x10/0x20\n entry_SYSCALL_64_after_hwframe+0x10/0x20\n";

std::string trace(std::initializer_list<const char *> functions, const std::string &end = entry)
{
    std::string text = "Call Trace:\n dump_stack+0x10/0x20\n";
    for (const char *function : functions) {
        text += std::string(" ") + function + "+0x10/0x20\n";
    }
    return text + end;
}

std::string pc(const std::string &function)
{
    return "CPU: 0 PID: 77 Comm: repro Not tainted 6.1.0 #1\nRIP: 0010:" + function +
           "+0x10/0x20\nCode: 0f 0b\nRSP: 0018:ffff888100000000 EFLAGS: 00010246\n";
}

/// The messages as a kernel with printk times writes them.
std::string console(const std::string &messages, const std::string &caller = {})
{
    std::string text = "[    1.000000]" + caller + " Linux version 6.1.0\n";
    std::size_t at = 0;
    while (at < messages.size()) {
        const std::size_t end = messages.find('\n', at);
        text += "[    9.000000]" + caller + " " + messages.substr(at, end - at) + "\n";
        at = end + 1;
    }
    return text;
}

void addRow(const char *name, const std::string &messages, const char *title, bool corrupted = false)
{
    QTest::newRow(name) << QByteArray::fromStdString(messages) << QByteArray(title) << corrupted;
}

QByteArray titleOf(const std::string &text)
{
    const auto report = extract(text);
    return report ? QByteArray::fromStdString(report->title) : QByteArray("(no crash)");
}

} // namespace

class TestCrashExtractor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCrash_data();
    void namesTheCrash();
    void passesLookAlikesBy_data();
    void passesLookAlikesBy();
    void keepsTheCallersLinesOnly();
    void endsTheTitleAtTheNextCrash();
    void givesOtherNamesOfTheBug();
    void saysWhereTheReportStands();
    void readsRustAndArm();
    void tellsPanickedAndSuppressed();
    void tellsTheExecutor();
    void neverTellsMonitorTitles();
    void survivesForeignBytes();
    void boundsTheReport();
    void namesCrashesWhoseHeaderLineIsOdd();
    void seeksNoMoreTextsThanAMaskHolds();
};

void TestCrashExtractor::namesTheCrash_data()
{
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<bool>("corrupted");

    addRow("KASAN",
           "BUG: KASAN: slab-use-after-free in widget_get+0x1/0x2\nWrite of size 8 at addr ffff888100000000 by task "
           "repro/77\n" +
               trace({"kasan_report", "widget_get", "widget_open"}),
           "KASAN: slab-use-after-free Write in widget_get");
    addRow(
        "KASAN in a helper",
        "BUG: KASAN: slab-out-of-bounds in memcpy+0x1/0x2\nRead of size 8 at addr ffff888100000000 by task repro/77\n" +
            trace({"kasan_report", "memcpy", "widget_open"}),
        "KASAN: slab-out-of-bounds Read in widget_open");
    addRow("KASAN free",
           "BUG: KASAN: double-free in kfree+0x1/0x2\nFree of addr ffff888100000000 by task repro/77\n" +
               trace({"kasan_report_invalid_free", "kfree", "widget_free"}),
           "KASAN: invalid-free in widget_free");
    addRow("KMSAN", "BUG: KMSAN: uninit-value in widget_read+0x1/0x2\n widget_read+0x1/0x2\n vfs_read+0x1/0x2\n",
           "KMSAN: uninit-value in widget_read");
    addRow("KCSAN",
           "BUG: KCSAN: data-race in widget_get / widget_put\nwrite to 0xffff888100000000 of 8 bytes by task 7 on cpu "
           "0:\n",
           "KCSAN: data-race in widget_get / widget_put");
    addRow("KFENCE",
           "BUG: KFENCE: out-of-bounds read in widget_read+0x1/0x2\nOut-of-bounds read at 0xffff888100000000 (1B right "
           "of kfence-#72):\n widget_read+0x1/0x2\n" +
               trace({"widget_read"}),
           "KFENCE: out-of-bounds read in widget_read");
    addRow(
        "page fault",
        "BUG: unable to handle page fault for address: ffffdead00000000\n#PF: supervisor read access in kernel mode\n" +
            pc("widget_read") + trace({"widget_ioctl"}),
        "BUG: unable to handle kernel paging request in widget_read");
    addRow("null pointer",
           "BUG: kernel NULL pointer dereference, address: 0000000000000008\n" + pc("strlen") + trace({"widget_ioctl"}),
           "BUG: unable to handle kernel NULL pointer dereference in widget_ioctl");
    addRow("jump to null",
           "BUG: kernel NULL pointer dereference, address: 0000000000000000\nRIP: 0010:0x0\n" + trace({"widget_call"}),
           "BUG: unable to handle kernel NULL pointer dereference in widget_call");
    addRow("cut short", "BUG: unable to handle kernel\n", "BUG: unable to handle kernel", true);
    addRow("spinlock",
           "BUG: spinlock bad magic on CPU#1, repro/77\n" + trace({"spin_bug", "do_raw_spin_lock", "widget_lock"}),
           "BUG: spinlock bad magic in widget_lock");
    addRow("soft lockup",
           "watchdog: BUG: soft lockup - CPU#1 stuck for 22s! [repro:77]\n" + pc("widget_spin") +
               trace({"widget_loop", "__x64_sys_widget"}),
           "BUG: soft lockup in sys_widget");
    addRow("atomic sleep",
           "BUG: sleeping function called from invalid context at mm/slab.h:401\nin_atomic(): 1\n" +
               trace({"__might_resched", "kmem_cache_alloc", "widget_alloc_thing"}),
           "BUG: sleeping function called from invalid context in widget_alloc_thing");
    addRow("scheduling while atomic",
           "BUG: scheduling while atomic: repro/77/0x00000002\n" +
               trace({"__schedule_bug", "__schedule", "schedule", "widget_wait"}),
           "BUG: scheduling while atomic in widget_wait");
    addRow("preemptible",
           "BUG: using smp_processor_id() in preemptible [00000000] code: repro/77\n" +
               trace({"check_preemption_disabled", "widget_cpu"}),
           "BUG: using smp_processor_id() in preemptible code in widget_cpu");
    addRow("rss counter", "BUG: Bad rss-counter state mm:ffff888100000000 type:MM_ANONPAGES val:12\n",
           "BUG: Bad rss-counter state");
    addRow("leak",
           "BUG: memory leak\nunreferenced object 0xffff888100000000 (size 64):\n  comm \"repro\", pid 77\n  backtrace "
           "(crc 1234abcd):\n    kmalloc_trace+0x1/0x2\n    widget_new+0x1/0x2\n    widget_open+0x1/0x2\n    "
           "do_sys_open+0x1/0x2\n",
           "memory leak in widget_new");
    addRow("warning",
           "WARNING: CPU: 0 PID: 77 at drivers/widget.c:33 widget_set+0x1/0x2 [widget]\n" + pc("widget_set") +
               trace({"widget_ioctl"}),
           "WARNING in widget_set");
    addRow("new warning",
           "WARNING: drivers/widget.c:33 at widget_set+0x1/0x2, CPU#0: repro/77\n" + pc("widget_set") +
               trace({"widget_ioctl"}),
           "WARNING in widget_set");
    addRow("old warning",
           "WARNING: CPU: 0 PID: 77 at drivers/widget.c:33 widget_set+0x1/0x2()\n" +
               trace({"warn_slowpath_null", "widget_set"}),
           "WARNING in widget_set");
    addRow("refcount",
           "WARNING: CPU: 0 PID: 77 at lib/refcount.c:28 refcount_warn_saturate+0x1/0x2\n" +
               pc("refcount_warn_saturate") + trace({"widget_put"}),
           "WARNING: refcount bug in widget_put");
    addRow("debug objects",
           "WARNING: CPU: 0 PID: 77 at lib/debugobjects.c:505 debug_print_object+0x1/0x2\n" + pc("debug_print_object") +
               trace({"__debug_check_no_obj_freed", "kfree", "widget_free"}),
           "WARNING: ODEBUG bug in widget_free");
    addRow("urb",
           "WARNING: CPU: 0 PID: 77 at drivers/usb/core/urb.c:503 usb_submit_urb+0x1/0x2\n" + pc("usb_submit_urb") +
               trace({"usb_start_wait_urb", "widget_probe"}),
           "WARNING in widget_probe/usb_submit_urb");
    addRow("circular locks",
           "WARNING: possible circular locking dependency detected\n6.1.0 #1 Not tainted\nrepro/77 is trying to "
           "acquire lock:\nffff888100000000 (&w->lock){+.+.}-{3:3}, at: widget_lock_all+0x1/0x2\nbut task is already "
           "holding lock:\nffff888100000001 (&v->lock){+.+.}-{3:3}, at: widget_other+0x1/0x2\nstack backtrace:\n" +
               trace({"print_circular_bug", "lock_acquire", "__mutex_lock", "widget_lock_all"}),
           "possible deadlock in widget_lock_all");
    addRow("circular locks cut short", "WARNING: possible circular locking dependency detected\n",
           "WARNING: possible circular locking dependency detected", true);
    addRow("lock state",
           "WARNING: inconsistent lock state\ninconsistent {HARDIRQ-ON-W} -> {IN-HARDIRQ-W} usage.\nrepro/77 "
           "[HC1[1]:SC0[0]:HE0:SE1] takes:\nffff888100000000 (&w->lock){?...}-{2:2}, at: widget_irq+0x1/0x2\nstack "
           "backtrace:\n" +
               trace({"print_usage_bug", "mark_lock", "_raw_spin_lock", "widget_irq"}),
           "inconsistent lock state in widget_irq");
    addRow("RCU usage",
           "WARNING: suspicious RCU usage\n6.1.0 #1 Not tainted\ndrivers/widget.c:12 suspicious "
           "rcu_dereference_check() usage!\nstack backtrace:\n" +
               trace({"lockdep_rcu_suspicious", "widget_find"}),
           "WARNING: suspicious RCU usage in widget_find");
    addRow("RCU stall",
           "rcu: INFO: rcu_preempt self-detected stall on CPU\n" +
               trace({"sysvec_apic_timer_interrupt", "asm_sysvec_apic_timer_interrupt"},
                     "RIP: 0010:widget_spin+0x1/0x2\n widget_loop+0x1/0x2\n __x64_sys_widget+0x1/0x2\n" + entry),
           "INFO: rcu detected stall in sys_widget");
    addRow("RCU stall elsewhere",
           "rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:\n" + trace({"schedule", "widget_loop"}),
           "INFO: rcu detected stall in corrupted", true);
    addRow("hung task",
           "INFO: task repro:77 blocked for more than 143 seconds.\n      Not tainted 6.1.0 #1\n" +
               trace({"__schedule", "schedule", "schedule_timeout", "__wait_for_common", "widget_drain"}),
           "INFO: task hung in widget_drain");
    addRow("hung in RCU",
           "INFO: task repro:77 blocked for more than 143 seconds.\n      Not tainted 6.1.0 #1\n" +
               trace({"__schedule", "schedule", "synchronize_rcu_expedited", "widget_drain"}),
           "INFO: task hung in synchronize_rcu");
    addRow("hung on rtnl",
           "INFO: task repro:77 blocked for more than 143 seconds.\n      Not tainted 6.1.0 #1\n" +
               trace({"__schedule", "schedule", "synchronize_net", "widget_drain", "rtnl_lock_killable"}),
           "INFO: task hung in rtnl_lock_killable");
    addRow("non-static key",
           "INFO: trying to register non-static key.\nthe code is fine but needs lockdep annotation.\n" +
               trace({"register_lock_class", "__lock_acquire", "_raw_spin_lock", "widget_close"}),
           "INFO: trying to register non-static key in widget_close");
    addRow("protection fault",
           "general protection fault, probably for non-canonical address 0xdffffc0000000000: 0000 [#1] PREEMPT SMP "
           "KASAN\n" +
               pc("widget_read") + trace({"widget_ioctl"}),
           "general protection fault in widget_read");
    addRow("kernel BUG",
           "kernel BUG at drivers/widget.c:77!\ninvalid opcode: 0000 [#1] PREEMPT SMP\n" + pc("widget_check") +
               trace({"widget_ioctl"}),
           "kernel BUG in widget_check");
    addRow("list",
           "kernel BUG at lib/list_debug.c:29!\ninvalid opcode: 0000 [#1] PREEMPT SMP\n" + pc("__list_add_valid") +
               trace({"widget_add"}),
           "BUG: corrupted list in widget_add");
    addRow("usercopy",
           "usercopy: Kernel memory exposure attempt detected\nkernel BUG at mm/usercopy.c:101!\n" +
               pc("usercopy_abort") + trace({"__check_object_size", "widget_read"}),
           "BUG: bad usercopy in widget_read");
    addRow("UBSAN",
           "UBSAN: shift-out-of-bounds in drivers/widget.c:3:4\nshift exponent 64 is too large\n" +
               trace({"ubsan_epilogue", "__ubsan_handle_shift_out_of_bounds", "widget_shift"}),
           "UBSAN: shift-out-of-bounds in widget_shift");
    addRow("panic",
           "Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)\n" + trace({"mount_root"}),
           "kernel panic: VFS: Unable to mount root fs on unknown-block(NUM,NUM)");
    addRow("panic without its cause", "Kernel panic - not syncing: panic_on_warn set ...\n" + trace({"widget_set"}),
           "kernel panic: panic_on_warn set", true);
    addRow("divide", "divide error: 0000 [#1] PREEMPT SMP\n" + pc("widget_scale") + trace({"widget_ioctl"}),
           "divide error in widget_scale");
    addRow("double fault", "PANIC: double fault, error_code: 0x0\n" + pc("widget_deep") + trace({"widget_ioctl"}),
           "PANIC: double fault in widget_deep");
    addRow("netdevice", "unregister_netdevice: waiting for eth7 to become free. Usage count = 2\n",
           "unregister_netdevice: waiting for DEV to become free");
    addRow("busy inodes", "VFS: Busy inodes after unmount of sda1. Self-destruct in 5 seconds.\n",
           "VFS: Busy inodes after unmount (use-after-free)");
    addRow("page state",
           "BUG: Bad page state in process repro  pfn:12345\npage_owner tracks the page as allocated\npage last "
           "allocated via order 0, migratetype Unmovable\n set_page_owner+0x1/0x2\n post_alloc_hook+0x1/0x2\n "
           "get_page_from_freelist+0x1/0x2\n __alloc_pages+0x1/0x2\n widget_page+0x1/0x2\n" +
               trace({"bad_page", "free_page"}),
           "BUG: Bad page state in widget_page");
    addRow("no stack", "kernel BUG at drivers/widget.c:77!\n", "kernel BUG in corrupted", true);
    addRow("only unsure frames",
           "BUG: sleeping function called from invalid context at mm/slab.h:401\nin_atomic(): 1\nCall Trace:\n ? "
           "widget_a+0x1/0x2\n ? widget_b+0x1/0x2\n ? widget_c+0x1/0x2\n",
           "BUG: sleeping function called from invalid context in corrupted", true);
    addRow("syscall wrapper", "divide error: 0000 [#1] PREEMPT SMP\n" + pc("__do_sys_widget") + trace({"x"}),
           "divide error in widget");
}

void TestCrashExtractor::namesTheCrash()
{
    QFETCH(QByteArray, messages);
    QFETCH(QByteArray, title);
    QFETCH(bool, corrupted);
    for (const char *caller : {"", "[  T77]", "[    C1]"}) {
        const auto report = extract(console(messages.toStdString(), caller));
        QVERIFY2(report, caller);
        QCOMPARE(QByteArray::fromStdString(report->title), title);
        QCOMPARE(report->corrupted, corrupted);
    }
}

void TestCrashExtractor::passesLookAlikesBy_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line :
         {"INFO: lockdep is turned off.", "ODEBUG: Out of memory. ODEBUG disabled", "sysctl BUG no colon",
          "WARNING: /etc/ssh/moduli does not exist, using fixed modulus",
          "EXT4-fs (sda1): WARNING: mounting fs with errors",
          "traps: repro[77] general protection fault ip:400000 sp:7ffc0000 error:0 in repro[400000+1000]",
          "workqueue: WARNING: workqueue cpumask: online intersect > possible intersect",
          "perf: interrupt INFO: took too long (2500 > 2400), lowering", "KASAN: enabled", "bug: lower case",
          // BUG:
          "Boot_DEBUG: slot 3", "xlog_status: BUG: 0", "widget DEBUG: slot 3",
          "BUG: no syscalls can create resource fd",
          // WARNING:
          "VFS: WARNING: the mand mount option has been deprecated and",
          "/bin/gizmo: WARNING: Unsupported flag value(s) of 0x8000000 in DT_FLAGS_1.",
          "Spectre V2 : WARNING: Unprivileged eBPF is enabled with eIBRS on, data leaks possible via BHB attacks!",
          "fb0: WARNING: fbcon: Driver 'widgetfb' missed to adjust virtual screen size (640x480 vs. 1024x768)",
          "SRSO: WARNING: See https://kernel.org/doc/html/latest/admin-guide/hw-vuln/srso.html for mitigation options.",
          "SRSO: WARNING: kernel not compiled with CPU_SRSO.",
          "SRSO: WARNING: kernel not compiled with CONFIG_MITIGATION_SRSO.",
          "capability: WARNING: `gizmo' uses deprecated v2 capabilities in a way that may be insecure",
          "WARNING: `gizmo' uses wireless extensions which will stop working for Wi-Fi 7 hardware; use nl80211",
          "XFS (loop4): WARNING: Reset corrupted AGFL on AG 0. 1 blocks leaked.",
          // INFO:
          "rcu: INFO: Stall ended before state dump start",
          "INFO: NMI handler (perf_event_nmi_handler) took too long to run: 3.113 msecs",
          "EXT4-fs (sda1): INFO: recovery required on readonly filesystem",
          "INFO: sys_widget is not present in /proc/kallsyms, its calls are disabled",
          "INFO: no syscalls can create resource fd_widget, enable some", "rmt_storage:INFO:main: waiting for messages",
          "[widget][BIN_INFO::0x0008]",
          // others
          "gizmo[77]: general protection fault ip:400000 sp:7ffc0000 error:0 in repro[400000+1000]",
          "widgetfs: Unknown parameter 'Booting the kernel.'", "Parsing ELF... done. Booting the kernel.",
          "Decompressing Linux... Booting the kernel.", "ALSA: seq fatal error: cannot create timer (-22)",
          "widget_panic: out of slots", "ddb.onpanic: 0", "xlog_status: panic: 0", "evtlog_status: panic: 0"}) {
        QTest::newRow(line) << QByteArray(line);
    }
}

void TestCrashExtractor::passesLookAlikesBy()
{
    QFETCH(QByteArray, line);
    QCOMPARE(titleOf(console(line.toStdString() + "\n")), QByteArray("(no crash)"));
    QCOMPARE(titleOf(line.toStdString()), QByteArray("(no crash)"));
}

void TestCrashExtractor::keepsTheCallersLinesOnly()
{
    const std::string text = "[    8.000000][  T77] just before\n"
                             "[    8.000000][  T99] of another task\n"
                             "[    9.000000][  T77] BUG: scheduling while atomic: repro/77/0x00000002\n"
                             "[    9.000000][  T99] BUG: spinlock bad magic on CPU#0, other/99\n"
                             "[    9.000000][  T77] Call Trace:\n"
                             "[    9.000000][  T99]  other_function+0x1/0x2\n"
                             "[    9.000000][  T77]  ? unsure+0x1/0x2\n"
                             "[    9.000000][  T77]  __schedule+0x1/0x2\n"
                             "[    9.000000][  T77]  widget_wait+0x1/0x2\n"
                             "[    9.000000][  T77]  do_syscall_64+0x1/0x2\n";
    const auto report = extract(text);
    QVERIFY(report);
    QCOMPARE(report->title, std::string("BUG: scheduling while atomic in widget_wait"));
    QCOMPARE(report->function, std::string("widget_wait"));
    QVERIFY(!report->corrupted);
    QCOMPARE(report->text, std::string("just before\nBUG: scheduling while atomic: repro/77/0x00000002\nCall Trace:\n"
                                       " __schedule+0x1/0x2\n widget_wait+0x1/0x2\n do_syscall_64+0x1/0x2\n"));
    QCOMPARE(report->text.substr(0, report->textPrefix), std::string("just before\n"));
}

void TestCrashExtractor::endsTheTitleAtTheNextCrash()
{
    const std::string first = "BUG: sleeping function called from invalid context at mm/slab.h:401\nin_atomic(): 1\n";
    const std::string second =
        "BUG: spinlock bad magic on CPU#1, repro/77\n" + trace({"do_raw_spin_lock", "widget_lock"});
    QCOMPARE(titleOf(console(first + second)),
             QByteArray("BUG: sleeping function called from invalid context in corrupted"));
    QCOMPARE(titleOf(console(first + "vmalloc: allocation failure: 1 bytes\n" + trace({"widget_lock"}))),
             QByteArray("BUG: sleeping function called from invalid context in corrupted"));
}

void TestCrashExtractor::givesOtherNamesOfTheBug()
{
    const auto report =
        extract(console("general protection fault: 0000 [#1] SMP\n" + pc("__se_sys_widget") + trace({"x"})));
    QVERIFY(report);
    QCOMPARE(report->title, std::string("general protection fault in widget"));
    const std::vector<std::string> wanted = {"bad-access in __se_sys_widget", "bad-access in sys_widget",
                                             "bad-access in widget", "general protection fault in __se_sys_widget",
                                             "general protection fault in sys_widget"};
    QCOMPARE(report->alternatives, wanted);
    QCOMPARE(report->type, std::string("DoS"));
}

void TestCrashExtractor::saysWhereTheReportStands()
{
    std::string text = "boot\r\nboot\r\n";
    const std::size_t begin = text.size();
    text += "[    9.000000] kernel BUG at drivers/widget.c:77!\r\n[    9.000000] noise\r\n[    9.000000] Kernel panic "
            "- not syncing: x";
    const std::size_t end = text.size();
    text += "\r\n[    9.000000] Rebooting in 86400 seconds..\r\n";
    const auto report = extract(text);
    QVERIFY(report);
    QCOMPARE(report->beginOffset, begin);
    QVERIFY(report->endOffset >= end);
    QVERIFY(report->endOffset <= end + 1);
    QCOMPARE(report->beginLine, std::size_t{3});
    QCOMPARE(report->endLine, std::size_t{5});
    QVERIFY(!report->text.contains('\r'));
}

void TestCrashExtractor::readsRustAndArm()
{
    const std::string rust =
        "rust_kernel: panicked at drivers/widget.rs:60:5:\nattempt to add with overflow\nkernel BUG at "
        "rust/helpers/bug.c:7!\n" +
        trace({"_RNvCscSpY9Juk0HT_7___rustc17rust_begin_unwind", "_RNvNtCs9jEwPDbx20M_4core9panicking9panic_fmt",
               "_RNvMs3_NtCshgDM7dBCdno_6widget7processNtB5_7Process10update_ref"});
    QCOMPARE(titleOf(console(rust, "[  T77]")),
             QByteArray("attempt to add with overflow in <widget::process::Process>::update_ref"));

    const std::string arm =
        "8<--- cut here ---\nUnable to handle kernel NULL pointer dereference at virtual address 00000000\n"
        "Internal error: Oops: 80000207 [#1] PREEMPT SMP ARM\nPC is at 0x0\nLR is at "
        "widget_read+0xc0/0x15c\nBacktrace: \n"
        "[<808ea9f4>] (widget_read) from [<808dcfac>] (vfs_read+0x7b4/0xa6c)\n r10:84e00c00 r9:20000000\n"
        "[<808dc7f8>] (vfs_read) from [<804b9814>] (ksys_read+0x110/0xa74)\n";
    const std::string arm64 = "kernel BUG at drivers/widget.c:77!\nInternal error: Oops - BUG: 0 [#1] PREEMPT SMP\n"
                              "pc : widget_check+0x10/0x20\nlr : widget_ioctl+0x10/0x20\nCall trace:\n"
                              " widget_check+0x10/0x20\n widget_ioctl+0x10/0x20\n el0_svc+0x10/0x20\n";
    QCOMPARE(titleOf(console(arm64)), QByteArray("kernel BUG in widget_check"));
    QCOMPARE(titleOf(console(arm)), QByteArray("BUG: unable to handle kernel NULL pointer dereference in widget_read"));
}

void TestCrashExtractor::tellsPanickedAndSuppressed()
{
    const std::string bug =
        console("kernel BUG at drivers/widget.c:77!\n" + pc("widget_check") + trace({"widget_ioctl"}));
    QVERIFY(!extract(bug)->panicked);
    QVERIFY(!extract(bug)->suppressed);
    QVERIFY(extract(bug + "[    9.000000] Kernel panic - not syncing: Fatal exception\n")->panicked);
    QVERIFY(extract(bug + "fatal error: runtime: out of memory\n")->suppressed);
    QVERIFY(extract(bug + "[    9.000000] Out of memory: Killed process 312 (sshd) total-vm:1kB\n")->suppressed);
    QVERIFY(!extract(bug + "[    9.000000] Out of memory: Killed process 312 (repro) total-vm:1kB\n")->suppressed);
    QVERIFY(extract(bug + "SYZFATAL: no pipe: fork failed: cannot allocate memory\n")->suppressed);
    QVERIFY(!extract(bug + "gizmo: cannot allocate memory\n")->suppressed);
    QVERIFY(extract("*** stack smashing detected ***\n" + bug)->suppressed);
    QVERIFY(!extract(bug)->corrupted);
    QVERIFY(extract(bug + "serialport: VM disconnected.\n")->corrupted);
}

void TestCrashExtractor::tellsTheExecutor()
{
    const auto crash = [](const std::string &name) {
        return console("kernel BUG at drivers/widget.c:77!\nCPU: 0 PID: 77 Comm: " + name + " Not tainted 6.1.0 #1\n" +
                       trace({"widget_ioctl"}));
    };
    const auto executor = extract(crash("syz.3.145"))->executor;
    QVERIFY(executor);
    QCOMPARE(executor->process, 3);
    QCOMPARE(executor->program, 145);
    for (const char *name : {"repro", "syz.3", "syz.3.x", "syz.99999999999.1", "nosyz.1.2"}) {
        QVERIFY2(!extract(crash(name))->executor, name);
    }
}

void TestCrashExtractor::neverTellsMonitorTitles()
{
    QVERIFY(!extract(""));
    QVERIFY(!extract("lost connection to test machine\nno output from test machine\ntimed out\n"));
}

void TestCrashExtractor::survivesForeignBytes()
{
    const std::string zeros(std::size_t{1} << 20, '\0');
    QVERIFY(!extract(zeros));
    QCOMPARE(titleOf(zeros + "\nBUG: \xff\xfe\x01 x\n"), QByteArray("BUG: x"));
    QVERIFY(!extract(std::string(std::size_t{1} << 20, 'B')));
    const auto unreadable = extract("rust_kernel: panicked at x\n" + std::string(200, '\xff') + "\n" +
                                    trace({"widget_get", "widget_open"}));
    QVERIFY(unreadable);
    QCOMPARE(unreadable->title, std::string("rust_kernel: panicked"));
    QVERIFY(unreadable->corrupted);

    std::string nested;
    for (int i = 0; i < 20000; ++i) {
        nested += "BUG: KASAN: use-after-free in widget_get+0x1/0x2\nCall Trace:\nWARNING: possible circular locking "
                  "dependency "
                  "detected\n";
    }
    QCOMPARE(titleOf(nested), QByteArray("KASAN: use-after-free in widget_get"));
    QVERIFY(extract("BUG: " + std::string(std::size_t{1} << 20, '(')));
    QVERIFY(extract("[    1.000000] Call Trace:\n BUG: x\n" + std::string(std::size_t{1} << 20, '\n')));

    std::mt19937 random(7);
    std::uniform_int_distribution<int> byte(0, 255);
    for (const culprit::crash::Family &family : families()) {
        std::string text(family.header);
        for (int i = 0; i < 3000; ++i) {
            text += static_cast<char>(byte(random));
        }
        const auto report = extract(text);
        if (report) {
            QVERIFY(report->title.size() <= 120);
            QVERIFY(std::ranges::all_of(report->title, [](char c) { return c >= ' ' && c <= '~'; }));
        }
    }
}

void TestCrashExtractor::seeksNoMoreTextsThanAMaskHolds()
{
    QVERIFY(families().size() + culprit::crash::remarkRules().size() <= 64);
}

void TestCrashExtractor::namesCrashesWhoseHeaderLineIsOdd()
{
    // Lines that a report leaves out, were they not headers.
    QCOMPARE(titleOf("[    9.000000] x ? BUG: widget lost\n"), QByteArray("BUG: widget lost"));
    QCOMPARE(titleOf("[    9.000000] BUG: widget ? lost\n"), QByteArray("BUG: widget ? lost"));
    QCOMPARE(titleOf("[    9.000000] BUG: x Disabling lock debugging due to kernel taint\n"),
             QByteArray("BUG: x Disabling lock debugging due to kernel taint"));
    QCOMPARE(titleOf("BUG: widget lost login: [    9.000000] hello\n"),
             QByteArray("BUG: widget lost login: [ NUM.ADDR] hello"));
    QCOMPARE(titleOf("host login: [    9.000000] BUG: widget lost\n"), QByteArray("BUG: widget lost"));
    QCOMPARE(titleOf("** 12 printk messages dropped ** <3>[    9.000000][    C1] BUG: widget lost\n"),
             QByteArray("BUG: widget lost"));
}

void TestCrashExtractor::boundsTheReport()
{
    std::string text = "[    1.000000] BUG: workqueue lockup - pool cpus=0\n";
    while (text.size() < 8 * maxReportBytes) {
        text += "[    1.000000] Showing busy workqueues and worker pools:\n";
    }
    text += "[    9.000000] INFO: task repro:77 blocked for more than 143 seconds.\n";
    const auto report = extract(text);
    QVERIFY(report);
    QCOMPARE(report->title, std::string("BUG: workqueue lockup"));
    QVERIFY(report->text.size() < 2 * maxReportBytes);
    QCOMPARE(report->endOffset, text.size() - 1);
}

QTEST_GUILESS_MAIN(TestCrashExtractor)

#include "test_crash_extractor.moc"
