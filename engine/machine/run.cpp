// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/run.h"

#include "engine/machine/endingsentence.h"
#include "engine/machine/filefollower.h"
#include "engine/machine/guestchannel.h"
#include "engine/machine/guestmemory.h"
#include "engine/machine/hostsleep.h"
#include "engine/machine/imageguest.h"
#include "engine/machine/lifecycle.h"
#include "engine/machine/qmp.h"
#include "engine/machine/runfolder.h"
#include "engine/machine/textsearch.h"
#include "engine/process/childprocess.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QPointer>
#include <QTimer>

#include <utility>

#include <sys/statvfs.h>

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcMachine, "culprit.machine", QtInfoMsg)

constexpr auto TickInterval = 50ms;
constexpr auto FirstTickInterval = 5ms; ///< until QEMU's monitor is there
constexpr qint64 QuitMs = 2000;         ///< for QEMU to obey its monitor
constexpr qint64 ClosingMs = 1000;      ///< for the last events and records of an ended QEMU
constexpr int MostPorts = 5;            ///< that are tried for a guest's ssh
constexpr qsizetype LongestQemuOutput = 4096;
constexpr qsizetype LongestTestOutput = 64 * 1024;
constexpr qsizetype MostRecords = 200;
constexpr qint64 FileSizeReserve = 16 * 1024 * 1024;
constexpr qint64 RoomCheckMs = 500;
constexpr qint64 DumpMs = 60'000; ///< for QEMU to write the memory of a hung guest, and for each MB
constexpr qint64 DumpMsPerMb = 100;

/// Endings without a crash that a guest with more of the host might not have had.
bool dependsOnTime(Ending ending)
{
    switch (ending) {
    case Ending::AgentDone:
    case Ending::TimeUp:
    case Ending::NoOutput:
    case Ending::BootNoBanner:
    case Ending::BootStuck:
    case Ending::LostConnection:
    case Ending::WallTime:
        return true;
    default:
        return false;
    }
}

} // namespace

struct Run::Private {
    Private(Run *run, RunRequest wanted, CrashWatcher crashWatcher);
    ~Private();

    void launch();
    void prepared(const QString &problem);
    void launchQemu();
    void choosePort();
    void tick();
    void readAgent();
    void takeAgent(const AgentParser::Parsed &parsed);
    bool readConsole();
    void checkChannel();
    void checkRoom();
    void applyDeadlines();
    void hung();
    void injectNmi();
    void endMachine();
    void copied(const GuestMemory::End &end);
    void dumped(const QString &problem);
    void takeEvent(const QString &name, const QJsonObject &data);
    void qemuEnded(const process::Ended &ended);
    void finishWhenDrained(bool moreConsole);
    void judgeHost();
    void finish();
    void announceState();
    [[nodiscard]] bool hasDisk() const { return std::holds_alternative<ImageGuest>(request.guest); }
    [[nodiscard]] qint64 now() const { return clock.elapsed(); }

    Run *q;
    RunRequest request;
    CrashWatcher watcher;
    RunFolder folder;
    Lifecycle lifecycle;
    std::unique_ptr<process::ChildProcess> qemu; ///< null until the channel is prepared
    QmpClient monitor;
    GuestMemory memory;
    FileFollower consoleFile;
    std::unique_ptr<GuestChannel> channel;
    AgentParser agentParser;
    TextSearch banner;
    QTimer timer;
    QElapsedTimer clock;
    RunResult result;
    process::Ended qemuEnding;
    RunState announced = RunState::Starting;
    HostSleep hostSleep;
    HostCounters hostBefore;
    qint64 agentBytes = 0;
    int portsTried = 0;
    std::optional<qint64> quitAt;
    std::optional<qint64> goneAt;
    bool stopSent = false;
    QString dumpFile; ///< what is being written there has another name, see unfinishedDump
    QString dumpProblem;
    qint64 dumpUntil = 0;
    qint64 nextRoomCheck = 0;
};

