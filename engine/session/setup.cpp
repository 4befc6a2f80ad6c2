// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/setup.h"

#include "engine/session/setupcheck.h"
#include "engine/session/setuptable.h"
#include "engine/session/setupways.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <limits>
#include <optional>

namespace culprit::session
{

namespace
{

constexpr qint64 maxFileSize = 1 << 20;

const QStringList &kernelKeys()
{
    static const QStringList keys{
        QStringLiteral("repo"),     QStringLiteral("bad"),       QStringLiteral("good"),
        QStringLiteral("find"),     QStringLiteral("config"),    QStringLiteral("fragments"),
        QStringLiteral("required"), QStringLiteral("recipe"),    QStringLiteral("build_timeout"),
        QStringLiteral("compiler"), QStringLiteral("toolchain"), QStringLiteral("override"),
        QStringLiteral("fixup"),    QStringLiteral("paths"),     QStringLiteral("first_parent"),
        QStringLiteral("terms"),
    };
    return keys;
}

const QStringList &recipeKeys()
{
    static const QStringList keys{
        QStringLiteral("configure"), QStringLiteral("build"),  QStringLiteral("image"),
        QStringLiteral("vmlinux"),   QStringLiteral("banner"),
    };
    return keys;
}

const QStringList &testKeys()
{
    static const QStringList keys{
        QStringLiteral("reproducer"), QStringLiteral("title"),        QStringLiteral("timeout"),
        QStringLiteral("no_output"),  QStringLiteral("boot_timeout"), QStringLiteral("repeat"),
        QStringLiteral("runs"),       QStringLiteral("seed"),         QStringLiteral("bits"),
    };
    return keys;
}

const QStringList &machineKeys()
{
    static const QStringList keys{
        QStringLiteral("kind"),     QStringLiteral("count"),  QStringLiteral("cpus"),         QStringLiteral("memory"),
        QStringLiteral("accel"),    QStringLiteral("append"), QStringLiteral("disk"),         QStringLiteral("ssh_key"),
        QStringLiteral("ssh_user"), QStringLiteral("start"),  QStringLiteral("memory_dumps"),
    };
    return keys;
}

const QStringList &syzkallerKeys()
{
    static const QStringList keys{QStringLiteral("folder")};
    return keys;
}

const QStringList &searchKeys()
{
    static const QStringList keys{QStringLiteral("strategy"),   QStringLiteral("confidence"),
                                  QStringLiteral("prior"),      QStringLiteral("revert"),
                                  QStringLiteral("time_limit"), QStringLiteral("run_limit"),
                                  QStringLiteral("build_limit")};
    return keys;
}

/// "timeout (of [test])" and so on, for a key that stands in the wrong table.
QStringList keysElsewhere(const QString &table)
{
    QStringList all;
    const auto add = [&all, &table](const QString &name, const QStringList &keys) {
        if (name != table) {
            for (const QString &key : keys) {
                all += key + QStringLiteral(" (of ") + name + u')';
            }
        }
    };
    add(QStringLiteral("[kernel]"), kernelKeys());
    add(QStringLiteral("[test]"), testKeys());
    add(QStringLiteral("[machine]"), machineKeys());
    add(QStringLiteral("[syzkaller]"), syzkallerKeys());
    add(QStringLiteral("[search]"), searchKeys());
    return all;
}

class Parser final
{
public:
    explicit Parser(const QString &folder) : m_folder(folder) {}

    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QList<SetupMistake> mistakes() const { return m_mistakes; }

    Setup parse(const toml::table &root)
    {
        Setup setup;
        refuseUnknownTables(root);
        readTable(root, "kernel", kernelKeys(), [this, &setup](SetupTable &table) { kernel(table, setup.kernel); });
        readTable(root, "test", testKeys(), [this, &setup](SetupTable &table) { test(table, setup.test); });
        readTable(root, "syzkaller", syzkallerKeys(), [&](SetupTable &table) { syzkaller(table, setup.test); });
        readTable(root, "machine", machineKeys(), [this, &setup](SetupTable &table) {
            machine(table, setup.machine);
            start(table, setup);
        });
        readTable(root, "search", searchKeys(), [&](SetupTable &table) { search(table, setup.search); });
        return setup;
    }

private:
    void refuseUnknownTables(const toml::table &root)
    {
        static const QStringList known{QStringLiteral("kernel"), QStringLiteral("test"), QStringLiteral("machine"),
                                       QStringLiteral("search"), QStringLiteral("syzkaller")};
        for (const auto &[key, value] : root) {
            const QString name = QString::fromUtf8(key.str().data(), static_cast<qsizetype>(key.str().size()));
            const QString where = SetupTable::lineOf(key.source()) + QStringLiteral(": ");
            if (known.contains(name)) {
                if (!value.is_table()) {
                    setError(where + name + QStringLiteral(" must be a table: write [") + name +
                             QStringLiteral("] on a line of its own."));
                }
            } else if (value.is_table()) {
                setError(where + QStringLiteral("unknown table [") + name.left(64) +
                         QStringLiteral("]; the nearest known one is [") + nearestWord(name, known) +
                         QStringLiteral("]."));
            } else {
                const QStringList keys = keysElsewhere({});
                setError(where + QStringLiteral("unknown key ") + name.left(64) +
                         QStringLiteral(" outside of any table; the nearest known key is ") + nearestKey(name, keys) +
                         u'.');
            }
        }
    }

