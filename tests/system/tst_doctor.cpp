// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using culprit::tests::Finished;
using culprit::tests::Program;

/// culprit doctor: what it looks for, and that nobody is left without a fix.
class DoctorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotFineHasAFix()
    {
        const Finished finished = m_program.run({u"doctor"_s, u"--json"_s});
        QStringList names;
        bool isStopped = false;
        for (const QJsonObject &check : finished.objects()) {
            names += check.value(u"name"_s).toString();
            const bool isFine = check.value(u"ok"_s).toBool();
            isStopped = isStopped || (check.value(u"needed"_s).toBool() && !isFine);
            QVERIFY2(!check.value(u"finding"_s).toString().isEmpty(), qPrintable(names.last()));
            QVERIFY2(check.value(u"fix"_s).toString().isEmpty() == isFine, qPrintable(names.last()));
        }
        for (const QString &name : {u"gcc"_s, u"make"_s, u"flex"_s, u"bison"_s, u"busybox"_s, u"qemu-img"_s, u"ssh"_s,
                                    u"disk"_s, u"temporary files"_s, u"memory"_s, u"QEMU"_s, u"KVM"_s}) {
            QVERIFY2(names.contains(name), qPrintable(name + u" is not in "_s + names.join(u", "_s)));
        }
        // This machine runs the other tests.
        QVERIFY(!isStopped);
        QCOMPARE(finished.status, 0);
    }

    void withoutQemuNothingIsBisected()
    {
        const QByteArray path = qgetenv("PATH");
        QVERIFY(qputenv("PATH", m_program.path(u"nowhere"_s).toUtf8()));
        const Finished finished = m_program.run({u"doctor"_s});
        QVERIFY(qputenv("PATH", path));
        QCOMPARE(finished.status, 1);
        QVERIFY2(finished.output.contains(u"MISS  QEMU"_s), qPrintable(finished.output));
        QVERIFY(finished.output.contains(u"apt install qemu-system-x86"_s));
        QVERIFY(finished.output.contains(u"MISS  gcc"_s));
    }

private:
    Program m_program;
};

QTEST_GUILESS_MAIN(DoctorTest)
#include "tst_doctor.moc"
