// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/initramfs.h"

#include "engine/process/childprocess.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit::machine;
using namespace Qt::StringLiterals;

namespace
{

/// Runs cpio on an archive in `folder` and returns what it prints.
QByteArray cpio(const QString &folder, const QByteArray &archive, const QStringList &arguments)
{
    culprit::process::Command command;
    command.program = u"cpio"_s;
    command.arguments = arguments;
    command.workingDirectory = folder;
    command.input = archive;
    culprit::process::ChildProcess process;
    QByteArray output;
    bool isDone = false;
    QObject::connect(&process, &culprit::process::ChildProcess::output, &process,
                     [&output](const QByteArray &bytes) { output += bytes; });
    QObject::connect(&process, &culprit::process::ChildProcess::finished, &process, [&](const auto &ended) {
        isDone = true;
        if (!ended.succeeded()) {
            output += "failed " + ended.error.toUtf8();
        }
    });
    process.start(command);
    return QTest::qWaitFor([&isDone] { return isDone; }, 30000) ? output : QByteArray("timeout");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
}

} // namespace

class TestInitramfs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cpioReadsWhatWeWrite()
    {
        InitramfsWriter writer;
        writer.addFolder("bin");
        writer.addCharacterDevice("null", 1, 3, 0666);
        for (int size = 0; size < 9; ++size) {
            writer.addFile("bin/file" + QByteArray::number(size), QByteArray(size, 'x'), size % 2 ? 0755 : 0600);
        }
        writer.addLink("bin/link", "file8");
        const QByteArray archive = writer.finished();
        QCOMPARE(archive.size() % 4, 0);

        const QTemporaryDir folder;
        const QByteArray list = cpio(folder.path(), archive, {u"-t"_s, u"-v"_s, u"--quiet"_s});
        QVERIFY2(list.contains("crw-rw-rw-") && list.contains("1,   3"), list.constData());
        QVERIFY2(list.contains("bin/link -> file8"), list.constData());

        QCOMPARE(cpio(folder.path(), archive, {u"-i"_s, u"--quiet"_s, u"bin*"_s}), QByteArray());
        for (int size = 0; size < 9; ++size) {
            const QString path = folder.filePath(u"bin/file%1"_s.arg(size));
            QCOMPARE(contentOf(path), QByteArray(size, 'x'));
            QCOMPARE(QFileInfo(path).isExecutable(), size % 2 == 1);
        }
        QCOMPARE(contentOf(folder.filePath(u"bin/link"_s)), QByteArray(8, 'x'));
    }

    void aRunCarriesItsReproducerAndItsParameters()
    {
        const QByteArray reproducer = "#!/bin/sh\nexit 3\n";
        const QByteArray archive = runArchive(
            reproducer,
            {.seconds = 7, .repeat = true, .settleSeconds = 1, .heartbeatSeconds = 2, .seed = 4'000'000'000});
        const QTemporaryDir folder;
        QCOMPARE(cpio(folder.path(), archive, {u"-i"_s, u"--quiet"_s}), QByteArray());
        QCOMPARE(contentOf(folder.filePath(u"repro"_s)), reproducer);
        QVERIFY(QFileInfo(folder.filePath(u"repro"_s)).isExecutable());
        QCOMPARE(contentOf(folder.filePath(u"run.conf"_s)),
                 "seconds=7\nrepeat=1\nsettle=1\nheartbeat=2\nseed=4000000000\n");
        QCOMPARE(planLines({.waits = true}).right(8), "waits=1\n");
        QCOMPARE(goLine(4'000'000'000, "\x0f\xf0"), "GO 4000000000 0ff0\n");
    }

    void scriptsNeedAShellAndProgramsDoNot()
    {
        QVERIFY(needsShell("#!/bin/sh\n"));
        QVERIFY(needsShell(""));
        QVERIFY(!needsShell(QByteArray("\177ELF\2\1", 6)));
    }

    void aLinuxGuestGetsItsAgentAndAShellOnDemand()
    {
        const QTemporaryDir folder;
        QFile agent(folder.filePath(u"agent"_s));
        QVERIFY(agent.open(QIODevice::WriteOnly) && agent.write("agent") == 5);
        agent.close();
        const auto plain = linuxArchive(agent.fileName(), false);
        const auto withShell = linuxArchive(agent.fileName(), true);
        QVERIFY(plain && withShell);
        const QByteArray list = cpio(folder.path(), *plain, {u"-t"_s, u"--quiet"_s});
        QVERIFY2(list.contains("dev/console\n") && list.contains("\ninit\n"), list.constData());
        QVERIFY(!list.contains("busybox"));
        QVERIFY(cpio(folder.path(), *withShell, {u"-t"_s, u"--quiet"_s}).contains("bin/busybox\nbin/sh\n"));
    }

    void aMissingAgentIsNamed()
    {
        const auto archive = linuxArchive(u"/no/agent"_s, false);
        QVERIFY(!archive);
        QVERIFY(QString::fromStdString(archive.error().message).contains(u"/no/agent"_s));
    }
};

QTEST_GUILESS_MAIN(TestInitramfs)
#include "test_initramfs.moc"
