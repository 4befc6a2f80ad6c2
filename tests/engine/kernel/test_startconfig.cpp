// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/kconfig.h"
#include "engine/kernel/startconfig.h"
#include "minitree.h"
#include "onebuild.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::kernel;

namespace
{

/// What make needs to configure: Kconfig files, their programs, and the makefiles that tell what a module is made of.
void unpackKconfig(const QString &tarball, const QString &folder)
{
    QDir().mkpath(folder);
    runTool(text("tar"), {text("-xf"), tarball, text("--strip-components=1"), text("-C"), folder, text("--wildcards"),
                          text("*/Kconfig*"), text("*/Makefile*"), text("*/Kbuild*"), text("*/scripts/*"),
                          text("*/arch/x86/configs/*"), text("*/kernel/configs/*"), text("*/arch/x86/*.sh")});
}

} // namespace

/// With the real Kconfig of Debian's kernel source.
class TestStartConfig final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void defconfigBootsAsAGuest();
    void defconfigHasWhatImagesNeed();
    void loadedModulesAreBuiltIn();
    void runningKernelWithoutConfigIsNamed();
    void treeWithoutDefconfigIsNamed();

private:
    struct Made {
        Result<MadeConfig> config;
        QByteArray log;
    };
    Made make(StartConfig start, const QStringList &required, const RunningKernel &running = {},
              const MiniTree *tree = {});
    QString path(const char *name) const { return m_folder.filePath(text(name)); }

    QTemporaryDir m_folder;
    std::unique_ptr<MiniTree> m_tree;
    history::ObjectId m_tip;
};

void TestStartConfig::initTestCase()
{
    const QStringList sources = QDir(text("/usr/src")).entryList({text("linux-source-*.tar.xz")}, QDir::Files);
    if (sources.isEmpty()) {
        QSKIP("Debian's linux-source is not installed.");
    }
    m_tree = std::make_unique<MiniTree>(path("tree"));
    m_tree->git({text("rm"), text("-rq"), text(".")});
    unpackKconfig(text("/usr/src/") + sources.first(), m_tree->folder());
    m_tip = m_tree->commit({});
}

TestStartConfig::Made TestStartConfig::make(StartConfig start, const QStringList &required,
                                            const RunningKernel &running, const MiniTree *tree)
{
    BuildRequest kernel;
    kernel.revision = tree != nullptr ? tree->first() : m_tip;
    kernel.requiredOptions = required;
    kernel.outputFolder = path("out");
    const QString repository = tree != nullptr ? tree->folder() : m_tree->folder();
    const auto slot = BuildSlot::acquire(path("cache"), repository, kernel.recipe).value();
    const OneBuild build(slot, startConfigRequest(start, kernel, running));
    return {madeConfig(start, build.result, build.log), build.log};
}

void TestStartConfig::defconfigBootsAsAGuest()
{
    const Made made = make(StartConfig::Defconfig, optionsOfGuests());
    QVERIFY2(made.config, made.config ? "" : made.config.error().message.c_str());
    const Kconfig config = Kconfig::parse(made.config->text, text("made")).value();
    QCOMPARE(config.lost(optionsOfGuests()), QStringList());
    QCOMPARE(config.value("CONFIG_64BIT"), "y");
    QCOMPARE(config.value("CONFIG_KVM_GUEST"), "y"); // of kvm_guest.config
    QVERIFY2(made.config->notes.first().contains(text("with its kvm_guest.config")),
             qPrintable(made.config->notes.join(u'\n')));
}

void TestStartConfig::defconfigHasWhatImagesNeed()
{
    const Made made = make(StartConfig::Defconfig, optionsOfImageGuests());
    QVERIFY2(made.config, made.config ? "" : made.config.error().message.c_str());
    QCOMPARE(Kconfig::parse(made.config->text, text("made")).value().lost(optionsOfImageGuests()), QStringList());
}

void TestStartConfig::loadedModulesAreBuiltIn()
{
    // As a distribution has it: much of it modules, keys and signatures of its own.
    QByteArray running = make(StartConfig::Defconfig, optionsOfGuests()).config.value().text;
    running += "CONFIG_EXT4_FS=m\nCONFIG_XFS_FS=m\nCONFIG_BTRFS_FS=m\nCONFIG_VIRTIO_NET=m\nCONFIG_MODULES=y\n"
               "CONFIG_MODULE_SIG=y\nCONFIG_SYSTEM_TRUSTED_KEYS=\"debian/certs/keys.pem\"\n"
               "CONFIG_SECURITY=y\nCONFIG_SECURITY_LOCKDOWN_LSM=y\n";
    writeFile(path("config-running"), running);
    writeFile(path("modules"), "btrfs 1000 1 - Live 0x0\next4 900000 2 - Live 0x0\nmbcache 16384 1 ext4, Live 0x0\n");
    const Made made = make(StartConfig::Localmodconfig, optionsOfGuests(),
                           {.config = path("config-running"), .modules = path("modules")});
    QVERIFY2(made.config, made.config ? "" : made.config.error().message.c_str());
    const Kconfig config = Kconfig::parse(made.config->text, text("made")).value();
    QCOMPARE(config.value("CONFIG_EXT4_FS"), "y");
    QCOMPARE(config.value("CONFIG_BTRFS_FS"), "y");
    QCOMPARE(config.value("CONFIG_XFS_FS"), "n"); // a module that is not loaded
    QCOMPARE(config.symbolsWith("m"), QStringList());
    QCOMPARE(config.lost(optionsOfGuests()), QStringList());
    QVERIFY(config.value("CONFIG_MODULE_SIG") != "y");
    QCOMPARE(config.value("CONFIG_SYSTEM_TRUSTED_KEYS"), "\"\"");
    QVERIFY2(made.config->notes.first().contains(text("built in")), qPrintable(made.config->notes.join(u'\n')));
}

void TestStartConfig::runningKernelWithoutConfigIsNamed()
{
    if (QFile::exists(text("/proc/config.gz")) || !QDir(text("/boot")).isEmpty()) {
        QSKIP("The kernel that runs here has its config where the tree finds it.");
    }
    writeFile(path("modules"), "ext4 900000 2 - Live 0x0\n");
    const Made made = make(StartConfig::Localmodconfig, optionsOfGuests(), {.config = {}, .modules = path("modules")});
    QVERIFY2(!made.config, made.log.constData());
    QVERIFY2(made.config.error().message.contains("/proc/config.gz"), made.config.error().message.c_str());
    QVERIFY(made.config.error().message.contains("\"defconfig\""));
}

void TestStartConfig::treeWithoutDefconfigIsNamed()
{
    const MiniTree tree(path("mini"));
    const Made made = make(StartConfig::Defconfig, {}, {}, &tree);
    QVERIFY(!made.config);
    QVERIFY2(made.config.error().message.starts_with("The config could not be made by defconfig: "),
             made.config.error().message.c_str());
    QVERIFY2(made.config.error().message.contains("No rule to make target 'defconfig'"),
             made.config.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestStartConfig)
#include "test_startconfig.moc"
