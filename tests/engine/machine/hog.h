// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>

/// A program for a guest that keeps every processor to itself; `folder` is for its making. Empty if gcc fails.
inline QByteArray hog(const QString &folder)
{
    const QString path = folder + QStringLiteral("/hog");
    QProcess compiler;
    compiler.start(QStringLiteral("gcc"), {QStringLiteral("-static"), QStringLiteral("-O1"), QStringLiteral("-o"), path,
                                           QStringLiteral("-xc"), QStringLiteral("-")});
    compiler.write("#include <fcntl.h>\n#include <sched.h>\n#include <unistd.h>\n"
                   "int main(void)\n{\n"
                   "    struct sched_param highest = {.sched_priority = 99};\n"
                   "    int limit = open(\"/proc/sys/kernel/sched_rt_runtime_us\", O_WRONLY);\n"
                   "    if (write(limit, \"-1\", 2) != 2) return 1;\n"
                   "    fork();\n    fork();\n"
                   "    sched_setscheduler(0, SCHED_FIFO, &highest);\n"
                   "    for (;;) { }\n}\n");
    compiler.closeWriteChannel();
    QFile program(path);
    const bool isMade = compiler.waitForFinished(60'000) && compiler.exitCode() == 0;
    return isMade && program.open(QIODevice::ReadOnly) ? program.readAll() : QByteArray();
}
