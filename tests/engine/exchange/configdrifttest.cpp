// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/configdrift.h"
#include "tests/engine/session/script.h"

#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::exchange;
using session::BuildOutcome;
using session::Script;

namespace
{

/// A build of the commit that ended so, with a config in that log.
void build(Script &script, int commit, LogId config, BuildOutcome outcome = BuildOutcome::Built)
{
    static std::int64_t last = 0;
    session::BuildEnded ended;
    ended.build = BuildId{++last};
    ended.outcome = outcome;
    ended.config = config;
    script.add(session::BuildStarted{ended.build, Script::commit(commit), LogId{}, {}});
    script.add(ended);
}

} // namespace

class ConfigDriftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhoseConfigIsKept();
    void readsTheConfig();
    void saysWhatDrifted();
};

void ConfigDriftTest::knowsWhoseConfigIsKept()
{
    Script script;
    build(script, 100, LogId{3});
    build(script, 0, LogId{3});
    build(script, 50, LogId{});
    build(script, 60, LogId{7}, BuildOutcome::Failed); // it lost an option, say: then its config tells most
    build(script, 0, LogId{8});
    const session::SessionState state = script.state();
    QCOMPARE(configOf(state, Script::commit(100)), LogId{3});
    QCOMPARE(configOf(state, Script::commit(0)), LogId{8});
    QVERIFY(!configOf(state, Script::commit(50)));
    QVERIFY(!configOf(state, Script::commit(51)));
    QCOMPARE(revisionsWithConfig(state), (std::vector{Script::commit(100), Script::commit(0), Script::commit(60)}));
    QCOMPARE(revisionBefore(state, Script::commit(60)), std::optional(Script::commit(0)));
    QCOMPARE(revisionBefore(state, Script::commit(0)), std::optional(Script::commit(100)));
    QCOMPARE(revisionBefore(state, Script::commit(100)), std::nullopt);
    QCOMPARE(revisionBefore(state, Script::commit(50)), std::nullopt);
}

void ConfigDriftTest::readsTheConfig()
{
    const QTemporaryDir folder;
    Script script;
    const auto created = std::get<session::SessionCreated>(script.events().front().payload);
    const auto journal =
        session::Journal::create(folder.filePath(QStringLiteral("a.culprit")), created, *script.range()).value();
    const LogId log = journal->createLog().value();
    QVERIFY(journal->appendLog(log, "CONFIG_A=y\n# CONFIG_B is not set\n"));
    build(script, 100, log);
    build(script, 50, LogId{});
    const session::SessionState state = script.state();
    QCOMPARE(configText(*journal, state, Script::commit(100)).value(), "CONFIG_A=y\n# CONFIG_B is not set\n");
    QCOMPARE(configText(*journal, state, Script::commit(50)).value(), "");
    QCOMPARE(configText(*journal, state, Script::commit(51)).value(), "");
}

void ConfigDriftTest::saysWhatDrifted()
{
    const Script script;
    const auto changes =
        kernel::configChanges("CONFIG_A=y\n# CONFIG_B is not set\nCONFIG_C=\"a\"\n",
                              "# CONFIG_A is not set\nCONFIG_C=\"\x1b[31m%1\"\n# CONFIG_D is not set\n");
    QVERIFY(changes);
    const QString text = driftText(script.state(), {Script::commit(0), Script::commit(7), *changes});
    const QString name = QString::fromStdString(Script::commit(7).shortHex());
    QCOMPARE(text,
             QStringLiteral("2 options of the config differ from v1 to %1 (\"change 7\"); 2 more are off in both and "
                            "named by one of them only.\n\n"
                            "CONFIG_A: y -> n\nCONFIG_C: \"a\" -> \" [31m%1\"\n\n"
                            "CONFIG_B: n -> absent\nCONFIG_D: absent -> n\n")
                 .replace(QStringLiteral("to %1"), QStringLiteral("to ") + name));
    QCOMPARE(driftText(script.state(), {Script::commit(0), Script::commit(0), {}}),
             QStringLiteral("0 options of the config differ from v1 to v1.\n"));
    const auto one = kernel::configChanges("CONFIG_A=y\n", "CONFIG_A=m\n");
    QVERIFY(driftText(script.state(), {Script::commit(0), Script::commit(0), *one})
                .startsWith(QStringLiteral("1 option of the config differs from v1 to v1.\n")));
}

QTEST_GUILESS_MAIN(ConfigDriftTest)
#include "configdrifttest.moc"
