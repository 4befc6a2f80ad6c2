// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/session/terms.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace culprit::session
{

/// What is searched for: the commit that made the bug appear, or the one that made it disappear.
enum class Find { Cause, Fix };

/// How the next revision is chosen and what counts as a verdict: by probability (see search::BayesSearch), or as
/// git bisect does, with a fixed number of runs for each verdict.
enum class Strategy { Bayes, Halving };

/// How a kernel is made. `name` "linux" is built in; "custom" uses the commands, which may name {source}, {objects},
/// {jobs} and {config}.
struct RecipeSetup {
    QString name = QStringLiteral("linux");
    QString configure; ///< may be empty
    QString build;
    QString image;   ///< path of what QEMU boots
    QString vmlinux; ///< path of the ELF file with symbols
    QString banner;  ///< text on the console that proves that the kernel runs

    bool operator==(const RecipeSetup &) const = default;
};

/// The revisions that contain `from` and do not contain `until`: tags or commits; an empty one sets no bound.
struct StretchSetup {
    QString from;
    QString until;

    bool operator==(const StretchSetup &) const = default;
};

/// What the revisions of a stretch are compiled with: "gcc", "clang-19", "x86_64-linux-gcc".
struct ToolchainSetup {
    StretchSetup stretch;
    QString compiler;

    bool operator==(const ToolchainSetup &) const = default;
};

/// How the config is changed in a stretch: "CONFIG_KCOV=n".
struct OverrideSetup {
    StretchSetup stretch;
    QStringList options;
    QString reason; ///< may be empty

    bool operator==(const OverrideSetup &) const = default;
};

/// A commit or a patch that is applied to the sources in a stretch.
struct FixupSetup {
    StretchSetup stretch;
    QString commit; ///< hash; empty: `patch` is the path of a unified diff
    QString patch;
    QString guilty; ///< hash: only revisions that contain it are fixed up; may be empty
    QString reason; ///< may be empty

    bool operator==(const FixupSetup &) const = default;
};

/// Words that stand for a path in Setup::Kernel::config: the config is made when the session starts, by the newest
/// revision's own make. "defconfig", "localmodconfig".
[[nodiscard]] const QStringList &startConfigs();

/// A session's settings: what SETUP.toml holds (COMMAND-LINE: `culprit run SETUP.toml`). Paths are absolute.
struct Setup {
    struct Kernel {
        QString repo;
        QString bad;              ///< revision that shows the bug
        QStringList good;         ///< revisions that do not; none: earlier releases are tried until one is good
        bool firstParent = false; ///< what came by merges counts as done by the merge
        QStringList paths;        ///< only commits that change these are suspects, and the bad end; none: all are
        Find find = Find::Cause;
        Terms terms;
        QString config;        ///< path, or one of startConfigs(); empty for recipes without one
        QStringList fragments; ///< merged over config, in order
        QStringList required;  ///< CONFIG_ symbols that must still be =y after olddefconfig
        RecipeSetup recipe;
        /// "default": gcc; "auto", "auto-clang": by the toolchains, without any by a table of releases; else a name.
        QString compiler = QStringLiteral("default");
        QList<ToolchainSetup> toolchains; ///< the first whose stretch has the revision counts
        QList<OverrideSetup> overrides;   ///< in order, after those that every old kernel gets
        QList<FixupSetup> fixups;         ///< in order, after those that every old kernel gets
        std::chrono::seconds buildTimeout{2 * 3600};

        [[nodiscard]] bool makesConfig() const { return startConfigs().contains(config); }
        /// How the session says a verdict: by its own terms, where it has such.
        [[nodiscard]] QString word(Verdict verdict) const;
        /// By the session's own terms or by the words of every session.
        [[nodiscard]] std::optional<Verdict> verdict(QStringView said) const;
        bool operator==(const Kernel &) const = default;
    } kernel;

    struct Test {
        QString reproducer;
        QString syzkaller; ///< folder of what runs a .syz reproducer: a checkout of syzkaller, or its programs
        QString title;     ///< of the bug; empty: learnt at the bad end
        std::chrono::seconds timeout{300};  ///< how long the reproducer runs
        std::chrono::seconds noOutput{300}; ///< silence after which a guest counts as hung
        std::chrono::seconds bootTimeout{600};
        bool repeat = true; ///< start the reproducer again while time is left
        int runs = 10;      ///< a revision; the bad and good ends get twice as many
        qint64 seed = 0;    ///< of the runs' seeds, 0: from the clock
        int bits = 64;      ///< 32: a C reproducer is made a 32-bit program, and each kernel must run such programs

        bool operator==(const Test &) const = default;
    } test;

    struct Machine {
        int count = 0; ///< VMs at once, 0: as cores and memory allow
        int cpus = 2;
        int memoryMB = 2048;
        QString accel = QStringLiteral("auto"); ///< auto, kvm, tcg
        QString append;                         ///< added to the kernel command line
        QString disk; ///< image of a guest that is reached by ssh; empty: the guest is an initramfs made by us
        QString sshKey;
        QString sshUser = QStringLiteral("root");
        int memoryDumps = 0;   ///< so many hung guests' memory is kept beside the session
        bool snapshot = false; ///< runs of a kernel start from one saved guest that has booted, not each from its boot

        [[nodiscard]] bool isImage() const { return !disk.isEmpty(); }
        bool operator==(const Machine &) const = default;
    } machine;

    struct Search {
        Strategy strategy = Strategy::Bayes;
        int confidencePermille = 990; ///< asked of the answer; for Bayes
        bool weighed = true;          ///< commits are weighed by what they change before they are tested; for Bayes
        /// Once it is confirmed, the culprit is reverted on the newest end, see RevertMade. SETUP.toml has it on unless
        /// it says otherwise; a session that does not tell is from before there was this.
        bool revert = false;
        std::chrono::seconds timeLimit{0}; ///< of an engine's work between two starts by a person; 0: none
        int runLimit = 0;                  ///< the same for started runs
        int buildLimit = 0;                ///< the same for started builds

        [[nodiscard]] double confidence() const { return confidencePermille / 1000.0; }
        bool operator==(const Search &) const = default;
    } search;

    bool operator==(const Setup &) const = default;
};

/// Reads SETUP.toml. Relative paths are taken from `folder`, "~/" from the home directory. An unknown key, a wrong type
/// or a value out of bounds is an error of kind Use that names the key, the line and the nearest known key.
[[nodiscard]] Result<Setup> parseSetup(const QByteArray &toml, const QString &folder);
[[nodiscard]] Result<Setup> readSetup(const QString &path);

/// The same settings as SETUP.toml text: parseSetup(formatSetup(s)) == s.
[[nodiscard]] QByteArray formatSetup(const Setup &setup);

} // namespace culprit::session
