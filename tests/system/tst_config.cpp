// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"

#include <QDir>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using culprit::tests::Finished;
using culprit::tests::Program;

/// Config drift, by the command line. The tree has no Kconfig: its recipe writes a .config that follows the sources.
class ConfigTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void driftIsInTheSessionFile()
    {
        const Program program;
        const culprit::demo::DemoSetup demo = program.makeDemo();
        QString setup = QString::fromUtf8(contentOf(program.writeShortSetup(demo)));
        setup.replace(u"[kernel.recipe]\n"_s,
                      u"[kernel.recipe]\nconfigure = \"printf 'CONFIG_A=y\\\\nCONFIG_SIZE=%s\\\\n' "
                      "$(cat {source}/*/*.c | wc -c) >{objects}/.config\"\n"_s);
        const QStringList built = runUntilTwoAreBuilt(program, program.write(u"config.toml"_s, setup.toUtf8()));
        QCOMPARE(built.size(), 2);
        // Another machine has the file and nothing else.
        QVERIFY(QDir(demo.history.repository).removeRecursively());
        QVERIFY(QDir(program.path(u"cache"_s)).removeRecursively());

        const Finished drift = program.run({u"config"_s, u"config.culprit"_s, built[1].first(12)});
        QVERIFY2(drift.status == 0, qPrintable(drift.errors));
        const QStringList lines = drift.output.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].startsWith(u"1 option of the config differs from "_s), qPrintable(drift.output));
        static const QRegularExpression change(u"^CONFIG_SIZE: ([0-9]+) -> ([0-9]+)$"_s);
        const auto match = change.match(lines[1]);
        QVERIFY2(match.hasMatch(), qPrintable(drift.output));

        const Finished json =
            program.run({u"config"_s, u"config.culprit"_s, built[0], u"--against"_s, built[1].first(8), u"--json"_s});
        QCOMPARE(json.objects(), (QList<QJsonObject>{{{u"symbol"_s, u"CONFIG_SIZE"_s},
                                                      {u"before"_s, match.captured(2)},
                                                      {u"after"_s, match.captured(1)}}}));
        const Finished whole = program.run({u"config"_s, u"config.culprit"_s, built[1], u"--whole"_s});
        QCOMPARE(whole.output, u"CONFIG_A=y\nCONFIG_SIZE=%1\n"_s.arg(match.captured(2)));

        const Finished first = program.run({u"config"_s, u"config.culprit"_s, built[0]});
        QCOMPARE(first.status, 2);
        QVERIFY2(first.errors.contains(u"--against"_s), qPrintable(first.errors));
        const Finished unbuilt = program.run({u"config"_s, u"config.culprit"_s, demo.history.culprit});
        QVERIFY2(unbuilt.status == 2 && unbuilt.errors.contains(u"No config is kept"_s), qPrintable(unbuilt.errors));
    }

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Both ends: returned in the order of their builds, which were interrupted then.
    static QStringList runUntilTwoAreBuilt(const Program &program, const QString &setup)
    {
        const auto process = program.start({u"run"_s, u"--json"_s, setup});
        QHash<qint64, QString> revisions;
        QStringList built;
        while (built.size() < 2 && (process->canReadLine() || process->waitForReadyRead(120000))) {
            while (built.size() < 2 && process->canReadLine()) {
                const QJsonObject event = QJsonDocument::fromJson(process->readLine()).object();
                const QString kind = event.value(u"kind"_s).toString();
                if (kind == u"build-started") {
                    revisions[event.value(u"build"_s).toInteger()] = event.value(u"revision"_s).toString();
                } else if (kind == u"build-ended" && event.value(u"config"_s).toInteger() > 0) {
                    built << revisions.value(event.value(u"build"_s).toInteger());
                }
            }
        }
        ::kill(pid_t(process->processId()), SIGINT);
        process->waitForFinished(20000);
        return built;
    }
};

QTEST_GUILESS_MAIN(ConfigTest)
#include "tst_config.moc"
