// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/process/childprocess.h"

#include "engine/process/guardchannel.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QPointer>
#include <QProcess>
#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <fcntl.h>

namespace culprit::process
{

namespace
{

Q_LOGGING_CATEGORY(lcProcess, "culprit.process", QtInfoMsg)

QString notStartedSentence(const Command &command, const QByteArray &stageAndError)
{
    const char stage = stageAndError.isEmpty() ? 'f' : stageAndError.front();
    const int error = stageAndError.mid(2).toInt();
    const QString reason = qt_error_string(error);
    if (stage == 'd') {
        return QStringLiteral("%1 was not started because its folder %2 cannot be entered: %3.")
            .arg(command.program, command.workingDirectory, reason);
    }
    if (stage == 'e' && error == ENOENT && !command.program.contains(u'/')) {
        return QStringLiteral("The program %1 was not found: install it, or put its folder into PATH.")
            .arg(command.program);
    }
    return QStringLiteral("The program %1 cannot be started: %2.").arg(command.program, reason);
}

QStringList guardArguments(const Command &command, int channel)
{
    QStringList arguments{QStringLiteral("--channel=%1").arg(channel)};
    if (command.niceness > 0) {
        arguments += QStringLiteral("--nice=%1").arg(command.niceness);
    }
    if (command.fileSizeLimit > 0) {
        arguments += QStringLiteral("--file-size=%1").arg(command.fileSizeLimit);
    }
    if (!command.workingDirectory.isEmpty()) {
        arguments += QStringLiteral("--directory=") + command.workingDirectory;
    }
    return arguments + QStringList{QStringLiteral("--"), command.program} + command.arguments;
}

} // namespace

struct ChildProcess::Private {
    explicit Private(ChildProcess *owner) : q(owner) {}

    void launch();
    void forward();
    void end();
    void fail(const QString &sentence);
    [[nodiscard]] Ended ended() const;

    ChildProcess *q;
    Command command;
    GuardChannel channel;
    std::unique_ptr<QSocketNotifier> notifier;
    QProcess *guard = nullptr;
    bool running = false;
    bool stopAsked = false;
};

ChildProcess::ChildProcess(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

ChildProcess::~ChildProcess()
{
    if (!d->guard || d->guard->state() == QProcess::NotRunning) {
        return;
    }
    // A QProcess kills what it runs, and the guard must outlive the tree it kills: let it end by itself. Without an
    // event loop it is never deleted, which is right at the end of the program.
    QProcess *guard = d->guard;
    guard->disconnect();
    guard->setParent(nullptr);
    guard->closeReadChannel(QProcess::StandardOutput);
    guard->closeReadChannel(QProcess::StandardError);
    connect(guard, &QProcess::finished, guard, &QObject::deleteLater);
}

void ChildProcess::start(const Command &command)
{
    Q_ASSERT(!d->guard && !d->running);
    d->command = command;
    d->running = true;
    if (!d->channel.isOpen()) {
        d->fail(QStringLiteral("%1 was not started: %2.").arg(command.program, qt_error_string(errno)));
        return;
    }
    if (!QFileInfo(guardProgram()).isExecutable()) {
        d->fail(QStringLiteral("%1 was not started because culprit-guard, a part of Culprit, is missing at %2: "
                               "install Culprit again, or name the program in $CULPRIT_GUARD.")
                    .arg(command.program, guardProgram()));
        return;
    }
    d->launch();
}

void ChildProcess::Private::launch()
{
    guard = new QProcess(q);
    guard->setProgram(guardProgram());
    guard->setArguments(guardArguments(command, channel.theirs()));
    guard->setProcessEnvironment(command.environment);
    guard->setProcessChannelMode(command.mergeErrorOutput ? QProcess::MergedChannels : QProcess::SeparateChannels);
    if (command.input.isEmpty()) {
        guard->setStandardInputFile(QProcess::nullDevice());
    }
    // By fork() QProcess lets the child wait for a word of ours before it goes on: it would wait for ever, and hold the
    // channels of other guards open, if we were killed just then. By vfork() there is no such moment.
    guard->setUnixProcessParameters(QProcess::UnixProcessFlag::UseVFork);
    guard->setChildProcessModifier([file = channel.theirs()] { fcntl(file, F_SETFD, 0); });
    connect(guard, &QProcess::readyReadStandardOutput, q, [this] { forward(); });
    connect(guard, &QProcess::readyReadStandardError, q, [this] { forward(); });
    connect(guard, &QProcess::finished, q, [this] { end(); });
    connect(guard, &QProcess::errorOccurred, q, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            fail(QStringLiteral("%1 was not started: %2.").arg(command.program, guard->errorString()));
        }
    });
    notifier = std::make_unique<QSocketNotifier>(channel.ours(), QSocketNotifier::Read);
    connect(notifier.get(), &QSocketNotifier::activated, q, [this] { notifier->setEnabled(channel.read()); });
    qCDebug(lcProcess) << "start" << command.shellText();
    guard->start();
    channel.closeTheirs();
    if (!command.input.isEmpty()) {
        guard->write(command.input);
        guard->closeWriteChannel();
    }
}

