// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "minitree.h"

#include <QDir>
#include <QFile>

/// Puts a script into a folder of PATH that says it is another compiler and lets the real gcc work.
inline void playCompiler(const QString &folder, const QString &command, const QString &versionLine,
                         const QString &machine = {})
{
    const QString path = QDir(folder).filePath(command);
    const QString says = machine.isEmpty() ? text("exec gcc -dumpmachine") : text("echo %1").arg(machine);
    writeFile(path, text("#!/bin/sh\n"
                         "case \"$1\" in\n"
                         "--version) echo '%1';;\n"
                         "-dumpmachine) %2;;\n"
                         "*) exec gcc \"$@\";;\n"
                         "esac\n")
                        .arg(versionLine, says)
                        .toUtf8());
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}
