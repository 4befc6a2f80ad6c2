// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testkernel.h"
#include "watchedrun.h"

#include "engine/machine/imageguest.h"

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace culprit::machine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Takes the agent, shows what it got, and ends like a reproducer that failed with status 7.
constexpr auto GoodSsh = R"sh(case "$*" in
*--over-ssh*)
    cat >"$HERE/input"
    printf 'CULPRIT:BOOT-OK 6.12 0\nCULPRIT:SELF-TEST ok\nCULPRIT:REPRO-START\nhello\n'
    printf 'CULPRIT:REPRO-EXIT 7\nCULPRIT:DONE\n' ;;
*) cat >"$HERE/agent" ;;
esac
)sh";

/// Breaks while the reproducer runs.
constexpr auto BreakingSsh = R"sh(cat >/dev/null
case "$*" in
*--over-ssh*)
    printf 'CULPRIT:BOOT-OK 6.12 0\nCULPRIT:SELF-TEST ok\nCULPRIT:REPRO-START\n'
    printf 'client_loop: send disconnect: \033[31mBroken pipe\n' >&2
    exit 255 ;;
esac
)sh";

} // namespace

/// Machines with a disk: real QEMU and qemu-img, the tests' own kernel, and scripts that play ssh.
class TestImageRun : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{u"/tmp/culprit-image-XXXXXX"_s};

    QString script(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.write("#!/bin/sh\nHERE=" + m_folder.path().toUtf8() + '\n' + text);
        }
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    QByteArray contents(const QString &name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    RunRequest request(const QByteArray &ssh, const QString &role = u"beat"_s)
    {
        ImageGuest guest;
        guest.disk = m_folder.filePath(u"base.img"_s);
        guest.diskFormat = u"raw"_s;
        guest.sshKey = m_folder.filePath(u"id"_s);
        guest.agent = "the agent";
        guest.tryEvery = 50ms;
        RunRequest wanted = testRequest(m_folder, role);
        guest.ssh = script(u"ssh-"_s + wanted.name, ssh);
        wanted.guest = guest;
        wanted.reproducer = "the reproducer\n\nwhole";
        wanted.deadlines.settle = 1s;
        return wanted;
    }

    /// Processes with the run's scripts or folder on their command line.
    bool isAnythingLeft(const RunRequest &wanted)
    {
        QProcess pgrep;
        pgrep.start(u"pgrep"_s, {u"-f"_s, std::get<ImageGuest>(wanted.guest).ssh + u"|"_s + wanted.folder + u"/"_s});
        return !pgrep.waitForFinished() || pgrep.exitCode() != 1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile disk(m_folder.filePath(u"base.img"_s));
        QVERIFY(disk.open(QIODevice::WriteOnly) && disk.write(QByteArray(2 * 1024 * 1024, 'd')) > 0);
    }

    void theAgentIsBroughtAndItsRecordsAreRead()
    {
        const QByteArray disk = contents(u"base.img"_s);
        const RunRequest wanted = request(GoodSsh);
        WatchedRun run(wanted);
        QVERIFY(run.play());
        const RunResult &result = *run.result;
        QVERIFY2(result.ending == Ending::AgentDone, qPrintable(result.sentence));
        QCOMPARE(result.exitCode, 7);
        QCOMPARE(result.kernelRelease, u"6.12"_s);
        QCOMPARE(result.reached, RunState::Testing);
        QCOMPARE(run.testOutput, "hello\n");
        QCOMPARE(contents(u"agent"_s), "the agent");
        QVERIFY(contents(u"input"_s).startsWith("seconds=10\n"));
        QVERIFY(contents(u"input"_s).endsWith("seed=0\n\nthe reproducer\n\nwhole"));
        QCOMPARE(result.overlayArgv.first(), u"qemu-img"_s);
        QCOMPARE(result.sshArgv.last(), u"127.0.0.1"_s);
        run.run.reset();
        QVERIFY(!QFile::exists(wanted.folder));
        QCOMPARE(contents(u"base.img"_s), disk);
    }

    void aGuestThatStillBootsIsTriedAgain()
    {
        WatchedRun run(request(QByteArray(R"sh(echo try >>"$HERE/tries"
if [ "$(wc -l <"$HERE/tries")" -lt 6 ]; then
    echo 'ssh: connect to host 127.0.0.1 port 4022: Connection refused' >&2
    exit 255
fi
)sh") + GoodSsh));
        QVERIFY(run.play());
        QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
        QCOMPARE(contents(u"tries"_s).count("try"), 7);
    }

    void aGuestThatLetsNobodyInIsTheImagesFault_data()
    {
        QTest::addColumn<QByteArray>("ssh");
        QTest::addColumn<QString>("words");
        QTest::newRow("key") << QByteArray("echo 'root@127.0.0.1: Permission denied (publickey).' >&2; exit 255\n")
                             << u"Permission denied"_s;
        QTest::newRow("disk") << QByteArray("echo 'sh: culprit-agent: Read-only file system' >&2; exit 1\n")
                              << u"Read-only file system"_s;
    }

    void aGuestThatLetsNobodyInIsTheImagesFault()
    {
        QFETCH(const QByteArray, ssh);
        QFETCH(const QString, words);
        WatchedRun run(request(ssh));
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::GuestRefused);
        QVERIFY2(run.result->sentence.contains(words), qPrintable(run.result->sentence));
        QVERIFY2(run.result->sentence.contains(u"/id"_s), qPrintable(run.result->sentence));
    }

    void aGuestThatIsNeverReachedIsStuckInItsBoot()
    {
        RunRequest wanted = request("echo 'Connection reset by peer' >&2; exit 255\n");
        wanted.deadlines.boot = 1s;
        WatchedRun run(wanted);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::BootStuck);
        QVERIFY2(run.result->sentence.contains(u"Connection reset by peer"_s), qPrintable(run.result->sentence));
        QVERIFY(run.result->nmiOffset);
    }

    void aLostConnectionIsItsOwnEnding()
    {
        WatchedRun run(request(BreakingSsh), seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::LostConnection);
        QCOMPARE(run.result->reached, RunState::Testing);
        QVERIFY(run.states.contains(RunState::Settling));
        // What a guest can make ssh say is shown without its escapes.
        QVERIFY2(run.result->sentence.contains(u"Broken pipe"_s), qPrintable(run.result->sentence));
        QVERIFY(!run.result->sentence.contains(u'\033'));
    }

    void aLateReportWinsOverALostConnection()
    {
        RunRequest wanted = request(BreakingSsh, u"slowreport"_s);
        wanted.deadlines.settle = 5s;
        WatchedRun run(wanted, seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::Crashed);
    }

    void anotherPortIsTakenWhenTheFirstIsLost()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        RunRequest wanted = request(GoodSsh);
        std::get<ImageGuest>(wanted.guest).port = other.serverPort();
        WatchedRun run(wanted);
        QVERIFY(run.play());
        QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
        QVERIFY(!run.result->argv.join(u' ').contains(u":%1-:22"_s.arg(other.serverPort())));
    }

    void portsAreNotTriedForEver()
    {
        RunRequest wanted = request(GoodSsh);
        wanted.qemu = script(u"qemu"_s, "echo try >>\"$HERE/starts\"\n"
                                        "echo \"Could not set up host forwarding rule 'tcp:x'\"; exit 1\n");
        WatchedRun run(wanted);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::NotStarted);
        QVERIFY2(run.result->sentence.contains(u"port"_s), qPrintable(run.result->sentence));
        QCOMPARE(contents(u"starts"_s).count("try"), 5);
    }

    void aDiskThatIsGoneIsSaid()
    {
        RunRequest wanted = request(GoodSsh);
        std::get<ImageGuest>(wanted.guest).disk = u"/no/base.img"_s;
        WatchedRun run(wanted);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::NotStarted);
        QVERIFY2(run.result->sentence.contains(u"/no/base.img"_s), qPrintable(run.result->sentence));

        std::get<ImageGuest>(wanted.guest).qemuImg = u"no-such-qemu-img"_s;
        WatchedRun without(wanted);
        QVERIFY(without.play());
        QCOMPARE(without.result->ending, Ending::NotStarted);
        QVERIFY2(without.result->sentence.contains(u"qemu-utils"_s), qPrintable(without.result->sentence));
    }

    void aFloodOverSshEndsTheRun()
    {
        RunRequest wanted = request("case \"$*\" in *--over-ssh*) exec yes ;; *) cat >/dev/null ;; esac\n");
        wanted.floodLimit = 1024 * 1024;
        WatchedRun run(wanted);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::Flood);
        QVERIFY(run.testOutput.size() < 8 * 1024 * 1024);
        run.run.reset();
        QTRY_VERIFY(!isAnythingLeft(wanted));
    }

    void nothingStaysOfACancelledRun()
    {
        const RunRequest wanted = request("cat >/dev/null\ncase \"$*\" in *--over-ssh*)\n"
                                          "    printf 'CULPRIT:BOOT-OK 6 0\\nCULPRIT:REPRO-START\\n'; sleep 1000 ;;\n"
                                          "esac\n");
        WatchedRun run(wanted);
        run.run->start();
        QTRY_COMPARE_WITH_TIMEOUT(run.run->state(), RunState::Testing, 60'000);
        QVERIFY(isAnythingLeft(wanted));
        run.run->stop();
        QVERIFY(run.wait());
        QCOMPARE(run.result->ending, Ending::Cancelled);
        run.run.reset();
        QTRY_VERIFY(!isAnythingLeft(wanted));
        QVERIFY(!QFile::exists(wanted.folder));

        WatchedRun early(request(GoodSsh));
        early.run->start();
        early.run->stop();
        QVERIFY(early.wait());
        QCOMPARE(early.result->ending, Ending::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestImageRun)
#include "test_imagerun.moc"
