// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/setup.h"
#include "engine/session/quantities.h"
#include "engine/session/setupcheck.h"
#include "engine/session/setupdifference.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::session;
using namespace std::chrono_literals;

namespace
{

const QByteArray minimal = "[kernel]\nrepo = \"/src/linux\"\nbad = \"v5.13\"\ngood = \"v5.12\"\n"
                           "[test]\nreproducer = \"repro.c\"\n";

} // namespace

class SetupTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void defaultsAreTheDocumentedOnes();
    void comesBackFromItsText();
    void pathsAreTakenFromTheFolder();
    void configMayBeOneToBeMade();
    void goodMayBeLeftOut();
    void termsNameTheSides();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void allMistakesAreTold();
    void fileIsNamed();
    void durations();
    void memorySizes();
    void differencesAreNamedByTheirKeys();
};

void SetupTest::readsEverything()
{
    const auto setup = parseSetup(R"([kernel]
repo = "~/src/linux"
bad = "v5.13"
good = ["v5.12", "v5.11"]
find = "fix"
config = "repro.config"
fragments = ["kasan.config", "/etc/x.config"]
required = ["CONFIG_KASAN"]
build_timeout = "1h30m"
[[kernel.override]]
from = "v4.1"
until = "v5.4"
options = ["CONFIG_KCOV=n", "CONFIG_CMDLINE=\"a b\""]
reason = "does not build"
[[kernel.override]]
options = "CONFIG_SMP=y"
[[kernel.fixup]]
commit = "0123456789ab"
guilty = "0123456789abcdef0123456789abcdef01234567"
until = "v6.0"
[[kernel.fixup]]
patch = "fix.patch"
reason = "hangs at boot"
[kernel.recipe]
configure = "make defconfig"
build = "make -j{jobs}"
image = "{objects}/kernel"
vmlinux = "{objects}/kernel.elf"
banner = "Pocket"
[test]
reproducer = "repro.c"
title = "INFO: task hung in f"
timeout = "5m"
no_output = 90
boot_timeout = "600s"
repeat = false
runs = 20
seed = 7
[machine]
kind = "initramfs"
count = 10
cpus = 4
memory = "512M"
accel = "tcg"
append = "quiet"
memory_dumps = 2
[search]
strategy = "halving"
revert = false
time_limit = "8h"
run_limit = 500
build_limit = 40
)",
                                  QStringLiteral("/home/me/bug"));
    QVERIFY2(setup.has_value(), setup ? "" : setup.error().message.c_str());
    QCOMPARE(setup->kernel.repo, QDir::homePath() + QStringLiteral("/src/linux"));
    QCOMPARE(setup->kernel.good, QStringList({QStringLiteral("v5.12"), QStringLiteral("v5.11")}));
    QCOMPARE(setup->kernel.find, Find::Fix);
    QCOMPARE(setup->kernel.config, QStringLiteral("/home/me/bug/repro.config"));
    QCOMPARE(setup->kernel.fragments,
             QStringList({QStringLiteral("/home/me/bug/kasan.config"), QStringLiteral("/etc/x.config")}));
    QCOMPARE(setup->kernel.buildTimeout, 90min);
    QCOMPARE(setup->kernel.recipe.name, QStringLiteral("custom"));
    QCOMPARE(setup->kernel.recipe.image, QStringLiteral("{objects}/kernel"));
    QCOMPARE(setup->kernel.overrides.size(), 2);
    const OverrideSetup change{{QStringLiteral("v4.1"), QStringLiteral("v5.4")},
                               {QStringLiteral("CONFIG_KCOV=n"), QStringLiteral("CONFIG_CMDLINE=\"a b\"")},
                               QStringLiteral("does not build")};
    QVERIFY(setup->kernel.overrides.first() == change);
    QCOMPARE(setup->kernel.overrides.last().options, QStringList{QStringLiteral("CONFIG_SMP=y")});
    QCOMPARE(setup->kernel.fixups.size(), 2);
    QCOMPARE(setup->kernel.fixups.first().commit, QStringLiteral("0123456789ab"));
    QCOMPARE(setup->kernel.fixups.first().guilty, QStringLiteral("0123456789abcdef0123456789abcdef01234567"));
    QCOMPARE(setup->kernel.fixups.first().stretch.until, QStringLiteral("v6.0"));
    QCOMPARE(setup->kernel.fixups.last().patch, QStringLiteral("/home/me/bug/fix.patch"));
    QCOMPARE(setup->kernel.fixups.last().reason, QStringLiteral("hangs at boot"));
    QCOMPARE(setup->test.reproducer, QStringLiteral("/home/me/bug/repro.c"));
    QCOMPARE(setup->test.noOutput, 90s);
    QCOMPARE(setup->test.repeat, false);
    QCOMPARE(setup->test.runs, 20);
    QCOMPARE(setup->test.seed, 7);
    QCOMPARE(setup->machine.count, 10);
    QCOMPARE(setup->machine.memoryMB, 512);
    QCOMPARE(setup->machine.accel, QStringLiteral("tcg"));
    QCOMPARE(setup->machine.memoryDumps, 2);
    QCOMPARE(setup->search.strategy, Strategy::Halving);
    QCOMPARE(setup->search.revert, false);
    QCOMPARE(setup->search.timeLimit, 8h);
    QCOMPARE(setup->search.runLimit, 500);
    QCOMPARE(setup->search.buildLimit, 40);
    QVERIFY(parseSetup(formatSetup(*setup), QStringLiteral("/elsewhere")).value() == *setup);
}

