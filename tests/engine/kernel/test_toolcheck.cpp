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

QTEST_GUILESS_MAIN(TestToolCheck)
#include "test_toolcheck.moc"
