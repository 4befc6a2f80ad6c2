// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/toolcheck.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int Deadline = 5000;         // ms a tool may take to say its version
constexpr int CompileDeadline = 20000; // ms for a small program

/// A program, or a header when the name ends in ".h".
struct Need {
    std::string_view name;
    std::string_view package; ///< Debian's name
    bool needed;
    bool checked; ///< listed by checkBuildTools()
};

constexpr std::array Needs{
    Need{"git", "git", true, true},
    Need{"make", "make", true, true},
    Need{"gcc", "gcc", true, true},
    Need{"ld", "binutils", true, true},
    Need{"flex", "flex", true, true},
    Need{"bison", "bison", true, true},
    Need{"bc", "bc", true, true},
    Need{"perl", "perl", true, true},
    Need{"cpio", "cpio", false, true},
    Need{"gelf.h", "libelf-dev", true, true},
    Need{"openssl/opensslv.h", "libssl-dev", true, true},
    Need{"ccache", "ccache", false, true},
    Need{"as", "binutils", true, false},
    Need{"objcopy", "binutils", true, false},
    Need{"libelf.h", "libelf-dev", true, false},
    Need{"elf.h", "libc6-dev", true, false},
    Need{"python3", "python3", false, false},
    Need{"xz", "xz-utils", false, false},
    Need{"pahole", "dwarves", false, false},
    Need{"depmod", "kmod", false, false},
    Need{"clang", "clang", false, false},
};

std::string_view packageOf(std::string_view name)
{
    if (name.starts_with("openssl/")) {
        return "libssl-dev";
    }
    const auto need = std::ranges::find(Needs, name, &Need::name);
    return need == Needs.end() ? std::string_view() : need->package;
}

QString firstLine(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes.split('\n').first().left(200)).trimmed();
}

ToolCheck checkProgram(const Need &need)
{
    ToolCheck check{
        .name = QString::fromLatin1(need.name), .found = false, .needed = need.needed, .version = {}, .fix = {}};
    const QString path = QStandardPaths::findExecutable(check.name);
    check.found = !path.isEmpty();
    if (check.found) {
        QProcess process;
        process.start(path, {u"--version"_s});
        if (process.waitForFinished(Deadline)) {
            // perl begins with an empty line
            check.version = firstLine(process.readAllStandardOutput().trimmed());
        } else {
            process.kill();
            process.waitForFinished(Deadline);
        }
    }
    return check;
}

ToolCheck checkHeader(const Need &need)
{
    ToolCheck check{
        .name = QString::fromLatin1(need.name), .found = false, .needed = need.needed, .version = {}, .fix = {}};
    QProcess process;
    process.start(u"gcc"_s, {u"-fsyntax-only"_s, u"-x"_s, u"c"_s, u"-"_s});
    process.write(QByteArray("#include <") + check.name.toLatin1() + ">\n");
    process.closeWriteChannel();
    check.found =
        process.waitForFinished(Deadline) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return check;
}

} // namespace

ToolCheck check32BitPrograms()
{
    ToolCheck check{.name = u"gcc -m32"_s, .found = false, .needed = false, .version = {}, .fix = {}};
    const QTemporaryDir folder;
    QProcess process;
    process.start(u"gcc"_s, {u"-m32"_s, u"-static"_s, u"-pthread"_s, u"-x"_s, u"c"_s, u"-"_s, u"-o"_s,
                             folder.filePath(u"program"_s)});
    process.write("#include <stdio.h>\nint main(void) { return puts(\"\"); }\n");
    process.closeWriteChannel();
    check.found = process.waitForFinished(CompileDeadline) && process.exitStatus() == QProcess::NormalExit &&
                  process.exitCode() == 0;
    if (!check.found) {
        check.fix = u"install the 32-bit C library (apt install gcc-multilib)"_s;
    }
    return check;
}

std::string fixForMissing(std::string_view name)
{
    const std::string_view package = packageOf(name);
    if (package.empty()) {
        return "install " + std::string(name);
    }
    return "install it (apt install " + std::string(package) + ")";
}

QList<ToolCheck> checkBuildTools()
{
    QList<ToolCheck> checks;
    for (const Need &need : Needs) {
        if (need.checked) {
            checks += need.name.ends_with(".h") ? checkHeader(need) : checkProgram(need);
            if (!checks.back().found) {
                checks.back().fix = QString::fromStdString(fixForMissing(need.name));
            }
        }
    }
    return checks;
}

} // namespace culprit::kernel