void SetupTest::defaultsAreTheDocumentedOnes()
{
    const auto setup = parseSetup(minimal, QStringLiteral("/x"));
    QVERIFY(setup.has_value());
    Setup expected;
    expected.kernel.repo = QStringLiteral("/src/linux");
    expected.kernel.bad = QStringLiteral("v5.13");
    expected.kernel.good = {QStringLiteral("v5.12")};
    expected.test.reproducer = QStringLiteral("/x/repro.c");
    expected.search.revert = true;
    QVERIFY(*setup == expected);
    QCOMPARE(setup->test.timeout, 5min);
    QCOMPARE(setup->machine.count, 0);
    QCOMPARE(setup->search.strategy, Strategy::Bayes);
    QCOMPARE(setup->search.confidencePermille, 990);
    QVERIFY(setup->search.weighed);
}

void SetupTest::comesBackFromItsText()
{
    Setup setup = parseSetup(minimal, QStringLiteral("/x")).value();
    QVERIFY(parseSetup(formatSetup(setup), QStringLiteral("/elsewhere")).value() == setup);
    setup.kernel.repo = QStringLiteral("/a \"b\"\\c\td\ne\x01 ü 𝄞");
    setup.kernel.good = {QStringLiteral("a"), QStringLiteral("b")};
    setup.kernel.find = Find::Fix;
    setup.machine.memoryDumps = 3;
    setup.kernel.fragments = {QStringLiteral("/1"), QStringLiteral("/2")};
    setup.kernel.required = {QStringLiteral("CONFIG_X")};
    setup.kernel.find = Find::Cause;
    setup.kernel.firstParent = true;
    setup.kernel.terms = {QStringLiteral("fast"), QStringLiteral("slow")};
    setup.kernel.paths = {QStringLiteral("fs/ext4"), QStringLiteral("mm/a b.c")};
    setup.kernel.recipe = {QStringLiteral("custom"), {}, QStringLiteral("make 'x' \"y\""),
                           QStringLiteral("k"),      {}, QStringLiteral("]")};
    setup.kernel.buildTimeout = 90061s;
    setup.kernel.config = QStringLiteral("/c");
    setup.kernel.overrides = {{{QStringLiteral("v1"), {}}, {QStringLiteral("CONFIG_A=\"b\"")}, {}},
                              {{{}, QStringLiteral("v2")}, {QStringLiteral("CONFIG_A=n")}, QStringLiteral("why")}};
    setup.kernel.fixups = {{{}, QStringLiteral("0123456789ab"), {}, QStringLiteral("ba9876543210"), {}},
                           {{{}, QStringLiteral("v3")}, {}, QStringLiteral("/p q"), {}, QStringLiteral("\"r\"")}};
    setup.test.title = QStringLiteral("KASAN: \"%1\"");
    setup.test.repeat = false;
    setup.test.runs = 1;
    setup.test.bits = 32;
    setup.test.seed = 9'223'372'036'854'775'807;
    setup.machine = {3,
                     8,
                     1500,
                     QStringLiteral("kvm"),
                     QStringLiteral("a=\"b c\""),
                     QStringLiteral("/images/trixie \"2\".img"),
                     QStringLiteral("/keys/id"),
                     QStringLiteral("tester")};
    const auto read = parseSetup(formatSetup(setup), QStringLiteral("/elsewhere"));
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QVERIFY2(*read == setup, formatSetup(*read).constData());
    setup.kernel.recipe = {};
    setup.machine = {};
    setup.machine.snapshot = true;
    setup.kernel.compiler = QStringLiteral("auto-clang");
    setup.kernel.toolchains = {{{QStringLiteral("v5.9"), {}}, QStringLiteral("x86_64-linux-gcc")},
                               {{}, QStringLiteral("clang-9")}};
    QVERIFY(parseSetup(formatSetup(setup), QStringLiteral("/elsewhere")).value() == setup);
}

