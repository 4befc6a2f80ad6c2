// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/backtrace.h"

#include <QTest>

#include <string>

using namespace culprit::crash;

class BacktraceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhereTheKernelWas()
    {
        const Backtrace trace = backtraceOf("WARNING: CPU: 1 PID: 77 at ../drivers/frob/frob.c:123 frob_put+0x10/0x20\n"
                                            "RIP: 0010:frob_put.isra.0+0x10/0x20\n"
                                            "Call Trace:\n"
                                            " <TASK>\n"
                                            " ? show_regs+0x1/0x2\n"
                                            " ? __warn+0x1/0x2\n"
                                            " [<ffffffff81000000>] ? stale_caller+0x1/0x2\n"
                                            " [<ffffffff81000000>] frob_release+0x1/0x2 [frob]\n"
                                            " mutex_lock+0x1/0x2\n"
                                            " gronk_close+0x1/0x2 fs/gronk.c:45\n"
                                            " frob_release+0x1/0x2\n"
                                            " do_syscall_64+0x1/0x2\n"
                                            " entry_SYSCALL_64_after_hwframe+0x1/0x2\n"
                                            "pc : arm_side+0x4/0x8\n");
        QCOMPARE(trace.functions, (std::vector<std::string>{"frob_put", "frob_release", "gronk_close", "arm_side"}));
        QCOMPARE(trace.files, (std::vector<std::string>{"drivers/frob/frob.c", "fs/gronk.c"}));
    }

    void isBoundedAndTakesAnything()
    {
        std::string hostile;
        for (int i = 0; i < 5000; ++i) {
            hostile += " f" + std::to_string(i) + "+0x1/0x2 a/b" + std::to_string(i) + ".c:1\n";
        }
        const Backtrace trace = backtraceOf(hostile);
        QVERIFY(trace.functions.size() <= 64 && trace.files.size() <= 64);
        QCOMPARE(backtraceOf(std::string("\0\xff\n+0x/0x\n", 10)), Backtrace{});
        QCOMPARE(backtraceOf({}), Backtrace{});
    }
};

QTEST_GUILESS_MAIN(BacktraceTest)
#include "test_crash_backtrace.moc"
