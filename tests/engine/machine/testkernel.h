// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/runrequest.h"

#include <QByteArrayView>
#include <QTemporaryDir>

/// Of the test kernel, which does what its role says (kernel/main.c), in a new folder below `folder`.
inline culprit::machine::RunRequest testRequest(const QTemporaryDir &folder, const QString &role)
{
    static int runs = 0;
    ++runs;
    culprit::machine::RunRequest wanted;
    wanted.name = QStringLiteral("test-%1").arg(runs);
    wanted.folder = folder.filePath(QStringLiteral("r%1").arg(runs));
    wanted.kernelImage = QStringLiteral(TEST_KERNEL);
    wanted.kernelArguments = QStringLiteral("role=") + role;
    wanted.reproducer = "nothing";
    wanted.memoryMb = 64;
    wanted.deadlines.settle = std::chrono::seconds(2);
    return wanted;
}

/// A crash watcher for what that kernel says when it crashes.
inline bool seesABug(QByteArrayView chunk)
{
    return chunk.contains("BUG:");
}