void SetupTest::pathsAreTakenFromTheFolder()
{
    QByteArray text = minimal;
    text.replace("/src/linux", "../linux/");
    text += "[machine]\nkind = \"image\"\ndisk = \"trixie.img\"\nssh_key = \"~/id_rsa\"\n";
    const Setup setup = parseSetup(text, QStringLiteral("/home/me/bug")).value();
    QCOMPARE(setup.kernel.repo, QStringLiteral("/home/me/linux"));
    QVERIFY(setup.machine.isImage());
    QCOMPARE(setup.machine.disk, QStringLiteral("/home/me/bug/trixie.img"));
    QCOMPARE(setup.machine.sshKey, QDir::homePath() + QStringLiteral("/id_rsa"));
    QCOMPARE(setup.machine.sshUser, QStringLiteral("root"));
}

void SetupTest::configMayBeOneToBeMade()
{
    const auto withConfig = [](const QByteArray &config) {
        return parseSetup(QByteArray(minimal).replace("[test]", "config = \"" + config + "\"\n[test]"),
                          QStringLiteral("/home/me/bug"))
            .value();
    };
    for (const QString &word : startConfigs()) {
        const Setup setup = withConfig(word.toUtf8());
        QVERIFY(setup.kernel.makesConfig());
        QCOMPARE(setup.kernel.config, word);
        QVERIFY(parseSetup(formatSetup(setup), QStringLiteral("/elsewhere")).value() == setup);
        const Setup file = withConfig("./" + word.toUtf8());
        QVERIFY(!file.kernel.makesConfig());
        QCOMPARE(file.kernel.config, QStringLiteral("/home/me/bug/") + word);
        QVERIFY(parseSetup(formatSetup(file), QStringLiteral("/elsewhere")).value() == file);
    }
}

void SetupTest::goodMayBeLeftOut()
{
    const auto setup = parseSetup(QByteArray(minimal).replace("good = \"v5.12\"\n", ""), QStringLiteral("/etc"));
    QVERIFY2(setup, setup ? "" : setup.error().message.c_str());
    QVERIFY(setup->kernel.good.isEmpty());
    QVERIFY(parseSetup(formatSetup(*setup), QStringLiteral("/elsewhere")).value() == *setup);
}

