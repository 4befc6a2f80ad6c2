// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/configkeeper.h"
#include "engine/conductor/ledger.h"
#include "tests/engine/session/script.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::conductor;

namespace
{

/// Of the size of a distribution's.
QByteArray largeConfig(int seed)
{
    QByteArray config = "CONFIG_SEED=" + QByteArray::number(seed) + '\n';
    for (int i = 0; i < 9000; ++i) {
        config += i % 3 == 0 ? "# CONFIG_OPTION_" + QByteArray::number(i) + " is not set\n"
                             : "CONFIG_OPTION_" + QByteArray::number(i) + "=y\n";
    }
    return config;
}

LogId endBuild(Ledger &ledger, int commit, const QByteArray &config)
{
    session::BuildEnded ended;
    ended.build = ledger.nextBuild();
    ended.outcome = session::BuildOutcome::Built;
    ended.config = keepConfig(ledger.journal(), ledger.state(), config).value();
    if (!ledger.append(session::BuildStarted{ended.build, session::Script::commit(commit), LogId{}, {}}) ||
        !ledger.append(ended)) {
        qFatal("the journal takes nothing");
    }
    return ended.config;
}

} // namespace

class ConfigKeeperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Also on another machine, without the cache: the file is all that it takes.
    void configsAreInTheFileOnceEach()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.culprit"));
        const session::Script script;
        LogId first;
        LogId second;
        {
            auto ledger = Ledger::create(path, script.state().created, *script.range());
            QVERIFY2(ledger, ledger ? "" : ledger.error().message.c_str());
            first = endBuild(*ledger, 100, largeConfig(1));
            for (int commit = 1; commit < 30; ++commit) {
                QCOMPARE(endBuild(*ledger, commit, largeConfig(1)), first);
            }
            second = endBuild(*ledger, 40, largeConfig(2));
            QVERIFY(second && second != first);
            QCOMPARE(endBuild(*ledger, 41, largeConfig(1)), first);
            QVERIFY(!endBuild(*ledger, 42, {}));
        }
        const auto ledger = Ledger::open(path, session::Journal::Access::Read);
        QVERIFY(ledger);
        const session::Journal &journal = ledger->journal();
        QCOMPARE(journal.readLog(first, 0, journal.logSize(first)).value(), largeConfig(1));
        QCOMPARE(journal.readLog(second, 0, journal.logSize(second)).value(), largeConfig(2));
        QVERIFY2(QFileInfo(path).size() < 400'000, qPrintable(QString::number(QFileInfo(path).size())));
    }
};

QTEST_GUILESS_MAIN(ConfigKeeperTest)
#include "tst_configkeeper.moc"
