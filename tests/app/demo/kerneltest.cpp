// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demohistory.h"
#include "app/demo/demosetup.h"
#include "tests/app/demo/gitcommand.h"
#include "tests/app/demo/pocketguest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace culprit;
using namespace culprit::demo;

namespace
{

constexpr int seeds = 40;

/// What many boots of one kernel showed.
struct Tally {
    int ended = 0;
    int kasan = 0;
    int fault = 0;
    int stranger = 0;
    int finished = 0;
};

} // namespace

/// Builds revisions of the demo with gcc and boots them in QEMU.
class KernelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<DemoHistory> made = makeDemoHistory(path("pocket"));
        QVERIFY2(made, made ? "" : made.error().message.c_str());
        m_history = *made;
        QVERIFY(!git(QStringLiteral("worktree|add|--quiet|--detach|%1|v1.0").arg(path("tree")))
                     .startsWith(QLatin1String("failed")));
    }

    void talksOnBothPorts_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QByteArray>("release");
        QTest::newRow("v1.0") << QStringLiteral("v1.0") << QByteArray("1.0.0");
        QTest::newRow("v1.2-rc1") << QStringLiteral("v1.2-rc1") << QByteArray("1.2.0-rc1");
        QTest::newRow("parent") << m_history.culpritParent << QByteArray("1.2.0-rc1");
        QTest::newRow("culprit") << m_history.culprit << QByteArray("1.2.0-rc1");
        QTest::newRow("v1.4") << QStringLiteral("v1.4") << QByteArray("1.4.0");
    }

    void talksOnBothPorts()
    {
        QFETCH(QString, revision);
        QFETCH(QByteArray, release);
        const CommandResult built = build(revision);
        QVERIFY2(built.exitCode == 0, built.output.constData());
        QVERIFY2(!built.output.contains("warning"), built.output.constData());
        const GuestOutput guest =
            boot("open /dev/pocket1\nioctl FRAME 100\nioctl FLUSH\nclose\nprint hello there\nexit 3\n", 1);
        QVERIFY2(guest.ended, guest.console.constData());
        QCOMPARE(guest.agent, QByteArray("CULPRIT:BOOT-OK " + release +
                                         " 0\nCULPRIT:SELF-TEST ok\nCULPRIT:REPRO-START\n"
                                         "hello there\nCULPRIT:REPRO-EXIT 3\nCULPRIT:DONE\n"));
        const QByteArray banner = guest.console.left(guest.console.indexOf('\n'));
        QVERIFY2(banner.startsWith("[    0.") &&
                     banner.contains("] Pocket version " + release + " (culprit@demo) (gcc "),
                 banner.constData());
        QVERIFY(guest.console.count('\n') > 50);
        QVERIFY(guest.console.endsWith("reboot: Power down\n"));
    }

    void crashesFromTheCulpritOn_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<bool>("bad");
        QTest::newRow("culprit") << m_history.culprit << true;
        QTest::newRow("parent") << m_history.culpritParent << false;
    }

    void crashesFromTheCulpritOn()
    {
        QFETCH(QString, revision);
        QFETCH(bool, bad);
        QCOMPARE(build(revision).exitCode, 0);
        const Tally tally = bootManySeeds();
        const int crashes = tally.kasan + tally.fault;
        const QByteArray text = "KASAN " + QByteArray::number(tally.kasan) + ", fault " +
                                QByteArray::number(tally.fault) + ", stranger " + QByteArray::number(tally.stranger);
        QCOMPARE(tally.ended, seeds);
        QCOMPARE(tally.finished, seeds - crashes);
        // Four standard deviations around 60 % of 40; the seeds are fixed, so that the numbers never change.
        QVERIFY2(bad ? crashes >= 12 && crashes <= 36 : crashes == 0, text.constData());
        QVERIFY2(!bad || (tally.kasan >= 4 && tally.fault >= 3), text.constData());
        QVERIFY2(tally.stranger <= 8, text.constData());
        m_strangers += tally.stranger;
    }

    void meetsTheStrangerSomewhere() { QVERIFY(m_strangers >= 1); }

    void showsMoreOftenAtAHigherRate()
    {
        QCOMPARE(build(QStringLiteral("v1.4")).exitCode, 0);
        for (int seed = 1; seed <= 5; ++seed) {
            const GuestOutput guest = boot(demoReproducer(100), seed);
            QVERIFY(guest.console.contains("Kernel panic - not syncing: "));
            QVERIFY(guest.agent.endsWith("CULPRIT:REPRO-START\n"));
        }
    }

    void makesTheSameKernelFromDocumentation_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::newRow("glossary") << QStringLiteral("Documentation: glossary: add the window");
        QTest::newRow("references") << QStringLiteral("Documentation: references: say who drops the device's");
        QTest::newRow("maintainers") << QStringLiteral("MAINTAINERS: add the documentation");
    }

    void makesTheSameKernelFromDocumentation()
    {
        QFETCH(QString, subject);
        const QString commit = git(QStringLiteral("log|--format=%H|--fixed-strings|-1|v1.4|--grep=") + subject);
        QCOMPARE(build(commit + QLatin1Char('^')).exitCode, 0);
        const QByteArray before = vmlinux();
        QVERIFY(before.startsWith("\x7f"
                                  "ELF"));
        QVERIFY(QDir(path("objects")).removeRecursively());
        QCOMPARE(build(commit).exitCode, 0);
        QVERIFY(vmlinux() == before);
    }

    void doesNotBuildInTheBrokenStretch()
    {
        const auto find = [this](const QString &subject) {
            return git(QStringLiteral("log|--format=%H|--fixed-strings|--no-merges|v1.4|--grep=") + subject)
                .section(QLatin1Char('\n'), -1);
        };
        const QString broken = find(QStringLiteral("ACPI: check the sum of every table"));
        const QString fixed = find(QStringLiteral("ACPI: add the header that the checksum change forgot"));
        const QStringList stretch = git(QStringLiteral("rev-list|--reverse|--first-parent|%1^..%2^").arg(broken, fixed))
                                        .split(QLatin1Char('\n'));
        QVERIFY2(stretch.size() >= 7 && stretch.size() <= 10, qPrintable(QString::number(stretch.size())));
        for (const QString &commit : {stretch.first(), stretch.at(stretch.size() / 2), stretch.last()}) {
            const CommandResult built = build(commit);
            QVERIFY(built.exitCode > 0);
            QVERIFY2(built.output.contains("fatal error: pocket/acpi.h"), built.output.constData());
        }
        QCOMPARE(build(broken + QLatin1Char('^')).exitCode, 0);
        QCOMPARE(build(fixed).exitCode, 0);
    }

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    /// Arguments are separated by bars.
    QString git(const QString &arguments) const
    {
        return gitSays(m_history.repository, arguments.split(QLatin1Char('|')));
    }

    CommandResult build(const QString &revision) const
    {
        const CommandResult checkedOut =
            runCommand(path("tree"), QStringLiteral("git"),
                       {QStringLiteral("checkout"), QStringLiteral("--quiet"), QStringLiteral("--detach"), revision});
        if (checkedOut.exitCode != 0) {
            return checkedOut;
        }
        return runCommand(
            path("tree"), QStringLiteral("make"),
            {QStringLiteral("-C"), path("tree"), QStringLiteral("O=") + path("objects"), QStringLiteral("-j2")});
    }

    QByteArray vmlinux() const
    {
        QFile file(path("objects/vmlinux"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    GuestOutput boot(const QByteArray &reproducer, int seed) const
    {
        return bootPocket(path("objects/kernel.elf"), reproducer, seed, path("runs/") + QString::number(seed));
    }

    Tally bootSeeds(int first, int step) const
    {
        Tally tally;
        for (int seed = first; seed <= seeds; seed += step) {
            const GuestOutput guest = boot(demoReproducer(defaultFlakyPercent), seed);
            tally.ended += guest.ended;
            tally.kasan += guest.console.contains("] BUG: KASAN: slab-use-after-free in pocket_frame_put+0x");
            tally.fault += guest.console.contains("] general protection fault: ") &&
                           guest.console.contains("] RIP: 0010:pocket_ring_flush+0x");
            tally.stranger += guest.console.contains("] WARNING: CPU: 0 PID: 1 at net/pocket/timer.c:") &&
                              guest.console.contains(" pocket_timer_check+0x");
            tally.finished += guest.agent.endsWith("CULPRIT:REPRO-EXIT 0\nCULPRIT:DONE\n");
        }
        return tally;
    }

    Tally bootManySeeds() const
    {
        std::future<Tally> odd = std::async(std::launch::async, [this] { return bootSeeds(1, 2); });
        Tally sum = bootSeeds(2, 2);
        const Tally other = odd.get();
        sum.ended += other.ended;
        sum.kasan += other.kasan;
        sum.fault += other.fault;
        sum.stranger += other.stranger;
        sum.finished += other.finished;
        return sum;
    }

    QTemporaryDir m_folder;
    DemoHistory m_history;
    int m_strangers = 0;
};

QTEST_GUILESS_MAIN(KernelTest)
#include "kerneltest.moc"
