// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/acceleratorprobe.h"

#include "engine/machine/probeguest.h"
#include "engine/process/childprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTimer>

#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <unistd.h>

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;
using Outcome = AcceleratorState::Outcome;
using process::Ended;

constexpr qint64 TcgDeadlineMs = 30'000;
constexpr qint64 KvmShortestDeadlineMs = 2000;
constexpr qint64 KvmSlowest = 10; ///< times the time of TCG
constexpr qsizetype LongestOutput = 8192;

QStringList guestArguments(Accelerator accelerator, const QString &bootSector)
{
    return QStringList{u"-nodefaults"_s, u"-no-user-config"_s} + processorArguments(accelerator) +
           QStringList{u"-m"_s,
                       u"64"_s,
                       u"-display"_s,
                       u"none"_s,
                       u"-no-reboot"_s,
                       u"-nic"_s,
                       u"none"_s,
                       u"-chardev"_s,
                       u"stdio,id=con,signal=off"_s,
                       u"-serial"_s,
                       u"chardev:con"_s,
                       u"-drive"_s,
                       u"file=%1,format=raw,if=floppy,readonly=on"_s.arg(bootSector),
                       u"-boot"_s,
                       u"a"_s,
                       u"-device"_s,
                       u"isa-debug-exit,iobase=%1,iosize=4"_s.arg(ProbeExitPort)};
}

QString seconds(qint64 ms)
{
    return QString::number(static_cast<double>(ms) / 1000.0, 'f', 1);
}

AcceleratorState worked(Accelerator accelerator, qint64 ms)
{
    const QString sentence = accelerator == Accelerator::Kvm
                                 ? u"KVM works here: a test guest ran in %1 s."_s.arg(seconds(ms))
                                 : u"Emulation (TCG) works here: a test guest ran in %1 s."_s.arg(seconds(ms));
    return {.outcome = Outcome::Works, .sentence = sentence, .ms = ms};
}

AcceleratorState failed(Accelerator accelerator, const Ended &ended, const QString &errors, qint64 ms)
{
    const QString name = accelerator == Accelerator::Kvm ? u"KVM"_s : u"Emulation (TCG)"_s;
    if (ended.how == Ended::How::Stopped) {
        return {.outcome = Outcome::TooSlow,
                .sentence = u"%1 is unusable here: a test guest did not run within %2 s."_s.arg(name, seconds(ms)),
                .ms = ms};
    }
    const QString how = ended.how == Ended::How::Signalled ? u"died by signal %1"_s.arg(ended.code)
                                                           : u"ended with status %1"_s.arg(ended.code);
    const QString said = errors.section(u'\n', 0, 0).trimmed().left(200);
    return {.outcome = Outcome::Aborts,
            .sentence = u"%1 is unusable here: QEMU %2 instead of running a test guest%3."_s.arg(
                name, how, said.isEmpty() ? QString() : u" (%1)"_s.arg(said)),
            .ms = ms};
}

/// Looks at the device only; nothing when it can be opened.
std::optional<AcceleratorState> deviceProblem(const QString &device)
{
    const int file = open(QFile::encodeName(device).constData(), O_RDWR | O_CLOEXEC);
    if (file >= 0) {
        close(file);
        return std::nullopt;
    }
    if (errno == EACCES || errno == EPERM) {
        return AcceleratorState{.outcome = Outcome::NoPermission,
                                .sentence = u"KVM is there but %1 may not be opened: add yourself to the group kvm and "
                                            "log in again."_s.arg(device)};
    }
    return AcceleratorState{.outcome = Outcome::NotPresent,
                            .sentence =
                                u"There is no KVM on this host (%1: %2); it needs virtualization switched on in "
                                "the firmware and the kvm modules."_s.arg(device, qt_error_string(errno))};
}

} // namespace

struct AcceleratorProbe::Private {
    Private(AcceleratorProbe *probe, Options wanted) : q(probe), options(std::move(wanted)) {}

    using Then = std::function<void(const Ended &, qint64 ms)>;
    void runQemu(const QStringList &arguments, qint64 deadlineMs, Then then);
    void takeVersion(const Ended &ended);
    bool useCache();
    void runGuest(Accelerator accelerator, qint64 deadlineMs, const std::function<void(AcceleratorState)> &then);
    void probeKvm();
    void report();

    AcceleratorProbe *q;
    Options options;
    ProbeResult result;
    QTemporaryDir folder;
    QElapsedTimer clock;
    QTimer deadline;
    QByteArray output;
    QByteArray errors;
    std::unique_ptr<process::ChildProcess> qemu;
};

