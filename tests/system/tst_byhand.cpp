// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace Qt::StringLiterals;
using culprit::tests::Finished;
using culprit::tests::Program;

/// A run of a finished session, done again in a shell from what the program prints about it.
class ByHandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const culprit::demo::DemoSetup demo = m_program.makeDemo();
        const Finished finished = m_program.run({u"run"_s, u"--json"_s, m_program.writeShortSetup(demo)});
        QVERIFY2(finished.status == 0, qPrintable(finished.errors));
        for (const QJsonObject &event : finished.objects()) {
            const QString kind = event.value(u"kind"_s).toString();
            if (kind == u"build-ended") {
                m_image = event.value(u"imageHash"_s).toString();
            } else if (kind == u"run-started") {
                QVERIFY(event.value(u"loadPercent"_s).toInt(-1) >= 0);
            } else if (kind == u"run-ended" && event.value(u"outcome"_s).toString() == u"crashed") {
                m_run = event.value(u"run"_s).toInteger();
                m_title = event.value(u"title"_s).toString();
                QCOMPARE(event.value(u"guestHash"_s).toString().size(), 64);
            }
        }
        QCOMPARE(m_image.size(), 64);
        QVERIFY(m_run > 0);
    }

    void theCrashComesAgainWithoutTheProgram()
    {
        const Finished shown = show();
        QVERIFY2(shown.status == 0, qPrintable(shown.errors));
        QVERIFY2(shown.output.startsWith(u"# Run %1 of "_s.arg(m_run)), qPrintable(shown.output));
        QVERIFY2(!shown.output.contains(u"not what they were"_s), qPrintable(shown.output));
        QCOMPARE(m_program.leftProcesses(), QStringList());
        const QString screen = pasted(shown.output);
        QVERIFY2(screen.contains(u"REPRO-START"_s), qPrintable(screen));
        // The same kernel, reproducer and seed: the same crash, whichever of the demo's titles this run had.
        m_program.write(u"screen.log"_s, screen.toUtf8());
        const Finished crash = m_program.run({u"crash"_s, u"screen.log"_s});
        QVERIFY2(crash.output == u"screen.log: %1\n"_s.arg(m_title), qPrintable(crash.output + screen.right(2000)));
        QCOMPARE(m_program.leftProcesses(), QStringList());
    }

    void withoutItsKernelTheTextBuildsIt()
    {
        QVERIFY(QDir(m_program.path(u"cache/culprit/builds"_s)).removeRecursively());
        const Finished shown = show();
        QVERIFY2(shown.output.startsWith(u"# The kernel of this run is not in the cache"_s), qPrintable(shown.output));
        // What is checked out in the slot is the session's last revision, not this run's: another kernel.
        const QString screen = pasted(shown.output);
        QVERIFY2(screen.contains(u"REPRO-START"_s) || screen.contains(u"is not what the run had"_s),
                 qPrintable(screen));
    }

    void nonsenseIsRefused()
    {
        for (const QStringList &arguments :
             {QStringList{u"--run"_s, u"9999"_s, u"--as"_s, u"shell"_s}, QStringList{u"--as"_s, u"shell"_s},
              QStringList{u"--run"_s, u"1"_s}, QStringList{u"--run"_s, u"0"_s, u"--as"_s, u"shell"_s}}) {
            QCOMPARE(m_program.run(QStringList{u"show"_s, u"short.culprit"_s} + arguments).status, 2);
        }
    }

private:
    [[nodiscard]] Finished show() const
    {
        return m_program.run(
            {u"show"_s, u"short.culprit"_s, u"--as"_s, u"shell"_s, u"--run"_s, QString::number(m_run)});
    }

    [[nodiscard]] static QString pasted(const QString &text)
    {
        QProcess sh;
        sh.setProcessChannelMode(QProcess::MergedChannels);
        sh.start(u"sh"_s, QStringList());
        sh.write(text.toUtf8());
        sh.closeWriteChannel();
        if (!sh.waitForFinished(300'000)) {
            sh.kill();
            sh.waitForFinished();
        }
        return QString::fromUtf8(sh.readAll());
    }

    Program m_program;
    QString m_image;
    QString m_title;
    qint64 m_run = 0;
};

QTEST_GUILESS_MAIN(ByHandTest)
#include "tst_byhand.moc"
