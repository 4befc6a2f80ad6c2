// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/kconfig.h"
#include "onebuild.h"
#include "playedcompiler.h"

#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::kernel;
using Outcome = BuildResult::Outcome;

/// Compilers and config by where a revision stands, in a tree whose part of Kconfig is played by rules.
class TestWays final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void compilerGoesByTheFirstTagContained();
    void missingCompilerIsReplacedAndSaid();
    void treeWithoutReleasesTakesTheDefault();
    void nameThatMeansNothingIsOfTheSetup();
    void oldKernelsLoseOptions();
    void optionsOfTheUserFollow();
    void requiredOptionsAreLeftAlone();
    void onlyWhatIsPresentIsSwitchedOff();

private:
    BuildRequest request(const history::ObjectId &revision) const;
    OneBuild build(const BuildRequest &request) const;
    QString path(const char *name) const { return m_folder->filePath(text(name)); }

    QTemporaryDir m_tools;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MiniTree> m_tree;
    history::ObjectId m_old;
    history::ObjectId m_new; ///< has v5.4
};

void TestWays::initTestCase()
{
    playCompiler(m_tools.path(), text("gcc-8"), text("gcc-8 (Played) 8.4.0"));
    qputenv("PATH", m_tools.path().toLocal8Bit() + ':' + qgetenv("PATH"));
    qputenv("CCACHE_DIR", m_tools.filePath(text("ccache")).toLocal8Bit());
}

void TestWays::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_tree = std::make_unique<MiniTree>(path("tree"));
    QByteArray makefile = readFile(path("tree/Makefile"));
    makefile.replace("@gcc", "@$(CC)");
    m_old = m_tree->commit({{text("Makefile"), makefile + "olddefconfig:\n\t@true\n"}});
    m_tree->git({text("tag"), text("v5.3")});
    m_tree->commit({{text("README"), "A newer kernel.\n"}});
    m_tree->git({text("tag"), text("v5.4")});
    m_new = m_tree->commit({{text("README"), "The newest kernel.\n"}});
    writeFile(path("c"), "CONFIG_A=y\nCONFIG_KCOV=y\nCONFIG_CAN=m\nCONFIG_UNWINDER_ORC=y\n"
                         "# CONFIG_UNWINDER_FRAME_POINTER is not set\n");
}

BuildRequest TestWays::request(const history::ObjectId &revision) const
{
    BuildRequest request;
    request.revision = revision;
    request.recipe = MiniTree::recipe();
    request.recipe.kconfig = true;
    request.recipe.configure = text("make -C {source} O={objects} {variables} olddefconfig");
    request.recipe.build = text("make -C {source} O={objects} -j{jobs} {variables}");
    request.config = path("c");
    request.jobs = 1;
    request.outputFolder = path("out");
    return request;
}

OneBuild TestWays::build(const BuildRequest &request) const
{
    return {BuildSlot::acquire(path("cache"), m_tree->folder(), request.recipe).value(), request};
}

void TestWays::compilerGoesByTheFirstTagContained()
{
    BuildRequest asked = request(m_old);
    asked.ways.compiler = text("gcc");
    asked.ways.toolchains = {{{"v5.4", {}}, text("gcc")}, {{"v5.3", {}}, text("gcc-8")}, {{}, text("gcc-5")}};
    const OneBuild old = build(asked);
    QCOMPARE(old.result.cause, QString());
    QVERIFY2(old.result.compiler.startsWith(text("gcc-8 (Played) 8.4.0, GNU ld")), qPrintable(old.result.compiler));
    QVERIFY2(old.result.command.contains(text("gcc-8' 'HOSTCC=")) ||
                 old.result.command.contains(text("CC=gcc-8 HOSTCC=")),
             qPrintable(old.result.command));
    QCOMPARE(old.result.applied, QStringList{text("compiler gcc-8 (revisions: from v5.3 on)")});
    asked.revision = m_new;
    const OneBuild recent = build(asked);
    QCOMPARE(recent.result.outcome, Outcome::Built);
    QVERIFY(recent.result.compiler.startsWith(text("gcc (")));
    QCOMPARE(recent.result.applied, QStringList{text("compiler gcc (revisions: from v5.4 on)")});
}

void TestWays::missingCompilerIsReplacedAndSaid()
{
    BuildRequest asked = request(m_new);
    asked.ways.compiler = text("gcc-7");
    const OneBuild built = build(asked);
    QCOMPARE(built.result.outcome, Outcome::Built);
    QVERIFY(built.result.compiler.startsWith(text("gcc-8 (Played) 8.4.0")));
    QCOMPARE(built.result.applied.size(), 1);
    QVERIFY2(built.result.applied.first().startsWith(text("compiler gcc-8: gcc-7 is not installed")),
             qPrintable(built.result.applied.first()));
    QVERIFY(built.log.contains("gcc-7 is not installed"));
    asked.ways.compiler = text("gcc-8");
    QCOMPARE(build(asked).result.applied, QStringList());
}