void ChildProcess::Private::forward()
{
    const QPointer<ChildProcess> alive(q);
    const QByteArray bytes = guard->readAllStandardOutput();
    const bool separate = guard->processChannelMode() == QProcess::SeparateChannels;
    const QByteArray errors = separate ? guard->readAllStandardError() : QByteArray();
    if (!bytes.isEmpty()) {
        Q_EMIT q->output(bytes);
    }
    if (alive && !errors.isEmpty()) {
        Q_EMIT q->errorOutput(errors);
    }
}

void ChildProcess::Private::end()
{
    const QPointer<ChildProcess> alive(q);
    forward();
    if (!alive) {
        return;
    }
    channel.read();
    if (!channel.ending() && channel.commandPid() > 0) {
        // Somebody killed the guard. The command died with it; what it left in its process group goes too.
        ::kill(static_cast<pid_t>(-channel.commandPid()), SIGKILL);
    }
    running = false;
    const Ended result = ended();
    qCDebug(lcProcess) << "ended" << command.program << static_cast<int>(result.how) << result.code << result.error;
    Q_EMIT q->finished(result);
}

Ended ChildProcess::Private::ended() const
{
    if (!channel.ending()) {
        return {.how = stopAsked ? Ended::How::Stopped : Ended::How::Signalled,
                .code = SIGKILL,
                .error = QStringLiteral("The guard of %1 was killed from outside.").arg(command.program)};
    }
    const auto &[word, rest] = *channel.ending();
    if (word == "failed") {
        return {.how = Ended::How::NotStarted, .error = notStartedSentence(command, rest)};
    }
    const Ended::How how = word == "exited" ? Ended::How::Exited : Ended::How::Signalled;
    return {.how = stopAsked ? Ended::How::Stopped : how, .code = rest.toInt(), .error = {}};
}

void ChildProcess::Private::fail(const QString &sentence)
{
    const auto report = [this, sentence] {
        running = false;
        Q_EMIT q->finished({.how = Ended::How::NotStarted, .error = sentence});
    };
    QMetaObject::invokeMethod(q, report, Qt::QueuedConnection);
}

void ChildProcess::stop(std::chrono::milliseconds grace)
{
    if (isRunning()) {
        d->stopAsked = true;
        d->channel.sendStop(grace);
    }
}

bool ChildProcess::isRunning() const
{
    return d->running;
}

qint64 ChildProcess::processId() const
{
    return d->channel.commandPid();
}

QString ChildProcess::guardProgram()
{
    const QString named = qEnvironmentVariable("CULPRIT_GUARD");
    if (!named.isEmpty()) {
        return named;
    }
    const QString folder = QCoreApplication::applicationDirPath();
    const QString beside = folder + QStringLiteral("/culprit-guard");
    return QFileInfo::exists(beside) ? beside : folder + QStringLiteral("/../libexec/culprit-guard");
}

} // namespace culprit::process
