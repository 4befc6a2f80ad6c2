// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/process/childprocess.h"

#include <QTest>

#include <optional>

/// Builds the demo's kernel as kernel.elf in a folder. What went wrong, if anything did.
inline QByteArray buildPocketKernel(const QString &folder)
{
    using namespace culprit;
    process::Command command;
    command.program = QStringLiteral("make");
    command.arguments = {QStringLiteral("-C"), QStringLiteral(POCKET_KERNEL), QStringLiteral("O=") + folder,
                         QStringLiteral("-s")};
    process::ChildProcess make;
    std::optional<process::Ended> ended;
    QByteArray output;
    QObject::connect(&make, &process::ChildProcess::output, &make, [&](const QByteArray &bytes) { output += bytes; });
    QObject::connect(&make, &process::ChildProcess::finished, &make, [&](const process::Ended &e) { ended = e; });
    make.start(command);
    const bool isDone = QTest::qWaitFor([&] { return ended.has_value(); }, 120'000) && ended->succeeded();
    return isDone ? QByteArray() : "the kernel was not built: " + output;
}
