// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/reproducer.h"

#include "engine/kernel/buildcause.h"
#include "engine/kernel/environment.h"
#include "engine/kernel/syzprogram.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <gelf.h>

#include <memory>

static void initReproducerResources()
{
    Q_INIT_RESOURCE(reproducer);
}

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 LargestSource = 16 * 1024 * 1024;
constexpr qsizetype LargestOutput = 1024 * 1024;

struct ElfCloser {
    void operator()(Elf *elf) const { elf_end(elf); }
};

enum class ElfUse { None, Other, StaticProgram, DynamicProgram };

ElfUse elfUse(QFile &file)
{
    elf_version(EV_CURRENT);
    const std::unique_ptr<Elf, ElfCloser> elf(elf_begin(file.handle(), ELF_C_READ, nullptr));
    GElf_Ehdr header;
    if (!elf || elf_kind(elf.get()) != ELF_K_ELF || gelf_getehdr(elf.get(), &header) == nullptr) {
        return ElfUse::None;
    }
    if (header.e_type != ET_EXEC && header.e_type != ET_DYN) {
        return ElfUse::Other;
    }
    std::size_t count = 0;
    elf_getphdrnum(elf.get(), &count);
    for (std::size_t i = 0; i < count; ++i) {
        GElf_Phdr segment;
        if (gelf_getphdr(elf.get(), static_cast<int>(i), &segment) != nullptr && segment.p_type == PT_INTERP) {
            return ElfUse::DynamicProgram;
        }
    }
    return header.e_entry != 0 ? ElfUse::StaticProgram : ElfUse::Other;
}

bool isDynamic(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && elfUse(file) == ElfUse::DynamicProgram;
}

std::unexpected<Error> unsuitable(const QString &path, const std::string &what)
{
    return wrongUse("The reproducer " + path.toStdString() + what);
}

Result<Reproducer> passThrough(const QString &path, ReproducerKind kind)
{
    Reproducer result{.kind = kind, .path = QFileInfo(path).absoluteFilePath(), .dynamic = {}};
    if (kind == ReproducerKind::Executable && isDynamic(path)) {
        result.dynamic = result.path;
    }
    return result;
}

/// The same while the file is.
QByteArray keyOf(const QString &path)
{
    const QFileInfo file(path);
    return path.toUtf8() + ' ' + QByteArray::number(file.size()) + ' ' +
           QByteArray::number(file.lastModified().toMSecsSinceEpoch()) + '\n';
}

QByteArray quotedList(const QStringList &words)
{
    return "\"" + words.join(u"\", \""_s).toUtf8() + '"';
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

Result<ReproducerKind> classifyReproducer(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return unsuitable(path, " cannot be read: check the path.");
    }
    const QByteArray start = file.peek(4);
    if (path.endsWith(".syz"_L1)) {
        return ReproducerKind::SyzProgram;
    }
    if (path.endsWith(".c"_L1)) {
        return ReproducerKind::CSource;
    }
    if (path.endsWith(".sh"_L1) || start.startsWith("#!")) {
        return ReproducerKind::Script;
    }
    switch (elfUse(file)) {
    case ElfUse::StaticProgram:
    case ElfUse::DynamicProgram:
        return ReproducerKind::Executable;
    case ElfUse::Other:
        return unsuitable(path, " is an object file or a library, not a program: link it (gcc -static).");
    case ElfUse::None:
        break;
    }
    return unsuitable(
        path,
        " is no C source (.c), shell script (.sh or \"#!\"), program or syzkaller program (.syz): give one of these.");
}

ReproducerCompiler::ReproducerCompiler(QString folder, ReproducerOptions options, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_options(std::move(options))
{
}

void ReproducerCompiler::start(const QString &path)
{
    const auto kind = classifyReproducer(path);
    if (!kind) {
        end(std::unexpected(kind.error()));
    } else if (*kind == ReproducerKind::CSource) {
        compile(QFileInfo(path).absoluteFilePath());
    } else if (*kind == ReproducerKind::SyzProgram) {
        compileSyz(QFileInfo(path).absoluteFilePath());
    } else {
        end(passThrough(path, *kind));
    }
}

void ReproducerCompiler::stop()
{
    if (m_compiler != nullptr) {
        m_compiler->stop();
    }
}

void ReproducerCompiler::compile(const QString &path)
{
    m_source = path;
    m_made.kind = ReproducerKind::CSource;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestSource) {
        end(unsuitable(path, " cannot be read or is too large: check the path."));
        return;
    }
    const QStringList options = m_options.bits == 32 ? QStringList{u"-m32"_s} : QStringList();
    runCompiler(path, QFileInfo(path).absolutePath(), file.readAll() + options.join(u'\n').toUtf8(), options);
}

