// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/process/childprocess.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace culprit::kernel
{

enum class ReproducerKind {
    CSource,
    Script,     ///< ends in .sh or starts with "#!"
    Executable, ///< an ELF program for this kind of machine's guests
    SyzProgram, ///< ends in .syz: syzkaller's, which its own programs run
};

/// By name and contents. An object file or a file that is none of the kinds is an error that says what
/// to give.
[[nodiscard]] Result<ReproducerKind> classifyReproducer(const QString &path);

/// What a guest can run.
struct Reproducer {
    ReproducerKind kind = ReproducerKind::Executable;
    QString path;    ///< the program: compiled, or the user's own file
    QString dynamic; ///< file that needs shared libraries, which an initramfs does not have; empty: none does

    bool operator==(const Reproducer &) const = default;
};

/// How a reproducer is made.
struct ReproducerOptions {
    int bits = 64;      ///< 32: C becomes a 32-bit program, and a syzkaller program runs as one
    bool repeat = true; ///< of a syzkaller program: over and over again
    QString syzkaller;  ///< folder, see findSyzTools(); needed for a syzkaller program only
};

/// Makes a reproducer ready: C is compiled statically with gcc into the cache, a syzkaller program becomes one program
/// with what runs it, everything else is passed through. A value of `folder` stays valid until the next reproducer of
/// the same contents is compiled. Use it once.
class ReproducerCompiler final : public QObject
{
    Q_OBJECT

public:
    explicit ReproducerCompiler(QString folder, ReproducerOptions options = {}, QObject *parent = nullptr);

    void start(const QString &path);
    void stop();

Q_SIGNALS:
    /// Once, never from within start(). An error is one sentence; one of the C program carries the compiler's first
    /// error.
    void finished(const culprit::Result<culprit::kernel::Reproducer> &reproducer);

private:
    void compile(const QString &path);
    void compileSyz(const QString &path);
    void runCompiler(const QString &source, const QString &folder, const QByteArray &key, const QStringList &options);
    void conclude(const process::Ended &ended);
    void end(const Result<Reproducer> &result);

    QString m_folder;
    ReproducerOptions m_options;
    Reproducer m_made;
    QString m_source;                       ///< what the user gave
    std::unique_ptr<QTemporaryDir> m_parts; ///< of a syzkaller program
    process::ChildProcess *m_compiler = nullptr;
    QByteArray m_output;
};

} // namespace culprit::kernel