Run::Private::Private(Run *run, RunRequest wanted, CrashWatcher crashWatcher)
    : q(run),
      request(std::move(wanted)),
      watcher(std::move(crashWatcher)),
      folder(request),
      lifecycle(request.deadlines.scaled(slowdown(request.accelerator)),
                qint64{request.plan.seconds + request.plan.settleSeconds} * 1000,
                qint64{request.plan.heartbeatSeconds} * 1000 * slowdown(request.accelerator)),
      memory(monitor),
      consoleFile(folder.files().console),
      channel(channelFor(request)),
      banner(request.expectedBanner)
{
    connect(&timer, &QTimer::timeout, q, [this] { tick(); });
    connect(channel.get(), &GuestChannel::prepared, q, [this](const QString &problem) { prepared(problem); });
    connect(&monitor, &QmpClient::ready, q, [this] {
        lifecycle.monitorReady(now());
        if (request.start == GuestStart::Saved) {
            lifecycle.restores();
            memory.start(GuestMemory::Copy::Load, SnapshotFiles(request.snapshot).state);
        } else {
            monitor.execute(u"cont"_s);
        }
    });
    connect(&monitor, &QmpClient::happened, q,
            [this](const QString &name, const QJsonObject &data) { takeEvent(name, data); });
    connect(&monitor, &QmpClient::commandFailed, q, [this](const QString &description) {
        qCWarning(lcMachine) << "QEMU refused a command:" << description;
        if (const auto end = memory.refused(description)) {
            copied(*end);
        }
    });
}

Run::Private::~Private()
{
    if (!dumpFile.isEmpty()) {
        QFile::remove(dumpFile + unfinishedDump);
    }
}

void Run::Private::launch()
{
    result.accelerator = request.accelerator;
    hostSleep.start();
    clock.start();
    hostBefore = readHostCounters(request.host, now());
    timer.start(FirstTickInterval);
    const QString problem = folder.prepare(request);
    if (problem.isEmpty()) {
        channel->prepare();
    } else {
        prepared(problem);
    }
}

/// By the folder and the channel; an ending that is known by now waits for the next tick.
void Run::Private::prepared(const QString &problem)
{
    if (lifecycle.ending()) {
        return;
    }
    if (problem.isEmpty()) {
        launchQemu();
    } else {
        result.sentence = problem;
        lifecycle.end(Ending::NotStarted);
    }
}

void Run::Private::launchQemu()
{
    choosePort();
    process::Command command;
    command.program = request.qemu;
    command.arguments = qemuArguments(request);
    command.niceness = request.niceness;
    const bool writesMore = hasDisk() || request.start == GuestStart::Save || request.memoryDumps.most > 0;
    command.fileSizeLimit = writesMore ? 0 : request.floodLimit + FileSizeReserve;
    result.argv = QStringList{command.program} + command.arguments;
    if (qemu) {
        qemu.release()->deleteLater(); // within its own signal
    }
    qemu = std::make_unique<process::ChildProcess>();
    connect(qemu.get(), &process::ChildProcess::output, q, [this](const QByteArray &bytes) {
        result.qemuOutput = (result.qemuOutput + QString::fromUtf8(bytes)).right(LongestQemuOutput);
    });
    connect(qemu.get(), &process::ChildProcess::finished, q, [this](const process::Ended &ended) { qemuEnded(ended); });
    qemu->start(command);
}

/// Free now is not free for ever: somebody may take it before QEMU does, see qemuEnded().
void Run::Private::choosePort()
{
    auto *image = std::get_if<ImageGuest>(&request.guest);
    if (image == nullptr) {
        return;
    }
    if (image->port == 0 || portsTried > 0) {
        image->port = freePort();
    }
    ++portsTried;
    result.qemuOutput.clear();
    result.overlayArgv = QStringList{image->qemuImg} + overlayArguments(*image, folder.files().disk);
    result.sshArgv = QStringList{image->ssh} + sshArguments(*image);
}

void Run::Private::tick()
{
    const QPointer<Run> alive(q);
    readAgent();
    const bool moreConsole = alive && readConsole();
    if (!alive) {
        return;
    }
    if (goneAt) {
        finishWhenDrained(moreConsole);
        return;
    }
    if (lifecycle.state() == RunState::Starting && monitor.isIdle() && QFileInfo::exists(folder.files().monitor)) {
        monitor.connectTo(folder.files().monitor);
        timer.start(TickInterval);
    }
    if (hostSleep.hasSlept()) {
        lifecycle.end(Ending::HostSuspended);
    }
    checkChannel();
    checkRoom();
    applyDeadlines();
    announceState();
    if (alive && lifecycle.ending()) {
        endMachine();
    }
}

void Run::Private::readAgent()
{
    if (agentBytes >= request.floodLimit) {
        lifecycle.end(Ending::Flood);
        return;
    }
    const QByteArray bytes = channel->next();
    agentBytes += bytes.size();
    if (!bytes.isEmpty()) {
        lifecycle.output(now());
        takeAgent(agentParser.feed(bytes, now()));
    }
}

