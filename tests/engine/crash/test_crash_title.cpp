// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/crash/title.h"
#include "engine/crash/types.h"

#include <QTest>

using culprit::crash::holdsTimestamp;
using culprit::crash::normaliseTitle;
using culprit::crash::typeOf;

class TestCrashTitle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesWhatChanges_data();
    void replacesWhatChanges();
    void isOneShortPrintableLine();
    void seesTimestamps();
    void knowsTypes_data();
    void knowsTypes();
};

void TestCrashTitle::replacesWhatChanges_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("title");
    const auto row = [](const char *name, const char *raw, const char *title) {
        QTest::newRow(name) << QByteArray(raw) << QByteArray(title);
    };
    row("address", "bad page at ffff8881deadbeef", "bad page at ADDR");
    row("0x address", "bad page at 0xffff88 now", "bad page at ADDR now");
    row("word of hex letters", "bad facade", "bad ADDR");
    row("number", "Freed in f age=3 cpu=1 pid=77", "Freed in f age=NUM cpu=NUM pid=NUM");
    row("neighbouring numbers", "call 1/2/3: x", "call NUM/NUM/NUM: x");
    row("digits of a name", "hang in sctp6_rcv", "hang in sctp6_rcv");
    row("long digits in a name", "loop12345678x", "loopNUMx");
    row("CPU", "stuck CPU#12!", "stuck CPU!");
    row("source line", "at fs/ext4/inode.c:1234", "at fs/ext4/inode.c:LINE");
    row("IP", "to 10.0.0.127 now", "to IP now");
    row("offset", "in foo_bar+0x1f/0x30", "in foo_bar");
    row("process", "by syz-executor12/345", "by syz-executor");
    row("host", "by syzkaller0", "by syzkaller");
}

void TestCrashTitle::replacesWhatChanges()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, title);
    QCOMPARE(QByteArray::fromStdString(normaliseTitle(raw.toStdString())), title);
}

void TestCrashTitle::isOneShortPrintableLine()
{
    QCOMPARE(normaliseTitle("  a\t\tb \x01\xff c  "), std::string("a b c"));
    QCOMPARE(normaliseTitle(std::string(1000, 'x')), std::string(120, 'x'));
    QCOMPARE(normaliseTitle(std::string("a\0b", 3)), std::string("ab"));
    QCOMPARE(normaliseTitle(""), std::string());
}

void TestCrashTitle::seesTimestamps()
{
    QVERIFY(holdsTimestamp("WARNING: x[   12.345678] y"));
    QVERIFY(!holdsTimestamp("WARNING: x[12] y"));
}

void TestCrashTitle::knowsTypes_data()
{
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char *title, const char *type) {
        QTest::newRow(title) << QByteArray(title) << QByteArray(type);
    };
    row("KASAN: slab-use-after-free Write in f", "KASAN-USE-AFTER-FREE-WRITE");
    row("KASAN: slab-out-of-bounds in f", "KASAN-READ");
    row("KASAN: something new", "KASAN-UNKNOWN");
    row("KFENCE: use-after-free read in f", "KFENCE-USE-AFTER-FREE-READ");
    row("KMSAN: kernel-infoleak-after-free in f", "KMSAN-USE-AFTER-FREE-READ");
    row("KMSAN: kernel-infoleak in f", "KMSAN-INFO-LEAK");
    row("WARNING: refcount bug in f", "REFCOUNT_WARNING");
    row("WARNING: suspicious RCU usage in f", "LOCKDEP");
    row("WARNING: suspicious RCU usage", "WARNING");
    row("WARNING: corrupted", "");
    row("BUG: Bad page state in f", "");
    row("INFO: suspicious RCU usage in f", "");
    row("BUG: soft lockup in f", "HANG");
    row("general protection fault in f", "DoS");
    row("kernel BUG in f", "BUG");
    row("memory leak in f", "LEAK");
    row("SYZFATAL: x", "SYZ_FAILURE");
    row("", "");
}

void TestCrashTitle::knowsTypes()
{
    QFETCH(QByteArray, title);
    QFETCH(QByteArray, type);
    QCOMPARE(QByteArray::fromStdString(std::string(typeOf(title.toStdString()))), type);
}

QTEST_GUILESS_MAIN(TestCrashTitle)

#include "test_crash_title.moc"
