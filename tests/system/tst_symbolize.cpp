// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/crash/smallkernel.h"
#include "tests/system/program.h"

#include <QFile>
#include <QJsonArray>
#include <QtTest>

#include <format>

using namespace Qt::StringLiterals;
using culprit::test::SmallKernel;
using culprit::tests::Finished;
using culprit::tests::Program;

/// Reports of a small kernel by the command line.
class SymbolizeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_vmlinux = m_tree.build(u"vmlinux"_s);
        const auto functions = SmallKernel::functions(m_vmlinux);
        const auto frame = [&](const std::string &name) {
            return QString::fromStdString(std::format(" {}+0x1/{:#x}", name, functions.at(name).size));
        };
        m_report = u"[    1.000000] BUG: x\n[    1.000000]  ? "_s + frame("boom").trimmed() + u"\n"_s;
        m_resolved = u"[    1.000000] BUG: x\n[    1.000000]  ? lookup kernel/core.c:6 [inline]\n[    1.000000]  ? "_s +
                     frame("boom").trimmed() + u" kernel/core.c:19\n"_s;
    }

    void printsTheReportWithSourceLines()
    {
        const QString path = m_program.write(u"report"_s, m_report.toUtf8());
        const Finished finished = m_program.run({u"symbolize"_s, m_vmlinux, path});
        QCOMPARE(finished.errors, QString());
        QCOMPARE(finished.output, m_resolved);
        QCOMPARE(finished.status, 0);
    }

    void readsStandardInputAndAnswersInJson()
    {
        const auto process = m_program.start({u"symbolize"_s, u"--json"_s, m_vmlinux});
        process->write(m_report.toUtf8());
        process->closeWriteChannel();
        QVERIFY(process->waitForFinished(-1));
        QCOMPARE(process->exitCode(), 0);
        const QJsonObject answer = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
        QCOMPARE(answer[u"report"_s].toString(), m_resolved);
        QCOMPARE(answer[u"outcome"_s].toString(), u"done"_s);
        QCOMPARE(answer[u"guilty"_s].toString(), u"kernel/core.c"_s);
        QCOMPARE(answer[u"places"_s].toInt(), 1);
        QCOMPARE(answer[u"resolved"_s].toInt(), 1);
        QVERIFY(answer[u"notes"_s].toArray().isEmpty());
    }

    void badInputGetsOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments"); // %R: a good report, %V: a good vmlinux, %D: a folder
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        QTest::newRow("no vmlinux") << QStringList{u"/nowhere/vmlinux"_s, u"%R"_s} << 3 << u"/nowhere/vmlinux"_s;
        QTest::newRow("folder for vmlinux") << QStringList{u"%D"_s, u"%R"_s} << 3 << u"folder"_s;
        QTest::newRow("text for vmlinux") << QStringList{u"%R"_s, u"%R"_s} << 3 << u"ELF"_s;
        QTest::newRow("damaged vmlinux") << QStringList{u"damaged"_s, u"%R"_s} << 3 << u"damaged"_s;
        QTest::newRow("no report") << QStringList{u"%V"_s, u"/nowhere/report"_s} << 3 << u"/nowhere/report"_s;
        QTest::newRow("folder for report") << QStringList{u"%V"_s, u"%D"_s} << 3 << u"folder"_s;
        QTest::newRow("empty report") << QStringList{u"%V"_s, u"empty"_s} << 1 << u"no place"_s;
        QTest::newRow("other build") << QStringList{u"%V"_s, u"other"_s} << 1 << u"another build"_s;
        QTest::newRow("no debug information") << QStringList{u"bare"_s, u"%R"_s} << 1 << u"CONFIG_DEBUG_INFO"_s;
    }

    void badInputGetsOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, word);
        QFile kernel(m_vmlinux);
        QVERIFY(kernel.open(QIODevice::ReadOnly));
        m_program.write(u"damaged"_s, kernel.read(kernel.size() / 2));
        m_program.write(u"empty"_s, {});
        m_program.write(u"other"_s, " boom+0x1/0x9999\n lookup+0x1/0x8888\n");
        const QString report = m_program.write(u"report"_s, m_report.toUtf8());
        static const QString bare = m_tree.build(u"bare"_s, {u"-g0"_s});
        for (QString &argument : arguments) {
            argument.replace(u"%R"_s, report).replace(u"%V"_s, m_vmlinux).replace(u"%D"_s, m_tree.folder() + u"/lib"_s);
            argument = argument == u"bare" ? bare : argument.contains(u'/') ? argument : m_program.path(argument);
        }
        const Finished finished = m_program.run(QStringList{u"symbolize"_s} + arguments);
        QVERIFY2(finished.status == status, qPrintable(finished.output + finished.errors));
        QVERIFY2(finished.errors.contains(word), qPrintable(finished.errors));
        QVERIFY(finished.errors.startsWith(u"culprit: "_s));
        QCOMPARE(finished.errors.trimmed().count(u'\n'), 0);
        if (status == 1) {
            QFile given(arguments.last());
            QVERIFY(given.open(QIODevice::ReadOnly));
            QCOMPARE(finished.output, QString::fromUtf8(given.readAll()));
        }
    }

    void wrongUseIsStatusTwo()
    {
        QCOMPARE(m_program.run({u"symbolize"_s}).status, 2);
        QCOMPARE(m_program.run({u"symbolize"_s, m_vmlinux, u"a"_s, u"b"_s}).status, 2);
    }

private:
    SmallKernel m_tree;
    Program m_program;
    QString m_vmlinux;
    QString m_report;
    QString m_resolved;
};

QTEST_GUILESS_MAIN(SymbolizeTest)
#include "tst_symbolize.moc"