    static QString nearestKey(const QString &name, const QStringList &keys)
    {
        QStringList bare;
        for (const QString &key : keys) {
            bare += key.section(u' ', 0, 0);
        }
        return keys.value(bare.indexOf(nearestWord(name, bare)));
    }

    void setError(const QString &error)
    {
        if (m_error.isEmpty()) {
            m_error = error;
        }
    }

    void readTable(const toml::table &root, const char *name, const QStringList &known, const auto &read)
    {
        static const toml::table none;
        const toml::table *found = root[name].as_table();
        const QString title = u'[' + QLatin1StringView(name) + u']';
        SetupTable table(found != nullptr ? *found : none, title, known);
        read(table);
        table.refuseUnknown(keysElsewhere(title));
        setError(table.error());
        m_mistakes += table.mistakes();
    }

    void path(SetupTable &table, const char *key, QString &value)
    {
        table.text(key, value);
        value = resolved(value);
    }

    [[nodiscard]] QString resolved(const QString &path) const
    {
        if (path.isEmpty()) {
            return path;
        }
        if (path == u"~" || path.startsWith(QStringLiteral("~/"))) {
            return QDir::cleanPath(QDir::homePath() + path.sliced(1));
        }
        return QDir::cleanPath(QDir(m_folder).absoluteFilePath(path));
    }

    void kernel(SetupTable &table, Setup::Kernel &kernel)
    {
        path(table, "repo", kernel.repo);
        table.text("bad", kernel.bad);
        table.texts("good", kernel.good);
        QString find = QStringLiteral("cause");
        table.oneOf("find", find, {QStringLiteral("cause"), QStringLiteral("fix")});
        kernel.find = find == u"fix" ? Find::Fix : Find::Cause;
        terms(table, kernel.terms);
        table.flag("first_parent", kernel.firstParent);
        table.texts("paths", kernel.paths);
        for (const char *key : {"first_parent", "paths"}) {
            if (kernel.find == Find::Fix && table.has(key)) {
                table.fail(key, QStringLiteral("is for find = \"cause\" only: leave it out."));
            }
        }
        table.text("config", kernel.config);
        if (!kernel.makesConfig()) {
            kernel.config = resolved(kernel.config);
        }
        table.texts("fragments", kernel.fragments);
        for (QString &fragment : kernel.fragments) {
            fragment = resolved(fragment);
        }
        table.texts("required", kernel.required);
        recipe(table, kernel.recipe);
        if (kernel.makesConfig() && kernel.recipe.name != u"linux") {
            table.fail("config", QStringLiteral("\"%1\" is made by the recipe \"linux\" only: for a file of that name "
                                                "write \"./%1\".")
                                     .arg(kernel.config));
        }
        readWays(table, kernel);
        for (FixupSetup &fixup : kernel.fixups) {
            fixup.patch = resolved(fixup.patch);
        }
        table.duration("build_timeout", kernel.buildTimeout);
        if (kernel.repo.isEmpty()) {
            table.fail("repo", QStringLiteral("is missing: name the folder of the kernel's git tree."));
        }
        if (kernel.bad.isEmpty()) {
            table.fail("bad", QStringLiteral("is missing: name a commit, tag or branch that shows the bug."));
        }
        if (kernel.good.contains(QString())) {
            table.fail("good", QStringLiteral("is empty: name a commit, tag or branch without the bug, or leave the "
                                              "key out to have earlier releases tried."));
        } else if (kernel.good.isEmpty() && kernel.find == Find::Fix) {
            table.fail("good", QStringLiteral("is missing: name the commit, tag or branch that has the fix."));
        }
    }

