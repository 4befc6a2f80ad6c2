// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/sshchannel.h"

#include "engine/machine/guestinput.h"
#include "engine/machine/imageguest.h"

#include <algorithm>

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;

constexpr int MostRefusals = 3; ///< a guest that is still booting may say no at first
constexpr int SshFailed = 255;  ///< ssh's own status; any other is the remote command's
constexpr qsizetype MostErrors = 4096;
constexpr qsizetype LongestComplaint = 200;

/// The last line of what a program or the guest said, as plain text.
QString lastLine(const QByteArray &text)
{
    QByteArray line = text.trimmed().split('\n').last().trimmed().left(LongestComplaint);
    std::ranges::replace_if(line, [](char c) { return c < ' ' || c > '~'; }, '?');
    return QString::fromLatin1(line);
}

} // namespace

SshChannel::SshChannel(const RunRequest &request) : m_request(request)
{
    m_nextTry.setSingleShot(true);
    m_nextTry.setInterval(guest().tryEvery);
    connect(&m_nextTry, &QTimer::timeout, this, &SshChannel::bringAgent);
}

SshChannel::~SshChannel() = default;

void SshChannel::start(const process::Command &command, void (SshChannel::*concluded)(const process::Ended &))
{
    if (m_process) {
        m_process.release()->deleteLater(); // perhaps within its own signal
    }
    m_errors.clear();
    m_process = std::make_unique<process::ChildProcess>();
    connect(m_process.get(), &process::ChildProcess::output, this, [this](const QByteArray &bytes) {
        if (m_agentRuns && m_recordBytes < m_request.floodLimit) {
            m_recordBytes += bytes.size();
            m_records += bytes;
        }
    });
    connect(m_process.get(), &process::ChildProcess::errorOutput, this,
            [this](const QByteArray &bytes) { m_errors = (m_errors + bytes).right(MostErrors); });
    connect(m_process.get(), &process::ChildProcess::finished, this, concluded);
    m_process->start(command);
}

void SshChannel::prepare()
{
    process::Command command;
    command.program = guest().qemuImg;
    command.arguments = overlayArguments(guest(), RunFiles(m_request.folder).disk);
    command.mergeErrorOutput = false;
    start(command, &SshChannel::overlayMade);
}

void SshChannel::overlayMade(const process::Ended &ended)
{
    if (ended.succeeded()) {
        Q_EMIT prepared({});
    } else if (ended.how == process::Ended::How::NotStarted) {
        Q_EMIT prepared(u"No overlay of the disk can be made (package qemu-utils): %1"_s.arg(ended.error));
    } else {
        Q_EMIT prepared(u"No overlay of the disk %1 can be made in %2: %3"_s.arg(guest().disk, m_request.folder,
                                                                                 lastLine(m_errors)));
    }
}

void SshChannel::kernelRuns()
{
    m_nextTry.start();
}

void SshChannel::connectTo(const QString &remote, const QByteArray &input,
                           void (SshChannel::*concluded)(const process::Ended &))
{
    process::Command command;
    command.program = guest().ssh;
    command.arguments = sshArguments(guest(), remote);
    command.input = input;
    command.niceness = m_request.niceness;
    command.mergeErrorOutput = false;
    start(command, concluded);
}

void SshChannel::bringAgent()
{
    m_agentRuns = false;
    connectTo(bringAgentCommand(), guest().agent, &SshChannel::agentBrought);
}

void SshChannel::agentBrought(const process::Ended &ended)
{
    if (!ended.succeeded()) {
        failed(ended);
        return;
    }
    m_agentRuns = true;
    connectTo(startAgentCommand(), guestInput(m_request), &SshChannel::agentEnded);
}

void SshChannel::agentEnded(const process::Ended &ended)
{
    if (m_recordBytes == 0) {
        failed(ended);
        return;
    }
    m_complaint = lastLine(m_errors);
    m_state = State::Ended;
}

/// No agent yet: a guest that is still booting, or one that will never have it.
void SshChannel::failed(const process::Ended &ended)
{
    if (m_isMachineGone) {
        return;
    }
    const bool isStarted = ended.how != process::Ended::How::NotStarted;
    m_complaint = isStarted ? lastLine(m_errors) : ended.error;
    const bool isBooting = isStarted && ended.code == SshFailed && !m_errors.contains("Permission denied");
    m_refusals = isBooting ? 0 : m_refusals + 1;
    if (m_refusals == MostRefusals) {
        m_state = State::Refused;
    } else {
        m_nextTry.start();
    }
}

void SshChannel::machineGone()
{
    m_isMachineGone = true;
    m_nextTry.stop();
}

} // namespace culprit::machine