void Run::Private::takeAgent(const AgentParser::Parsed &parsed)
{
    const QPointer<Run> alive(q);
    for (const AgentRecord &record : parsed.records) {
        lifecycle.record(record);
        if (record.word == AgentRecord::Word::Heartbeat) {
            ++result.heartbeats;
        } else if (result.records.size() < MostRecords) {
            result.records += record;
        }
        if (record.word == AgentRecord::Word::BootOk && result.bootMs < 0) {
            result.bootMs = record.atMs;
            result.kernelRelease = QString::fromLatin1(record.rest.split(' ').first());
        }
        if (record.word == AgentRecord::Word::Ready && request.start == GuestStart::Save &&
            memory.copying() == GuestMemory::Copy::None) {
            memory.start(GuestMemory::Copy::Save, SnapshotFiles(request.snapshot).state);
        }
        Q_EMIT q->agentRecord(record);
        if (!alive) {
            return;
        }
    }
    if (!parsed.output.isEmpty()) {
        result.testOutput +=
            parsed.output.first(std::min(parsed.output.size(), LongestTestOutput - result.testOutput.size()));
        Q_EMIT q->testOutput(parsed.output);
    }
}

/// Returns whether there may be more to read at once.
bool Run::Private::readConsole()
{
    if (result.consoleBytes >= request.floodLimit) {
        lifecycle.end(Ending::Flood);
        return false;
    }
    const QByteArray chunk = consoleFile.next();
    if (chunk.isEmpty()) {
        return false;
    }
    const qint64 offset = result.consoleBytes;
    result.consoleBytes = consoleFile.offset();
    lifecycle.output(now());
    if (result.bannerMs < 0 && banner.feed(chunk)) {
        // The agent's port may have been read before the console that came first.
        result.bannerMs = result.bootMs < 0 ? now() : std::min(now(), result.bootMs);
        lifecycle.banner(now());
        channel->kernelRuns();
    }
    if (watcher && watcher(chunk) && !result.crashOffset) {
        result.crashOffset = result.consoleBytes;
        lifecycle.crash(now());
    }
    const QPointer<Run> alive(q);
    Q_EMIT q->console(chunk, offset);
    return !alive.isNull();
}

void Run::Private::checkChannel()
{
    if (channel->state() == GuestChannel::State::Ended) {
        lifecycle.connectionEnded(now());
    } else if (channel->state() == GuestChannel::State::Refused) {
        lifecycle.end(Ending::GuestRefused);
    }
}

/// QEMU goes on without a word if it cannot write what the guest says: silence would look like a hang. A crash that was
/// seen stays one.
void Run::Private::checkRoom()
{
    if (now() < nextRoomCheck) {
        return;
    }
    nextRoomCheck = now() + RoomCheckMs;
    struct statvfs room{};
    const bool isKnown = ::statvfs(QFile::encodeName(request.folder).constData(), &room) == 0;
    if (isKnown && !result.crashOffset && qint64(room.f_bavail) * qint64(room.f_frsize) < request.leastRoom) {
        lifecycle.end(Ending::HostFull);
    }
}

void Run::Private::applyDeadlines()
{
    if (memory.copying() == GuestMemory::Copy::Dump) {
        if (now() >= dumpUntil) {
            copied(memory.abandon(u"it took too long."_s));
        }
        return; // the guest stands still
    }
    if (lifecycle.tick(now()) == Lifecycle::Action::InjectNmi) {
        hung();
    }
}

/// What it did is in its memory; a report of its own may end it.
void Run::Private::hung()
{
    const Result<QString> file = fileForDump(request.memoryDumps, request.name, request.memoryMb);
    dumpFile = file.value_or(QString());
    dumpProblem = file ? QString() : QString::fromStdString(file.error().message);
    if (dumpFile.isEmpty() || !monitor.isReady()) {
        injectNmi();
        return;
    }
    dumpUntil = now() + DumpMs + request.memoryMb * DumpMsPerMb;
    memory.start(GuestMemory::Copy::Dump, dumpFile + unfinishedDump);
}

void Run::Private::injectNmi()
{
    result.nmiOffset = result.consoleBytes;
    monitor.execute(u"inject-nmi"_s);
    lifecycle.asked(now());
}

/// The monitor's quit, then SIGTERM, then SIGKILL.
void Run::Private::endMachine()
{
    if (!qemu) {
        finish();
        return;
    }
    if (!quitAt) {
        quitAt = now();
        if (monitor.isReady()) {
            monitor.execute(u"quit"_s);
            return;
        }
    } else if (monitor.isReady() && now() - *quitAt < QuitMs) {
        return;
    }
    if (!stopSent) {
        stopSent = true;
        qemu->stop(2s);
    }
}

