// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/recipe.h"

#include <QCryptographicHash>
#include <QDir>

#include <functional>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto DefaultBanner = "Linux version"_L1;

using Lookup = std::function<std::optional<QString>(QStringView name)>;

Result<QString> expand(const QString &text, const Lookup &lookup)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'{') {
            result += text[i];
            continue;
        }
        if (i + 1 < text.size() && text[i + 1] == u'{') {
            result += u'{';
            ++i;
            continue;
        }
        // The shell has braces of its own, ${HOME} and { list; }: only {word} is ours.
        const qsizetype end = text.indexOf(u'}', i);
        const QStringView name = end < 0 ? QStringView() : QStringView(text).sliced(i + 1, end - i - 1);
        const bool isWord =
            !name.isEmpty() && std::ranges::all_of(name, [](QChar c) { return c.isLower() && c.unicode() < 128; });
        const bool isShellVariable = i > 0 && text[i - 1] == u'$';
        if (!isWord || isShellVariable) {
            result += text[i];
            continue;
        }
        const auto value = lookup(name);
        if (!value) {
            return wrongUse("The recipe names {" + name.toString().toStdString() +
                            "}, which is not known: use {source}, {objects}, {jobs}, {config} or {variables}.");
        }
        result += *value;
        i = end;
    }
    return result;
}

std::optional<QString> valueOf(QStringView name, const Placeholders &values)
{
    if (name == u"source") {
        return values.source;
    }
    if (name == u"objects") {
        return values.objects;
    }
    if (name == u"config") {
        return values.config;
    }
    if (name == u"jobs") {
        return QString::number(values.jobs);
    }
    return {};
}

} // namespace

Result<QString> expandCommand(const QString &text, const Placeholders &values)
{
    return expand(text, [&values](QStringView name) -> std::optional<QString> {
        if (name == u"variables") {
            QStringList words;
            for (const QString &variable : values.variables) {
                words += shellWord(variable);
            }
            return words.join(u' ');
        }
        return valueOf(name, values).transform(shellWord);
    });
}

Result<QString> expandPath(const QString &text, const Placeholders &values)
{
    return expand(text, [&values](QStringView name) { return valueOf(name, values); });
}

Recipe Recipe::linuxKernel()
{
    // Release and version are part of the kernel's bytes (the banner, kernel/sys.c): fixed ones keep a commit that only
    // moves them from looking like a change. The release starts with a number because old C libraries refuse to run on
    // one that they cannot read.
    return {.name = u"linux"_s,
            .configure = u"make -C {source} O={objects} {variables} olddefconfig"_s,
            .build = u"make -C {source} O={objects} -j{jobs} {variables} bzImage"_s,
            .image = u"{objects}/arch/x86/boot/bzImage"_s,
            .vmlinux = u"{objects}/vmlinux"_s,
            .banner = DefaultBanner,
            .variables = {u"VERSION=6"_s, u"PATCHLEVEL=0"_s, u"SUBLEVEL=0"_s, u"EXTRAVERSION="_s,
                          u"KERNELRELEASE=6.0.0-culprit"_s, u"KERNELVERSION=6.0.0"_s, u"LOCALVERSION="_s,
                          u"KBUILD_BUILD_TIMESTAMP=1970-01-01"_s, u"KBUILD_BUILD_USER=culprit"_s,
                          u"KBUILD_BUILD_HOST=culprit"_s, u"KBUILD_BUILD_VERSION=1"_s},
            .kconfig = true};
}

Result<Recipe> Recipe::custom(const QString &configure, const QString &build, const QString &image,
                              const QString &vmlinux, const QString &banner)
{
    if (build.trimmed().isEmpty()) {
        return wrongUse("The recipe has no build command: give the shell command that builds the kernel.");
    }
    if (image.trimmed().isEmpty()) {
        return wrongUse("The recipe does not say which file to boot: give the path of the image.");
    }
    for (const QString &text : {configure, build}) {
        if (const auto expanded = expandCommand(text, {}); !expanded) {
            return std::unexpected(expanded.error());
        }
    }
    for (const QString &text : {image, vmlinux}) {
        if (const auto expanded = expandPath(text, {}); !expanded) {
            return std::unexpected(expanded.error());
        }
    }
    return Recipe{.name = u"custom"_s,
                  .configure = configure,
                  .build = build,
                  .image = image,
                  .vmlinux = vmlinux,
                  .banner = banner.isEmpty() ? QString(DefaultBanner) : banner,
                  .variables = {},
                  .kconfig = false};
}

QByteArray Recipe::hash() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : {name, configure, build, image, vmlinux, variables.join(QChar(0))}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    hash.addData(kconfig ? "1" : "0");
    return hash.result().toHex();
}

const QStringList &optionsAlwaysOff()
{
    static const QStringList options{u"CONFIG_LOCALVERSION_AUTO"_s, u"CONFIG_DEBUG_INFO_BTF"_s,
                                     u"CONFIG_DEBUG_KOBJECT"_s};
    return options;
}

const QStringList &optionsOfGuests()
{
    static const QStringList options{u"CONFIG_BLK_DEV_INITRD"_s,
                                     u"CONFIG_BINFMT_ELF"_s,
                                     u"CONFIG_BINFMT_SCRIPT"_s,
                                     u"CONFIG_TTY"_s,
                                     u"CONFIG_PRINTK"_s,
                                     u"CONFIG_SERIAL_8250"_s,
                                     u"CONFIG_SERIAL_8250_CONSOLE"_s,
                                     u"CONFIG_DEVTMPFS"_s,
                                     u"CONFIG_PROC_FS"_s,
                                     u"CONFIG_SYSFS"_s,
                                     u"CONFIG_TMPFS"_s,
                                     u"CONFIG_ACPI"_s,
                                     u"CONFIG_PCI"_s,
                                     u"CONFIG_SYSCTL"_s};
    return options;
}

const QStringList &optionsOfImageGuests()
{
    static const QStringList options = [] {
        QStringList all = optionsOfGuests();
        all.removeOne(u"CONFIG_BLK_DEV_INITRD"_s);
        return all + QStringList{u"CONFIG_VIRTIO_PCI"_s, u"CONFIG_VIRTIO_BLK"_s, u"CONFIG_EXT4_FS"_s,   u"CONFIG_NET"_s,
                                 u"CONFIG_INET"_s,       u"CONFIG_UNIX"_s,       u"CONFIG_VIRTIO_NET"_s};
    }();
    return options;
}

const QStringList &optionsOf32BitPrograms()
{
    static const QStringList options{u"CONFIG_IA32_EMULATION"_s};
    return options;
}

} // namespace culprit::kernel
