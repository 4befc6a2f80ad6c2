// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/largesession.h"
#include "tests/system/program.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using culprit::tests::Finished;
using culprit::tests::Program;

/// A session goes into an archive and comes out of it, by the command line.
class PackTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto written = tests::writeLargeSession(m_program.path(u"s.culprit"_s), {5, 60, 100, 70'000});
        QVERIFY2(written, written ? "" : written.error().message.c_str());
    }

    void aSessionComesBack()
    {
        const Finished pack = m_program.run({u"pack"_s, u"s.culprit"_s, u"-o"_s, u"s.tar.zst"_s});
        QVERIFY2(pack.status == 0, qPrintable(pack.errors));
        QVERIFY(QFile::rename(m_program.path(u"s.tar.zst"_s), m_program.path(u"by another name"_s)));

        QProcess tar;
        tar.start(u"tar"_s, {u"--zstd"_s, u"-tf"_s, m_program.path(u"by another name"_s)});
        QVERIFY(tar.waitForFinished());
        const QByteArray names = tar.readAllStandardOutput();
        QVERIFY(names.contains("s/README.txt\n") && names.contains("s/runs/60.console.txt\n") &&
                names.contains("s/runs/60.command.txt\n"));

        const Finished import = m_program.run({u"import"_s, u"by another name"_s, u"-o"_s, u"new.culprit"_s});
        QVERIFY2(import.status == 0, qPrintable(import.errors));
        QVERIFY2(import.output.contains(u"60 runs"_s), qPrintable(import.output));
        for (const QString &format : {u"json"_s, u"text"_s, u"git"_s}) {
            const Finished before = m_program.run({u"show"_s, u"s.culprit"_s, u"--as"_s, format});
            const Finished after = m_program.run({u"show"_s, u"new.culprit"_s, u"--as"_s, format});
            QVERIFY(before.status == 0 && after.status == 0);
            QCOMPARE(after.output, before.output);
        }
        QCOMPARE(m_program.run({u"check"_s, u"new.culprit"_s}).output,
                 m_program.run({u"check"_s, u"s.culprit"_s}).output);
    }

    void whatIsInTheWayIsNotOverwritten()
    {
        m_program.write(u"mine"_s, "mine");
        QVERIFY(m_program.run({u"pack"_s, u"s.culprit"_s, u"-o"_s, u"mine"_s}).errors.contains(u"exists already"_s));
        const Finished import = m_program.run({u"import"_s, u"by another name"_s, u"-o"_s, u"mine"_s});
        QVERIFY(import.status == 2 && import.errors.contains(u"exists already"_s));
        QFile file(m_program.path(u"mine"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
    }

    void oneSentenceForEachRefusal()
    {
        m_program.write(u"odd.tar.zst"_s, QByteArray("\x28\xb5\x2f\xfd") + "no archive");
        const Finished odd = m_program.run({u"import"_s, u"odd.tar.zst"_s, u"-o"_s, u"odd.culprit"_s});
        QCOMPARE(odd.status, 3);
        QVERIFY2(odd.errors.contains(u"odd.tar.zst"_s), qPrintable(odd.errors));
        QCOMPARE(odd.errors.trimmed().count(u'\n'), 0);
        QVERIFY(!QFile::exists(m_program.path(u"odd.culprit"_s)));
        const Finished repo =
            m_program.run({u"import"_s, u"by another name"_s, u"-o"_s, u"odd.culprit"_s, u"--repo"_s, u"."_s});
        QCOMPARE(repo.status, 2);
        QVERIFY(repo.errors.contains(u"--repo"_s));
        QCOMPARE(m_program.run({u"pack"_s, u"odd.tar.zst"_s, u"-o"_s, u"x.tar.zst"_s}).status, 3);
    }

private:
    Program m_program;
};

QTEST_GUILESS_MAIN(PackTest)
#include "tst_pack.moc"
