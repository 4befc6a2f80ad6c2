// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/byhand.h"
#include "engine/machine/guestinput.h"
#include "pocketkernel.h"
#include "terminal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace culprit::machine;
using namespace Qt::StringLiterals;

/// Runs by hand: the text goes to a shell that knows nothing of this program, with a real QEMU.
class TestByHandRun : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{u"/tmp/culprit-hand-XXXXXX"_s};
    QTemporaryDir m_build{u"/tmp/culprit-hand-build-XXXXXX"_s};

    CheckedFile file(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"it's here/"_s + name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("no file %s", qPrintable(file.fileName()));
        }
        return {file.fileName(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()};
    }

    QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    ByHand hand(const QByteArray &reproducer)
    {
        ByHand hand;
        hand.remarks = {u"It's a run by hand."_s};
        hand.request.name = u"run-1"_s;
        hand.request.reproducer = reproducer;
        hand.request.memoryMb = 64;
        hand.request.plan.settleSeconds = 1;
        hand.kernel = file(u"kernel"_s, contents(m_build.filePath(u"kernel.elf"_s)));
        hand.input = file(u"initramfs"_s, guestInput(hand.request));
        return hand;
    }

    /// Pasted into a shell that does not read from a terminal. What it and all it started showed; the status after it.
    std::pair<QByteArray, int> pasted(const ByHand &hand)
    {
        const auto text = byHandText(hand);
        if (!text) {
            return {QByteArray::fromStdString(text.error().message), -1};
        }
        QProcess sh;
        sh.setProcessChannelMode(QProcess::MergedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"CULPRIT_GUARD"_s);
        environment.insert(u"TMPDIR"_s, m_folder.filePath(u"it's here"_s));
        sh.setProcessEnvironment(environment);
        sh.start(u"sh"_s, QStringList());
        sh.write(*text + "echo \"status $?\"\n");
        sh.closeWriteChannel();
        if (!sh.waitForFinished(120'000)) {
            sh.kill();
            sh.waitForFinished();
        }
        return {sh.readAll(), sh.exitCode()};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(u"it's here"_s));
        const QByteArray problem = buildPocketKernel(m_build.path());
        QVERIFY2(problem.isEmpty(), problem.constData());
    }

    void consoleAndReproducerAreShown()
    {
        const auto [screen, status] = pasted(hand("print hello by hand\nexit 3\n"));
        QVERIFY2(screen.contains("Pocket version "), screen.constData());
        QVERIFY2(screen.contains("hello by hand"), screen.constData());
        QVERIFY2(screen.contains("REPRO-EXIT 3"), screen.constData());
        QVERIFY2(screen.contains("status 0\n"), screen.constData());
        QCOMPARE(status, 0);
    }

    void aCrashIsShownToItsEnd()
    {
        const QByteArray screen = pasted(hand("null\n")).first;
        QVERIFY2(screen.contains("BUG:"), screen.constData());
        QVERIFY2(screen.contains("Kernel panic"), screen.constData());
        QVERIFY2(screen.contains("Kernel Offset: disabled"), screen.constData());
    }

    void anotherKernelIsNotStarted()
    {
        ByHand changed = hand("print hello\n");
        file(u"kernel"_s, "another one");
        const QByteArray screen = pasted(changed).first;
        QVERIFY2(screen.contains("it's here/kernel is not what the run had"), screen.constData());
        QVERIFY2(!screen.contains("Pocket version"), screen.constData());
        QVERIFY2(screen.contains("status 1\n"), screen.constData());
    }

    void aKernelThatIsGoneIsBuilt()
    {
        ByHand built = hand("print built\nexit 0\n");
        const QString place = m_folder.filePath(u"it's here/slot"_s);
        QVERIFY(QDir().mkpath(place));
        built.build = u"cd \"%1\" && cp %2/kernel.elf .\nkernel=$PWD/kernel.elf"_s.arg(place, m_build.path());
        built.kernel.path.clear();
        const QByteArray screen = pasted(built).first;
        QVERIFY2(screen.contains("built"), screen.constData());
        QVERIFY2(screen.contains("REPRO-EXIT 0"), screen.constData());
    }

    void aHungMachineEndsByTheKeysOfQemu()
    {
        Terminal terminal;
        terminal.type(byHandText(hand("print before\nhang\n")).value_or(QByteArray()));
        QVERIFY2(terminal.shows("before"), terminal.screen().constData());
        terminal.type("\x01x");
        QVERIFY2(terminal.shows("QEMU: Terminated"), terminal.screen().constData());
        terminal.type("echo back in the sh''ell\n");
        QVERIFY2(terminal.shows("back in the shell"), terminal.screen().constData());
    }

    void aDiskImageIsReachedBySsh()
    {
        ByHand image = hand("the reproducer");
        file(u"base.img"_s, QByteArray(2 * 1024 * 1024, 'd'));
        const QString here = m_folder.filePath(u"it's here"_s);
        // Plays ssh: refuses once, then keeps what it gets, as the guest would.
        file(u"ssh"_s, QByteArray(R"sh(#!/bin/sh
here=$(dirname "$0")
case "$*" in
*--over-ssh*) cat >"$here/got-input"; printf 'CULPRIT:REPRO-EXIT 7\n' ;;
*)
    [ -e "$here/tried" ] || { touch "$here/tried"; echo 'Connection refused' >&2; exit 255; }
    cat >"$here/got-agent" ;;
esac
)sh"));
        QFile::setPermissions(here + u"/ssh"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        ImageGuest guest;
        guest.disk = here + u"/base.img"_s;
        guest.diskFormat = u"raw"_s;
        guest.sshKey = here + u"/id"_s;
        guest.ssh = here + u"/ssh"_s;
        image.request.guest = guest;
        image.request.kernelArguments = u"role=beat"_s;
        image.kernel = file(u"beating"_s, contents(QStringLiteral(TEST_KERNEL)));
        image.input = file(u"input"_s, guestInput(image.request));
        image.agent = file(u"agent"_s, "the agent");
        const auto [screen, status] = pasted(image);
        QVERIFY2(screen.contains("Linux version 0.1-test"), screen.constData());
        QVERIFY2(screen.contains("Connection refused"), screen.constData());
        QVERIFY2(screen.contains("REPRO-EXIT 7"), screen.constData());
        QCOMPARE(status, 0);
        QCOMPARE(contents(here + u"/got-agent"_s), "the agent");
        QVERIFY(contents(here + u"/got-input"_s).endsWith("\n\nthe reproducer"));
        QCOMPARE(QDir(here).entryList({u"tmp.*"_s}, QDir::Dirs), QStringList());
        QCOMPARE(contents(guest.disk), QByteArray(2 * 1024 * 1024, 'd'));
    }
};

QTEST_GUILESS_MAIN(TestByHandRun)
#include "test_byhandrun.moc"
