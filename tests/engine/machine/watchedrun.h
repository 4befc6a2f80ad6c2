// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/run.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>
#include <optional>

/// A run with everything it tells.
struct WatchedRun {
    std::unique_ptr<culprit::machine::Run> run;
    QByteArray console;
    QByteArray testOutput;
    QList<culprit::machine::RunState> states;
    std::optional<culprit::machine::RunResult> result;
    QByteArray consoleAtEnd;
    bool isInOrder = true; ///< each chunk began where the last one ended

    explicit WatchedRun(culprit::machine::RunRequest request, culprit::machine::CrashWatcher watcher = {})
        : run(std::make_unique<culprit::machine::Run>(std::move(request), std::move(watcher)))
    {
        using culprit::machine::Run;
        QObject::connect(run.get(), &Run::console, run.get(), [this](const QByteArray &chunk, qint64 offset) {
            isInOrder = isInOrder && offset == console.size();
            console += chunk;
        });
        QObject::connect(run.get(), &Run::testOutput, run.get(), [this](const QByteArray &b) { testOutput += b; });
        QObject::connect(run.get(), &Run::stateChanged, run.get(),
                         [this](culprit::machine::RunState state) { states += state; });
        QObject::connect(run.get(), &Run::finished, run.get(), [this](const culprit::machine::RunResult &r) {
            result = r;
            consoleAtEnd = console;
        });
    }
    WatchedRun(const WatchedRun &) = delete;
    WatchedRun &operator=(const WatchedRun &) = delete;

    bool wait(int ms = 120'000)
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, ms);
    }
    bool play(int ms = 120'000)
    {
        run->start();
        return wait(ms);
    }
};

/// Process ids of the QEMUs that work in `folder`.
inline QList<pid_t> qemusIn(const QString &folder)
{
    QList<pid_t> pids;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(entry));
        const int pid = entry.toInt();
        if (pid <= 0 || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArray line = file.readAll();
        if (line.startsWith("qemu-system") && line.contains(folder.toUtf8())) {
            pids += pid;
        }
    }
    return pids;
}