/// The words go with the sides of the range, and the bug with the side: which depends on what is sought.
void SetupTest::termsNameTheSides()
{
    Setup::Kernel kernel;
    QCOMPARE(kernel.word(Verdict::Bad), QStringLiteral("bad"));
    kernel.terms = {QStringLiteral("fast"), QStringLiteral("slow")};
    QCOMPARE(kernel.word(Verdict::Good), QStringLiteral("fast"));
    QCOMPARE(kernel.word(Verdict::Skip), QStringLiteral("skip"));
    QVERIFY(kernel.verdict(u"slow") == Verdict::Bad);
    QVERIFY(kernel.verdict(u"good") == Verdict::Good);
    QVERIFY(!kernel.verdict(u"sluggish"));
    kernel.find = Find::Fix;
    kernel.terms = {QStringLiteral("slow"), QStringLiteral("fast")};
    QCOMPARE(kernel.word(Verdict::Good), QStringLiteral("fast"));
    QCOMPARE(kernel.word(Verdict::Bad), QStringLiteral("slow"));
}

void SetupTest::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("named");
    const auto row = [](const char *name, const QByteArray &text, const char *named) {
        QTest::newRow(name) << text << QString::fromLatin1(named).split(u'|');
    };
    row("syntax", "[kernel]\nrepo = /src\n", "not TOML|line 2");
    row("twice", "[kernel]\nrepo = \"a\"\nrepo = \"b\"\n", "not TOML|line 3|repo");
    row("deep", QByteArray("a = ") + QByteArray(100'000, '['), "not TOML");
    row("bytes", QByteArray("\xff\xfe\0\0", 4), "not TOML");
    row("empty", "", "repo in [kernel] is missing");
    row("no bad", "[kernel]\nrepo = \"a\"\n", "bad in [kernel] is missing");
    row("empty good", "[kernel]\nrepo = \"a\"\nbad = \"b\"\ngood = \"\"\n", "line 4|good|earlier releases");
    row("fix without good", "[kernel]\nrepo = \"a\"\nbad = \"b\"\nfind = \"fix\"\n", "good in [kernel] is missing|fix");
    row("paths of a fix", QByteArray(minimal).replace("[test]", "find = \"fix\"\npaths = [\"fs\"]\n[test]"),
        "line 6|paths in [kernel]|cause");
    const auto terms = [&row](const char *name, const QByteArray &words, const char *named) {
        row(name, QByteArray(minimal).replace("[test]", "terms = " + words + "\n[test]"), named);
    };
    terms("one term", "[\"slow\"]", "line 5|terms in [kernel]|two words");
    terms("term of many words", "[\"fast\", \"very slow\"]", "terms in [kernel]|two words");
    terms("term that is a command", "[\"fast\", \"skip\"]", "terms in [kernel]|skip");
    terms("term that means something", "[\"bad\", \"good\"]", "terms in [kernel]|bad");
    terms("same term twice", "[\"slow\", \"slow\"]", "terms in [kernel]|different");
    terms("terms the wrong way round", "[\"new\", \"old\"]", "terms in [kernel]|wrong way round");
    row("no reproducer", "[kernel]\nrepo=\"a\"\nbad=\"b\"\ngood=\"c\"\n", "reproducer in [test] is missing");
    row("typo", minimal + "tiemout = \"5m\"\n", "line 7|unknown key tiemout in [test]|nearest known key is timeout");
    row("far off", minimal + "zzzzzzzzzzz = 1\n", "line 7|zzzzzzzzzzz|nearest known key is");
    row("syz alone", QByteArray(minimal).replace("repro.c", "repro.syz"), "[syzkaller]|folder");
    row("syzkaller for C", minimal + "[syzkaller]\nfolder = \"/s\"\n", "folder|.syz");
    row("wrong table", minimal + "cpus = 2\n", "line 7|cpus (of [machine])");
    row("unknown table", minimal + "[machin]\n", "line 7|[machin]|[machine]");
    row("no table", "memroy = \"2G\"\n", "line 1|memroy|memory (of [machine])");
    row("not a table", "kernel = 1\n", "line 1|[kernel]");
    row("recipe key", minimal + "[kernel.recipe]\nbuild=\"x\"\nimage=\"y\"\nbaner=\"z\"\n", "line 10|baner|banner");
    row("recipe name", QByteArray(minimal).replace("[test]", "recipe = \"bsd\"\n[test]"), "line 5|recipe|\"linux\"");
    row("config of another recipe",
        QByteArray(minimal).replace("[test]", "config = \"defconfig\"\nrecipe = {build=\"x\", image=\"y\"}\n[test]"),
        "line 5|config|\"linux\"|./defconfig");
    row("recipe without build", minimal + "[kernel.recipe]\nimage=\"y\"\n", "build in [kernel.recipe] is missing");
    row("compiler", QByteArray(minimal).replace("[test]", "compiler = \"tcc\"\n[test]"), "line 5|compiler|auto-clang");
    row("compiler of a custom recipe",
        QByteArray(minimal).replace("[test]", "compiler = \"gcc-13\"\nrecipe = {build=\"x\", image=\"y\"}\n[test]"),
        "line 5|compiler|\"linux\"");
    row("toolchains without auto", minimal + "[[kernel.toolchain]]\ncompiler = \"gcc-8\"\n", "line 7|toolchain|auto");
    row("toolchain", minimal + "[[kernel.toolchain]]\nfrom = \"v5.9\"\ncompiler = \"auto\"\n",
        "line 9|compiler in [[kernel.toolchain]]|gcc-13");
    row("toolchain of none", minimal + "[[kernel.toolchain]]\nfrom = \"v5.9\"\n",
        "compiler in [[kernel.toolchain]]|gcc-13");
    row("one table of toolchains", minimal + "[kernel.toolchain]\ncompiler = \"gcc\"\n",
        "line 7|toolchain|[[kernel.toolchain]]");
    row("override", minimal + "[[kernel.override]]\noptions = [\"KCOV=n\"]\n", "line 8|options|CONFIG_KCOV=n");
    row("override key", minimal + "[[kernel.override]]\nfrm = \"v5.9\"\noptions = \"CONFIG_A=n\"\n", "line 8|frm|from");
    row("override of no config", minimal + "[[kernel.override]]\noptions = [\"CONFIG_KCOV=n\"]\n",
        "line 7|override|config");
    row("fixup of nothing", minimal + "[[kernel.fixup]]\nguilty = \"0123456789ab\"\n",
        "commit in [[kernel.fixup]] or patch");
    row("fixup of two", minimal + "[[kernel.fixup]]\ncommit = \"0123456789ab\"\npatch = \"p\"\n",
        "line 8|one of the two");
    row("fixup of a branch", minimal + "[[kernel.fixup]]\ncommit = \"master\"\n", "line 8|commit|12 to 40");
    row("guilty", minimal + "[[kernel.fixup]]\npatch = \"p\"\nguilty = \"v5\"\n", "line 9|guilty|12 to 40");
    row("number as text", minimal + "runs = \"10\"\n", "line 7|runs in [test]|whole number");
    row("no runs", minimal + "runs = 0\n", "line 7|from 1 to 1000");
    row("negative seed", minimal + "seed = -1\n", "line 7|seed");
    row("bits", minimal + "bits = 31\n", "line 7|bits|32");
    row("bits between", minimal + "bits = 48\n", "line 7|bits|32 or 64");
    row("bad time", minimal + "timeout = \"5 minutes\"\n", "line 7|timeout|1h30m");
    row("no time", minimal + "timeout = \"0s\"\n", "line 7|timeout");
    row("bad flag", minimal + "repeat = 1\n", "line 7|true or false");
    row("list of numbers", "[kernel]\ngood = [1]\n", "line 2|good");
    row("find", "[kernel]\nfind = \"culprit\"\n", "line 2|\"cause\", \"fix\"");
    row("kind", minimal + "[machine]\nkind = \"container\"\n", "line 8|kind|initramfs|image");
    row("no disk", minimal + "[machine]\nkind = \"image\"\nssh_key = \"id\"\n", "disk|missing");
    row("no key", minimal + "[machine]\nkind = \"image\"\ndisk = \"a.img\"\n", "ssh_key|missing");
    row("no user", minimal + "[machine]\nkind = \"image\"\ndisk = \"a\"\nssh_key = \"b\"\nssh_user = \"\"\n",
        "line 11|ssh_user|root");
    row("disk of no image", minimal + "[machine]\ndisk = \"a.img\"\n", "line 8|disk|kind = \"image\"");
    row("start", minimal + "[machine]\nstart = \"warm\"\n", "line 8|start|\"boot\", \"snapshot\"");
    row("snapshot of an image",
        minimal + "[machine]\nkind = \"image\"\ndisk = \"a\"\nssh_key = \"b\"\nstart = \"snapshot\"\n",
        "line 11|start|initramfs");
    row("snapshot of no Linux",
        QByteArray(minimal).replace("[test]", "recipe = {build=\"x\", image=\"y\"}\n[test]") +
            "[machine]\nstart = \"snapshot\"\n",
        "line 9|start|Linux");
    row("count", minimal + "[machine]\ncount = \"all\"\n", "line 8|auto");
    row("memory", minimal + "[machine]\nmemory = \"lots\"\n", "line 8|512M");
    row("accel", minimal + "[machine]\naccel = \"hvf\"\n", "line 8|kvm");
    row("strategy", minimal + "[search]\nstrategy = \"bays\"\n", "line 8|\"bayes\", \"halving\"");
    row("too sure", minimal + "[search]\nconfidence = 1\n", "line 8|0.5 to 0.999");
    row("no number", minimal + "[search]\nconfidence = \"high\"\n", "line 8|0.5 to 0.999");
    row("revert", minimal + "[search]\nrevert = \"yes\"\n", "line 8|revert|true");
    row("time limit", minimal + "[search]\ntime_limit = \"soon\"\n", "line 8|time_limit|1h30m");
    row("run limit", minimal + "[search]\nrun_limit = -1\n", "line 8|run_limit|0");
    row("build limit", minimal + "[search]\nbuild_limit = \"40\"\n", "line 8|build_limit");
    row("prior", minimal + "[search]\nprior = \"flat\"\n", "line 8|\"weighed\", \"uniform\"");
    row("halving knows no prior", minimal + "[search]\nstrategy = \"halving\"\nprior = \"uniform\"\n",
        "line 9|prior|bayes");
    row("halving is not unsure", minimal + "[search]\nstrategy = \"halving\"\nconfidence = 0.9\n",
        "line 9|confidence|bayes");
}

void SetupTest::mistakesAreNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, named);
    const auto setup = parseSetup(text, QStringLiteral("/x"));
    QVERIFY(!setup.has_value());
    QCOMPARE(setup.error().kind, Error::Kind::Use);
    const QString message = QString::fromStdString(setup.error().message);
    for (const QString &part : std::as_const(named)) {
        QVERIFY2(message.contains(part), qPrintable(message));
    }
    QVERIFY(message.endsWith(u'.') && !message.contains(u'\n'));
}

