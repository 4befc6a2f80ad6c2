// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/imagecheck.h"
#include "engine/machine/imageguest.h"
#include "engine/machine/runrequest.h"

#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::machine;
using namespace Qt::StringLiterals;

namespace
{

bool runs(const QString &program, const QStringList &arguments)
{
    return QProcess::execute(program, arguments) == 0;
}

QString valueAfter(const QStringList &arguments, const QString &option)
{
    return arguments.value(arguments.indexOf(option) + 1);
}

} // namespace

class TestImageGuest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) { return m_folder.filePath(name); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(runs(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"raw"_s, path(u"raw.img"_s), u"2M"_s}));
        QVERIFY(runs(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, path(u"disk.qcow2"_s), u"2M"_s}));
        QVERIFY(runs(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s, u"-f"_s, path(u"id"_s)}));
        QVERIFY(
            runs(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, u"secret"_s, u"-f"_s, path(u"locked"_s)}));
        QVERIFY(QFile::copy(path(u"id"_s), path(u"open"_s)));
        QVERIFY(QFile::setPermissions(path(u"open"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        QFile note(path(u"note.txt"_s));
        QVERIFY(note.open(QIODevice::WriteOnly) && note.write("no disk\n") > 0);
    }

    void theMachineHasTheOverlayAndOnePort()
    {
        RunRequest request;
        ImageGuest guest;
        guest.port = 4022;
        request.guest = guest;
        request.folder = u"/tmp/a,b"_s;
        request.kernelArguments = u"root=/dev/vda1"_s;
        const QStringList arguments = qemuArguments(request);
        QCOMPARE(valueAfter(arguments, u"-drive"_s),
                 u"file=/tmp/a,,b/disk.qcow2,format=qcow2,if=virtio,cache=unsafe,discard=unmap"_s);
        QCOMPARE(valueAfter(arguments, u"-nic"_s),
                 u"user,model=virtio-net-pci,restrict=on,hostfwd=tcp:127.0.0.1:4022-:22"_s);
        QVERIFY(!arguments.contains(u"-initrd"_s));
        QCOMPARE(arguments.count(u"-nic"_s), 1);
        QCOMPARE(arguments.count(u"-serial"_s), 1);
        // The kernel takes the last of two.
        QVERIFY(valueAfter(arguments, u"-append"_s).endsWith(u" root=/dev/vda rw root=/dev/vda1"_s));
    }

    void theFormatOfTheDiskIsAlwaysStated()
    {
        ImageGuest guest;
        guest.disk = u"/images/base.img"_s;
        guest.diskFormat = u"raw"_s;
        const QStringList arguments = overlayArguments(guest, u"/run/disk.qcow2"_s);
        QCOMPARE(valueAfter(arguments, u"-b"_s), u"/images/base.img"_s);
        QCOMPARE(valueAfter(arguments, u"-F"_s), u"raw"_s);
        QCOMPARE(arguments.last(), u"/run/disk.qcow2"_s);
    }

    void sshReadsNothingOfTheUsers()
    {
        ImageGuest guest;
        guest.sshKey = u"/keys/my id"_s;
        guest.sshUser = u"tester"_s;
        guest.port = 4022;
        const QStringList arguments = sshArguments(guest, u"uname -r"_s);
        for (const QString &option : {u"UserKnownHostsFile=/dev/null"_s, u"IdentitiesOnly=yes"_s, u"BatchMode=yes"_s,
                                      u"StrictHostKeyChecking=no"_s, u"ConnectTimeout=10"_s}) {
            QVERIFY2(arguments.contains(option), qPrintable(option));
        }
        QCOMPARE(valueAfter(arguments, u"-F"_s), u"/dev/null"_s);
        QCOMPARE(valueAfter(arguments, u"-i"_s), u"/keys/my id"_s);
        QCOMPARE(valueAfter(arguments, u"-l"_s), u"tester"_s);
        QCOMPARE(valueAfter(arguments, u"-p"_s), u"4022"_s);
        QCOMPARE(arguments.last(2), QStringList({u"127.0.0.1"_s, u"uname -r"_s}));
        QCOMPARE(sshArguments(guest).last(), u"127.0.0.1"_s);
    }

    void aFreePortCanBeTaken()
    {
        const int port = freePort();
        QVERIFY(port > 0);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, quint16(port)));
    }

    void aGoodImageIsKnownByItsFormat()
    {
        const Result<ImageGuest> raw = checkedImageGuest(path(u"raw.img"_s), path(u"id"_s), u"root"_s);
        QVERIFY2(raw.has_value(), raw ? "" : raw.error().message.c_str());
        QCOMPARE(raw->diskFormat, u"raw"_s);
        QCOMPARE(raw->sshUser, u"root"_s);
        const Result<ImageGuest> qcow = checkedImageGuest(path(u"disk.qcow2"_s), path(u"id"_s), u"root"_s);
        QVERIFY(qcow.has_value());
        QCOMPARE(qcow->diskFormat, u"qcow2"_s);
    }

    void whatIsWrongIsSaidWithTheFix_data()
    {
        QTest::addColumn<QString>("disk");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const char *disk, const char *key, const QStringList &words) {
            QTest::newRow(name) << QString::fromLatin1(disk) << QString::fromLatin1(key) << words;
        };
        row("no disk", "none.img", "id", {u"none.img"_s, u"[machine] disk"_s});
        row("a folder", ".", "id", {u"[machine] disk"_s});
        row("no image", "note.txt", "id", {u"note.txt"_s, u"too small"_s});
        row("no key", "raw.img", "none", {u"none"_s, u"[machine] ssh_key"_s});
        row("an open key", "raw.img", "open", {u"open"_s, u"chmod 600"_s});
        row("a locked key", "raw.img", "locked", {u"locked"_s, u"passphrase"_s, u"ssh-keygen"_s});
        row("the public half", "raw.img", "id.pub", {u"id.pub"_s});
    }

    void whatIsWrongIsSaidWithTheFix()
    {
        QFETCH(const QString, disk);
        QFETCH(const QString, key);
        QFETCH(const QStringList, words);
        const Result<ImageGuest> checked = checkedImageGuest(path(disk), path(key), u"root"_s);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, Error::Kind::Use);
        for (const QString &word : words) {
            QVERIFY2(QString::fromStdString(checked.error().message).contains(word), checked.error().message.c_str());
        }
    }

    void missingToolsAreNamedWithTheirPackage()
    {
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", m_folder.path().toUtf8());
        const Result<ImageGuest> noQemu = checkedImageGuest(path(u"raw.img"_s), path(u"id"_s), u"root"_s);
        QVERIFY(QFile::link(u"/usr/bin/qemu-img"_s, path(u"qemu-img"_s)));
        const Result<ImageGuest> noSsh = checkedImageGuest(path(u"raw.img"_s), path(u"id"_s), u"root"_s);
        qputenv("PATH", before);
        QVERIFY(!noQemu && !noSsh);
        QVERIFY2(noQemu.error().message.contains("qemu-utils"), noQemu.error().message.c_str());
        QVERIFY2(noSsh.error().message.contains("openssh-client"), noSsh.error().message.c_str());
    }
};

QTEST_GUILESS_MAIN(TestImageGuest)
#include "test_imageguest.moc"
