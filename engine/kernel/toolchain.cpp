// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/toolchain.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QSysInfo>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;
using Family = Toolchain::Family;

namespace
{

constexpr int Deadline = 5000; // ms a compiler may take to say its version

/// What a compiler's name says. A cross prefix has two parts or more: c99-gcc and musl-gcc are wrappers.
struct Name {
    QString crossPrefix;
    Family family = Family::Gcc;
    std::optional<int> version;
};

std::optional<Name> readName(const QString &text)
{
    static const QRegularExpression pattern(u"^((?:[A-Za-z0-9_.]+-){2,})?(gcc|clang)(?:-([0-9]{1,3}))?$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    return Name{.crossPrefix = match.captured(1),
                .family = match.captured(2) == "gcc"_L1 ? Family::Gcc : Family::Clang,
                .version = match.hasCaptured(3) ? std::optional(match.captured(3).toInt()) : std::nullopt};
}

QString familyName(Family family)
{
    return family == Family::Gcc ? u"gcc"_s : u"clang"_s;
}

bool isInstalled(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

/// The first line that a program says when it ends well, else nothing.
QString said(const QString &program, const QString &argument)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    process.setProcessEnvironment(environment);
    process.start(program, {argument});
    if (!process.waitForFinished(Deadline)) {
        process.kill();
        process.waitForFinished(Deadline);
        return {};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput().split('\n').first().left(300)).trimmed();
}

int versionIn(const QString &line, Family family)
{
    static const QRegularExpression gcc(u"\\) ([0-9]{1,3})\\.[0-9]"_s);
    static const QRegularExpression clang(u"clang version ([0-9]{1,3})\\."_s);
    return (family == Family::Gcc ? gcc : clang).match(line).captured(1).toInt();
}

/// Kernels from v5.7 to v5.17 read LLVM=-15 as LLVM=1 and take the tools without a suffix, so both must be there.
bool hasLlvmTools(const QString &suffix)
{
    static constexpr std::array tools{"ld.lld"_L1,       "llvm-ar"_L1,      "llvm-nm"_L1,   "llvm-objcopy"_L1,
                                      "llvm-objdump"_L1, "llvm-readelf"_L1, "llvm-strip"_L1};
    return std::ranges::all_of(
        tools, [&suffix](QLatin1StringView tool) { return isInstalled(tool + suffix) && isInstalled(tool); });
}

QString suffixOf(const Toolchain &toolchain)
{
    const qsizetype dash = toolchain.command.lastIndexOf(u'-');
    return dash >= toolchain.crossPrefix.size() ? toolchain.command.sliced(dash) : QString();
}

QString linkerOf(const Toolchain &toolchain)
{
    if (toolchain.llvm) {
        return said("ld.lld"_L1 + suffixOf(toolchain), u"--version"_s);
    }
    const QString own = toolchain.crossPrefix + "ld"_L1;
    return said(isInstalled(own) ? own : u"ld"_s, u"--version"_s);
}

std::optional<Toolchain> identify(const QString &command, const Name &name)
{
    const QString machine = said(command, u"-dumpmachine"_s);
    if (machine.section(u'-', 0, 0) != QSysInfo::currentCpuArchitecture()) {
        return {};
    }
    Toolchain toolchain{.family = name.family,
                        .command = command,
                        .crossPrefix = name.crossPrefix,
                        .version = 0,
                        .name = said(command, u"--version"_s)};
    toolchain.version = versionIn(toolchain.name, name.family);
    if (toolchain.version == 0) {
        return {};
    }
    toolchain.llvm = name.family == Family::Clang && hasLlvmTools(suffixOf(toolchain));
    if (const QString linker = linkerOf(toolchain); !linker.isEmpty()) {
        toolchain.name += ", "_L1 + linker;
    }
    return toolchain;
}

/// All names of compilers in PATH.
QStringList compilersInPath()
{
    QSet<QString> names;
    const QStringList folders = qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &folder : folders) {
        const QDir dir(folder);
        const QStringList files =
            dir.entryList({u"*gcc"_s, u"*gcc-*"_s, u"*clang"_s, u"*clang-*"_s}, QDir::Files | QDir::Executable);
        names.unite(QSet<QString>(files.begin(), files.end()));
    }
    QStringList result(names.begin(), names.end());
    result.sort();
    return result;
}

QString install(const QString &name)
{
    return "install it (apt install "_L1 + name + u')';
}

