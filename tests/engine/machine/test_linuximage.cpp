// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchedrun.h"

#include "engine/machine/guestagent.h"
#include "engine/machine/imagecheck.h"
#include "engine/machine/initramfs.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace culprit;
using namespace culprit::machine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Boots the Linux image named by $CULPRIT_TEST_KERNEL, which has resources/linux/guest.fragment and image.fragment
/// built in, with a disk image of the test's own making, and reaches it by ssh.
class TestLinuxImage : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{u"/tmp/culprit-disk-XXXXXX"_s};
    ImageGuest m_guest;
    QByteArray m_diskHash;
    int m_runs = 0;

    RunRequest request(const QByteArray &reproducer)
    {
        RunRequest wanted;
        wanted.name = u"image-%1"_s.arg(++m_runs);
        wanted.folder = m_folder.filePath(u"r%1"_s.arg(m_runs));
        wanted.kernelImage = qEnvironmentVariable("CULPRIT_TEST_KERNEL");
        wanted.kernelArguments = u"init=/init"_s;
        wanted.reproducer = reproducer;
        wanted.plan = {.seconds = 4, .repeat = false, .settleSeconds = 1, .heartbeatSeconds = 1, .seed = 42};
        wanted.guest = m_guest;
        return wanted;
    }

    [[nodiscard]] QByteArray hashOfDisk() const
    {
        QFile disk(m_guest.disk);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return disk.open(QIODevice::ReadOnly) && hash.addData(&disk) ? hash.result() : QByteArray();
    }

    static void tellTimes(const RunResult &result)
    {
        qInfo().noquote() << word(result.ending) << "banner" << result.bannerMs << "boot" << result.bootMs << "total"
                          << result.totalMs << "ms:" << result.sentence;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("CULPRIT_TEST_KERNEL")) {
            QSKIP("set CULPRIT_TEST_KERNEL to the path of a bzImage");
        }
        QProcess script;
        script.setProcessChannelMode(QProcess::ForwardedChannels);
        script.start(QStringLiteral(IMAGE_SCRIPTS "/make.sh"), {m_folder.path()});
        QVERIFY(script.waitForFinished(60'000) && script.exitCode() == 0);

        const auto guest = checkedImageGuest(m_folder.filePath(u"disk.img"_s), m_folder.filePath(u"id"_s), u"root"_s);
        QVERIFY2(guest.has_value(), guest ? "" : guest.error().message.c_str());
        m_guest = *guest;
        GuestAgent agent(m_folder.filePath(u"cache"_s));
        std::optional<Result<QString>> made;
        connect(&agent, &GuestAgent::finished, this, [&made](const Result<QString> &r) { made = r; });
        agent.start();
        QTRY_VERIFY_WITH_TIMEOUT(made.has_value(), 120'000);
        QVERIFY2(made->has_value(), made->has_value() ? "" : made->error().message.c_str());
        m_guest.agent = readAgent(**made).value_or(QByteArray());
        m_diskHash = hashOfDisk();
        QVERIFY(!m_diskHash.isEmpty());
    }

    void aScriptRunsInTheImageWithItsSeed()
    {
        const RunRequest wanted = request("#!/bin/sh\necho uid $(id -u) seed $CULPRIT_SEED\n"
                                          "touch /left-behind; ls -d /root/.ssh; exit 7\n");
        WatchedRun run(wanted);
        QVERIFY(run.play(300'000));
        tellTimes(*run.result);
        QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
        QCOMPARE(run.result->exitCode, 7);
        QCOMPARE(run.testOutput, "uid 0 seed 42\n/root/.ssh\n");
        QVERIFY(!run.result->kernelRelease.isEmpty());
        QVERIFY(run.result->bootMs >= run.result->bannerMs);
        run.run.reset();
        QVERIFY(!QFile::exists(wanted.folder));
        QCOMPARE(hashOfDisk(), m_diskHash);
    }

    void theNetworkEndsAtTheForwardedPort()
    {
        QTcpServer host;
        QVERIFY(host.listen(QHostAddress::LocalHost));
        // 10.0.2.2 would be the host.
        RunRequest wanted = request("#!/bin/sh\nnc -w 2 10.0.2.2 " + QByteArray::number(host.serverPort()) +
                                    " </dev/null && echo reached\necho done\n");
        wanted.plan.seconds = 60;
        WatchedRun run(wanted);
        QVERIFY(run.play(300'000));
        QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
        QVERIFY2(run.testOutput.endsWith("done\n") && !run.testOutput.contains("reached"), run.testOutput.constData());
        QVERIFY(!host.hasPendingConnections());
    }

    void aReproducerIsEndedByTheClockAndItsChildrenToo()
    {
        WatchedRun run(request("#!/bin/sh\nsetsid sleep 1000 & sleep 1000\n"));
        QVERIFY(run.play(300'000));
        QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
        QVERIFY(!run.result->exitCode);
        QVERIFY(run.result->heartbeats >= 2);
    }

    void aPanicIsReportedToItsLastLine()
    {
        WatchedRun run(request("#!/bin/sh\necho c > /proc/sysrq-trigger\n"),
                       [](QByteArrayView chunk) { return chunk.contains("BUG:") || chunk.contains("Kernel panic"); });
        QVERIFY(run.play(300'000));
        tellTimes(*run.result);
        QCOMPARE(run.result->ending, Ending::Crashed);
        QCOMPARE(run.result->reached, RunState::Testing);
        QVERIFY(run.consoleAtEnd.contains("Kernel panic - not syncing") && run.consoleAtEnd.contains("Kernel Offset:"));
    }

    void aKilledSshServerIsALostConnection()
    {
        WatchedRun run(request("#!/bin/sh\nkillall -9 dropbear\nsleep 1000\n"));
        QVERIFY(run.play(300'000));
        tellTimes(*run.result);
        QCOMPARE(run.result->ending, Ending::LostConnection);
        QCOMPARE(run.result->reached, RunState::Testing);
    }

    void aHungGuestReportsOnAnNmi()
    {
        // The agent and the ssh server stand still, and the connection with them.
        RunRequest wanted = request("#!/bin/sh\nkill -STOP -1\nsleep 1000\n");
        wanted.plan.seconds = 600;
        wanted.deadlines.noOutput = 5s;
        WatchedRun run(wanted);
        QVERIFY(run.play(300'000));
        tellTimes(*run.result);
        QCOMPARE(run.result->ending, Ending::NoOutput);
        QVERIFY(run.result->nmiOffset);
        QVERIFY2(run.consoleAtEnd.mid(*run.result->nmiOffset).contains("NMI"), "no report of the NMI");
    }

    void aStrangersKeyIsRefused()
    {
        RunRequest wanted = request("exit 0\n");
        const QString key = m_folder.filePath(u"stranger"_s);
        QCOMPARE(QProcess::execute(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s, u"-f"_s, key}), 0);
        std::get<ImageGuest>(wanted.guest).sshKey = key;
        WatchedRun run(wanted);
        QVERIFY(run.play(300'000));
        tellTimes(*run.result);
        QCOMPARE(run.result->ending, Ending::GuestRefused);
    }
};

QTEST_GUILESS_MAIN(TestLinuxImage)
#include "test_linuximage.moc"
