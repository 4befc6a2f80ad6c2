// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"

#include <QJsonArray>
#include <QtTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using culprit::tests::Finished;
using culprit::tests::Program;

namespace
{

QByteArray crashOf(const QByteArray &function)
{
    return "[    9.000000] general protection fault: 0000 [#1] PREEMPT SMP\n[    9.000000] RIP: 0010:" + function +
           "+0x1/0x2\n[    9.000000] Call Trace:\n[    9.000000]  widget_ioctl+0x1/0x2\n"
           "[    9.000000]  do_syscall_64+0x1/0x2\n[    9.000000]  entry_SYSCALL_64_after_hwframe+0x1/0x2\n";
}

} // namespace

/// culprit crash: what it says of logs good and bad, and its exit status.
class CrashCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCrash()
    {
        m_program.write(u"crash.log"_s, crashOf("widget_peek"));
        const Finished text = m_program.run({u"crash"_s, u"crash.log"_s});
        QCOMPARE(text.output, u"crash.log: general protection fault in widget_peek\n"_s);
        QCOMPARE(text.errors, QString());
        QCOMPARE(text.status, 0);

        const Finished json = m_program.run({u"crash"_s, u"--json"_s, u"crash.log"_s});
        QCOMPARE(json.status, 0);
        QCOMPARE(json.objects().size(), 1);
        const QJsonObject object = json.objects().first();
        QCOMPARE(object[u"path"_s].toString(), u"crash.log"_s);
        QCOMPARE(object[u"title"_s].toString(), u"general protection fault in widget_peek"_s);
        QCOMPARE(object[u"alt"_s].toArray(), QJsonArray{u"bad-access in widget_peek"_s});
        QCOMPARE(object[u"type"_s].toString(), u"DoS"_s);
        QCOMPARE(object[u"corrupted"_s], QJsonValue(false));
    }

    void answersThousandsInOrder()
    {
        QByteArray list;
        for (int i = 0; i < 3000; ++i) {
            const QString name = u"many-%1.log"_s.arg(i);
            // Of different length, so that later ones are ready first.
            m_program.write(name, QByteArray("[    1.000000] boot\n").repeated((3000 - i) % 700) +
                                      crashOf("widget_" + QByteArray::number(i) + "x"));
            list += name.toUtf8() + (i % 2 == 0 ? "\n" : "\r\n");
        }
        m_program.write(u"list"_s, list);
        const Finished finished = m_program.run({u"crash"_s, u"--json"_s, u"--from"_s, u"list"_s});
        QCOMPARE(finished.status, 0);
        const QList<QJsonObject> objects = finished.objects();
        QCOMPARE(objects.size(), 3000);
        for (int i = 0; i < 3000; ++i) {
            QCOMPARE(objects[i][u"path"_s].toString(), u"many-%1.log"_s.arg(i));
            QCOMPARE(objects[i][u"title"_s].toString(), u"general protection fault in widget_%1x"_s.arg(i));
        }
    }

    void saysNoCrash()
    {
        m_program.write(u"clean.log"_s, "[    1.000000] Linux version 6.1.0\n");
        m_program.write(u"crash.log"_s, crashOf("widget_peek"));
        const Finished finished = m_program.run({u"crash"_s, u"clean.log"_s, u"crash.log"_s});
        QCOMPARE(finished.output, u"clean.log: no crash\ncrash.log: general protection fault in widget_peek\n"_s);
        QCOMPARE(finished.status, 1);
        const Finished json = m_program.run({u"crash"_s, u"--json"_s, u"clean.log"_s});
        QCOMPARE(json.objects().first()[u"title"_s], QJsonValue(QString()));
        QCOMPARE(json.status, 1);
    }

    void saysWhatIsWrongInOneSentence_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        m_program.write(u"empty.log"_s, {});
        m_program.write(u"secret.log"_s, "x");
        QFile::setPermissions(m_program.path(u"secret.log"_s), {});
        m_program.write(u"endless.log"_s, QByteArray(3 << 20, 'B'));
        QTest::newRow("empty") << u"empty.log"_s << 1 << u"empty.log is empty"_s;
        QTest::newRow("folder") << u"."_s << 3 << u". is a folder"_s;
        QTest::newRow("missing") << u"nowhere.log"_s << 3 << u"nowhere.log cannot be read"_s;
        QTest::newRow("endless line") << u"endless.log"_s << 1 << u"line 1 "_s;
        if (geteuid() != 0) {
            QTest::newRow("unreadable") << u"secret.log"_s << 3 << u"secret.log cannot be read"_s;
        }
    }

    void saysWhatIsWrongInOneSentence()
    {
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(QString, words);
        m_program.write(u"crash.log"_s, crashOf("widget_peek"));
        const Finished finished = m_program.run({u"crash"_s, u"--json"_s, path, u"crash.log"_s});
        QCOMPARE(finished.status, status);
        QVERIFY2(finished.errors.startsWith(u"culprit: "_s), qPrintable(finished.errors));
        QVERIFY2(finished.errors.contains(words), qPrintable(finished.errors));
        QCOMPARE(finished.errors.trimmed().count(u'\n'), 0);
        // One bad log does not keep the others from being answered.
        QCOMPARE(finished.objects().size(), 2);
        QCOMPARE(finished.objects().last()[u"title"_s].toString(), u"general protection fault in widget_peek"_s);
    }

    void readsMoreThan2Gigabytes()
    {
        const QString path = m_program.write(u"large.log"_s, "[    1.000000] Linux version 6.1.0\n");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        // A hole takes no space on the disk.
        if (!file.resize((qint64{1} << 31) + 77) || !file.seek(file.size()) ||
            file.write("\n" + crashOf("widget_peek")) < 0) {
            QSKIP("No file can be this large here.");
        }
        file.close();
        const Finished finished = m_program.run({u"crash"_s, u"large.log"_s});
        QCOMPARE(finished.output, u"large.log: general protection fault in widget_peek\n"_s);
        QCOMPARE(finished.status, 0);
    }

    void namesAListThatIsMissing()
    {
        const Finished finished = m_program.run({u"crash"_s, u"--from"_s, u"/nowhere/list"_s});
        QCOMPARE(finished.status, 3);
        QVERIFY(finished.errors.contains(u"/nowhere/list"_s));
    }

private:
    Program m_program;
};

QTEST_GUILESS_MAIN(CrashCommandTest)

#include "tst_crash.moc"
