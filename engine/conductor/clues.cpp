// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/clues.h"

#include "engine/crash/backtrace.h"
#include "engine/session/relevance.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

constexpr qsizetype fewFiles = 3; ///< a static name that more files share says nothing

/// Never compiled into a kernel, whatever the config. Folders end with a slash.
constexpr std::array besideTheKernel{"Documentation/", "LICENSES/",   "samples/", "tools/",   "COPYING",
                                     "CREDITS",        "MAINTAINERS", "README",   ".mailmap", ".gitignore"};
/// Tools that builds use.
constexpr std::array toolsOfBuilds{"tools/objtool/", "tools/include/", "tools/build/", "tools/lib/",
                                   "tools/bpf/resolve_btfids/"};
/// Too much lies in them for that to say anything.
constexpr std::array broadDirectories{"",        "kernel",        "mm",       "fs",   "lib",   "net",      "drivers",
                                      "include", "include/linux", "net/core", "init", "block", "security", "sound",
                                      "arch",    "crypto"};
/// Almost every program makes them.
constexpr std::array commonCalls{
    "access",     "alarm",  "brk",   "clock_gettime", "clone",   "close",     "dup",     "dup2",   "execve", "exit",
    "exit_group", "fcntl",  "fork",  "fstat",         "futex",   "getpid",    "getuid",  "gettid", "ioctl",  "kill",
    "lseek",      "mkdir",  "mmap",  "mprotect",      "munmap",  "nanosleep", "open",    "openat", "pause",  "pipe",
    "prctl",      "read",   "rmdir", "setpgid",       "setsid",  "stat",      "symlink", "time",   "unlink", "usleep",
    "wait4",      "waitid", "write", "sleep",         "unshare", "select",    "poll"};

bool startsWithAny(const QByteArray &path, std::span<const char *const> beginnings)
{
    return std::ranges::any_of(beginnings, [&path](const char *beginning) { return path.startsWith(beginning); });
}

QByteArray directoryOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray() : path.first(slash);
}

bool isSource(const QByteArray &path)
{
    static constexpr std::array endings{".c", ".S", ".s", ".rs", ".cpp"};
    return std::ranges::any_of(endings, [&path](const char *ending) { return path.endsWith(ending); });
}

/// Whether the kernel that was built can depend on the file: yes unless something speaks against it.
bool mayMatter(const QByteArray &path, const kernel::SourceMap &sources)
{
    if (path.endsWith(".rst") || (startsWithAny(path, besideTheKernel) && !startsWithAny(path, toolsOfBuilds))) {
        return false;
    }
    if (sources.files.isEmpty() || sources.files.contains(path)) {
        return true;
    }
    if (isSource(path) || (path.endsWith(".h") && sources.knowsHeaders)) {
        return path.startsWith("scripts/") || startsWithAny(path, toolsOfBuilds); // run by the build, not linked
    }
    if (path.startsWith("arch/")) {
        const QByteArray arch = path.first(std::max<qsizetype>(0, path.indexOf('/', 5)) + 1);
        return std::ranges::any_of(sources.files, [&arch](const QByteArray &file) { return file.startsWith(arch); });
    }
    return true;
}

class Finder final
{
public:
    Finder(Clues &clues) : m_clues(clues) {}

    void addFunction(const QByteArray &function, QHash<QByteArray, QString> &to)
    {
        const QByteArrayList files = m_clues.sources.functions.values(function);
        if (files.size() > fewFiles) {
            return;
        }
        for (const QByteArray &file : files) {
            addFile(file, QString::fromLatin1(function), to);
        }
    }

    void addFile(const QByteArray &file, const QString &why, QHash<QByteArray, QString> &to)
    {
        if (!m_clues.crashFiles.contains(file) && !m_clues.stackFiles.contains(file)) {
            to.insert(file, why);
        }
        const QByteArray directory = directoryOf(file);
        if (!std::ranges::contains(broadDirectories, std::string_view(directory.constData())) &&
            !m_clues.directories.contains(directory)) {
            m_clues.directories.insert(directory, QString::fromUtf8(file));
        }
    }

