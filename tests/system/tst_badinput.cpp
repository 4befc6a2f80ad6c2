// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using culprit::tests::Finished;
using culprit::tests::Program;

/// Each wrong thing gets one sentence that names it, the exit status of the contract, and loses nothing.
class BadInputTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = m_program.makeDemo();
        m_setup = m_program.writeShortSetup(m_demo);
        QFile file(m_setup);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_text = QString::fromUtf8(file.readAll());
    }

    void setups_data()
    {
        QTest::addColumn<QString>("pattern"); // of the line in SETUP.toml that is changed
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("status");
        QTest::addColumn<QStringList>("words"); // that the sentence holds
        const auto row = [](const char *name, const QString &pattern, const QString &line, int status,
                            const QStringList &words) { QTest::newRow(name) << pattern << line << status << words; };
        row("not a repository", u"^repo *=.*$"_s, u"repo = \"/usr/share\""_s, 2, {u"/usr/share"_s, u"repository"_s});
        row("unknown revision", u"^bad *=.*$"_s, u"bad = \"v9.9\""_s, 2, {u"v9.9"_s});
        row("unknown key", u"^\\[test\\]$"_s, u"[test]\ntimeot = \"3s\""_s, 2, {u"timeot"_s, u"timeout"_s});
        row("range the wrong way round", u"^good *=.*$"_s, u"good = \"v1.4\""_s, 2, {u"fix"_s});
        row("empty range", u"^good *=.*$"_s, u"good = \"%BAD%\""_s, 2, {});
        row("reproducer missing", u"^reproducer *=.*$"_s, u"reproducer = \"/nowhere/repro.c\""_s, 2,
            {u"/nowhere/repro.c"_s});
        row("reproducer that does not compile", u"^reproducer *=.*$"_s, u"reproducer = \"broken.c\""_s, 2,
            {u"broken.c"_s});
        row("config missing", u"^repo *=.*$"_s, u"repo = \"%REPO%\"\nconfig = \"/nowhere/.config\""_s, 2,
            {u"/nowhere/.config"_s});
        row("too much memory", u"^memory *=.*$"_s, u"memory = \"900G\""_s, 3, {u"memory"_s});
        row("kvm that does not work", u"^accel *=.*$"_s, u"accel = \"kvm\""_s, 3, {});
    }

    void setups()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, line);
        QFETCH(int, status);
        QFETCH(QStringList, words);
        if (QByteArray(QTest::currentDataTag()) == "kvm that does not work" && kvmMayWork()) {
            QSKIP("This machine may have a working KVM.");
        }
        m_program.write(u"broken.c"_s, "int main(void) { return nothing; }\n");
        const QString bad =
            QRegularExpression(u"^bad *= *\"(.*)\"$"_s, QRegularExpression::MultilineOption).match(m_text).captured(1);
        line.replace(u"%BAD%"_s, bad).replace(u"%REPO%"_s, m_demo.history.repository);
        QString text = m_text;
        const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
        QVERIFY2(expression.match(text).hasMatch(), qPrintable(pattern));
        text.replace(expression, line);
        m_program.write(u"wrong.toml"_s, text.toUtf8());
        const QString session = m_program.path(u"wrong.culprit"_s);
        QFile::remove(session);

        const Finished finished = m_program.run({u"run"_s, u"wrong.toml"_s});
        QVERIFY2(finished.status == status, qPrintable(finished.output + finished.errors));
        QCOMPARE(finished.errors.trimmed().count(u'\n'), 0);
        QVERIFY(finished.errors.startsWith(u"culprit: "_s));
        for (const QString &word : words) {
            QVERIFY2(finished.errors.contains(word), qPrintable(word + u" | "_s + finished.errors));
        }
        QCOMPARE(m_program.leftProcesses(), QStringList());
    }

    void sessions_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QByteArray() << u"session"_s;
        QTest::newRow("not ours") << QByteArray("This is a letter to my aunt.\n").repeated(100) << u"session"_s;
        QTest::newRow("sqlite header only") << QByteArray("SQLite format 3\0", 16) << u"session"_s;
    }

    void sessions()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, word);
        const QString path = m_program.write(u"odd.culprit"_s, content);
        for (const QStringList &arguments : {QStringList{u"show"_s, path}, QStringList{u"resume"_s, path}}) {
            const Finished finished = m_program.run(arguments);
            QVERIFY2(finished.status == 2 || finished.status == 3, qPrintable(finished.output + finished.errors));
            QVERIFY2(finished.errors.contains(word), qPrintable(finished.errors));
            QCOMPARE(finished.errors.trimmed().count(u'\n'), 0);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void aMissingSessionIsNamed()
    {
        const Finished finished = m_program.run({u"resume"_s, u"/nowhere/x.culprit"_s});
        QCOMPARE(finished.status, 3);
        QVERIFY(finished.errors.contains(u"/nowhere/x.culprit"_s));
    }

    void anExistingSessionIsNotOverwritten()
    {
        m_program.write(u"short.culprit"_s, "precious");
        const Finished finished = m_program.run({u"run"_s, m_setup});
        QCOMPARE(finished.status, 2);
        QVERIFY(finished.errors.contains(u"resume"_s));
        QFile file(m_program.path(u"short.culprit"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
    }

    void wrongUseExitsWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown command") << QStringList{u"frobnicate"_s, u"x"_s};
        QTest::newRow("run without setup") << QStringList{u"run"_s};
        QTest::newRow("judge nothing") << QStringList{u"judge"_s, u"x.culprit"_s};
        QTest::newRow("unknown option") << QStringList{u"doctor"_s, u"--fast"_s};
        QTest::newRow("crash without logs") << QStringList{u"crash"_s};
    }

    void wrongUseExitsWith2()
    {
        QFETCH(QStringList, arguments);
        const Finished finished = m_program.run(arguments);
        QCOMPARE(finished.status, 2);
        QVERIFY(!finished.errors.isEmpty());
        QVERIFY(finished.output.isEmpty());
    }

private:
    [[nodiscard]] static bool kvmMayWork()
    {
        QFile cpuinfo(u"/proc/cpuinfo"_s);
        return cpuinfo.open(QIODevice::ReadOnly) && cpuinfo.readAll().contains("vmx");
    }

    Program m_program;
    culprit::demo::DemoSetup m_demo;
    QString m_setup;
    QString m_text;
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "tst_badinput.moc"
