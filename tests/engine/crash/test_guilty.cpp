// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/crash/guilty.h"

#include <QTest>

using namespace Qt::StringLiterals;
using culprit::crash::guiltyFile;

class TestGuilty final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheFirstFileThatIsNotIgnored_data();
    void takesTheFirstFileThatIsNotIgnored();
    void startsAfterThePrefix();
};

void TestGuilty::takesTheFirstFileThatIsNotIgnored_data()
{
    QTest::addColumn<QString>("report");
    QTest::addColumn<QString>("file");
    QTest::newRow("nothing") << u"BUG: x\n foo+0x1/0x2\n"_s << QString();
    QTest::newRow("first") << u"BUG: x\n foo+0x1/0x2 fs/pipe.c:12\n bar+0x1/0x2 ipc/msg.c:3\n"_s << u"fs/pipe.c"_s;
    QTest::newRow("module") << u" foo+0x1/0x2 drivers/net/tun.c:12 [tun]\n"_s << u"drivers/net/tun.c"_s;
    QTest::newRow("assembler, rust") << u" f+0x1/0x2 lib/x.c:1\n g+0x1/0x2 drivers/block/rnull.rs:7\n"_s
                                     << u"drivers/block/rnull.rs"_s;
    QTest::newRow("infrastructure") << u"BUG: KASAN: use-after-free in list_del include/linux/list.h:5 [inline]\n"
                                       " __dump_stack lib/dump_stack.c:77 [inline]\n"
                                       " kasan_report+0x1/0x2 mm/kasan/report.c:409\n"
                                       " kmalloc+0x1/0x2 mm/slub.c:4\n"
                                       " panic+0x1/0x2 kernel/panic.c:1\n"
                                       " printk+0x1/0x2 kernel/printk/printk.c:1\n"
                                       " lock_acquire+0x1/0x2 kernel/locking/lockdep.c:1\n"
                                       " __do_softirq+0x1/0x2 kernel/softirq.c:1\n"
                                       " worker_thread+0x1/0x2 kernel/workqueue.c:1\n"
                                       " do_page_fault+0x1/0x2 arch/x86/mm/fault.c:1\n"
                                       " entry_SYSCALL_64+0x1/0x2 arch/x86/entry/entry_64.S:1\n"
                                       " dev_queue_xmit+0x1/0x2 net/core/dev.c:1\n"
                                       " usb_submit_urb+0x1/0x2 drivers/usb/core/urb.c:1\n"
                                       " read_pages+0x1/0x2 mm/filemap.c:1\n"
                                       " sctp_rcv+0x1/0x2 net/sctp/input.c:9\n"_s
                                    << u"net/sctp/input.c"_s;
    QTest::newRow("all ignored") << u" kfree+0x1/0x2 mm/slub.c:4\n schedule+0x1/0x2 kernel/sched/core.c:5\n"_s
                                 << u"mm/slub.c"_s;
    QTest::newRow("deeper folder")
        << u" f+0x1/0x2 fs/buffer.c:1\n g+0x1/0x2 net/x.c:1\n h+0x1/0x2 fs/ext4/inode.c:2\n"_s << u"fs/ext4/inode.c"_s;
    QTest::newRow("folder beside")
        << u" f+0x1/0x2 fs/ext4/inode.c:1\n g+0x1/0x2 fs/ext4x/y.c:1\n h+0x1/0x2 fs/a.c:1\n"_s << u"fs/ext4/inode.c"_s;
    QTest::newRow("deeper but ignored") << u" f+0x1/0x2 kernel/signal.c:1\n g+0x1/0x2 kernel/entry/common.c:1\n"_s
                                        << u"kernel/signal.c"_s;
    QTest::newRow("locks")
        << u" #0: 0 (&pipe->mutex){+.+.}, at: pipe_lock fs/pipe.c:2 [inline]\n"
           " #1: 0 (&x){+.+.}, at: [<ffffffff81234567>] y+0x1/0x2 ipc/sem.c:1\n"
           "hardirqs last  enabled at (12): [<ffffffff81234567>] z+0x1/0x2 kernel/cgroup/cgroup.c:1\n"
           " foo+0x1/0x2 net/rds/ib.c:1\n"_s
        << u"net/rds/ib.c"_s;
    QTest::newRow("stall") << u"rcu: INFO: rcu_sched self-detected stall on CPU\n"
                              " tick+0x1/0x2 drivers/clocksource/x.c:1\n asm_sysvec_apic_timer_interrupt+0x1/0x2 "
                              "arch/x86/include/asm/idtentry.h:645\n"
                              "RIP: 0010:loop+0x1/0x2 net/sched/sch_hfsc.c:3\n"_s
                           << u"net/sched/sch_hfsc.c"_s;
    QTest::newRow("old stall") << u"INFO: rcu_preempt detected stalls on CPUs/tasks:\n f+0x1/0x2 fs/a.c:1\n"
                                  " smp_apic_timer_interrupt+0x1/0x2 arch/x86/kernel/apic/apic.c:1\n"
                                  " apic_timer_interrupt+0x1/0x2 arch/x86/entry/entry_64.S:1\n g+0x1/0x2 ipc/b.c:1\n"_s
                               << u"ipc/b.c"_s;
    QTest::newRow("stall without timer") << u"INFO: rcu detected stall in x\n f+0x1/0x2 fs/a.c:1\n"_s << u"fs/a.c"_s;
    QTest::newRow("no file") << u" at 12:30\n see http://a.b/c.c:3x\n f+0x1/0x2 ../../etc/passwd.c:1\n"_s << QString();
}

void TestGuilty::takesTheFirstFileThatIsNotIgnored()
{
    QFETCH(QString, report);
    QFETCH(QString, file);
    QCOMPARE(QString::fromStdString(guiltyFile(report.toStdString())), file);
}

void TestGuilty::startsAfterThePrefix()
{
    const std::string before = " foo+0x1/0x2 fs/pipe.c:12\n";
    const std::string report = "BUG: x\n foo+0x1/0x2 ipc/msg.c:12\n";
    QCOMPARE(guiltyFile(before + report, before.size()), std::string("ipc/msg.c"));
    QCOMPARE(guiltyFile(report, report.size() + 1), std::string());
}

QTEST_GUILESS_MAIN(TestGuilty)

#include "test_guilty.moc"