void TestWays::treeWithoutReleasesTakesTheDefault()
{
    m_tree->git({text("tag"), text("-d"), text("v5.3"), text("v5.4")});
    BuildRequest asked = request(m_new);
    asked.ways.compiler = text("gcc");
    asked.ways.toolchains = gccOfReleases();
    asked.ways.overrides = overridesOfReleases();
    const OneBuild built = build(asked);
    QCOMPARE(built.result.outcome, Outcome::Built);
    QVERIFY(built.result.compiler.startsWith(text("gcc (")));
    QCOMPARE(built.result.applied, QStringList());
    QVERIFY(readFile(built.result.config).contains("CONFIG_KCOV=y"));
}

void TestWays::nameThatMeansNothingIsOfTheSetup()
{
    BuildRequest asked = request(m_new);
    asked.ways.overrides = {{{"next-20990101", {}}, {text("CONFIG_A=n")}, {}, false}};
    const OneBuild built = build(asked);
    QCOMPARE(built.result.outcome, Outcome::Infrastructure);
    QVERIFY2(built.result.cause.contains(text("next-20990101")), qPrintable(built.result.cause));
}

void TestWays::oldKernelsLoseOptions()
{
    BuildRequest asked = request(m_old);
    asked.ways.overrides = overridesOfReleases();
    const OneBuild old = build(asked);
    QCOMPARE(old.result.outcome, Outcome::Built);
    QCOMPARE(readFile(old.result.config), "CONFIG_A=y\n# CONFIG_KCOV is not set\nCONFIG_CAN=m\n"
                                          "# CONFIG_UNWINDER_ORC is not set\nCONFIG_UNWINDER_FRAME_POINTER=y\n");
    QCOMPARE(old.result.applied.size(), 3);
    QVERIFY2(old.result.applied.first().startsWith(text("CONFIG_KCOV=n: kernels before v5.4")),
             qPrintable(old.result.applied.first()));
    asked.revision = m_new;
    const OneBuild recent = build(asked);
    QCOMPARE(readFile(recent.result.config), readFile(path("c")));
    QCOMPARE(recent.result.applied, QStringList());
}

void TestWays::optionsOfTheUserFollow()
{
    BuildRequest asked = request(m_old);
    asked.ways.overrides = overridesOfReleases();
    asked.ways.overrides += {{{"v5.3", "v5.4"}, {text("CONFIG_KCOV=y")}, text("I need it"), false},
                             {{"v5.3", "v5.4"}, {text("CONFIG_NEW=\"a=b\"")}, {}, false}};
    const OneBuild old = build(asked);
    QVERIFY(readFile(old.result.config).contains("CONFIG_KCOV=y\n"));
    QVERIFY(readFile(old.result.config).contains("CONFIG_NEW=\"a=b\"\n"));
    QCOMPARE(old.result.applied.last(), text("CONFIG_NEW=\"a=b\""));
    QVERIFY(old.result.applied.contains(text("CONFIG_KCOV=y: I need it")));
    asked.revision = m_new;
    QVERIFY(!readFile(build(asked).result.config).contains("CONFIG_NEW"));
}

void TestWays::requiredOptionsAreLeftAlone()
{
    BuildRequest asked = request(m_old);
    asked.ways.overrides = overridesOfReleases();
    asked.requiredOptions = QStringList{text("KCOV")};
    const OneBuild old = build(asked);
    QCOMPARE(old.result.outcome, Outcome::Built);
    QVERIFY(readFile(old.result.config).contains("CONFIG_KCOV=y\n"));
    QVERIFY2(old.result.applied.first().startsWith(text("CONFIG_KCOV is left alone")),
             qPrintable(old.result.applied.first()));
}

void TestWays::onlyWhatIsPresentIsSwitchedOff()
{
    Kconfig config = Kconfig::parse("CONFIG_A=y\n# CONFIG_UBSAN is not set\n", text("c")).value();
    for (const ConfigOverride &change : overridesOfReleases()) {
        QVERIFY(!wouldChange(change, config));
        QCOMPARE(applyOverride(change, {}, config), QStringList());
    }
    QCOMPARE(config.text(), "CONFIG_A=y\n# CONFIG_UBSAN is not set\n");
}

QTEST_GUILESS_MAIN(TestWays)
#include "test_ways.moc"