    static void terms(SetupTable &kernel, Terms &terms)
    {
        QStringList words;
        kernel.texts("terms", words);
        if (words.isEmpty()) {
            return;
        }
        terms = {words.first(), words.size() == 2 ? words.last() : QString()};
        if (const QString why = whyNoTerms(terms); !why.isEmpty()) {
            kernel.fail("terms", why);
        }
    }

    void recipe(SetupTable &kernel, RecipeSetup &recipe)
    {
        const toml::node *node = kernel.node("recipe");
        if (node == nullptr) {
            return;
        }
        if (!node->is_table()) {
            kernel.oneOf("recipe", recipe.name, {QStringLiteral("linux")});
            if (!kernel.error().isEmpty()) {
                setError(SetupTable::lineOf(node->source()) +
                         QStringLiteral(": recipe in [kernel] must be \"linux\" or a table with build and image."));
            }
            return;
        }
        recipe.name = QStringLiteral("custom");
        SetupTable table(*node->as_table(), QStringLiteral("[kernel.recipe]"), recipeKeys());
        table.text("configure", recipe.configure);
        table.text("build", recipe.build);
        table.text("image", recipe.image);
        table.text("vmlinux", recipe.vmlinux);
        table.text("banner", recipe.banner);
        if (recipe.build.isEmpty()) {
            table.fail("build", QStringLiteral("is missing: give the command that builds the kernel."));
        }
        if (recipe.image.isEmpty()) {
            table.fail("image", QStringLiteral("is missing: give the path of what QEMU boots."));
        }
        table.refuseUnknown(keysElsewhere({}));
        kernel.adopt(table);
    }

    void test(SetupTable &table, Setup::Test &test)
    {
        path(table, "reproducer", test.reproducer);
        table.text("title", test.title);
        table.duration("timeout", test.timeout);
        table.duration("no_output", test.noOutput);
        table.duration("boot_timeout", test.bootTimeout);
        table.flag("repeat", test.repeat);
        table.number("runs", test.runs, 1, 1000);
        table.number("seed", test.seed, 0, std::numeric_limits<qint64>::max());
        table.number("bits", test.bits, 32, 64);
        if (test.bits != 32 && test.bits != 64) {
            table.fail("bits", QStringLiteral("must be 32 or 64."));
        }
        if (test.reproducer.isEmpty()) {
            table.fail("reproducer",
                       QStringLiteral("is missing: name the program, script or C file that shows the bug."));
        }
    }

    void syzkaller(SetupTable &table, Setup::Test &test)
    {
        const bool isWanted = test.reproducer.endsWith(QStringLiteral(".syz"));
        path(table, "folder", test.syzkaller);
        if (isWanted && test.syzkaller.isEmpty()) {
            table.fail("folder",
                       QStringLiteral("is missing: a .syz reproducer is run by syz-execprog and syz-executor; "
                                      "name the checkout of syzkaller or the folder where they are."));
        } else if (!isWanted && table.has("folder")) {
            table.fail("folder", QStringLiteral("is for reproducers that end in .syz: leave it out."));
        }
    }

    void machine(SetupTable &table, Setup::Machine &machine)
    {
        guest(table, machine);
        const toml::node *count = table.node("count");
        if (count != nullptr && count->is_string()) {
            QString word;
            table.oneOf("count", word, {QStringLiteral("auto")});
            machine.count = 0;
        } else {
            table.number("count", machine.count, 1, 256);
        }
        table.number("cpus", machine.cpus, 1, 256);
        table.memory("memory", machine.memoryMB);
        table.oneOf("accel", machine.accel, {QStringLiteral("auto"), QStringLiteral("kvm"), QStringLiteral("tcg")});
        table.text("append", machine.append);
        table.number("memory_dumps", machine.memoryDumps, 0, 100);
    }

    void guest(SetupTable &table, Setup::Machine &machine)
    {
        QString kind = QStringLiteral("initramfs");
        table.oneOf("kind", kind, {QStringLiteral("initramfs"), QStringLiteral("image")});
        path(table, "disk", machine.disk);
        path(table, "ssh_key", machine.sshKey);
        table.text("ssh_user", machine.sshUser);
        if (kind == u"image") {
            if (machine.disk.isEmpty()) {
                table.fail("disk", QStringLiteral("is missing: name the disk image that the guests boot."));
            }
            if (machine.sshKey.isEmpty()) {
                table.fail("ssh_key", QStringLiteral("is missing: name the private key that the image lets in."));
            }
            if (machine.sshUser.isEmpty()) {
                table.fail("ssh_user", QStringLiteral("is empty: name a user of the image, or leave it out for root."));
            }
            return;
        }
        for (const char *key : {"disk", "ssh_key", "ssh_user"}) {
            if (table.has(key)) {
                table.fail(key, QStringLiteral("is for guests from a disk image: write kind = \"image\", or leave it "
                                               "out."));
            }
        }
    }

