// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/exchange/bisected.h"

#include <QTest>

using namespace culprit;
using namespace culprit::test;
using namespace Qt::StringLiterals;

class TableTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableOfParentAndCulprit();
    void mergeHasAColumnForEachParent();
    void goodEndStandsForParentsBehindIt();
    void fixesLine();
    void fixesLineTakesMoreDigitsWhereTwelveAreShared();
    void refused();
};

void TableTest::tableOfParentAndCulprit()
{
    const Bisected bisected(Find::Cause, u"INFO: task kworker/0:1:7 blocked for more than 143 seconds in ext4_f"_s);
    const QString table = bisected.as("table");
    const QString expected = uR"(culprit noticed "INFO:task_kworker/#:#:#blocked_for_more_than#seconds_in_ext4_f" on:

commit: %1 ("commit 9")

compiler: gcc (Debian 14.2.0) 14.2.0
test machine: QEMU emulator version 10.0, accel=tcg, 2 CPUs, 2G

+----------------------------------------------------------------+------------+------------+
|                                                                | %2 | %3 |
+----------------------------------------------------------------+------------+------------+
| boot_successes                                                 | 10         | 10         |
| boot_failures                                                  | 0          | 0          |
| INFO:task_kworker/#:#:#blocked_for_more_than#seconds_in_ext4_f | 0          | 6          |
| WARNING_in_g                                                   | 1          | 0          |
+----------------------------------------------------------------+------------+------------+
)"_s.arg(bisected.hash(guilty), bisected.hash(8).first(10), bisected.hash(guilty).first(10));
    QCOMPARE(table, expected);
}

void TableTest::mergeHasAColumnForEachParent()
{
    Bisected bisected(Find::Cause);
    auto range = std::make_shared<history::CommitRange>(*bisected.state.range);
    range->commits[guilty - 1].parents = {7, 6};
    range->commits[guilty - 1].parentCount = 2;
    bisected.state = fold(bisected.events, {std::move(range)});
    const QString columns = u" | %1 | %2 | %3 |\n"_s.arg(bisected.hash(8).first(10), bisected.hash(7).first(10),
                                                         bisected.hash(9).first(10));
    QVERIFY2(bisected.as("table").contains(columns), qPrintable(bisected.as("table")));
}

void TableTest::goodEndStandsForParentsBehindIt()
{
    Bisected bisected(Find::Cause);
    bisected.conclusion.culprit = bisected.id(1);
    const QString columns = u" | %1 | %2 |\n"_s.arg(bisected.hash(0).first(10), bisected.hash(1).first(10));
    const QString table = bisected.as("table");
    QVERIFY2(table.contains(columns), qPrintable(table));
    QVERIFY2(table.contains(u"| boot_successes | 20         | 0          |\n"_s), qPrintable(table));
}

void TableTest::fixesLine()
{
    Bisected bisected(Find::Cause);
    bisected.setSubject(guilty, "io_uring: allocate\nmemory");
    QCOMPARE(bisected.as("fixes"),
             u"Fixes: %1 (\"io_uring: allocate memory\")\n"_s.arg(bisected.hash(guilty).first(12)));
}

void TableTest::fixesLineTakesMoreDigitsWhereTwelveAreShared()
{
    Bisected bisected(Find::Cause);
    auto range = std::make_shared<history::CommitRange>(*bisected.state.range);
    std::string other = bisected.hash(guilty).toStdString();
    other[14] = other[14] == '0' ? '1' : '0';
    range->goods.front().id = history::ObjectId::fromHex(other).value();
    bisected.state = fold(bisected.events, {std::move(range)});
    QCOMPARE(bisected.as("fixes"), u"Fixes: %1 (\"commit 9\")\n"_s.arg(bisected.hash(guilty).first(15)));
}

void TableTest::refused()
{
    Bisected bisected(Find::Cause);
    bisected.conclusion.confirmed = false;
    QVERIFY(bisected.refusalOf("table").startsWith(u"A table of parent and culprit takes a confirmed culprit, and "_s));
    QVERIFY(bisected.refusalOf("fixes").startsWith(u"A Fixes: line takes a confirmed culprit, and "_s));
    const Bisected fix(Find::Fix);
    QVERIFY(fix.refusalOf("fixes").contains(u"searched for the one that fixed it: take the format \"mail\""_s));
    QVERIFY(fix.as("table").startsWith(u"culprit noticed \"KASAN:use-after-free_Read_in_f\" no longer on:\n"_s));
}

QTEST_GUILESS_MAIN(TableTest)
#include "tabletest.moc"
