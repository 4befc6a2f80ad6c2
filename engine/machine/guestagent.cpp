// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/guestagent.h"

#include "engine/process/childprocess.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

static void initGuestResources()
{
    Q_INIT_RESOURCE(guest);
}

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;

constexpr qsizetype LongestOutput = 4096;

QStringList compilerArguments()
{
    return {u"-static"_s, u"-Os"_s, u"-s"_s, u"-o"_s, u"init"_s, u"init.c"_s};
}

QByteArray agentSource()
{
    initGuestResources();
    QFile file(u":/culprit/guest/init.c"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

struct GuestAgent::Private {
    void launch();
    void compiled(const process::Ended &ended);
    void report(const Result<QString> &program);

    GuestAgent *q;
    QString cacheFolder;
    QString compiler;
    QString target;
    std::unique_ptr<QTemporaryDir> workFolder; ///< beside the target, so that the result can be renamed into place
    process::ChildProcess process;
    QString output;
};

void GuestAgent::Private::report(const Result<QString> &program)
{
    QMetaObject::invokeMethod(q, [this, program] { Q_EMIT q->finished(program); }, Qt::QueuedConnection);
}

void GuestAgent::Private::launch()
{
    const QByteArray source = agentSource();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(source);
    hash.addData(compiler.toUtf8() + '\0' + compilerArguments().join(u' ').toUtf8());
    target = cacheFolder + u"/guest-init-"_s + QString::fromLatin1(hash.result().toHex().first(16));
    if (QFileInfo(target).isExecutable()) {
        report(target);
        return;
    }
    QDir().mkpath(cacheFolder);
    workFolder = std::make_unique<QTemporaryDir>(cacheFolder + u"/agent-XXXXXX"_s);
    QFile file(workFolder->filePath(u"init.c"_s));
    if (!workFolder->isValid() || !file.open(QIODevice::WriteOnly) || file.write(source) != source.size() ||
        !file.flush()) {
        report(failedOutside(
            u"The guest's agent cannot be made in %1 (%2): make room there."_s.arg(cacheFolder, file.errorString())
                .toStdString()));
        return;
    }
    process::Command command;
    command.program = compiler;
    command.arguments = compilerArguments();
    command.workingDirectory = workFolder->path();
    process.start(command);
}

void GuestAgent::Private::compiled(const process::Ended &ended)
{
    if (ended.how == process::Ended::How::NotStarted) {
        report(failedOutside((u"The guest's agent needs a C compiler (package gcc): "_s + ended.error).toStdString()));
        return;
    }
    if (!ended.succeeded()) {
        const bool noStaticLibrary = output.contains(u"cannot find -lc"_s);
        const QString why =
            noStaticLibrary ? u"there is no static C library: install the package libc6-dev (glibc-static elsewhere)."_s
                            : u"%1 failed: %2"_s.arg(compiler, output.section(u'\n', 0, 0));
        report(failedOutside((u"The guest's agent cannot be compiled: "_s + why).toStdString()));
        return;
    }
    const QString made = workFolder->filePath(u"init"_s);
    if (!QFile::rename(made, target) && !QFileInfo(target).isExecutable()) {
        report(failedOutside(
            u"The guest's agent cannot be kept as %1: make the folder writable."_s.arg(target).toStdString()));
        return;
    }
    report(target);
}

GuestAgent::GuestAgent(QString cacheFolder, QString compiler, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->q = this;
    d->cacheFolder = std::move(cacheFolder);
    d->compiler = std::move(compiler);
    connect(&d->process, &process::ChildProcess::output, this, [this](const QByteArray &bytes) {
        d->output = (d->output + QString::fromUtf8(bytes)).left(LongestOutput);
    });
    connect(&d->process, &process::ChildProcess::finished, this,
            [this](const process::Ended &ended) { d->compiled(ended); });
}

GuestAgent::~GuestAgent() = default;

void GuestAgent::start()
{
    d->launch();
}

} // namespace culprit::machine