    static void start(SetupTable &table, Setup &setup)
    {
        QString start = QStringLiteral("boot");
        table.oneOf("start", start, {QStringLiteral("boot"), QStringLiteral("snapshot")});
        setup.machine.snapshot = start == u"snapshot";
        if (setup.machine.snapshot && (setup.machine.isImage() || setup.kernel.recipe.name != u"linux")) {
            table.fail("start", QStringLiteral("can be \"snapshot\" only for a Linux kernel with kind = \"initramfs\": "
                                               "leave it out."));
        }
    }

    static void search(SetupTable &table, Setup::Search &search)
    {
        QString strategy = QStringLiteral("bayes");
        table.oneOf("strategy", strategy, {QStringLiteral("bayes"), QStringLiteral("halving")});
        search.strategy = strategy == u"halving" ? Strategy::Halving : Strategy::Bayes;
        table.fraction("confidence", search.confidencePermille, 500, 999);
        QString prior = QStringLiteral("weighed");
        table.oneOf("prior", prior, {QStringLiteral("weighed"), QStringLiteral("uniform")});
        search.weighed = prior == u"weighed";
        search.revert = true;
        table.flag("revert", search.revert);
        constexpr int mostCounted = 1'000'000;
        table.duration("time_limit", search.timeLimit);
        table.number("run_limit", search.runLimit, 0, mostCounted);
        table.number("build_limit", search.buildLimit, 0, mostCounted);
        for (const char *key : {"confidence", "prior"}) {
            if (search.strategy == Strategy::Halving && table.has(key)) {
                table.fail(key, QStringLiteral("is for the strategy \"bayes\": leave it out with \"halving\"."));
            }
        }
    }

    QString m_folder;
    QString m_error;
    QList<SetupMistake> m_mistakes;
};

/// A setup, right or not.
struct ReadSetup {
    Setup setup;
    QString error; ///< a sentence
    QList<SetupMistake> mistakes;
};

ReadSetup readToml(const QByteArray &toml, const QString &folder)
{
    if (toml.size() > maxFileSize) {
        return {.setup = {},
                .error = QStringLiteral("The setup is longer than 1 MiB, so it cannot be a SETUP.toml."),
                .mistakes = {}};
    }
    try {
        const toml::table root = toml::parse(std::string_view(toml.constData(), static_cast<std::size_t>(toml.size())));
        Parser parser(folder);
        ReadSetup read{.setup = parser.parse(root), .error = parser.error(), .mistakes = parser.mistakes()};
        if (!read.error.isEmpty()) {
            read.error.prepend(QStringLiteral("The setup is wrong, "));
        }
        return read;
    } catch (const toml::parse_error &error) {
        return {.setup = {},
                .error = QStringLiteral("The setup is not TOML, %1: %2.")
                             .arg(SetupTable::lineOf(error.source()), QString::fromUtf8(error.description())),
                .mistakes = {}};
    }
}

} // namespace

const QStringList &startConfigs()
{
    static const QStringList words{QStringLiteral("defconfig"), QStringLiteral("localmodconfig")};
    return words;
}

Result<Setup> parseSetup(const QByteArray &toml, const QString &folder)
{
    ReadSetup read = readToml(toml, folder);
    if (!read.error.isEmpty()) {
        return wrongUse(read.error.toStdString());
    }
    return std::move(read.setup);
}

std::expected<Setup, QList<SetupMistake>> checkedSetup(const QByteArray &toml, const QString &folder)
{
    ReadSetup read = readToml(toml, folder);
    if (!read.error.isEmpty() && read.mistakes.isEmpty()) {
        read.mistakes.append({{}, read.error});
    }
    if (!read.mistakes.isEmpty()) {
        return std::unexpected(std::move(read.mistakes));
    }
    return std::move(read.setup);
}

Result<Setup> readSetup(const QString &path)
{
    QFile file(path);
    const QString name = QDir::toNativeSeparators(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return wrongUse(QStringLiteral("The setup %1 cannot be read: %2.").arg(name, file.errorString()).toStdString());
    }
    Result<Setup> setup = parseSetup(file.read(maxFileSize + 1), QFileInfo(path).absolutePath());
    if (!setup) {
        const std::string prefix = "The setup";
        return wrongUse(prefix + ' ' + name.toStdString() + setup.error().message.substr(prefix.size()));
    }
    return setup;
}

} // namespace culprit::session
