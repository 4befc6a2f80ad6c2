// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/crash/extractor.h"
#include "engine/crash/report.h"
#include "engine/crash/scanner.h"

#include <QTest>
#include <random>
#include <string>
#include <vector>

using culprit::crash::extract;
using culprit::crash::lookBehindBytes;
using culprit::crash::maxLineBytes;
using culprit::crash::Scanner;

namespace
{

const std::string bugConsole =
    "[    1.000000] Linux version 6.1.0\n"
    "[    5.000000] usb 1-1: new device\n"
    "[    9.500000][ T4321] BUG: sleeping function called from invalid context at mm/slab.h:401\n"
    "[    9.500100][ T4321] in_atomic(): 1, irqs_disabled(): 0\n"
    "[    9.500200][ T4321] Call Trace:\n"
    "[    9.500300][ T4321]  dump_stack+0x10/0x20\n"
    "[    9.500400][ T4321]  widget_open+0x33/0x90\n"
    "[    9.500500][ T4321]  do_sys_open+0x33/0x90\n";

Scanner scan(std::string_view console, std::mt19937 &random, std::size_t longest)
{
    std::uniform_int_distribution<std::size_t> length(0, longest);
    Scanner scanner;
    while (!console.empty()) {
        const std::string_view chunk = console.substr(0, length(random));
        scanner.feed(chunk);
        console.remove_prefix(chunk.size());
    }
    scanner.finish();
    return scanner;
}

/// A console of pieces that matter to a reader of headers, in random order.
std::string randomConsole(std::mt19937 &random)
{
    static const std::vector<std::string> pieces = {"\n",
                                                    "\r\n",
                                                    "\r",
                                                    " ",
                                                    std::string(1, '\0'),
                                                    "\xff\xfe",
                                                    "BUG:",
                                                    "BU",
                                                    "G: ",
                                                    "WARN",
                                                    "ING:",
                                                    "INFO: ",
                                                    "INFO: lockdep is turned off",
                                                    "kernel BUG",
                                                    " at mm/x.c:1!",
                                                    "Kernel panic - not syncing: x",
                                                    "** replaying previous printk message **",
                                                    "** replay",
                                                    "[    1.000000] ",
                                                    "[    1.000000][  T12] ",
                                                    "[    1.000000][    C0] ",
                                                    "ODEBUG: ",
                                                    "Call Trace:",
                                                    "Comm: syz.1.23 Not",
                                                    "Kernel panic - not syncing: y\n",
                                                    "Sending NMI from CPU 0 to CPUs 1:\n",
                                                    "serialport: VM disconnected.",
                                                    "x login: ",
                                                    " ? ",
                                                    "Disabling lock debugging due to kernel taint",
                                                    "BUG: KASAN: use-after-free in foo+0x1/0x2\n",
                                                    "Read of size 8 at addr 1\n",
                                                    " foo+0x1/0x2",
                                                    "panic: x",
                                                    "_panic: "};
    std::uniform_int_distribution<std::size_t> choose(0, pieces.size() - 1);
    std::uniform_int_distribution<int> count(0, 40);
    std::string console;
    for (int i = count(random); i > 0; --i) {
        console += pieces[choose(random)];
    }
    return console;
}

} // namespace

class TestCrashScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfTheCrashWhenItsLineIsWhole();
    void findsTheSameCrashHoweverItIsCut();
    void agreesWithTheExtractorOnAnything();
    void takesACutHeaderBackWhenItIsPrintedAgain();
    void judgesALastLineWithoutBreakAtTheEnd();
    void readsOnlyTheBeginOfEndlessLines();
    void looksBackAsFarHoweverItIsCut();
    void givesTheReportWhenItHasSettled();
    void mayBeFinishedTwice();
    void findsNothingInACleanConsole();
};

void TestCrashScanner::tellsOfTheCrashWhenItsLineIsWhole()
{
    const std::size_t begin = bugConsole.find("[    9.500000]");
    const std::size_t end = bugConsole.find('\n', begin);
    Scanner scanner;
    scanner.feed(std::string_view(bugConsole).substr(0, end));
    QVERIFY(!scanner.crashed());
    scanner.feed("\n");
    QVERIFY(scanner.crashed());
    QCOMPARE(scanner.crashOffset(), begin);
    QCOMPARE(scanner.crashLine(), bugConsole.substr(begin, end - begin));
}

void TestCrashScanner::findsTheSameCrashHoweverItIsCut()
{
    std::mt19937 random(1);
    for (std::size_t longest = 1; longest < 300; ++longest) {
        const Scanner scanner = scan(bugConsole, random, longest);
        QVERIFY(scanner.crashed());
        QCOMPARE(scanner.crashOffset(), bugConsole.find("[    9.500000]"));
    }
}

void TestCrashScanner::agreesWithTheExtractorOnAnything()
{
    std::mt19937 random(2);
    int crashes = 0;
    for (int round = 0; round < 4000; ++round) {
        const std::string console = randomConsole(random);
        const auto report = extract(console);
        const Scanner scanner = scan(console, random, 9);
        QCOMPARE(scanner.crashed(), report.has_value());
        QVERIFY(scanner.report() == report);
        if (report) {
            ++crashes;
            QVERIFY(!report->title.empty());
            QCOMPARE(scanner.crashOffset(), report->beginOffset);
        }
    }
    QVERIFY(crashes > 400);
    QVERIFY(crashes < 3900);
}

