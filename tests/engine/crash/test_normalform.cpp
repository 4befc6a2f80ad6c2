// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/crash/normalform.h"

#include <QTest>

#include <random>

using culprit::crash::normalForm;
using namespace Qt::StringLiterals;

/// What two boots print for one message has one form; another message has another.
class TestNormalForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneMessageHasOneForm_data()
    {
        const auto row = [](const char *what, const char *one, const char *other) {
            QTest::newRow(what) << QByteArray(one) << QByteArray(other);
        };
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        row("time stamp", "[    1.234567] pci 0000:00:01.0: enabled", "[   11.000001] pci 0000:00:01.0: enabled");
        row("caller", "[  1.2][  T123] usb 1-1: reset", "[  1.3][    C1] usb 1-1: reset");
        row("no stamp at all", "[  1.2][  T123] usb 1-1: reset", "usb 1-1: reset\r");
        row("level", "<6>[  1.2] usb 1-1: reset", "<4>[  1.2] usb 1-1: reset");
        row("doubtful frame", "[  1.2]  ? kfree+0x1/0x20", "[  3.4]  ? kfree+0xff/0x2a0");
        row("frame of another build", " schedule+0xe7/0x1b0 kernel/sched/core.c:6842",
            " schedule+0x5b/0xb0 kernel/sched/core.c:621");
        row("address", "Read of size 8 at addr ffff88801c2ad000 by task repro/4711",
            "Read of size 8 at addr ffff888000001008 by task repro/12");
        row("address, 0x", "possible fault at 0xdffffc0000000003", "possible fault at 0xfeedfacecafebeef");
        row("old address", "IP: [<c0123456>] strlen+0x4/0x10", "IP: [<c0fedc98>] strlen+0x4/0x14");
        row("registers", "RAX: 0000000000000001 RBX: ffffffff81000000", "RAX: ffff888011223344 RBX: 0000000000000000");
        row("processor and process", "CPU: 1 UID: 0 PID: 4711 Comm: repro Not tainted 6.9.0-rc1-g1234567 #1 PREEMPT",
            "CPU: 0 UID: 0 PID: 9 Comm: repro Not tainted 6.8.0 #7 SMP");
        row("taint", "CPU: 1 PID: 4 Comm: a Tainted: G        W          6.9.0 #1",
            "CPU: 1 PID: 4 Comm: a Tainted: G        W         6.8.0-rc7+ #1");
        row("warning", "WARNING: CPU: 0 PID: 99 at mm/slub.c:1234 kfree+0x1f/0x30",
            "WARNING: CPU: 3 PID: 1042 at mm/slub.c:99 kfree+0x2f/0x40");
        row("hung task", "INFO: task syz.0.12:4711 blocked for more than 143 seconds.",
            "INFO: task syz.0.12:98 blocked for more than 286 seconds.");
        row("task's line", "task:repro state:D stack:28160 pid:4711  tgid:4711  ppid:12",
            "task:repro state:D stack:27000 pid:1  tgid:1  ppid:0");
        row("worker", "Comm: kworker/u8:3 bound", "Comm: kworker/1:0H bound");
        row("holder of a lock", "1 lock held by syz-executor.0/6065:", "1 lock held by syz-executor.0/8868:");
        row("who allocated", "Allocated by task 4711:", "Allocated by task 12:");
        row("place in a program", "RIP: 0033:0x440019", "RIP: 0033:0x7f1122334455");
        row("release of a report", "6.9.0-rc1+ #228 Not tainted", "4.3.5+ #9 Not tainted");
        row("process in brackets", "sshd[211]: Server listening", "sshd[1987]: Server listening");
        row("release", "[    0.000000] Linux version 6.9.0 (culprit@culprit) #1 SMP",
            "Linux version 6.8.0-rc1 (me@there) (clang) #9");
        row("clock", "rtc_cmos: setting system clock to 2026-11-27T02:28:59 UTC (1795746539)",
            "rtc_cmos: setting system clock to 2025-01-01T00:00:00 UTC (1735689600)");
        row("speed", "tsc: Detected 2494.140 MHz processor", "tsc: Detected 2500.001 MHz processor");
        row("bogomips", "Calibrating delay loop... 4988.28 BogoMIPS (lpj=2494140)",
            "Calibrating delay loop... 5000.0 BogoMIPS (lpj=2500001)");
        row("memory", "Memory: 950000K/1048000K available (12288K kernel code, 812K init)",
            "Memory: 949996K/1048000K available (12290K kernel code, 816K init)");
        row("duration", "initcall foo+0x0/0x10 returned 0 after 12 usecs",
            "initcall foo+0x0/0x18 returned 0 after 4567 usecs");
        row("uuid", "EXT4-fs (sda1): mounted filesystem 12345678-90ab-cdef-1234-567890abcdef ro",
            "EXT4-fs (sda1): mounted filesystem abcdef12-0000-1111-2222-333344445555 ro");
        row("blanks", "a  message \twith blanks", "a message with   blanks  ");
    }

    void oneMessageHasOneForm()
    {
        QFETCH(const QByteArray, one);
        QFETCH(const QByteArray, other);
        QCOMPARE(form(one), form(other));
        QVERIFY(!form(one).isEmpty());
        QCOMPARE(form(form(one)), form(one)); // nothing is left to leave out
    }

    void anotherMessageHasAnother_data()
    {
        const auto row = [](const char *what, const char *one, const char *other) {
            QTest::newRow(what) << QByteArray(one) << QByteArray(other);
        };
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        row("words", "usb 1-1: reset", "usb 1-1: resumed");
        row("error", "probe failed with error -110", "probe failed with error -22");
        row("status", "exit status 1", "exit status 2");
        row("small number", "usb 1-1: device number 2", "usb 1-1: device number 3");
        row("short value", "flags: 0x10", "flags: 0x20");
        row("sizes", "Read of size 8 at addr ffff888000001008", "Read of size 4 at addr ffff888000001008");
        row("function", " kfree+0x1/0x20", " kmalloc+0x1/0x20");
        row("doubtful or not", " ? kfree+0x1/0x20", " kfree+0x1/0x20");
        row("question", "what is this ? nothing", "what is that ? nothing");
        row("bus", "pci 0000:00:01.0: enabled", "pci 0000:00:02.0: enabled");
        row("network card", "eth0: 52:54:00:12:34:56", "eth0: 52:54:00:12:34:57");
        row("network address", "inet 10.0.2.15", "inet 10.0.2.16");
        row("version", "SeaBIOS (version 1.16.2)", "SeaBIOS (version 1.16.3)");
        row("version of a program", "ntpd version 4.2.8 (none)", "ntpd version 4.2.9 (none)");
        row("source file", "at mm/slub.c:12", "at mm/slab.c:12");
        row("network", "route 10.0.2.0/24", "route 10.0.2.0/16");
        row("word of hex letters", "deadbeef", "facefeed");
        row("comm", "CPU: 1 PID: 4 Comm: a Not tainted 6.9.0", "CPU: 1 PID: 4 Comm: b Not tainted 6.9.0");
        row("tainted or not", "CPU: 1 PID: 4 Comm: a Not tainted 6.9.0", "CPU: 1 PID: 4 Comm: a Tainted: G B 6.9.0");
        row("index", "index 5 is out of range for type 'int [5]'", "index 5 is out of range for type 'int [15]'");
        row("end of a long line", (std::string(9000, 'x') + "1").c_str(), (std::string(9000, 'x') + "2").c_str());
    }

    void anotherMessageHasAnother()
    {
        QFETCH(const QByteArray, one);
        QFETCH(const QByteArray, other);
        QVERIFY2(form(one) != form(other), form(one).constData());
    }

    void survivesForeignBytes()
    {
        std::mt19937 random(4);
        const std::string some = "0123456789abcdefxX:/.[]-#T _+=\t\xff"
                                 "CPUpid";
        for (int i = 0; i < 50'000; ++i) {
            std::string line(random() % 60, ' ');
            for (char &c : line) {
                c = some[random() % some.size()];
            }
            QVERIFY(normalForm(line).size() <= line.size());
        }
        for (const char c : some) {
            const std::string endless(1'000'000, c);
            QVERIFY(normalForm(endless).size() <= endless.size());
        }
    }

private:
    static QByteArray form(const QByteArray &line) { return QByteArray::fromStdString(normalForm(line.toStdString())); }
};

QTEST_APPLESS_MAIN(TestNormalForm)
#include "test_normalform.moc"
