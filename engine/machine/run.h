// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/runrequest.h"
#include "engine/machine/runresult.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>

namespace culprit::machine
{

/// Sees every chunk of the console, in order, and says true once a crash report began. Called again afterwards.
using CrashWatcher = std::function<bool(QByteArrayView chunk)>;

/// One VM from its start to its end. Lives on one thread and never blocks it. QEMU writes the console to a file which
/// is followed, so that a slow reader changes nothing; QEMU and its ports are gone when finished() comes.
class Run final : public QObject
{
    Q_OBJECT

public:
    explicit Run(RunRequest request, CrashWatcher watcher = {}, QObject *parent = nullptr);
    ~Run() override; ///< kills a machine that still runs

    void start(); ///< once
    void stop();  ///< finished() follows with Ending::Cancelled, unless another ending is known already

    [[nodiscard]] RunState state() const;
    [[nodiscard]] const RunRequest &request() const;
    [[nodiscard]] QString consoleFile() const; ///< grows while the run lasts

Q_SIGNALS:
    void stateChanged(culprit::machine::RunState state);
    void console(const QByteArray &chunk, qint64 offset); ///< every byte once, in order, all before finished()
    void testOutput(const QByteArray &bytes);             ///< of the reproducer
    void agentRecord(const culprit::machine::AgentRecord &record);
    void finished(const culprit::machine::RunResult &result);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace culprit::machine