void TestCrashScanner::takesACutHeaderBackWhenItIsPrintedAgain()
{
    const std::string first = "[    2.000000] INFO: lock\n";
    const std::string notice = "** replaying previous printk message **\n";
    Scanner harmless;
    harmless.feed(first);
    QVERIFY(harmless.crashed());
    harmless.feed(notice + "[    2.000000] INFO: lockdep is turned off.\n");
    QVERIFY(!harmless.crashed());

    Scanner real;
    real.feed(first + notice + "[    2.000000] INFO: task a:1 blocked for more than 143 seconds.\n");
    QVERIFY(real.crashed());
    QCOMPARE(real.crashOffset(), first.size() + notice.size());
}

void TestCrashScanner::judgesALastLineWithoutBreakAtTheEnd()
{
    Scanner scanner;
    scanner.feed("[    2.000000] kernel BUG at fs/x.c:12!");
    QVERIFY(!scanner.crashed());
    scanner.finish();
    QVERIFY(scanner.crashed());
}

void TestCrashScanner::readsOnlyTheBeginOfEndlessLines()
{
    const std::string hidden = std::string(maxLineBytes, 'x') + "BUG: \n";
    const std::string seen = std::string(maxLineBytes - 5, 'x') + "BUG: \n";
    std::mt19937 random(3);
    for (const std::string &console : {hidden, seen, hidden + seen}) {
        const auto report = extract(console);
        QCOMPARE(report.has_value(), console != hidden);
        QVERIFY(scan(console, random, 5000).report() == report);
        QCOMPARE(scan(console, random, 5000).firstLongLine(), std::size_t{console == seen ? 0U : 1U});
    }
    QCOMPARE(scan("a\n" + hidden, random, 5000).firstLongLine(), std::size_t{2});
    QCOMPARE(scan(std::string(maxLineBytes, 'x') + "\nx\n", random, 5000).firstLongLine(), std::size_t{0});
}

void TestCrashScanner::looksBackAsFarHoweverItIsCut()
{
    // The line that belongs to the crash stands before, at or behind the edge of what is remembered.
    const std::string line = "[    8.000000][  T77] just before\n";
    const std::string crash = "[    9.000000][  T77] BUG: workqueue lockup - pool cpus=0\n";
    std::mt19937 random(5);
    int seen = 0;
    for (std::size_t distance = lookBehindBytes - 60; distance < lookBehindBytes + 60; ++distance) {
        std::string console = "[    7.000000][  T77] boot\n" + line;
        console += std::string(distance - line.size() - 1, 'x') + '\n' + crash;
        const auto report = extract(console);
        QVERIFY(report);
        seen += report->text.starts_with("just before\n");
        QVERIFY(scan(console, random, std::size_t{100} << 10).report() == report);
    }
    QVERIFY(seen > 0 && seen < 120);

    const std::string endless = line + crash.substr(0, crash.size() - 1) + std::string(4 * lookBehindBytes, 'y');
    const auto report = extract(endless + '\n');
    QVERIFY(report);
    QVERIFY(report->text.starts_with("just before\n"));
    QVERIFY(scan(endless + '\n', random, 9000).report() == report);
    QVERIFY(scan(endless, random, 9000).report() == extract(endless));
}

void TestCrashScanner::givesTheReportWhenItHasSettled()
{
    std::string console = bugConsole;
    for (int i = 0; i < 30; ++i) {
        console += "[    9.600000][ T4321]  widget_deeper+0x33/0x90\n";
    }
    Scanner scanner;
    scanner.feed(console);
    QVERIFY(scanner.crashed());
    QVERIFY(!scanner.settled());
    QCOMPARE(scanner.report()->title, std::string("BUG: sleeping function called from invalid context in widget_open"));
    scanner.feed("[    9.700000][ T4321] Kernel panic - not syncing: panic_on_warn set ...\n");
    QVERIFY(scanner.settled());
    const auto settled = scanner.report();
    QVERIFY(settled->panicked);
    scanner.feed("[    9.800000][ T4321] Call Trace:\n[    9.800000][ T4321]  panic+0x1/0x2\n"
                 "[    9.900000][    C0] INFO: task repro:77 blocked for more than 143 seconds.\n");
    QCOMPARE(scanner.report()->title, settled->title);
    QCOMPARE(scanner.report()->text, settled->text);
    QVERIFY(scanner.report()->endOffset > settled->endOffset);
    scanner.finish();
    QVERIFY(scanner.settled());

    Scanner cut;
    cut.feed(bugConsole);
    QVERIFY(!cut.settled());
    cut.finish();
    QVERIFY(cut.settled());
    Scanner clean;
    clean.finish();
    QVERIFY(!clean.settled());
    QVERIFY(!clean.report());
}

void TestCrashScanner::mayBeFinishedTwice()
{
    Scanner scanner;
    scanner.feed("[    2.000000] kernel BUG at fs/x.c:12!");
    scanner.finish();
    const auto report = scanner.report();
    scanner.finish();
    QVERIFY(scanner.report() == report);
}

void TestCrashScanner::findsNothingInACleanConsole()
{
    std::string console;
    for (int i = 0; i < 1000; ++i) {
        console += "[    1.000000][  T12] usb 1-1: bug fixed, warning: none, info\n";
    }
    std::mt19937 random(4);
    QVERIFY(!extract(console));
    QVERIFY(!scan(console, random, 100).crashed());
}

QTEST_GUILESS_MAIN(TestCrashScanner)

#include "test_crash_scanner.moc"
