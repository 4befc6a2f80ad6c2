// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/reproducer.h"

#include "engine/kernel/buildcause.h"
#include "engine/kernel/environment.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <gelf.h>

#include <memory>

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

std::unexpected<Error> unsuitable(const QString &path, const std::string &what)
{
    return wrongUse("The reproducer " + path.toStdString() + what);
}

Result<Reproducer> passThrough(const QString &path, ReproducerKind kind)
{
    Reproducer result{.kind = kind, .path = QFileInfo(path).absoluteFilePath(), .dynamic = false};
    QFile file(path);
    if (kind == ReproducerKind::Executable && file.open(QIODevice::ReadOnly)) {
        result.dynamic = elfUse(file) == ElfUse::DynamicProgram;
    }
    return result;
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
        return unsuitable(path, " is a syzkaller program: turn it into C with syz-prog2c and give that.");
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
    return unsuitable(path, " is no C source (.c), shell script (.sh or \"#!\") or program: give one of these.");
}

ReproducerCompiler::ReproducerCompiler(QString folder, QStringList options, QObject *parent)
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
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestSource) {
        end(unsuitable(path, " cannot be read or is too large: check the path."));
        return;
    }
    const QByteArray hash =
        QCryptographicHash::hash(file.readAll() + m_options.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    m_program = QDir(m_folder).absoluteFilePath(QString::fromLatin1(hash.toHex().first(16)));
    QDir().mkpath(m_folder);
    process::Command command;
    command.program = u"gcc"_s;
    command.arguments = QStringList{u"-O2"_s, u"-static"_s, u"-pthread"_s, u"-o"_s} << m_program + ".new"_L1 << path;
    command.arguments += m_options;
    command.workingDirectory = QFileInfo(path).absolutePath();
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
    const QString made = m_program + ".new"_L1;
    if (ended.succeeded() && (QFile::remove(m_program), QFile::rename(made, m_program))) {
        end(Reproducer{.kind = ReproducerKind::CSource, .path = m_program, .dynamic = false});
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