void SetupTest::allMistakesAreTold()
{
    const auto read = checkedSetup("[kernel]\nbad = \"v1\"\n[kernel.recipe]\nimage = \"i\"\n"
                                   "[[kernel.override]]\noptions = \"SMP\"\n"
                                   "[test]\ntimeout = \"soon\"\nbits = 31\n[search]\nrun_limit = -1\n",
                                   QDir::rootPath());
    QVERIFY(!read.has_value());
    QStringList keys;
    for (const SetupMistake &mistake : read.error()) {
        keys += mistake.key;
        QVERIFY2(mistake.what.endsWith(u'.') && !mistake.what.contains(QStringLiteral("line ")),
                 qPrintable(mistake.what));
    }
    keys.sort();
    QCOMPARE(keys, (QStringList{QStringLiteral("kernel.override"), QStringLiteral("kernel.recipe.build"),
                                QStringLiteral("kernel.repo"), QStringLiteral("search.run_limit"),
                                QStringLiteral("test.bits"), QStringLiteral("test.reproducer"),
                                QStringLiteral("test.timeout")}));
    QCOMPARE(checkedSetup(minimal, QDir::rootPath()).value(), parseSetup(minimal, QDir::rootPath()).value());
}

void SetupTest::fileIsNamed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("SETUP.toml"));
    const auto missing = readSetup(path);
    QVERIFY(!missing.has_value());
    QVERIFY(QString::fromStdString(missing.error().message).contains(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(minimal + "tiemout = 1\n");
    file.close();
    const QString message = QString::fromStdString(readSetup(path).error().message);
    QVERIFY2(message.startsWith(QStringLiteral("The setup %1 is wrong, line 7").arg(path)), qPrintable(message));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(minimal);
    file.close();
    QCOMPARE(readSetup(path).value().test.reproducer, folder.filePath(QStringLiteral("repro.c")));
}

void SetupTest::durations()
{
    QVERIFY(durationFromText(u"90s") == 90s);
    QVERIFY(durationFromText(u"1h30m") == 90min);
    QVERIFY(durationFromText(u"2d1s") == 172801s);
    QVERIFY(durationFromText(u"15") == 15s);
    for (const QStringView bad :
         {u"", u"m", u"5x", u"30m1h", u"1m1m", u"-5s", u"5m3", u"1.5h", u"99999999999s", u"400d", u" 5m"}) {
        QVERIFY2(!durationFromText(bad), qPrintable(bad.toString()));
    }
    for (const qint64 seconds : {1LL, 59LL, 60LL, 61LL, 3600LL, 3661LL, 86400LL, 90061LL}) {
        QVERIFY(durationFromText(durationText(std::chrono::seconds(seconds))) == std::chrono::seconds(seconds));
    }
    QCOMPARE(durationText(90min), QStringLiteral("1h30m"));
}

void SetupTest::memorySizes()
{
    QVERIFY(memoryFromText(u"2G") == 2048);
    QVERIFY(memoryFromText(u"512M") == 512);
    QVERIFY(memoryFromText(u"700MiB") == 700);
    QVERIFY(!memoryFromText(u"2T") && !memoryFromText(u"") && !memoryFromText(u"G") && !memoryFromText(u"999999999G"));
    QCOMPARE(memoryText(2048), QStringLiteral("2G"));
    QCOMPARE(memoryText(1500), QStringLiteral("1500M"));
}

void SetupTest::differencesAreNamedByTheirKeys()
{
    Setup first;
    first.kernel.bad = QStringLiteral("v6.1");
    first.kernel.overrides = {{{}, {QStringLiteral("CONFIG_A=y")}, {}}, {{}, {QStringLiteral("CONFIG_B=y")}, {}}};
    QVERIFY(settingDifferences(first, first).isEmpty());
    Setup second = first;
    second.test.runs = 20;
    second.kernel.overrides[1].options = {QStringLiteral("CONFIG_B=n")};
    second.kernel.overrides += OverrideSetup{{}, {QStringLiteral("CONFIG_C=y")}, {}};
    second.search.strategy = Strategy::Halving;
    const QList<SettingDifference> expected{
        {QStringLiteral("kernel.override 2.options"), QStringLiteral("\"CONFIG_B=y\""),
         QStringLiteral("\"CONFIG_B=n\"")},
        {QStringLiteral("test.runs"), QStringLiteral("10"), QStringLiteral("20")},
        {QStringLiteral("search.strategy"), QStringLiteral("\"bayes\""), QStringLiteral("\"halving\"")},
        {QStringLiteral("search.confidence"), QStringLiteral("0.99"), {}},
        {QStringLiteral("search.prior"), QStringLiteral("\"weighed\""), {}},
        {QStringLiteral("kernel.override 3.options"), {}, QStringLiteral("\"CONFIG_C=y\"")},
    };
    QCOMPARE(settingDifferences(first, second), expected);
}

QTEST_GUILESS_MAIN(SetupTest)
#include "setuptest.moc"
