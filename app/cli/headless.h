// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progressline.h"
#include "engine/conductor/engine.h"

#include <QObject>

#include <optional>

namespace culprit::app
{

/// Drives a session without the window: prints its events as they come, its report at the end.
class Headless final : public QObject
{
    Q_OBJECT

public:
    Headless(conductor::Engine &engine, bool json, QObject *parent = nullptr);

    /// Each runs the event loop until the session halts and returns the exit status.
    [[nodiscard]] int runNew(const session::Setup &setup, const QString &sessionFile);
    [[nodiscard]] int resume(const QString &sessionFile);

Q_SIGNALS:
    void finished();

private:
    [[nodiscard]] int exec();
    void begin();
    void show(const conductor::SnapshotPtr &snapshot);
    void show(const session::Event &event);
    void end(const QString &reason);
    void fail(const Error &error);

    conductor::Engine &m_engine;
    ProgressLine m_progress;
    std::optional<Error> m_error;
    QString m_path;
    QString m_lastStep;
    bool m_json = false;
    bool m_interrupted = false;
    bool m_started = false;
    int m_status = 0;
};

} // namespace culprit::app
