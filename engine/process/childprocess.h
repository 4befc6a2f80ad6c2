// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace culprit::process
{

/// What to start. The program is looked up in PATH of `environment` unless it is a path.
struct Command {
    QString program;
    QStringList arguments;
    QString workingDirectory; ///< empty: the caller's
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    int niceness = 0;             ///< added to ours, 0 to 19
    qint64 fileSizeLimit = 0;     ///< RLIMIT_FSIZE in bytes, 0: none
    QByteArray input;             ///< written to its standard input, which is then closed
    bool mergeErrorOutput = true; ///< standard error arrives by output() in order, else by errorOutput()

    /// One line that does the same when pasted in a shell (directory and changed environment variables included).
    [[nodiscard]] QString shellText() const;
};

/// How a child process ended.
struct Ended {
    enum class How {
        Exited,     ///< `code` is its exit status
        Signalled,  ///< `code` is the signal
        Stopped,    ///< we ended it by stop()
        NotStarted, ///< `error` says why, in one sentence
    };
    How how = How::NotStarted;
    int code = 0;
    QString error;

    [[nodiscard]] bool succeeded() const { return how == How::Exited && code == 0; }
    bool operator==(const Ended &) const = default;
};

/// A process whose whole tree dies with us, whatever happens to us: it runs below a small guard process that is the
/// reaper of all its descendants and kills them when we ask, when the command ends, or when we are gone, even by
/// SIGKILL. Lives on the thread that made it; never blocks.
class ChildProcess final : public QObject
{
    Q_OBJECT

public:
    explicit ChildProcess(QObject *parent = nullptr);
    ~ChildProcess() override; ///< kills what still runs, does not wait

    void start(const Command &command); ///< once
    /// SIGTERM to the whole tree, after `grace` SIGKILL. finished() follows with How::Stopped.
    void stop(std::chrono::milliseconds grace = std::chrono::seconds(2));

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] qint64 processId() const; ///< of the command itself, 0 while unknown

    /// Path of the guard program: $CULPRIT_GUARD, else beside the executable or in its ../libexec.
    [[nodiscard]] static QString guardProgram();

Q_SIGNALS:
    void output(const QByteArray &bytes);
    void errorOutput(const QByteArray &bytes);
    void finished(const culprit::process::Ended &ended);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace culprit::process