void Run::Private::copied(const GuestMemory::End &end)
{
    if (lifecycle.ending()) {
        return;
    }
    switch (end.copy) {
    case GuestMemory::Copy::Save:
        result.sentence = end.problem.isEmpty() ? QString() : u"The machine could not be saved: "_s + end.problem;
        lifecycle.end(end.problem.isEmpty() ? Ending::Saved : Ending::NotStarted);
        break;
    case GuestMemory::Copy::Load:
        if (end.problem.isEmpty()) {
            lifecycle.restored(now());
            monitor.execute(u"cont"_s);
        } else {
            result.sentence = u"The saved machine could not be loaded: "_s + end.problem;
            lifecycle.end(Ending::NotStarted);
        }
        break;
    case GuestMemory::Copy::Dump:
        dumped(end.problem);
        injectNmi();
        break;
    case GuestMemory::Copy::None:
        break;
    }
}

/// A file of this name is whole.
void Run::Private::dumped(const QString &problem)
{
    if (!problem.isEmpty()) {
        dumpProblem = u"The guest's memory is not kept: "_s + problem;
    } else if (QFile::rename(dumpFile + unfinishedDump, dumpFile)) {
        result.memoryDump = dumpFile;
    } else {
        dumpProblem = u"The guest's memory is not kept: %1 is there already."_s.arg(dumpFile);
    }
}

void Run::Private::takeEvent(const QString &name, const QJsonObject &data)
{
    if (name == u"GUEST_PANICKED") {
        result.guestPanicked = true;
        lifecycle.guestPanicked();
    } else if (name == u"SHUTDOWN") {
        lifecycle.shutdown(data.value(u"reason"_s).toString().left(40));
    } else if (const auto end = memory.happened(name, data)) {
        copied(*end);
    }
}

void Run::Private::qemuEnded(const process::Ended &ended)
{
    const bool isPortLost = hasDisk() && lifecycle.state() == RunState::Starting && isPortTaken(result.qemuOutput);
    if (isPortLost && portsTried < MostPorts) {
        launchQemu();
        return;
    }
    if (memory.copying() == GuestMemory::Copy::Dump) {
        dumped(memory.abandon(u"QEMU ended."_s).problem);
    }
    qemuEnding = ended;
    goneAt = now();
    channel->machineGone();
    timer.start(0);
}

void Run::Private::finishWhenDrained(bool moreConsole)
{
    const bool mayTell = (!monitor.isIdle() || channel->isBusy()) && now() - *goneAt < ClosingMs;
    if (moreConsole || mayTell) {
        return;
    }
    const QPointer<Run> alive(q);
    takeAgent(agentParser.finish(now()));
    if (!alive) {
        return;
    }
    lifecycle.qemuGone(qemuEnding.how == process::Ended::How::Exited, qemuEnding.code);
    finish();
}

/// A run without a crash proves nothing if the host starved it: a hang may have been the host's, and the bug had no
/// chance to show.
void Run::Private::judgeHost()
{
    const bool hasCrashed =
        result.crashOffset && result.crashOffset < result.nmiOffset.value_or(result.consoleBytes + 1);
    if (!dependsOnTime(result.ending) || hasCrashed) {
        return;
    }
    result.starvation = starvation(hostBefore, readHostCounters(request.host, now()));
    if (!result.starvation.isEmpty()) {
        result.ending = Ending::HostStarved;
    }
}

void Run::Private::finish()
{
    timer.stop();
    result.ending = *lifecycle.ending();
    judgeHost();
    result.reached = lifecycle.reached();
    result.exitCode = lifecycle.exitCode();
    result.totalMs = now();
    if (result.sentence.isEmpty()) {
        result.complaint = channel->complaint();
        result.sentence = endingSentence(result, lifecycle, request, qemuEnding);
    }
    if (!result.memoryDump.isEmpty()) {
        result.sentence += u" Its memory is in %1."_s.arg(result.memoryDump);
    } else if (!dumpProblem.isEmpty()) {
        result.sentence += u' ' + dumpProblem;
    }
    qCDebug(lcMachine) << request.name << word(result.ending) << result.sentence;
    const QPointer<Run> alive(q);
    announced = RunState::Finished;
    Q_EMIT q->stateChanged(announced);
    if (alive) {
        Q_EMIT q->finished(RunResult(result));
    }
}

void Run::Private::announceState()
{
    if (lifecycle.state() != announced) {
        announced = lifecycle.state();
        Q_EMIT q->stateChanged(announced);
    }
}

Run::Run(RunRequest request, CrashWatcher watcher, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(request), std::move(watcher)))
{
}

Run::~Run() = default;

void Run::start()
{
    Q_ASSERT(!d->clock.isValid());
    d->launch();
}

void Run::stop()
{
    d->lifecycle.end(Ending::Cancelled);
}

RunState Run::state() const
{
    return d->announced;
}

const RunRequest &Run::request() const
{
    return d->request;
}

QString Run::consoleFile() const
{
    return d->folder.files().console;
}

} // namespace culprit::machine
