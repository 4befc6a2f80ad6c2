// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/process/childprocess.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace culprit::kernel
{

enum class ReproducerKind {
    CSource,
    Script,     ///< ends in .sh or starts with "#!"
    Executable, ///< an ELF program for this kind of machine's guests
};

/// By name and contents. A .syz program, an object file or a file that is none of the kinds is an error that says what
/// to give.
[[nodiscard]] Result<ReproducerKind> classifyReproducer(const QString &path);

/// What a guest can run.
struct Reproducer {
    ReproducerKind kind = ReproducerKind::Executable;
    QString path;         ///< the program: compiled, or the user's own file
    bool dynamic = false; ///< needs shared libraries, which an initramfs does not have

    bool operator==(const Reproducer &) const = default;
};

/// Makes a reproducer ready: C is compiled statically with gcc into the cache, everything else is passed through. A
/// value of `folder` stays valid until the next reproducer of the same contents is compiled. Use it once.
class ReproducerCompiler final : public QObject
{
    Q_OBJECT

public:
    /// `options` come after ours, as -m32 for reports of 32-bit programs.
    explicit ReproducerCompiler(QString folder, QStringList options = {}, QObject *parent = nullptr);

    void start(const QString &path);
    void stop();

Q_SIGNALS:
    /// Once, never from within start(). An error is one sentence; one of the C program carries the compiler's first
    /// error.
    void finished(const culprit::Result<culprit::kernel::Reproducer> &reproducer);

private:
    void compile(const QString &path);
    void conclude(const process::Ended &ended);
    void end(const Result<Reproducer> &result);

    QString m_folder;
    QStringList m_options;
    QString m_source;
    QString m_program;
    process::ChildProcess *m_compiler = nullptr;
    QByteArray m_output;
};

} // namespace culprit::kernel
