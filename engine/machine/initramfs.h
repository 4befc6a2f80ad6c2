// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QString>

namespace culprit::machine
{

/// Writes an initramfs archive: "newc" cpio (Documentation/driver-api/early-userspace/buffer-format.rst), uncompressed,
/// so that no kernel option is needed to read it and device nodes need no root. Archives may be put one after another:
/// each is padded to 4 bytes, and a later file replaces an earlier one of its name.
class InitramfsWriter final
{
public:
    /// Names are relative to the root, without a leading slash; the folders above must have been added before.
    void addFolder(const QByteArray &name, int permissions = 0755);
    void addFile(const QByteArray &name, const QByteArray &content, int permissions = 0644);
    void addLink(const QByteArray &name, const QByteArray &target);
    void addCharacterDevice(const QByteArray &name, int major, int minor, int permissions = 0600);

    [[nodiscard]] QByteArray finished() const; ///< the whole archive

private:
    struct Entry {
        QByteArray name;
        int mode = 0;
        QByteArray content;
        int major = 0;
        int minor = 0;
    };
    void add(const Entry &entry);

    QByteArray m_archive;
    int m_inode = 0;
};

/// How the agent runs the reproducer.
struct ReproducerPlan {
    int seconds = 10;      ///< time limit
    bool repeat = false;   ///< start it again while time is left
    int settleSeconds = 5; ///< wait after it for delayed warnings
    int heartbeatSeconds = 5;
    quint32 seed = 0;
    bool waits = false; ///< before it, until the agent reads goLine() on its port

    bool operator==(const ReproducerPlan &) const = default;
};

/// The same for the agent to read: a line "key=value" each (resources/guest/init.c).
[[nodiscard]] QByteArray planLines(const ReproducerPlan &plan);

/// What a waiting agent is to read: another seed, and entropy that the guest's random numbers follow from.
[[nodiscard]] QByteArray goLine(quint32 seed, const QByteArray &entropy);

/// The archive of one run: "repro" (a static program or a shell script) and "run.conf".
[[nodiscard]] QByteArray runArchive(const QByteArray &reproducer, const ReproducerPlan &plan);

/// True when the reproducer is not an ELF program, so that a Linux guest needs a shell for it.
[[nodiscard]] bool needsShell(const QByteArray &reproducer);

/// The host's busybox, which guests run shell scripts with: a static program.
[[nodiscard]] Result<QByteArray> readBusybox();

[[nodiscard]] Result<QByteArray> readAgent(const QString &path);

/// The archive of a Linux guest below the run's: the agent as /init, its device nodes, and busybox as /bin/sh if asked
/// for. `agent` and busybox must be static programs.
[[nodiscard]] Result<QByteArray> linuxArchive(const QString &agent, bool withShell);

} // namespace culprit::machine
