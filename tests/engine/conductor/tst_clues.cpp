// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/clues.h"

#include <QTest>

using namespace culprit;
using namespace culprit::conductor;

namespace
{

kernel::SourceMap sources()
{
    return kernel::sourceMapFromText("# with headers\n"
                                     "arch/x86/kernel/traps.c\thandle_bug\n"
                                     "drivers/frob/frob.c\tfrob_put\tfrob_init\n"
                                     "drivers/frob/queue.c\tqueue_pop\n"
                                     "fs/gronk/gronk.c\tgronk_close\n"
                                     "include/linux/frob.h\n"
                                     "kernel/sched/core.c\tinit\n"
                                     "kernel/tick.c\t__do_sys_ticking\t__x64_sys_ticking\tinit\n"
                                     "mm/a.c\tinit\nmm/b.c\tinit\n");
}

Clues clues()
{
    return findClues(QStringLiteral("KASAN: use-after-free Read in frob_put"),
                     QStringLiteral("Call Trace:\n frob_put+0x1/0x2\n gronk_close+0x1/0x2\n init+0x1/0x2\n"
                                    "WARNING: at include/linux/frob.h:12\n"),
                     "int main(void) { ticking(3); open(\"/dev/frob\", 0); return syscall(__NR_mmap); }", sources());
}

} // namespace

class CluesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesByTheStrongestTrace_data();
    void judgesByTheStrongestTrace();
    void saysWhy();
    void knowsLittleWithoutSources();
    void weightsFallFromTraceToTrace();
};

void CluesTest::judgesByTheStrongestTrace_data()
{
    QTest::addColumn<QStringList>("touched");
    QTest::addColumn<bool>("merge");
    QTest::addColumn<Trace>("trace");
    const auto row = [](const char *name, const QStringList &touched, Trace trace, bool merge = false) {
        QTest::newRow(name) << touched << merge << trace;
    };
    row("crash", {QStringLiteral("Documentation/frob.rst"), QStringLiteral("drivers/frob/frob.c")}, Trace::CrashFile);
    row("stack", {QStringLiteral("fs/gronk/gronk.c"), QStringLiteral("drivers/frob/queue.c")}, Trace::StackFile);
    row("header of the warning", {QStringLiteral("include/linux/frob.h")}, Trace::StackFile);
    row("directory", {QStringLiteral("drivers/frob/queue.c")}, Trace::Directory);
    row("system call", {QStringLiteral("kernel/tick.c")}, Trace::SystemCall);
    row("a name that many share", {QStringLiteral("mm/a.c")}, Trace::Unknown);
    row("the broad directory", {QStringLiteral("kernel/sched/core.c")}, Trace::Unknown);
    row("Makefile", {QStringLiteral("drivers/other/Makefile")}, Trace::Unknown);
    row("Kconfig", {QStringLiteral("drivers/other/Kconfig")}, Trace::Unknown);
    row("tool of the build", {QStringLiteral("tools/objtool/check.c")}, Trace::Unknown);
    row("script", {QStringLiteral("scripts/sorttable.c")}, Trace::Unknown);
    row("documentation", {QStringLiteral("Documentation/a.txt"), QStringLiteral("MAINTAINERS")}, Trace::NotBuilt);
    row("not built", {QStringLiteral("drivers/other/other.c")}, Trace::NotBuilt);
    row("not built, in the crash's directory", {QStringLiteral("drivers/frob/debug.c")}, Trace::NotBuilt);
    row("header that nothing includes", {QStringLiteral("include/linux/other.h")}, Trace::NotBuilt);
    row("another architecture", {QStringLiteral("arch/riscv/Kconfig")}, Trace::NotBuilt);
    row("this architecture", {QStringLiteral("arch/x86/Kconfig")}, Trace::Unknown);
    row("clean merge", {}, Trace::CleanMerge, true);
    row("merge with its own change", {QStringLiteral("drivers/frob/frob.c")}, Trace::CrashFile, true);
    row("empty commit", {}, Trace::NotBuilt);
}

void CluesTest::judgesByTheStrongestTrace()
{
    QFETCH(const QStringList, touched);
    QFETCH(const bool, merge);
    QFETCH(const Trace, trace);
    std::vector<std::string> paths;
    for (const QString &path : touched) {
        paths.push_back(path.toStdString());
    }
    QCOMPARE(clues().judge(paths, merge).trace, trace);
}

void CluesTest::saysWhy()
{
    const Clues known = clues();
    const auto why = [&known](const char *path) {
        return known.reasonOf(known.judge(std::array{std::string(path)}, false));
    };
    QCOMPARE(why("drivers/frob/frob.c"), QStringLiteral("touches drivers/frob/frob.c, where the crash is (frob_put)"));
    QCOMPARE(why("fs/gronk/gronk.c"),
             QStringLiteral("touches fs/gronk/gronk.c, which is on the crash's stack (gronk_close)"));
    QVERIFY(why("drivers/frob/queue.c").contains(QStringLiteral("the directory of drivers/frob/frob.c")));
    QVERIFY(why("kernel/tick.c").contains(QStringLiteral("system call ticking")));
    QVERIFY(why("mm/a.c").isEmpty());
    QVERIFY(why("drivers/other/other.c").contains(QStringLiteral("nothing that this kernel is built of")));
}

void CluesTest::knowsLittleWithoutSources()
{
    const Clues known =
        findClues(QStringLiteral("WARNING in frob_put"),
                  QStringLiteral("WARNING: CPU: 0 PID: 1 at drivers/frob/frob.c:9 frob_put+0x1/0x2\n"), {}, {});
    const auto trace = [&known](const char *path) { return known.judge(std::array{std::string(path)}, false).trace; };
    QCOMPARE(trace("drivers/frob/frob.c"), Trace::CrashFile);
    QCOMPARE(trace("drivers/frob/queue.c"), Trace::Directory);
    QCOMPARE(trace("arch/riscv/kernel/traps.c"), Trace::Unknown);
    QCOMPARE(trace("Documentation/a.rst"), Trace::NotBuilt);
}

void CluesTest::weightsFallFromTraceToTrace()
{
    const QList<Trace> all{Trace::CrashFile, Trace::StackFile,  Trace::Directory, Trace::SystemCall,
                           Trace::Unknown,   Trace::CleanMerge, Trace::NotBuilt};
    for (qsizetype i = 1; i < all.size(); ++i) {
        QVERIFY(permilleOf(all[i - 1]) >= permilleOf(all[i]));
    }
    QCOMPARE(permilleOf(Trace::Unknown), 1000);
}

QTEST_GUILESS_MAIN(CluesTest)
#include "tst_clues.moc"