void AcceleratorProbe::Private::runQemu(const QStringList &arguments, qint64 deadlineMs, Then then)
{
    output.clear();
    errors.clear();
    qemu = std::make_unique<process::ChildProcess>();
    connect(qemu.get(), &process::ChildProcess::output, q, [this](const QByteArray &bytes) {
        output = (output + bytes).first(std::min(output.size() + bytes.size(), LongestOutput));
    });
    connect(qemu.get(), &process::ChildProcess::errorOutput, q, [this](const QByteArray &bytes) {
        errors = (errors + bytes).first(std::min(errors.size() + bytes.size(), LongestOutput));
    });
    connect(qemu.get(), &process::ChildProcess::finished, q, [this, then = std::move(then)](const Ended &ended) {
        const qint64 ms = clock.elapsed();
        deadline.stop();
        qemu.release()->deleteLater();
        then(ended, ms);
    });
    process::Command command;
    command.program = options.qemu;
    command.arguments = arguments;
    command.mergeErrorOutput = false;
    clock.start();
    deadline.disconnect();
    deadline.setSingleShot(true);
    connect(&deadline, &QTimer::timeout, q, [this] { qemu->stop(std::chrono::milliseconds(0)); });
    deadline.start(std::chrono::milliseconds(deadlineMs));
    qemu->start(command);
}

void AcceleratorProbe::Private::takeVersion(const Ended &ended)
{
    if (ended.how == Ended::How::NotStarted) {
        const AcceleratorState none{
            .outcome = Outcome::NoQemu,
            .sentence = u"No kernel can be run without QEMU (package qemu-system-x86): %1"_s.arg(ended.error)};
        result.tcg = none;
        result.kvm = none;
        Q_EMIT q->finished(ProbeResult(result));
        return;
    }
    result.key.qemuVersion = QString::fromUtf8(output).section(u'\n', 0, 0).left(200);
    if (useCache()) {
        Q_EMIT q->finished(ProbeResult(result));
        return;
    }
    QFile sector(folder.filePath(u"probe.bin"_s));
    if (!sector.open(QIODevice::WriteOnly) || sector.write(probeBootSector()) < 0 || !sector.flush()) {
        result.tcg = {.outcome = Outcome::Aborts,
                      .sentence = u"The test guest cannot be written to %1 (%2): make room or set TMPDIR."_s.arg(
                          sector.fileName(), sector.errorString())};
        result.kvm = result.tcg;
        Q_EMIT q->finished(ProbeResult(result));
        return;
    }
    runGuest(Accelerator::Tcg, TcgDeadlineMs, [this](const AcceleratorState &state) {
        result.tcg = state;
        probeKvm();
    });
}

bool AcceleratorProbe::Private::useCache()
{
    QFile file(options.cacheFile);
    if (options.cacheFile.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const auto cached = probeResultFromJson(file.read(1024 * 1024));
    // That the device may be opened can change from one login to the next.
    if (!cached || cached->key != result.key || (cached->kvm.works() && deviceProblem(options.kvmDevice)) ||
        cached->kvm.outcome == Outcome::NoPermission || cached->kvm.outcome == Outcome::NotPresent) {
        return false;
    }
    result = *cached;
    return true;
}

void AcceleratorProbe::Private::runGuest(Accelerator accelerator, qint64 deadlineMs,
                                         const std::function<void(AcceleratorState)> &then)
{
    runQemu(guestArguments(accelerator, folder.filePath(u"probe.bin"_s)), deadlineMs,
            [this, accelerator, then](const Ended &ended, qint64 ms) {
                const bool ran =
                    ended.how == Ended::How::Exited && ended.code == ProbeExitCode && output.contains(ProbeWord);
                then(ran ? worked(accelerator, ms) : failed(accelerator, ended, QString::fromUtf8(errors), ms));
            });
}

void AcceleratorProbe::Private::probeKvm()
{
    if (const auto problem = deviceProblem(options.kvmDevice)) {
        result.kvm = *problem;
        report();
        return;
    }
    const qint64 deadlineMs = std::max(KvmShortestDeadlineMs, KvmSlowest * result.tcg.ms);
    runGuest(Accelerator::Kvm, deadlineMs, [this](const AcceleratorState &state) {
        result.kvm = state;
        report();
    });
}

void AcceleratorProbe::Private::report()
{
    if (!options.cacheFile.isEmpty()) {
        QDir().mkpath(QFileInfo(options.cacheFile).path());
        QSaveFile file(options.cacheFile);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(QJsonDocument(toJson(result)).toJson());
            file.commit();
        }
    }
    Q_EMIT q->finished(ProbeResult(result));
}

AcceleratorProbe::AcceleratorProbe(Options options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(options)))
{
}

AcceleratorProbe::~AcceleratorProbe() = default;

void AcceleratorProbe::start()
{
    d->result.key = currentProbeKey();
    d->runQemu({u"--version"_s}, TcgDeadlineMs, [this](const Ended &ended, qint64) { d->takeVersion(ended); });
}

} // namespace culprit::machine