    void addCalls(const QByteArray &reproducer)
    {
        static const QRegularExpression words(u"\\b(?:__NR_|SYS_)?([a-z][a-z0-9_]{2,30})\\b"_s);
        auto match =
            words.globalMatch(QString::fromLatin1(reproducer.first(std::min<qsizetype>(reproducer.size(), 1 << 20))));
        while (match.hasNext()) {
            const QByteArray name = match.next().captured(1).toLatin1();
            if (std::ranges::contains(commonCalls, std::string_view(name.constData()))) {
                continue;
            }
            for (const char *prefix : {"__do_sys_", "__x64_sys_", "__se_sys_", "sys_"}) {
                for (const QByteArray &file : m_clues.sources.functions.values(prefix + name)) {
                    m_clues.callFiles.insert(file, QString::fromLatin1(name));
                }
            }
        }
    }

private:
    Clues &m_clues;
};

} // namespace

int permilleOf(Trace trace)
{
    switch (trace) {
    case Trace::CrashFile:
        return 12'000;
    case Trace::StackFile:
        return 6'000;
    case Trace::Directory:
        return 3'000;
    case Trace::SystemCall:
        return 2'000;
    case Trace::Unknown:
        return 1'000;
    case Trace::CleanMerge:
    case Trace::NotBuilt:
        return 20;
    }
    return 1'000;
}

Suspect Clues::judge(std::span<const std::string> touched, bool merge) const
{
    if (touched.empty()) {
        return {merge ? Trace::CleanMerge : Trace::NotBuilt, {}};
    }
    Suspect best{Trace::NotBuilt, QByteArray::fromStdString(touched.front())};
    const auto take = [&best](Trace trace, const QByteArray &file) {
        if (trace < best.trace) {
            best = {trace, file};
        }
    };
    for (const std::string &path : touched) {
        const QByteArray file = QByteArray::fromStdString(path);
        if (crashFiles.contains(file)) {
            take(Trace::CrashFile, file);
        } else if (stackFiles.contains(file)) {
            take(Trace::StackFile, file);
        } else if (mayMatter(file, sources)) {
            take(directories.contains(directoryOf(file)) ? Trace::Directory
                 : callFiles.contains(file)              ? Trace::SystemCall
                                                         : Trace::Unknown,
                 file);
        }
    }
    return best;
}

QString Clues::reasonOf(const Suspect &suspect) const
{
    const QString file = QString::fromUtf8(suspect.file);
    switch (suspect.trace) {
    case Trace::CrashFile:
        return u"touches %1, where the crash is (%2)"_s.arg(file, crashFiles.value(suspect.file));
    case Trace::StackFile:
        return u"touches %1, which is on the crash's stack (%2)"_s.arg(file, stackFiles.value(suspect.file));
    case Trace::Directory: {
        const QString near = directories.value(directoryOf(suspect.file));
        return u"touches the directory of %1, which is on the crash's stack"_s.arg(near);
    }
    case Trace::SystemCall:
        return u"touches %1, with the system call %2 that the reproducer makes"_s.arg(file,
                                                                                      callFiles.value(suspect.file));
    case Trace::Unknown:
        return {};
    case Trace::CleanMerge:
        return u"is a merge that changes nothing by itself"_s;
    case Trace::NotBuilt:
        return sources.files.isEmpty() ? u"touches nothing that a kernel is built of"_s
                                       : u"touches nothing that this kernel is built of"_s;
    }
    return {};
}

Clues findClues(const QString &title, const QString &report, const QByteArray &reproducer, kernel::SourceMap sources)
{
    Clues clues;
    clues.sources = std::move(sources);
    Finder finder(clues);
    const QByteArray bytes = report.toUtf8();
    const crash::Backtrace trace = crash::backtraceOf({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    const QByteArray guilty = session::functionIn(title).toLatin1();
    finder.addFunction(guilty, clues.crashFiles);
    for (const std::string &file : trace.files) {
        const QByteArray path = QByteArray::fromStdString(file);
        // A warning names the header whose inline function it stands in; that is rarely to blame.
        finder.addFile(path, u"it names the file"_s, path.endsWith(".h") ? clues.stackFiles : clues.crashFiles);
    }
    for (const std::string &function : trace.functions) {
        finder.addFunction(QByteArray::fromStdString(function), clues.stackFiles);
    }
    finder.addCalls(reproducer);
    return clues;
}

} // namespace culprit::conductor