/// The one that comes next to a version: equal, else the least newer one, else the greatest older one.
const Toolchain &nearest(const QList<const Toolchain *> &family, int version)
{
    const auto distance = [version](const Toolchain *toolchain) {
        const bool isOlder = toolchain->version < version;
        return std::pair(isOlder, isOlder ? version - toolchain->version : toolchain->version - version);
    };
    return **std::ranges::min_element(family, {}, distance);
}

} // namespace

QList<Toolchain> installedToolchains()
{
    QList<Toolchain> result;
    for (const QString &command : compilersInPath()) {
        if (const auto name = readName(command)) {
            if (const auto toolchain = identify(command, *name)) {
                result += *toolchain;
            }
        }
    }
    std::ranges::stable_sort(result, {}, [](const Toolchain &toolchain) { return !toolchain.crossPrefix.isEmpty(); });
    return result;
}

Result<ToolchainChoice> chooseToolchain(const QString &name, const QList<Toolchain> &installed)
{
    const auto wanted = readName(name);
    if (!wanted) {
        return wrongUse(name.toStdString() +
                        " is not the name of a compiler: use one such as gcc, gcc-13 or clang-19.");
    }
    if (const auto found = std::ranges::find(installed, name, &Toolchain::command); found != installed.end()) {
        return ToolchainChoice{.toolchain = *found, .note = {}};
    }
    QList<const Toolchain *> family;
    for (const Toolchain &toolchain : installed) {
        if (toolchain.family == wanted->family) {
            family += &toolchain;
        }
    }
    if (family.isEmpty()) {
        return failedOutside(name.toStdString() + " is not installed and no other " +
                             familyName(wanted->family).toStdString() + " is: " + install(name).toStdString() + '.');
    }
    const Toolchain &chosen = wanted->version ? nearest(family, *wanted->version)
                                              : **std::ranges::max_element(family, {}, &Toolchain::version);
    if (wanted->version == chosen.version && wanted->crossPrefix.isEmpty()) {
        return ToolchainChoice{.toolchain = chosen, .note = {}};
    }
    return ToolchainChoice{.toolchain = chosen,
                           .note = u"%1 is not installed, %2 (version %3) is taken in its place: %4 if builds fail."_s
                                       .arg(name, chosen.command)
                                       .arg(chosen.version)
                                       .arg(install(name))};
}

QStringList makeVariables(const Toolchain &toolchain, const QString &launcher)
{
    const QString before = launcher.isEmpty() ? QString() : launcher + u' ';
    const bool isCross = !toolchain.crossPrefix.isEmpty();
    // What runs during the build needs the machine's own libraries, which a cross compiler does not know.
    const QString host = isCross ? familyName(toolchain.family) : toolchain.command;
    QStringList result{"CC="_L1 + before + toolchain.command, "HOSTCC="_L1 + before + host};
    if (toolchain.llvm) {
        const QString suffix = suffixOf(toolchain);
        result += "LLVM="_L1 + (suffix.isEmpty() ? u"1"_s : suffix);
    } else if (isCross && isInstalled(toolchain.crossPrefix + "ld"_L1)) {
        result += "CROSS_COMPILE="_L1 + toolchain.crossPrefix;
    }
    return result;
}

const QList<ToolchainRule> &gccOfReleases()
{
    static const QList<ToolchainRule> rules{{{"v5.16", {}}, u"gcc"_s},
                                            {{"v5.9", {}}, u"gcc-10"_s},
                                            {{"v4.12", {}}, u"gcc-8"_s},
                                            {{"v4.11", {}}, u"gcc-7"_s},
                                            {{}, u"gcc-5"_s}};
    return rules;
}

const QList<ToolchainRule> &clangOfReleases()
{
    static const QList<ToolchainRule> rules{
        {{"v6.15", {}}, u"clang"_s}, {{"v5.9", {}}, u"clang-15"_s}, {{}, u"clang-9"_s}};
    return rules;
}

QString stretchText(const history::Stretch &stretch)
{
    const QString from = QString::fromStdString(stretch.from);
    const QString until = QString::fromStdString(stretch.until);
    if (from.isEmpty()) {
        return until.isEmpty() ? u"all"_s : "before "_L1 + until;
    }
    return until.isEmpty() ? u"from %1 on"_s.arg(from) : u"from %1 on, before %2"_s.arg(from, until);
}

} // namespace culprit::kernel
