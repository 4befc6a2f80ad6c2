// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/machine/runrequest.h"

namespace culprit::machine
{

/// A file that a run by hand uses.
struct CheckedFile {
    QString path;      ///< absolute
    QByteArray sha256; ///< 64 hex digits, checked before the machine starts; empty: not checked

    bool operator==(const CheckedFile &) const = default;
};

/// A run to be done again without this program.
struct ByHand {
    QStringList remarks; ///< what to know before: a comment line each, sentences
    RunRequest request;  ///< of the run; its folder and its path of the kernel do not count
    QString build;       ///< where there is no kernel: shell commands that make it and set $kernel to its path
    CheckedFile kernel;  ///< the path does not count where it is built
    CheckedFile input;   ///< guestInput() of the request
    CheckedFile agent;   ///< of a guest from a disk image
};

/// A POSIX shell text to be pasted into a terminal, one compound command: it checks the files and starts the machine of
/// the run with its console, and what the reproducer prints, on the terminal. Ctrl-A X ends a machine with an
/// initramfs, Ctrl-C one from a disk image, whose overlay is in a temporary folder that is then removed. An error if
/// some text of it holds characters that a terminal acts on.
[[nodiscard]] Result<QByteArray> byHandText(const ByHand &run);

/// Only the machine of a request, as one command of several lines with its console on the terminal: it boots the kernel
/// $kernel and, unless it has a disk, the initramfs $initramfs. The overlay of a disk image is made before, here.
[[nodiscard]] QString machineText(const RunRequest &request);

} // namespace culprit::machine