void ReproducerCompiler::compileSyz(const QString &path)
{
    m_source = path;
    m_made.kind = ReproducerKind::SyzProgram;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestSource) {
        end(unsuitable(path, " cannot be read or is too large: check the path."));
        return;
    }
    if (m_options.syzkaller.isEmpty()) {
        end(unsuitable(path, " is a syzkaller program: name the folder of the syzkaller that made it ([syzkaller] "
                             "folder), or turn it into C with syz-prog2c and give that."));
        return;
    }
    const auto tools = findSyzTools(m_options.syzkaller, m_options.bits);
    if (!tools) {
        end(std::unexpected(tools.error()));
        return;
    }
    const QByteArray program = file.readAll();
    const auto arguments = execprogArguments(program, m_options.repeat, m_options.bits);
    if (!arguments) {
        end(unsuitable(path, " cannot be run: " + arguments.error().message + '.'));
        return;
    }
    for (const QString &tool : {tools->execprog, tools->executor}) {
        if (isDynamic(tool)) {
            m_made.dynamic = tool;
        }
    }
    initReproducerResources();
    m_parts = std::make_unique<QTemporaryDir>();
    const bool isReady =
        m_parts->isValid() && QFile::link(tools->execprog, m_parts->filePath(u"execprog"_s)) &&
        QFile::link(tools->executor, m_parts->filePath(u"executor"_s)) &&
        write(m_parts->filePath(u"program"_s), program) &&
        write(m_parts->filePath(u"arguments.h"_s), "#define ARGUMENTS " + quotedList(*arguments) + '\n') &&
        QFile::copy(u":/culprit/reproducer/syzlauncher.c"_s, m_parts->filePath(u"syzlauncher.c"_s));
    if (!isReady) {
        end(failedOutside("The reproducer cannot be put together in " + m_parts->path().toStdString() +
                          ": make room or set TMPDIR."));
        return;
    }
    runCompiler(m_parts->filePath(u"syzlauncher.c"_s), m_parts->path(),
                program + quotedList(*arguments) + keyOf(tools->execprog) + keyOf(tools->executor), {});
}

/// With `key` goes the program's name in the cache.
void ReproducerCompiler::runCompiler(const QString &source, const QString &folder, const QByteArray &key,
                                     const QStringList &options)
{
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256);
    m_made.path = QDir(m_folder).absoluteFilePath(QString::fromLatin1(hash.toHex().first(16)));
    QDir().mkpath(m_folder);
    process::Command command;
    command.program = u"gcc"_s;
    command.arguments = QStringList{u"-O2"_s, u"-static"_s, u"-pthread"_s, u"-o"_s} << m_made.path + ".new"_L1
                                                                                    << source;
    command.arguments += options;
    command.workingDirectory = folder;
    command.environment = buildEnvironment();
    m_compiler = new process::ChildProcess(this);
    connect(m_compiler, &process::ChildProcess::output, this, [this](const QByteArray &bytes) {
        m_output += bytes.first(std::min(bytes.size(), LargestOutput - m_output.size()));
    });
    connect(m_compiler, &process::ChildProcess::finished, this, &ReproducerCompiler::conclude);
    m_compiler->start(command);
}

void ReproducerCompiler::conclude(const process::Ended &ended)
{
    using How = process::Ended::How;
    const QString made = m_made.path + ".new"_L1;
    if (ended.succeeded() && (QFile::remove(m_made.path), QFile::rename(made, m_made.path))) {
        end(m_made);
        return;
    }
    QFile::remove(made);
    const auto cause = findBuildCause({m_output.constData(), static_cast<std::size_t>(m_output.size())},
                                      {QFileInfo(m_source).absolutePath().toStdString()});
    if (ended.how == How::NotStarted) {
        end(failedOutside("The reproducer cannot be compiled: gcc did not start (" + ended.error.toStdString() +
                          "): install gcc (apt install gcc)."));
    } else if (ended.how == How::Stopped) {
        end(failedOutside("Compiling the reproducer was stopped."));
    } else if (cause.outside) {
        end(failedOutside(cause.message));
    } else {
        const std::string first = cause.message.empty() ? "gcc named no error" : cause.message;
        end(unsuitable(m_source, " does not compile (" + first + "): correct it, then start again."));
    }
}

void ReproducerCompiler::end(const Result<Reproducer> &result)
{
    QMetaObject::invokeMethod(this, [this, result] { Q_EMIT finished(result); }, Qt::QueuedConnection);
}

} // namespace culprit::kernel
