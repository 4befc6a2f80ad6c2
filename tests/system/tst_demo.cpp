// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"

#include <QFile>
#include <QtEndian>
#include <QtTest>

using namespace Qt::StringLiterals;
using culprit::tests::Finished;
using culprit::tests::Program;

namespace
{

/// Pixels across, from a PNG file's header; 0 if it is none.
int widthOfPng(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray header = file.read(24);
    return header.startsWith("\x89PNG\r\n") && header.size() == 24 ? qFromBigEndian<qint32>(header.constData() + 16)
                                                                   : 0;
}

} // namespace

class DemoTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThePlantedCommit()
    {
        const Program program;
        const QString folder = program.path(u"d"_s);
        const Finished finished = program.run({u"demo"_s, u"--headless"_s, u"--dir"_s, folder});
        QVERIFY2(finished.status == 0, qPrintable(finished.output + finished.errors));
        QVERIFY(finished.output.contains(u"This is the commit that was planted."_s));
        QVERIFY(finished.output.contains(u"Bad is bad"_s) && finished.output.contains(u"Confirm"_s));
        for (const QString &name : {u"finished-light.png"_s, u"finished-dark.png"_s, u"bisecting-light.png"_s}) {
            QVERIFY2(widthOfPng(folder + u'/' + name) >= 1280, qPrintable(name));
        }
        QVERIFY(finished.output.count(u"bisecting-dark.png"_s) <= 1);
        QCOMPARE(program.leftProcesses(), QStringList());
        QCOMPARE(program.leftMounts(), QStringList());

        // The session can be told again in each format, by another process.
        const QString session = folder + u"/demo.culprit"_s;
        for (const QString &format :
             {u"text"_s, u"syz"_s, u"git"_s, u"mail"_s, u"fixes"_s, u"table"_s, u"html"_s, u"json"_s}) {
            const Finished shown = program.run({u"show"_s, session, u"--as"_s, format});
            QCOMPARE(shown.status, 0);
            QVERIFY(!shown.output.isEmpty());
        }
        // But nobody is blamed before the end.
        const Finished early = program.run({u"show"_s, session, u"--at"_s, u"5"_s, u"--as"_s, u"mail"_s});
        QVERIFY2(early.status == 2 && early.errors.contains(u"takes a confirmed culprit"_s), qPrintable(early.errors));
        // With the crash read by the kernel's debug information, and whom to tell.
        const QString report = program.run({u"show"_s, session}).output;
        QVERIFY2(report.contains(u"The crash\n"_s) && report.contains(u"in drivers/pocket/"_s), qPrintable(report));
        QVERIFY2(report.contains(u" init/main.c:"_s) && report.contains(u"[inline]"_s), qPrintable(report));
        QVERIFY2(report.contains(u"To: Ada Brandt <ada@example.org>"_s), qPrintable(report));
        // And it is over: resume has nothing to do.
        const Finished resumed = program.run({u"resume"_s, session});
        QCOMPARE(resumed.status, 0);
        QVERIFY(resumed.output.contains(u"is the culprit"_s));
    }
};

QTEST_GUILESS_MAIN(DemoTest)
#include "tst_demo.moc"
