// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/process/shellword.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace culprit::kernel
{

/// How a kernel is made from a source tree. `configure` and `build` are shell command lines (/bin/sh), run in the
/// source folder; `image` and `vmlinux` are paths, relative ones taken from the objects folder and then from the source
/// folder. In all four, these placeholders stand for (quoted for the shell in commands):
///   {source}     the checked out tree
///   {objects}    a folder of the slot's own for what is built; kept between builds, so that they are incremental
///   {jobs}       how many compilers may run at once
///   {config}     the user's config with the fragments merged; an empty word where there is none
///   {variables}  make variables as words: those of the recipe and those of the request
/// An unknown placeholder is an error; `{{` stands for `{`.
struct Recipe {
    QString name;
    QString configure; ///< may be empty
    QString build;
    QString image;         ///< what QEMU boots
    QString vmlinux;       ///< ELF file with symbols; may be empty
    QString banner;        ///< text on the console that proves that the kernel started
    QStringList variables; ///< NAME=VALUE
    bool kconfig = false;  ///< {objects}/.config is this recipe's config: written before `configure`, checked after it

    [[nodiscard]] static Recipe linuxKernel();
    /// A recipe of the user's; `banner` empty: "Linux version".
    [[nodiscard]] static Result<Recipe> custom(const QString &configure, const QString &build, const QString &image,
                                               const QString &vmlinux, const QString &banner = {});

    /// 64 hex digits; equal for recipes that make the same kernel. The banner does not count.
    [[nodiscard]] QByteArray hash() const;
    bool operator==(const Recipe &) const = default;
};

/// What the placeholders of a recipe stand for.
struct Placeholders {
    QString source;
    QString objects;
    QString config;
    int jobs = 1;
    QStringList variables;
};

[[nodiscard]] Result<QString> expandCommand(const QString &text, const Placeholders &values);
[[nodiscard]] Result<QString> expandPath(const QString &text, const Placeholders &values);

using process::shellWord;

/// Options that the Linux recipe switches off where a config sets them, because equal sources would give different
/// kernels or old trees would not build (sources: syzkaller's build rules,
/// Documentation/kbuild/reproducible-builds.rst). An option that the request requires is left alone.
[[nodiscard]] const QStringList &optionsAlwaysOff();

/// Options that a Linux kernel must have built in to boot as a guest with an initramfs and a serial console, and to say
/// there what happens: what a request for such a machine requires. Only names that kernels have had since v3.x.
[[nodiscard]] const QStringList &optionsOfGuests();

/// The same for a guest that boots an ext4 disk image and is reached by ssh.
[[nodiscard]] const QStringList &optionsOfImageGuests();

/// What a 64-bit guest needs besides to run 32-bit programs.
[[nodiscard]] const QStringList &optionsOf32BitPrograms();

} // namespace culprit::kernel
