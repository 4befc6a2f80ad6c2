// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/startconfig.h"

#include "engine/kernel/kconfig.h"

#include <QFile>
#include <QRegularExpression>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 LargestConfig = 8 * 1024 * 1024;
constexpr qsizetype NamedModules = 5;

/// What the configs of distributions set and nobody but their own builders can build: files with keys, and a key that
/// is made anew for each build, so that equal kernels would differ.
const QStringList &optionsOfDistributions()
{
    static const QStringList options{u"CONFIG_SYSTEM_TRUSTED_KEYS=\"\""_s, u"CONFIG_SYSTEM_REVOCATION_KEYS=\"\""_s,
                                     u"CONFIG_SECURITY_LOCKDOWN_LSM=n"_s, u"CONFIG_MODULE_SIG=n"_s};
    return options;
}

QString make(const QString &words)
{
    return "make -C {source} O={objects} {variables} "_L1 + words;
}

/// Kconfig takes the last of several settings.
QString addOptions(const QStringList &options)
{
    QStringList words;
    for (const QString &option : options) {
        words += shellWord(option);
    }
    return "printf '%s\\n' "_L1 + words.join(u' ') + " >>{objects}/.config"_L1;
}

QStringList builtIn(const QStringList &symbols)
{
    QStringList options;
    for (const QString &symbol : symbols) {
        options += (symbol.startsWith("CONFIG_"_L1) ? symbol : "CONFIG_"_L1 + symbol) + "=y"_L1;
    }
    return options;
}

QString byDefconfig(const QStringList &options)
{
    const QString guest =
        "if [ -e {source}/kernel/configs/kvm_guest.config ]; then "_L1 + make(u"kvm_guest.config"_s) + "; fi"_L1;
    return QStringList{make(u"defconfig"_s), guest, addOptions(options), make(u"olddefconfig"_s)}.join(" && "_L1);
}

/// The tree asks for whatever is new to the running kernel's config; an empty line takes the default, and there is an
/// end to them, should it ask for ever. What becomes built in may bring new modules: twice is enough.
QString byLocalmodconfig(const QStringList &options, const RunningKernel &running)
{
    QStringList commands;
    if (!running.config.isEmpty()) {
        commands += "cp "_L1 + shellWord(running.config) + " {objects}/.config"_L1;
    }
    commands += "yes '' | head -n 50000 | "_L1 + make("LSMOD="_L1 + shellWord(running.modules) + " localmodconfig"_L1);
    for (int round = 0; round < 2; ++round) {
        commands += u"sed -i 's/=m$/=y/' {objects}/.config"_s;
        commands += addOptions(optionsOfDistributions() + options);
        commands += make(u"olddefconfig"_s);
    }
    return commands.join(" && "_L1);
}

QString nameOf(StartConfig start)
{
    return start == StartConfig::Defconfig ? u"defconfig"_s : u"localmodconfig"_s;
}

QString sourceNote(StartConfig start, const QByteArray &log)
{
    const QString text = QString::fromUtf8(log);
    if (start == StartConfig::Defconfig) {
        static const QRegularExpression merged(u"^Merging \\S*kvm_guest\\.config"_s,
                                               QRegularExpression::MultilineOption);
        return merged.match(text).hasMatch() ? u"The tree's defconfig with its kvm_guest.config."_s
                                             : u"The tree's defconfig; it has no kvm_guest.config."_s;
    }
    static const QRegularExpression found(u"^using config: '(/[^'\\n]*)'"_s, QRegularExpression::MultilineOption);
    const QString path = found.match(text).captured(1);
    return u"The running kernel's config%1 with the modules that are loaded on this machine, built in; lockdown, "
           "signed modules and the distribution's keys are off."_s.arg(path.isEmpty() ? QString()
                                                                                      : " ("_L1 + path + u')');
}

} // namespace

BuildRequest startConfigRequest(StartConfig start, const BuildRequest &kernel, const RunningKernel &running)
{
    BuildRequest request = kernel;
    const QStringList options = builtIn(kernel.requiredOptions);
    request.recipe.configure =
        start == StartConfig::Defconfig ? byDefconfig(options) : byLocalmodconfig(options, running);
    request.recipe.build = u"true"_s;
    request.recipe.image = u"{objects}/.config"_s;
    request.recipe.vmlinux.clear();
    request.config.clear();
    request.fragments.clear();
    request.ways.overrides.clear();
    request.ways.fixups.clear();
    return request;
}

Result<MadeConfig> madeConfig(StartConfig start, const BuildResult &result, const QByteArray &log)
{
    const std::string name = nameOf(start).toStdString();
    if (log.contains("No config file found")) {
        return wrongUse("The config of the kernel that runs here is neither in /proc/config.gz nor in /boot: name a "
                        "config in [kernel] config, or \"defconfig\".");
    }
    if (result.outcome != BuildResult::Outcome::Built) {
        const std::string why = "The config could not be made by " + name + ": " + result.cause.toStdString();
        return result.outcome == BuildResult::Outcome::Failed ? wrongUse(why) : failedOutside(why);
    }
    QFile file(result.image);
    MadeConfig made;
    if (file.open(QIODevice::ReadOnly) && file.size() <= LargestConfig) {
        made.text = file.readAll();
    }
    const auto config = Kconfig::parse(made.text, u"What "_s + nameOf(start) + " made"_L1);
    if (!config) {
        return std::unexpected(config.error());
    }
    made.notes += sourceNote(start, log);
    if (const QStringList modules = config->symbolsWith("m"); !modules.isEmpty()) {
        made.notes += u"%1 stay modules, which no guest loads: %2%3."_s.arg(
            QString::number(modules.size()), modules.first(std::min(NamedModules, modules.size())).join(", "_L1),
            modules.size() > NamedModules ? ", ..."_L1 : ""_L1);
    }
    return made;
}

} // namespace culprit::kernel
