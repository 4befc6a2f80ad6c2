// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/toolcheck.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit::kernel;

class TestToolCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsHere();
    void namesTheFixForWhatIsNot();
    void tellsWhether32BitProgramsCanBeMade();
};

void TestToolCheck::findsWhatIsHere()
{
    const auto checks = checkBuildTools();
    QVERIFY(checks.size() >= 10);
    for (const ToolCheck &check : checks) {
        QVERIFY2(check.found, qPrintable(check.name));
        QVERIFY(check.fix.isEmpty());
        QVERIFY2(check.name.endsWith(QStringLiteral(".h")) ||
                     check.version.contains(QRegularExpression(QStringLiteral("\\d+\\.\\d+"))),
                 qPrintable(check.name + QLatin1Char(' ') + check.version));
    }
}

void TestToolCheck::namesTheFixForWhatIsNot()
{
    const QTemporaryDir empty;
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", empty.path().toLocal8Bit());
    const auto checks = checkBuildTools();
    qputenv("PATH", path);
    for (const ToolCheck &check : checks) {
        QVERIFY2(!check.found, qPrintable(check.name));
        QVERIFY2(check.fix.contains(QStringLiteral("apt install ")), qPrintable(check.fix));
    }
}

void TestToolCheck::tellsWhether32BitProgramsCanBeMade()
{
    const ToolCheck here = check32BitPrograms();
    QVERIFY(here.found && here.fix.isEmpty());

    // As gcc says where there is no 32-bit C library.
    const QTemporaryDir folder;
    QFile gcc(folder.filePath(QStringLiteral("gcc")));
    QVERIFY(gcc.open(QIODevice::WriteOnly));
    gcc.write("#!/bin/sh\necho '/usr/bin/ld: cannot find -lc: No such file or directory' >&2\nexit 1\n");
    gcc.close();
    QVERIFY(gcc.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", folder.path().toLocal8Bit() + ':' + path);
    const ToolCheck elsewhere = check32BitPrograms();
    qputenv("PATH", path);
    QVERIFY(!elsewhere.found);
    QVERIFY2(elsewhere.fix.contains(QStringLiteral("gcc-multilib")), qPrintable(elsewhere.fix));
}

QTEST_GUILESS_MAIN(TestToolCheck)
#include "test_toolcheck.moc"
