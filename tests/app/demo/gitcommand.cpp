// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/demo/gitcommand.h"

#include <QProcess>

namespace culprit::demo
{

CommandResult runCommand(const QString &folder, const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit) {
        return {-1, process.readAll() + process.errorString().toUtf8()};
    }
    return {process.exitCode(), process.readAll()};
}

QString gitSays(const QString &repository, const QStringList &arguments)
{
    const CommandResult result = runCommand(repository, QStringLiteral("git"), arguments);
    const QString text = QString::fromUtf8(result.output).trimmed();
    return result.exitCode == 0 ? text : QStringLiteral("failed: ") + text;
}

} // namespace culprit::demo
