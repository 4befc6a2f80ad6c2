// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace culprit::kernel
{

/// What runs a program of syzkaller's.
struct SyzTools {
    QString execprog; ///< absolute paths
    QString executor;
};

/// In a checkout of syzkaller in which they were made, or in a folder that holds both. `bits` are those of the
/// programs that the executor makes of what it is given.
[[nodiscard]] Result<SyzTools> findSyzTools(const QString &folder, int bits);

/// For syz-execprog, without the executor and the program: what the program's first lines say about how it crashed
/// (syzkaller: pkg/csource/options.go, as JSON and as older versions wrote it), always with threads, as a bisection
/// does it, and over and over again if `repeat`. The error tells what in them cannot be right.
[[nodiscard]] Result<QStringList> execprogArguments(const QByteArray &program, bool repeat, int bits);

} // namespace culprit::kernel
